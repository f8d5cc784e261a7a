from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import AnswerNotAllowed, GoalUnderWay, TextTooLong
from data.instrument import instrument
from data.instrument.advice import BLANK
from data.instrument.answers import Answers, JobAndWork
from data.record import journal
from data.record.journal_entries import MAX_GOAL, MAX_LINE, GoalState
from data.record.record import Record, Result
from data.record.record_file import parse, write
from tests.invented.full_record import HOSTILE, full

NOVEMBER, DECEMBER = date(2026, 11, 22), date(2026, 12, 1)
ACTION = instrument.load().actions[0]


def with_goal(text: str = "Learn one new tool") -> Record:
    return journal.set_goal(Record(), text, today=NOVEMBER)


def test_a_goal_is_made_for_the_month_that_it_is_made_in() -> None:
    goal = journal.active_goal(with_goal())

    assert goal is not None
    assert (goal.text, goal.month, goal.made_on, goal.state) == ("Learn one new tool", date(2026, 11, 1), NOVEMBER, GoalState.OPEN)


def with_plan() -> Record:
    return journal.take_up(Record(), ACTION, dimension=ACTION.dimension, today=NOVEMBER)


def test_a_suggestion_that_becomes_a_goal_keeps_how_how_long_when_and_why() -> None:
    """Also on the way through a file, and carried on into another month."""
    carried = journal.carry_goal(parse(write(with_plan())), today=DECEMBER)

    assert [goal.text for goal in carried.goals] == [ACTION.text] * 2
    for goal in carried.goals:
        assert goal.plan and (goal.plan.how, goal.plan.minutes, goal.plan.when, goal.plan.why) == (
            ACTION.how,
            ACTION.minutes,
            ACTION.when,
            ACTION.why,
        )
        assert goal.dimension == "spark"


def test_a_plan_is_kept_once_its_blank_is_filled_in() -> None:
    filled = journal.fill_in_when(with_plan(), ACTION.when.replace(BLANK, "Friday"))

    assert filled.goals[0].plan and "Friday" in filled.goals[0].plan.when
    with pytest.raises(AnswerNotAllowed, match="blank_left"):
        journal.fill_in_when(with_plan(), ACTION.when)
    assert journal.fill_in_when(with_goal(), "Tomorrow") == with_goal()


def test_after_a_week_it_is_asked_once_whether_one_has_started() -> None:
    goal = with_plan().goals[0]

    assert not journal.asks_whether_started(goal, date(2026, 11, 28))
    assert journal.asks_whether_started(goal, date(2026, 11, 29))
    for answer in (True, False):
        said = journal.say_started(with_plan(), started=answer)
        assert said.goals[0].started is answer and not journal.asks_whether_started(said.goals[0], date(2026, 11, 30))
        carried = journal.carry_goal(said, today=DECEMBER)
        assert not journal.asks_whether_started(carried.goals[1], date(2026, 12, 20))


def test_a_goal_whose_month_is_over_is_asked_about_its_end_alone() -> None:
    assert not journal.asks_whether_started(with_plan().goals[0], DECEMBER)
    assert not journal.asks_whether_started(journal.finish_goal(with_plan()).goals[0], date(2026, 11, 30))


def test_a_second_goal_is_refused_while_one_is_open() -> None:
    with pytest.raises(GoalUnderWay, match="goal_under_way"):
        journal.set_goal(with_goal(), "Another", today=DECEMBER)


@pytest.mark.parametrize(("close", "state"), [(journal.finish_goal, GoalState.DONE), (journal.drop_goal, GoalState.DROPPED)])
def test_after_a_goal_is_done_or_dropped_there_is_room_for_the_next(close: Callable[[Record], Record], state: GoalState) -> None:
    closed = close(with_goal())
    second = journal.set_goal(closed, "Another", today=DECEMBER)

    assert journal.active_goal(closed) is None
    assert [goal.state for goal in second.goals] == [state, GoalState.OPEN]


def test_a_goal_is_carried_on_into_the_month_in_which_that_is_said() -> None:
    carried = journal.carry_goal(with_goal(), today=date(2027, 2, 3))

    assert [(goal.month, goal.state) for goal in carried.goals] == [
        (date(2026, 11, 1), GoalState.CARRIED),
        (date(2027, 2, 1), GoalState.OPEN),
    ]
    assert carried.goals[0].text == carried.goals[1].text


def test_a_goal_is_not_carried_on_while_its_month_lasts() -> None:
    assert journal.carry_goal(with_goal(), today=date(2026, 11, 30)) == with_goal()


def test_what_became_of_a_goal_is_asked_once_its_month_is_over() -> None:
    goal = with_goal().goals[0]

    assert not journal.is_due(goal, date(2026, 11, 30))
    assert journal.is_due(goal, DECEMBER)
    assert not journal.is_due(journal.finish_goal(with_goal()).goals[0], DECEMBER)


def test_only_the_open_goal_is_reworded() -> None:
    done = journal.finish_goal(with_goal())
    two = journal.set_goal(done, "Another", today=DECEMBER)

    assert [goal.text for goal in journal.reword_goal(two, "Better words").goals] == ["Learn one new tool", "Better words"]
    assert journal.reword_goal(done, "Better words") == done


@pytest.mark.parametrize("empty", ["", "   ", "\n", "\u202e"])
def test_an_empty_goal_is_refused(empty: str) -> None:
    with pytest.raises(AnswerNotAllowed):
        journal.set_goal(Record(), empty, today=NOVEMBER)


