"""Values that no browser would send, over the WebSocket of a real server. Each is refused calmly or ignored; the record stays whole."""

import json
from collections.abc import Iterator

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState

from bench.screen import Widget
from bench.visitor import Visitor
from data.content.language import ENGLISH
from data.instrument.answers import MAX_OBSTACLE, MAX_REFLECTION, MAX_SENTENCE, Answers, Area, Step, Week
from data.instrument.instrument import load
from data.record.record import Draft, Record
from data.wording.error_words import load as refusals
from data.wording.screens import load as wording
from tests.browser.visitor import people
from tests.server.forks import ForkedServer, Forks
from tests.server.somebody import draft_on_disk, moved_in, on_disk, visit

SHEET = people.example()
STARTED = Record(draft=Draft(instrument=load().version, tag="mine", answers=SHEET, saved=dict.fromkeys(Step, 1)))
REFUSED = refusals(ENGLISH).rules.answer_not_allowed
APOLOGY = wording(ENGLISH).frame.error.partition("{")[0]
LARGE = "x" * 100_000


class Victims:
    """A running server, and people on it of whom each test takes a new one."""

    def __init__(self, server: ForkedServer, keys: list[str]) -> None:
        self.server, self._keys = server, keys

    def next(self) -> str:
        return self._keys.pop()


@pytest.fixture(scope="module")
def victims(forks: Forks, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Victims]:
    # Nothing is rewritten meanwhile, so that the files can be copied at any moment.
    server = ForkedServer(forks, tmp_path_factory.mktemp("forged"), settings={"REKINDLE_QUIET_SECONDS": "3600"})
    keys = moved_in(server.database, *[STARTED] * 80)
    with server:
        yield Victims(server, keys)
    assert "Traceback" not in server.log
    assert not any(word in server.log for word in (LARGE[:200], "keeping bees", "Long winters", "The sound of a hive", *keys))


def forged(widget: Widget, field: str, value: object) -> WidgetState:
    """The state of a widget with any value in any field."""
    lie = WidgetState(id=widget.id)
    if field.endswith("array_value"):
        getattr(lie, field).SetInParent()
        getattr(lie, field).data[:] = value
    else:
        setattr(lie, field, value)
    return lie


def send(visitor: Visitor, step: Step, name: str, lie: tuple[str, object]) -> str:
    """Give a forged value and press "Continue"; what the screen then says."""
    visitor.give(visitor.screen.find(name), forged(visitor.screen.find(name), *lie))
    visitor.press(f"continue_{step}")
    assert visitor.screen.exceptions() == []
    assert "Traceback" not in visitor.screen.words()
    return visitor.screen.words()


def without_seconds(answers: Answers) -> Answers:
    return answers.model_copy(update={"page_seconds": {}})


NO_ANSWERS = [
    '{"answers": 99}',
    '{"answers": "x"}',
    '{"answers": true}',
    '{"answers": [1, 2]}',
    '{"answers": {"spark_dull": 99}}',
    '{"answers": {"spark_dull": 0}}',
    '{"answers": {"spark_dull": true}}',
    '{"answers": {"spark_dull": null}}',
    '{"answers": {"spark_dull": "4"}}',
    '{"answers": {"spark_dull": NaN}}',
    '{"answers": {"spark_dull": [4]}}',
    '{"answers": {"unknown": 4}}',
    '{"answers": {"bal_flex": 4}}',
    '{"answers": {"spark_dull": "\\ud800"}}',
    json.dumps({"answers": {LARGE: 4}}),
    json.dumps({"answers": {"spark_dull": LARGE}}),
]


@pytest.mark.parametrize("lie", NO_ANSWERS, ids=range(len(NO_ANSWERS)))
def test_statements_that_nobody_could_have_answered_are_refused_whole(victims: Victims, lie: str) -> None:
    key = victims.next()
    with visit(victims.server, key, "/drive") as visitor:
        said = send(visitor, Step.DRIVE, "radio_groups", ("json_value", lie))

    assert REFUSED in said
    assert on_disk(victims.server, key) == STARTED


NO_VALUE = ["99", '"x"', "null", "true", "[]", "[1, 2]", "{}", '{"answers": null}']


@pytest.mark.parametrize("lie", NO_VALUE)
def test_a_value_without_any_answers_leaves_those_that_were_saved(victims: Victims, lie: str) -> None:
    key = victims.next()
    with visit(victims.server, key, "/drive") as visitor:
        send(visitor, Step.DRIVE, "radio_groups", ("json_value", lie))

    assert without_seconds(draft_on_disk(victims.server, key).answers) == without_seconds(SHEET)


UNREADABLE: list[tuple[Step, str, tuple[str, object]]] = [
    (Step.DRIVE, "radio_groups", ("json_value", "no JSON at all")),
    (Step.DRIVE, "radio_groups", ("json_value", '{"answers": ' + "[" * 2_000)),
    (Step.BALANCE, "week", ("json_value", "no JSON at all")),
    (Step.JOB_AND_WORK, "portrait_job", ("int_value", 99)),
    (Step.LIFE_STAGE, "life_stage_stage_self", ("int_value", 99)),
    (Step.BALANCE, "obstacles_starred", ("string_array_value", ["a", "b", "c"])),
]


@pytest.mark.parametrize(("step", "name", "lie"), UNREADABLE, ids=range(len(UNREADABLE)))
def test_what_streamlit_itself_cannot_read_ends_in_an_apology_and_changes_nothing(
    victims: Victims, step: Step, name: str, lie: tuple[str, object]
) -> None:
    key = victims.next()
    with visit(victims.server, key, f"/{step}") as visitor:
        said = send(visitor, step, name, lie)

    assert APOLOGY in said
    assert on_disk(victims.server, key) == STARTED


