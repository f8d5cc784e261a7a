from datetime import date

from data.groups import submission
from data.instrument.answers import Answers, JobAndWork, LifeStage, Obstacles, StageSelf, Step
from data.instrument.instrument import load
from data.profile import profile
from data.record.record import Result
from tests.invented import worked_example

EXAMPLE = Answers(
    life_stage=LifeStage(stage_self=StageSelf.MID),
    job_and_work=JobAndWork(work_is="Sentinel words", job_is="Sentinel words", portraits=worked_example.PORTRAITS),
    statements=worked_example.STATEMENTS,
    week=worked_example.WEEK,
    obstacles=Obstacles(ticked=("time", "energy"), other="Sentinel words"),
    page_seconds={Step.DRIVE: 60.0, Step.PATH: 75.5},
)


def test_a_submission_holds_whole_numbers_a_version_and_a_stage_and_nothing_else() -> None:
    found = submission.from_profile(profile.from_result(Result(instrument="rk-1.0", taken_on=date(2026, 11, 22), answers=EXAMPLE)))

    assert vars(found).keys() == {"instrument", "stage", "codes"}
    assert {type(code) for code in found.codes} == {int}
    assert (found.instrument, found.stage) == ("rk-1.0", "mid")


def test_the_order_of_measures_of_a_published_version_never_changes() -> None:
    measures = submission.measures("rk-1.0")

    assert len(measures) == len(set(measures)) == 119
    assert measures[:2] + measures[-2:] == ("answer.align_vehicle", "answer.purpose_drive", "flags", "minutes")
    assert [m for m in measures if m.startswith("answer.")] == [f"answer.{item.id}" for item in load("rk-1.0").items]
