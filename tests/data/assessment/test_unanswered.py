from data.assessment.unanswered import unanswered
from data.instrument import instrument
from data.instrument.answers import (
    Answer,
    Answers,
    Area,
    JobAndWork,
    LifeStage,
    Portrait,
    Responsibility,
    ResponsibilityChange,
    StageSelf,
    Step,
    Transition,
    Week,
    YearsBand,
)
from tests.invented import worked_example

RK = instrument.load()
EVERY_STATEMENT: dict[str, Answer] = {item.id: 3 for item in RK.items}
WHOLE = Answers(
    life_stage=LifeStage(
        stage_self=StageSelf.MID,
        transition=Transition.NO,
        years_band=YearsBand.FROM_3,
        responsibilities=(Responsibility.NONE,),
        resp_change=ResponsibilityChange.SAME,
    ),
    job_and_work=JobAndWork(portraits=worked_example.PORTRAITS),
    statements=EVERY_STATEMENT,
    week=worked_example.WEEK,
)


def test_an_empty_sheet_leaves_every_step_but_the_last_open() -> None:
    found = unanswered(RK, Answers())

    assert {step: len(questions) for step, questions in found.items()} == {
        Step.LIFE_STAGE: 5,
        Step.JOB_AND_WORK: 3 + 10,
        Step.DRIVE: 10,
        Step.PATH: 10,
        Step.BALANCE: 3 + 10,
    }


def test_a_whole_sheet_leaves_nothing_open_without_an_age_group() -> None:
    assert WHOLE.life_stage.age_band is None
    assert unanswered(RK, WHOLE) == {}


def test_what_does_not_apply_counts_as_answered() -> None:
    answers = WHOLE.model_copy(update={"statements": {**EVERY_STATEMENT, "sup_peers": "na"}})

    assert unanswered(RK, answers) == {}


def test_a_skipped_statement_is_named_in_its_own_words_under_its_step() -> None:
    skipped = next(item for item in RK.items if item.id == "bal_first")

    found = unanswered(RK, WHOLE.model_copy(update={"statements": {k: v for k, v in EVERY_STATEMENT.items() if k != "bal_first"}}))

    assert found == {Step.BALANCE: (skipped.text,)}


def test_each_part_of_the_week_that_is_all_zero_is_named_once() -> None:
    week = Week(now=worked_example.WEEK.now, wish={Area.REST: 0}, energy={})

    found = unanswered(RK, WHOLE.model_copy(update={"week": week}))

    assert found == {Step.BALANCE: (RK.week.wish, RK.week.energy)}


def test_a_portrait_rated_not_at_all_is_answered_and_a_missing_one_is_open() -> None:
    rated = JobAndWork(portraits={Portrait.JOB: 0, Portrait.CAREER: 0})

    found = unanswered(RK, WHOLE.model_copy(update={"job_and_work": rated}))

    assert found == {Step.JOB_AND_WORK: (next(p.text for p in RK.portraits if p.id is Portrait.CALLING),)}
