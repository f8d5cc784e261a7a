import pytest

from data.instrument import instrument
from data.instrument.answers import Answer, Answers
from data.instrument.scoring_rules import Level
from data.profile import rules
from data.profile.findings import StandsOut, StandsOutSaid
from data.profile.job_and_work import MapPlace, Quadrant
from tests.invented import worked_example

RULES = rules.of(instrument.load("rk-1.0"))


@pytest.mark.parametrize(("answer", "shown"), [(3, False), (4, True), (5, True), ("na", False)])
def test_the_drift_note_follows_the_raw_answer(answer: Answer, shown: bool) -> None:
    assert (RULES.drift({}, Answers(statements={"align_drift": answer})) is not None) is shown


def test_the_drift_note_is_not_shown_for_a_skipped_statement() -> None:
    assert RULES.drift({}, Answers()) is None


def test_both_sets_keep_their_titles_and_their_remark() -> None:
    said = RULES.stands_out_said(StandsOut(("purpose", "outlet"), ("alignment",)))

    assert [(box.title, box.dimensions) for box in said.boxes] == [("Strongest", ("purpose", "outlet")), ("To look after", ("alignment",))]
    assert said.remark == "Named together where the difference is within the wobble of short scales."


def test_a_place_near_a_line_keeps_its_corner_and_says_so() -> None:
    assert RULES.place_said(MapPlace(Quadrant.JOB_ONLY, ("outlet",))) == "In the job (near the line: Outlets)"
    assert RULES.place_said(MapPlace(Quadrant.BOTH, ()), emphasis="*{}*") == "*At home in the job and beyond*"


def test_norms_are_of_no_account_and_bands_claim_none() -> None:
    assert RULES.assumed_norms is None
    assert RULES.norms_said(None) is None


def test_what_is_close_to_a_line_is_named_by_itself_and_no_level_says_so() -> None:
    assert RULES.close_said({}) is None
    assert RULES.close_said({"spark": (Level.HIGH,), "support": (Level.MID,)}) == (
        "Close to the line: Spark, Support. Small changes in mood could move them to the next level."
    )
    assert RULES.level_said(Level.MID, (Level.HIGH,)) == "Middle"


def test_with_nothing_in_either_set_nothing_is_said_of_them() -> None:
    assert RULES.stands_out_said(StandsOut()) == StandsOutSaid()


def test_hurried_answers_are_asked_about_kindly_and_others_are_not() -> None:
    straight = Answers(statements={item.id: 4 for item in RULES.instrument.items})

    found = RULES.signs(straight)
    remark = RULES.remark(found)

    assert (found.shown, found.left_out, found.agreeing) == (("longstring", "irv"), True, None)
    assert remark is not None
    assert remark.lines == ("You went through some pages quickly. Want to look again?",)
    assert RULES.remark(RULES.signs(Answers(statements=worked_example.STATEMENTS))) is None
