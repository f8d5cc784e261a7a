"""The journal, as somebody uses it over weeks."""

from datetime import UTC, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from components.session import resources
from data.instrument import instrument
from data.instrument.advice import BLANK
from data.record import journal
from data.record.journal_entries import MAX_GOAL, GoalState
from data.record.record import Record, Result
from tests.invented import rk_1_1
from tests.invented.full_record import result
from tests.pages.conftest import Somebody

TODAY = datetime.now(UTC).date()
WORDS = resources.wording().journal
ACTION = instrument.load().actions[0]


def press(drawn: AppTest, label: str) -> None:
    next(button for button in drawn.button if button.label == label).click().run()


def test_a_goal_is_kept_and_then_asked_for_no_more(somebody: Somebody) -> None:
    drawn = somebody.opens("journal")

    drawn.text_input(key="goal_0").input("Read one book")
    next(button for button in drawn.button if button.label == WORDS.goal_set).click().run()

    held = somebody.held()
    assert held is not None and [goal.text for goal in held.goals] == ["Read one book"]
    assert "Read one book" in [text.value for text in drawn.text]
    assert WORDS.goal_set not in [button.label for button in drawn.button]


def test_a_goal_whose_month_is_over_is_carried_on_when_asked(somebody: Somebody) -> None:
    somebody.holds(journal.set_goal(Record(), "Read one book", today=TODAY - timedelta(days=40)))

    drawn = somebody.opens("journal")
    assert WORDS.goal_due in [line.value for line in drawn.markdown]
    next(button for button in drawn.button if button.label == WORDS.goal_carry.format(month=f"{TODAY:%B}")).click().run()

    held = somebody.held()
    assert held is not None and [goal.state for goal in held.goals] == [GoalState.CARRIED, GoalState.OPEN]


def test_a_goal_that_is_done_stays_among_the_former_ones(somebody: Somebody) -> None:
    somebody.holds(journal.set_goal(Record(), "Read one book", today=TODAY))

    drawn = somebody.opens("journal")
    next(button for button in drawn.button if button.label == WORDS.goal_done).click().run()

    held = somebody.held()
    assert held is not None and held.goals[0].state is GoalState.DONE
    assert WORDS.goal_former in [fold.label for fold in drawn.expander]


def test_a_suggested_goal_shows_how_to_start_and_takes_ones_own_words_for_when(somebody: Somebody) -> None:
    made_on = TODAY.replace(day=1)
    somebody.holds(journal.take_up(Record(), ACTION, dimension="spark", today=made_on))

    drawn = somebody.opens("journal")
    assert {ACTION.how, ACTION.why} <= {text.value for text in drawn.text}
    key = f"goal_when_{made_on}"
    assert drawn.text_area(key=key).value == ACTION.when
    press(drawn, WORDS.goal_when_keep)
    assert "gap" in drawn.error[0].value
    drawn.text_area(key=key).input(ACTION.when.replace(BLANK, "Friday"))
    press(drawn, WORDS.goal_when_keep)

    assert ACTION.when.replace(BLANK, "Friday") in [text.value for text in drawn.text]


@pytest.mark.parametrize(
    ("answer", "said"), [(WORDS.goal_started_yes, WORDS.goal_started), (WORDS.goal_started_no, WORDS.goal_not_started)]
)
def test_after_a_week_one_question_is_asked_and_either_answer_is_kind(somebody: Somebody, answer: str, said: str) -> None:
    record = journal.take_up(Record(), ACTION, dimension="spark", today=TODAY - timedelta(days=7))
    # Of this month also on its first days, when a week ago was another one.
    goal = record.goals[0].model_copy(update={"month": TODAY.replace(day=1)})
    somebody.holds(record.model_copy(update={"goals": (goal,)}))

    drawn = somebody.opens("journal")
    press(drawn, answer)

    assert WORDS.goal_started_ask not in [line.value for line in drawn.markdown]
    assert said in [line.value for line in drawn.caption]


def test_good_things_of_today_stand_in_their_boxes_again(somebody: Somebody) -> None:
    drawn = somebody.opens("journal")

    drawn.text_input(key=f"gratitude_{TODAY}_0").input("A good talk")
    next(button for button in drawn.button if button.label == WORDS.gratitude_keep).click().run()

    assert somebody.opens("journal").text_input(key=f"gratitude_{TODAY}_0").value == "A good talk"


def test_a_milestone_can_be_added_and_removed_again(somebody: Somebody) -> None:
    somebody.holds(journal.add_milestone(Record(), "Finished the course", day=TODAY))

    drawn = somebody.opens("journal")
    assert f"{TODAY:%-d %B %Y}: Finished the course" in [text.value for text in drawn.text]
    drawn.button(key="milestone_gone_0").click().run()

    held = somebody.held()
    assert held is not None and held.milestones == ()


def test_fewer_than_five_values_are_refused_kindly_and_nothing_changes(somebody: Somebody) -> None:
    drawn = somebody.opens("journal")

    drawn.multiselect(key="values_0").set_value(["calm", "craft"])
    next(button for button in drawn.button if button.label == WORDS.values_keep).click().run()

    held = somebody.held()
    assert held is None or held.values == ()
    assert [error.value for error in drawn.error] == ["Please pick 5 different values. Nothing was changed."]


def test_new_wordings_of_the_two_sentences_are_kept_with_their_days(somebody: Somebody) -> None:
    somebody.holds(journal.write_sentences(Record(), "helping", "teaching", today=TODAY - timedelta(days=30)))

    drawn = somebody.opens("journal")
    drawn.text_input(key="sentence_1_work").input("helping people learn")
    next(button for button in drawn.button if button.label == WORDS.sentences_keep).click().run()

    held = somebody.held()
    assert held is not None and [one.work_is for one in held.sentences] == ["helping", "helping people learn"]


def test_a_month_shows_goal_and_notes_side_by_side(somebody: Somebody) -> None:
    record = journal.note_gratitude(journal.set_goal(Record(), "Read one book", today=TODAY), ["Coffee", "Sun"], day=TODAY)
    somebody.holds(record)

    shown = [text.value for text in somebody.opens("journal").text]

    assert shown.count("Read one book") == 2
    assert f"{TODAY:%-d %B}: Coffee · Sun" in shown


def test_the_longest_goal_fits_and_no_longer_one_is_taken(somebody: Somebody) -> None:
    drawn = somebody.opens("journal")

    assert drawn.text_input(key="goal_0").max_chars == MAX_GOAL


def test_results_of_a_month_are_named_as_on_their_profile_and_with_their_version_where_there_are_two(somebody: Somebody) -> None:
    low = rk_1_1.examples()[2]
    old = result(TODAY)
    new, heavy = (Result(instrument="rk-1.1", taken_on=TODAY, answers=rk_1_1.sheet(sheet)) for sheet in (low["second"], low))
    day = resources.dates().day_of_month(TODAY)

    somebody.holds(Record(results=(old,)))
    alone = [text.value for text in somebody.opens("journal").text]
    somebody.holds(Record(results=(old, new, heavy)))
    among = [text.value for text in somebody.opens("journal").text]

    assert f"{day}: Outlet outside" in alone
    assert [line for line in among if line.startswith(day)] == [
        f"{day}: Outlet outside (rk-1.0)",
        f"{day}: Between “Steady” and “Outlet outside” (rk-1.1)",
        f"{day}: Your profile (rk-1.1)",
    ]