RESET: list[tuple[Step, str, tuple[str, object]]] = [
    (Step.JOB_AND_WORK, "portrait_job", ("string_value", "neither")),
    (Step.JOB_AND_WORK, "portrait_job", ("string_value", LARGE)),
    (Step.LIFE_STAGE, "life_stage_stage_self", ("string_value", "neither")),
    (Step.LIFE_STAGE, "life_stage_transition", ("string_value", "neither")),
]


@pytest.mark.parametrize(("step", "name", "lie"), RESET, ids=range(len(RESET)))
def test_a_choice_that_is_not_offered_leaves_what_was_saved(victims: Victims, step: Step, name: str, lie: tuple[str, object]) -> None:
    key = victims.next()
    with visit(victims.server, key, f"/{step}") as visitor:
        send(visitor, step, name, lie)

    assert without_seconds(draft_on_disk(victims.server, key).answers) == without_seconds(SHEET)


NO_WEEK = [
    '{"hours": 99}',
    '{"hours": [1, 2]}',
    '{"hours": {"part": 1}}',
    '{"hours": {"now": 4}}',
    '{"hours": {"now": {"career": 81}}}',
    '{"hours": {"now": {"career": -1}}}',
    '{"hours": {"now": {"career": 1.5}}}',
    '{"hours": {"now": {"career": NaN}}}',
    '{"hours": {"now": {"career": Infinity}}}',
    '{"hours": {"now": {"unknown": 4}}}',
    '{"hours": {"energy": {"career": 11}}}',
    json.dumps({"hours": {"now": {LARGE: 4}}}),
]


@pytest.mark.parametrize("lie", NO_WEEK, ids=range(len(NO_WEEK)))
def test_a_week_that_no_slider_could_show_is_refused_whole(victims: Victims, lie: str) -> None:
    key = victims.next()
    with visit(victims.server, key, "/balance") as visitor:
        said = send(visitor, Step.BALANCE, "week", ("json_value", lie))

    assert "Nothing was saved" in said or REFUSED in said
    assert on_disk(victims.server, key) == STARTED


def test_hours_that_a_slider_can_show_are_kept(victims: Victims) -> None:
    key = victims.next()
    with visit(victims.server, key, "/balance") as visitor:
        send(visitor, Step.BALANCE, "week", ("json_value", '{"hours": {"now": {"career": 1}, "wish": {}, "energy": {"rest": 10}}}'))

    assert draft_on_disk(victims.server, key).answers.week == Week(now={Area.CAREER: 1}, energy={Area.REST: 10})


BOXES = [
    (Step.JOB_AND_WORK, "work_is", MAX_SENTENCE),
    (Step.BALANCE, "obstacles_other", MAX_OBSTACLE),
    (Step.REFLECT, "prompt_1", MAX_REFLECTION),
]
CONTROL = "NUL\x00 bell\x07 \u202egnidaer\u202c \u2066apart\u2069"


def written(record: Record | None) -> set[str]:
    """Everything that somebody has in their own words, in a draft or a result."""
    assert record is not None
    sheets = [record.draft.answers] if record.draft else [result.answers for result in record.results]
    return {
        words
        for sheet in sheets
        for words in (sheet.job_and_work.work_is, sheet.job_and_work.job_is, sheet.obstacles.other, *sheet.reflections.values())
    }


@pytest.mark.parametrize(("step", "name", "most"), BOXES, ids=[name for _, name, _ in BOXES])
def test_a_hundred_kilobytes_of_text_never_become_more_than_the_box_holds(victims: Victims, step: Step, name: str, most: int) -> None:
    key = victims.next()
    with visit(victims.server, key, f"/{step}") as visitor:
        send(visitor, step, name, ("string_value", LARGE))

    assert "x" * most in written(on_disk(victims.server, key))
    assert max(map(len, written(on_disk(victims.server, key)))) <= most


@pytest.mark.parametrize(("step", "name", "most"), BOXES, ids=[name for _, name, _ in BOXES])
def test_control_and_direction_characters_are_left_out(victims: Victims, step: Step, name: str, most: int) -> None:
    key = victims.next()
    with visit(victims.server, key, f"/{step}") as visitor:
        send(visitor, step, name, ("string_value", CONTROL))

    assert "NUL bell gnidaer apart" in written(on_disk(victims.server, key))


def test_somebody_is_told_that_invisible_characters_were_left_out(victims: Victims) -> None:
    with visit(victims.server, victims.next(), "/job-and-work") as visitor:
        said = send(visitor, Step.JOB_AND_WORK, "work_is", ("string_value", CONTROL))

    assert wording(ENGLISH).step.cleaned in said


def test_a_forged_message_for_a_widget_that_is_not_there_changes_nothing(victims: Victims) -> None:
    key = victims.next()
    with visit(victims.server, key, "/drive") as visitor:
        visitor.give(visitor.screen.find("radio_groups"), WidgetState(id="$$ID-made-up", string_value=LARGE))
        visitor.press("continue_drive")

        assert visitor.screen.exceptions() == []
    assert without_seconds(draft_on_disk(victims.server, key).answers) == without_seconds(SHEET)


def test_the_copies_that_are_read_here_are_those_of_the_running_server(victims: Victims) -> None:
    """So that the tests above can fail: an honest answer does arrive on the disk."""
    key = victims.next()
    with visit(victims.server, key, "/drive") as visitor:
        send(visitor, Step.DRIVE, "radio_groups", ("json_value", '{"answers": {"spark_dull": 5}}'))

    kept = draft_on_disk(victims.server, key)
    assert (kept.answers.statements["spark_dull"], kept.saved[Step.DRIVE]) == (5, 2)
    assert "spark_moments" not in kept.answers.statements
