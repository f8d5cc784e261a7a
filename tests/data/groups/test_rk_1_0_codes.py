from datetime import date

from data.groups import codebook, submission
from data.instrument.answers import Answers, JobAndWork, LifeStage, Obstacles, StageSelf, Step
from data.instrument.instrument import load
from data.profile import profile
from data.record.record import Result
from tests.invented import worked_example

STATEMENTS = tuple(item.id for item in load("rk-1.0").items)
EXAMPLE = Answers(
    life_stage=LifeStage(stage_self=StageSelf.MID),
    job_and_work=JobAndWork(work_is="Sentinel words", job_is="Sentinel words", portraits=worked_example.PORTRAITS),
    statements=worked_example.STATEMENTS,
    week=worked_example.WEEK,
    obstacles=Obstacles(ticked=("time", "energy"), other="Sentinel words"),
    page_seconds={Step.DRIVE: 60.0, Step.PATH: 75.5},
)


def codes(answers: Answers) -> dict[str, int]:
    found = submission.from_profile(profile.from_result(Result(instrument="rk-1.0", taken_on=date(2026, 11, 22), answers=answers)))
    return dict(zip(submission.measures("rk-1.0"), found.codes, strict=True))


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