def test_a_goal_that_is_too_long_is_refused_with_its_limit() -> None:
    with pytest.raises(TextTooLong, match=str(MAX_GOAL)):
        journal.set_goal(Record(), "x" * 5000, today=NOVEMBER)


def test_a_second_note_on_the_same_day_takes_the_place_of_the_first() -> None:
    once = journal.note_gratitude(Record(), ["A walk", ""], day=NOVEMBER)
    twice = journal.note_gratitude(once, ["A walk", "A good talk"], day=NOVEMBER)

    assert [(note.day, note.lines) for note in once.gratitude] == [(NOVEMBER, ("A walk",))]
    assert [(note.day, note.lines) for note in twice.gratitude] == [(NOVEMBER, ("A walk", "A good talk"))]


def test_notes_lie_in_the_order_of_their_days_however_they_were_written() -> None:
    record = Record()
    for day in (DECEMBER, NOVEMBER, date(2026, 11, 30)):
        record = journal.note_gratitude(record, ["Something"], day=day)

    assert [note.day for note in record.gratitude] == [NOVEMBER, date(2026, 11, 30), DECEMBER]


def test_a_note_whose_lines_are_emptied_is_gone() -> None:
    noted = journal.note_gratitude(Record(), ["A walk"], day=NOVEMBER)

    assert journal.note_gratitude(noted, [" ", ""], day=NOVEMBER) == Record()


def test_a_line_that_is_too_long_changes_nothing() -> None:
    with pytest.raises(TextTooLong, match=str(MAX_LINE)):
        journal.note_gratitude(Record(), ["x" * (MAX_LINE + 1)], day=NOVEMBER)


@given(
    st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2027, 12, 31)),
    st.lists(st.tuples(st.integers(1, 60), st.sampled_from(["UTC", "Pacific/Kiritimati", "Pacific/Niue", "Europe/Berlin"])), max_size=8),
)
def test_travelling_and_changing_clocks_never_moves_or_loses_a_note(start: datetime, hops: list[tuple[int, str]]) -> None:
    """The day handed in is the one on the wall where the person is; what was written keeps its own day."""
    now, record, expected = start.replace(tzinfo=ZoneInfo("UTC")), Record(), {}
    for hours, zone in hops:
        now += timedelta(hours=hours)
        day = now.astimezone(ZoneInfo(zone)).date()
        record = journal.note_gratitude(record, [f"In {zone}"], day=day)
        expected[day] = (f"In {zone}",)

    assert {note.day: note.lines for note in record.gratitude} == expected
    assert [note.day for note in record.gratitude] == sorted(expected)


def test_a_day_may_have_several_milestones_and_each_can_be_removed() -> None:
    record = journal.add_milestone(journal.add_milestone(Record(), "First talk", day=NOVEMBER), "Ten years", day=NOVEMBER)

    left = journal.remove(record, record.milestones[0])

    assert [milestone.text for milestone in left.milestones] == ["Ten years"]
    assert journal.remove(left, record.milestones[0]) == left


def test_every_kind_of_entry_can_be_removed() -> None:
    record = full(results=0, notes=40)
    entries: tuple[journal.Entry, ...] = (*record.goals, *record.gratitude, *record.milestones, *record.values, *record.sentences)

    for entry in entries:
        record = journal.remove(record, entry)

    assert record == Record(shares=record.shares)


def test_five_values_are_picked_and_earlier_picks_stay() -> None:
    first = journal.pick_values(Record(), ["craft", "calm", "play", "faith", "my own"], today=NOVEMBER)
    later = journal.pick_values(first, ["craft", "calm", "play", "faith", "order"], today=DECEMBER)

    assert [(pick.picked_on, pick.values[-1]) for pick in later.values] == [(NOVEMBER, "my own"), (DECEMBER, "order")]


def test_picking_again_on_the_same_day_replaces_that_days_pick() -> None:
    first = journal.pick_values(Record(), ["craft", "calm", "play", "faith", "my own"], today=NOVEMBER)

    assert len(journal.pick_values(first, ["craft", "calm", "play", "faith", "order"], today=NOVEMBER).values) == 1


@pytest.mark.parametrize("values", [[], ["craft"] * 5, ["a", "b", "c", "d"], ["a", "b", "c", "d", "e", "f"], ["a", "b", "c", "d", " "]])
def test_fewer_or_more_than_five_different_values_are_refused(values: list[str]) -> None:
    with pytest.raises(AnswerNotAllowed, match="values_to_pick"):
        journal.pick_values(Record(), values, today=NOVEMBER)


def test_the_two_sentences_are_kept_with_their_days_beside_those_of_the_results() -> None:
    own = JobAndWork(work_is="Shaping young people", job_is="Teaching")
    record = Record(results=(Result(instrument="rk-1.0", taken_on=NOVEMBER, answers=Answers(job_and_work=own)),))

    later = journal.write_sentences(record, "Shaping young people", "Leading a school", today=DECEMBER)

    assert [(one.written_on, one.job_is) for one in journal.sentences(later)] == [(NOVEMBER, "Teaching"), (DECEMBER, "Leading a school")]
    assert journal.write_sentences(record, "Shaping young people", "Teaching", today=DECEMBER) == record


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_is_written_comes_back_from_the_file_as_it_was_kept(words: str) -> None:
    record = journal.set_goal(Record(), words, today=NOVEMBER)
    record = journal.note_gratitude(record, [words, words], day=NOVEMBER)
    record = journal.add_milestone(record, words, day=NOVEMBER)

    assert parse(write(record)) == record
