from datetime import date
from fractions import Fraction

from hypothesis import given

from data.groups import codebook, submission
from data.instrument.answers import Answers, Area, Week
from data.profile import profile
from data.record.record import Result
from tests import oracle
from tests.invented.sheets import sheets, weeks
from tests.oracle import Sheet


def codes(answers: Answers) -> dict[str, int]:
    found = submission.from_profile(profile.from_result(Result(instrument="rk-1.0", taken_on=date(2026, 11, 22), answers=answers)))
    return dict(zip(submission.measures("rk-1.0"), found.codes, strict=True))


@given(sheets())
def test_every_score_is_a_whole_number_of_its_units(sheet: Sheet) -> None:
    found = codes(Answers(statements=sheet))

    exact = {d: oracle.score(sheet, d) for d in oracle.DIMENSIONS if oracle.has_score(sheet, d)}
    assert {d: Fraction(found[f"score.{d}"] * 100, codebook.SCORE_UNITS) for d in exact} == exact


@given(weeks())
def test_shares_of_a_week_fall_into_bins_of_ten_points(week: Week) -> None:
    found = codes(Answers(week=week))

    total = sum(week.now.values())
    expected = {area: min(9, 10 * week.now.get(area, 0) // total) if total else codebook.MISSING for area in (Area.CAREER, Area.REST)}
    assert {area: found[f"week.now.{area}"] for area in expected} == expected


def test_an_empty_sheet_is_a_submission_without_a_score() -> None:
    found = codes(Answers())

    assert {code for measure, code in found.items() if measure.startswith("score.")} == {codebook.MISSING}
    assert (found["stage"], found["minutes"], found["obstacle.none"]) == (0, codebook.MISSING, codebook.MISSING)
