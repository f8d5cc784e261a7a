import pytest

from data.errors import BadContent
from data.instrument.answers import Answer, Answers, JobAndWork
from data.profile import profile as profiles
from data.profile.job_and_work import Orientation
from data.record.record import Result
from tests.invented import worked_example
from tests.invented.records import TODAY

WORKED = Result(
    instrument="rk-1.0",
    taken_on=TODAY,
    answers=Answers(
        statements=worked_example.STATEMENTS,
        job_and_work=JobAndWork(portraits=worked_example.PORTRAITS),
        week=worked_example.WEEK,
    ),
)


def result_of(statements: dict[str, Answer]) -> Result:
    return Result(instrument="rk-1.0", taken_on=TODAY, answers=Answers(statements=statements))


def test_a_profile_brings_together_what_the_manual_says_of_its_worked_example() -> None:
    profile = profiles.from_result(WORKED)

    assert {score.dimension: score.shown for score in profile.scored} == {
        "spark": 60,
        "purpose": 81,
        "alignment": 25,
        "momentum": 45,
        "growth": 50,
        "balance": 31,
        "outlet": 75,
        "support": 67,
    }
    assert profile.unscored == ()
    assert profile.lowest == ("alignment", "balance")
    assert profile.pattern.chosen.id == "outlet_outside"
    assert profile.drift is not None
    assert profile.care is None
    assert profile.answers is WORKED.answers


def test_dimensions_with_too_few_answers_are_kept_apart_and_the_overall_is_left_out() -> None:
    profile = profiles.from_result(result_of({"spark_origin": 4, "spark_fulfil": 4, "spark_moments": 4, "spark_motions": 2}))

    assert [score.dimension for score in profile.scored] == ["spark"]
    assert len(profile.unscored) == 7
    assert (profile.overall, profile.place, profile.orientation) == (None, None, None)
    assert profile.pattern.chosen == profile.instrument.patterns.incomplete


def test_an_empty_sheet_has_a_profile_that_claims_nothing() -> None:
    profile = profiles.from_result(result_of({}))

    assert (profile.scored, profile.strongest, profile.lowest, profile.drift, profile.care) == ((), (), (), None, None)
    assert profile.week.gap is None


def test_the_care_note_comes_with_one_action_to_rest() -> None:
    heavy: dict[str, Answer] = {"bal_split": 1, "bal_care": 1, "bal_spill": 5, "bal_energy": 5, "bal_flex": 1}

    profile = profiles.from_result(result_of(heavy))

    assert profile.care is not None
    assert profile.care.rest_first.dimension == "balance"


def test_names_are_written_as_people_read_them() -> None:
    profile = profiles.from_result(WORKED)

    assert profile.names(("alignment", "balance")) == "Alignment, Balance"
    assert profile.orientation is not None and profile.orientation is not Orientation.MIXED


def test_a_result_of_unknown_questions_is_refused_in_one_sentence() -> None:
    with pytest.raises(BadContent, match="version_unknown"):
        profiles.from_result(WORKED.model_copy(update={"instrument": "rk-9.9"}))
