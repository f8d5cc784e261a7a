"""Every screen, for whoever may come to it: nobody yet, somebody half way, somebody with a profile."""

import pytest

from components.session import resources
from data.instrument.answers import Answer, Answers, Step
from data.instrument.instrument import load
from data.keys import Kind
from data.record.record import Consents, Draft, Record, Result
from data.storage.sealing import Seal
from tests.browser.visitor import people
from tests.invented.records import TODAY
from tests.pages.conftest import Somebody

RK = load()
CONSENTS = Consents(wording=RK.consent.wording, given_on=TODAY, take_part=True)
STEPS = {
    "life_stage": "Life stage",
    "job_and_work": "Job and work",
    "drive": "Drive",
    "path": "Path",
    "balance": "Balance",
    "reflect": "Reflect and finish",
}
SCREENS = {"welcome": "Where are you with your work?", **STEPS, "profile": "Your profile", "insights": "Insights", "method": "How it works"}

NOBODY = Record()
HALF_WAY = Record(
    consents=CONSENTS,
    draft=Draft(instrument=RK.version, tag="mine", answers=people.example(), saved=dict.fromkeys(list(Step)[:3], 1)),
)
FINISHED = Record(consents=CONSENTS, results=(Result(instrument=RK.version, taken_on=TODAY, answers=people.example()),))
AGAIN = HALF_WAY.model_copy(update={"results": FINISHED.results})


def finished(statements: dict[str, Answer]) -> Record:
    return FINISHED.model_copy(update={"results": (Result(instrument=RK.version, taken_on=TODAY, answers=Answers(statements=statements)),)})


@pytest.mark.parametrize("record", [NOBODY, HALF_WAY, FINISHED, AGAIN], ids=["nobody", "half way", "finished", "again"])
@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_can_be_drawn_for_everybody(somebody: Somebody, screen: str, record: Record) -> None:
    somebody.holds(record)

    drawn = somebody.opens(screen)

    assert [drawn.exception.len, drawn.error.len] == [0, 0]
    assert SCREENS[screen] in [title.value for title in drawn.title] or drawn.header.len > 0
    assert RK.notes.footer in [caption.value for caption in drawn.caption]


@pytest.mark.parametrize("step", STEPS)
def test_a_step_without_an_assessment_says_where_it_begins(somebody: Somebody, step: str) -> None:
    drawn = somebody.opens(step)

    assert [info.value for info in drawn.info] == [resources.wording().step.none_under_way]
    assert drawn.button.len == 0 or "Continue" not in [button.label for button in drawn.button]


@pytest.mark.parametrize("step", STEPS)
def test_a_step_shows_how_far_one_is_and_what_was_saved(somebody: Somebody, step: str) -> None:
    somebody.holds(HALF_WAY)

    drawn = somebody.opens(step)

    assert [title.value for title in drawn.title] == [STEPS[step]]
    assert resources.wording().step.restored in [info.value for info in drawn.info]


def test_what_was_written_stands_in_its_box_again(somebody: Somebody) -> None:
    somebody.holds(HALF_WAY)

    assert somebody.opens("job_and_work").text_input(key="work_is").value == "keeping bees"
    assert somebody.opens("reflect").text_area(key="prompt_1").value == "The sound of a hive"


def test_nobody_is_asked_to_continue_what_is_not_there(somebody: Somebody) -> None:
    drawn = somebody.arrives()

    assert "Start" in [button.label for button in drawn.button]
    assert "Continue" not in [button.label for button in drawn.button]


def test_starting_without_the_first_box_says_what_is_missing(somebody: Somebody) -> None:
    drawn = somebody.arrives()

    drawn.checkbox(key="consent_count_in_reference").check()
    drawn.button(key="start").click().run()

    assert [warning.value for warning in drawn.warning] == [resources.wording().welcome.consent_needed]
    assert somebody.held() is None


def test_starting_keeps_which_boxes_were_ticked_and_goes_to_the_first_step(somebody: Somebody) -> None:
    drawn = somebody.arrives()

    drawn.checkbox(key="consent_take_part").check()
    drawn.checkbox(key="consent_count_in_reference").check()
    drawn.button(key="start").click().run()

    held = somebody.held()
    assert held is not None and held.consents is not None and held.draft is not None
    assert (held.consents.take_part, held.consents.count_in_reference) == (True, True)
    assert [title.value for title in drawn.title] == ["Life stage"]


