from datetime import date
from fractions import Fraction

from hypothesis import given

from data.groups import codebook, submission
from data.instrument.answers import Answers, Area, JobAndWork, LifeStage, Obstacles, StageSelf, Step, Week
from data.instrument.instrument import CURRENT, load
from data.profile import profile
from data.record.record import Result
from tests import oracle
from tests.invented import worked_example
from tests.invented.crowd import STATEMENTS
from tests.invented.sheets import sheets, weeks
from tests.oracle import Sheet

EXAMPLE = Answers(
    life_stage=LifeStage(stage_self=StageSelf.MID),
    job_and_work=JobAndWork(work_is="Sentinel words", job_is="Sentinel words", portraits=worked_example.PORTRAITS),
    statements=worked_example.STATEMENTS,
    week=worked_example.WEEK,
    obstacles=Obstacles(ticked=("time", "energy"), other="Sentinel words"),
    page_seconds={Step.DRIVE: 60.0, Step.PATH: 75.5},
)


def codes(answers: Answers) -> dict[str, int]:
    found = submission.from_profile(profile.of(Result(instrument=CURRENT, taken_on=date(2026, 11, 22), answers=answers)))
    return dict(zip(submission.measures(CURRENT), found.codes, strict=True))


def test_the_worked_example_gives_the_codes_of_the_manual() -> None:
    found = codes(EXAMPLE)

    assert {d: found[f"score.{d}"] for d in ("spark", "purpose", "balance", "support")} == {
        "spark": 144, "purpose": 195, "balance": 75, "support": 160,
    }  # fmt: skip
    assert (found["answer.sup_mentor"], found["answer.bal_flex"], found["answer.align_drift"]) == (6, 0, 5)
    assert (found["stage"], found["pattern"], found["quadrant"], found["orientation"]) == (2, 3, 2, 2)
    assert (found["flags"], found["minutes"]) == (0, 2)
    assert [found[f"week.now.{area}"] for area in ("career", "passions", "care", "rest")] == [6, 0, 2, 0]
    assert (found["obstacle.time"], found["obstacle.money"]) == (1, 0)


def test_a_scale_with_a_gap_gives_no_sum_and_one_without_gives_that_of_its_keyed_answers() -> None:
    found = codes(EXAMPLE)

    assert (found["sum.balance"], found["sum.purpose"]) == (codebook.MISSING, 17)


def test_the_places_of_what_is_not_counted_any_more_stay_empty() -> None:
    found = codes(EXAMPLE)

    assert {found[measure] for measure in found if not codebook.is_counted(measure)} == {codebook.MISSING}
    assert sum(not codebook.is_counted(measure) for measure in found) == len(STATEMENTS)


def test_hurried_answers_stay_out_of_the_figures_on_reliability_only() -> None:
    straight = codes(Answers(statements=dict.fromkeys(STATEMENTS, 4)))

    assert straight["flags"] == 2
    assert {code for measure, code in straight.items() if measure.startswith("sum.")} == {codebook.MISSING}
    assert straight["score.purpose"] == 150


def test_an_empty_sheet_is_a_submission_without_a_score() -> None:
    found = codes(Answers())

    assert {code for measure, code in found.items() if measure.startswith("score.")} == {codebook.MISSING}
    assert (found["stage"], found["minutes"], found["obstacle.none"]) == (0, codebook.MISSING, codebook.MISSING)


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


def test_a_submission_holds_whole_numbers_a_version_and_a_stage_and_nothing_else() -> None:
    found = submission.from_profile(profile.of(Result(instrument=CURRENT, taken_on=date(2026, 11, 22), answers=EXAMPLE)))

    assert vars(found).keys() == {"instrument", "stage", "codes"}
    assert {type(code) for code in found.codes} == {int}
    assert (found.instrument, found.stage) == ("rk-1.0", "mid")


def test_the_order_of_measures_of_a_published_version_never_changes() -> None:
    measures = submission.measures("rk-1.0")

    assert len(measures) == len(set(measures)) == 119
    assert measures[:2] + measures[-2:] == ("answer.align_vehicle", "answer.purpose_drive", "flags", "minutes")
    assert [m for m in measures if m.startswith("answer.")] == [f"answer.{item.id}" for item in load("rk-1.0").items]