def test_the_start_page_leads_back_to_the_first_step_that_is_open(somebody: Somebody) -> None:
    somebody.holds(HALF_WAY)

    drawn = somebody.arrives()
    drawn.button(key="go_on").click().run()

    assert [title.value for title in drawn.title] == ["Path"]


def test_starting_over_asks_once_and_keeps_results(somebody: Somebody) -> None:
    somebody.holds(AGAIN)

    drawn = somebody.arrives()
    drawn.button(key=f"sure_{resources.wording().welcome.start_over}").click().run()

    assert somebody.held() == FINISHED.model_copy(update={"draft": None})


def test_a_profile_without_a_result_says_where_it_comes_from(somebody: Somebody) -> None:
    drawn = somebody.opens("profile")

    assert resources.wording().profile.none in [line.value for line in drawn.markdown]


@pytest.mark.parametrize("statements", [{}, {"spark_dull": 3}, {"spark_dull": "na"}, people.STRAIGHT_LINE, people.HEAVY])
def test_a_profile_can_be_drawn_from_any_sheet(somebody: Somebody, statements: dict[str, Answer]) -> None:
    somebody.holds(finished(statements))

    drawn = somebody.opens("profile")

    assert [drawn.exception.len, drawn.error.len] == [0, 0]


def test_a_heavy_result_waits_until_somebody_wants_to_see_it(somebody: Somebody) -> None:
    somebody.holds(finished(people.HEAVY))

    drawn = somebody.opens("profile")
    before = [header.value for header in drawn.header]
    drawn.button(key="care_see").click().run()

    assert before == []
    assert resources.wording().profile.shape_title in [header.value for header in drawn.header]


def test_not_now_leaves_the_result_for_another_day(somebody: Somebody) -> None:
    somebody.holds(finished(people.HEAVY))

    drawn = somebody.opens("profile")
    drawn.button(key="care_not_now").click().run()

    assert resources.wording().profile.care_rested in [line.value for line in drawn.markdown]
    assert drawn.header.len == 0


def test_an_opened_profile_is_shown_under_a_banner_and_cannot_be_deleted(somebody: Somebody) -> None:
    theirs = Somebody("AAAAAAAAAAAAAAAAAAAAAA", somebody.monkeypatch)
    theirs.holds(FINISHED)

    drawn = somebody.opens("profile", rk_opened=theirs.key)

    assert resources.wording().keeping.opened in [info.value for info in drawn.info]
    assert resources.wording().profile.shape_title in [header.value for header in drawn.header]
    assert resources.wording().keeping.delete_yes not in [button.label for button in drawn.button]


def test_steps_write_to_ones_own_record_while_another_profile_is_open(somebody: Somebody) -> None:
    theirs = Somebody("AAAAAAAAAAAAAAAAAAAAAA", somebody.monkeypatch)
    theirs.holds(HALF_WAY)

    drawn = somebody.opens("drive", rk_opened=theirs.key)

    assert [info.value for info in drawn.info] == [resources.wording().step.none_under_way]


def test_deleting_takes_the_whole_record(somebody: Somebody) -> None:
    somebody.holds(FINISHED)

    drawn = somebody.opens("profile")
    drawn.button(key=f"sure_{resources.wording().keeping.delete}").click().run()

    assert somebody.held() is None
    assert resources.store().read("SELECT count(*) FROM record WHERE record_id = $1", [Seal(somebody.key, Kind.OWN).row_id]) == [(0,)]


def test_a_hurried_sheet_is_asked_about_once_before_the_profile(somebody: Somebody) -> None:
    draft = Draft(instrument=RK.version, tag="mine", answers=Answers(statements=people.STRAIGHT_LINE), saved=dict.fromkeys(Step, 1))
    somebody.holds(Record(consents=CONSENTS, draft=draft))

    drawn = somebody.opens("reflect")
    drawn.button(key="continue_reflect").click().run()
    asked = [info.value for info in drawn.info]
    next(button for button in drawn.button if button.label == "Keep my answers").click().run()

    assert any(said.startswith("Before your result, one remark.") for said in asked)
    held = somebody.held()
    assert held is not None and len(held.results) == 1
