from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.assessment import steps
from data.assessment.step_answers import StepAnswers
from data.assessment.steps import DraftGone
from data.instrument.answers import Answers, Area, JobAndWork, LifeStage, Obstacles, Portrait, StageSelf, Step, Week
from data.instrument.instrument import load
from data.record.record import Consents, Draft, Record, Result
from tests.invented import rk_1_1
from tests.invented.records import TODAY, somebody

CONSENTS = Consents(wording="consent-1", given_on=TODAY, take_part=True)
LATER = date(2027, 1, 5)
MID = LifeStage(stage_self=StageSelf.MID)


def begun(record: Record | None = None) -> Record:
    return steps.begin(record or Record(), instrument="rk-1.0", tag="mine", consents=CONSENTS)


def draft_of(record: Record) -> Draft:
    assert record.draft is not None
    return record.draft


def finished(answers: Answers) -> Record:
    return Record(results=(Result(instrument="rk-1.0", taken_on=TODAY, answers=answers),))


def answering(statement: str, answer: int) -> Record:
    return steps.save(begun(), Step.DRIVE, StepAnswers.model_validate({"statements": {statement: answer}}), tag="mine")


def test_an_assessment_begins_with_an_empty_sheet_and_the_consents() -> None:
    record = begun()

    assert record == Record(consents=CONSENTS, draft=Draft(instrument="rk-1.0", tag="mine"))


def test_taking_it_again_brings_the_life_stage_along_and_no_statement() -> None:
    before = finished(Answers(life_stage=MID, statements={"spark_drag": 2}))

    record = begun(before)

    assert draft_of(record).answers == Answers(life_stage=MID)
    assert record.results == before.results


def test_saving_a_step_counts_it_and_leaves_the_others_alone() -> None:
    once = answering("spark_drag", 4)

    twice = steps.save(once, Step.PATH, StepAnswers(seconds=2.0), tag="mine")

    assert draft_of(twice).saved == {Step.DRIVE: 1, Step.PATH: 1}
    assert draft_of(twice).answers.statements == {"spark_drag": 4}


@pytest.mark.parametrize("record", [Record(), somebody("of another tab")], ids=["none", "another"])
def test_a_tab_whose_draft_is_gone_saves_nothing(record: Record) -> None:
    with pytest.raises(DraftGone, match="draft_gone_unsaved"):
        steps.save(record, Step.DRIVE, StepAnswers(), tag="mine")


def test_a_save_changes_the_name_of_the_state_of_its_own_page_alone() -> None:
    before, after = draft_of(begun()), draft_of(answering("spark_drag", 4))

    changed = {step for step in Step if steps.page_state(before, step) != steps.page_state(after, step)}

    assert changed == {Step.DRIVE}


def test_no_two_pages_or_drafts_share_the_name_of_a_state() -> None:
    drafts = [draft_of(begun()), draft_of(somebody("of another tab"))]

    assert len({steps.page_state(draft, step) for draft in drafts for step in Step}) == 2 * len(Step)


def test_finishing_turns_the_draft_into_the_newest_result() -> None:
    first = finished(Answers())

    record = steps.finish(begun(first), today=LATER)

    assert record.draft is None
    assert [result.taken_on for result in record.results] == [TODAY, LATER]


def test_a_result_keeps_the_norms_it_is_finished_with_until_it_is_finished_again() -> None:
    older, newest = (rk_1_1.invented_norms().model_copy(update={"name": f"norms-{number}"}) for number in (1, 2))
    draft = steps.begin(Record(), instrument=NEW, tag="mine", consents=CONSENTS)

    first = steps.finish(draft, today=TODAY, norms=older)
    again = steps.finish(steps.reopen(first, tag="again"), today=LATER, norms=newest)

    assert [result.norms for result in first.results] == [older]
    assert [(result.taken_on, result.norms) for result in again.results] == [(TODAY, newest)]


def test_finishing_what_is_not_under_way_changes_nothing() -> None:
    with pytest.raises(DraftGone, match="draft_gone"):
        steps.finish(finished(Answers()), today=LATER)


def test_a_reopened_result_is_replaced_and_keeps_its_day() -> None:
    older = Result(instrument="rk-1.0", taken_on=date(2025, 1, 1), answers=Answers())
    record = Record(results=(older, *finished(Answers(statements={"spark_drag": 2})).results))

    reopened = steps.reopen(record, tag="mine")
    completed = steps.finish(steps.save(reopened, Step.DRIVE, StepAnswers(statements={"mom_path": 4}), tag="mine"), today=LATER)

    assert reopened.results == record.results
    assert [result.taken_on for result in completed.results] == [date(2025, 1, 1), TODAY]
    assert completed.results[-1].answers.statements == {"spark_drag": 2, "mom_path": 4}


def test_starting_over_takes_the_draft_and_no_result() -> None:
    record = begun(finished(Answers()))

    assert steps.start_over(record) == record.model_copy(update={"draft": None})


def test_the_six_steps_lead_to_each_other_and_end() -> None:
    assert [steps.next_step(step) for step in Step] == [*list(Step)[1:], None]
    assert [steps.previous_step(step) for step in Step] == [None, *list(Step)[:-1]]


@given(st.sets(st.sampled_from(Step)))
def test_going_on_leads_to_the_first_step_that_was_never_saved(saved: set[Step]) -> None:
    draft = Draft(instrument="rk-1.0", tag="mine", saved=dict.fromkeys(saved, 1))

    open_steps = [step for step in Step if step not in saved]

    assert steps.resume_at(draft) is (open_steps[0] if open_steps else Step.REFLECT)


OLD, NEW = "rk-1.0", "rk-1.1"
AGAIN = CONSENTS.model_copy(update={"wording": "consent-2"})
HALF_WAY = Answers(
    life_stage=MID,
    job_and_work=JobAndWork(work_is="keeping bees", portraits={Portrait.CALLING: 3}),
    statements={"spark_motions": 2, "mom_path": 4},
    week=Week(now={Area.CAREER: 40}),
    obstacles=Obstacles(ticked=("time",), other="long winters"),
    reflections={"1": "The sound of a hive"},
    page_seconds={Step.DRIVE: 60.0},
)


def half_way(**more: object) -> Record:
    draft = Draft(instrument=OLD, tag="old", answers=HALF_WAY, saved=dict.fromkeys(list(Step)[:3], 2))
    return Record(consents=CONSENTS, draft=draft.model_copy(update=more))


def test_taking_the_new_statements_drops_the_old_answers_and_nothing_else() -> None:
    taken = steps.take_new(half_way(), instrument=load(NEW), tag="new", consents=AGAIN)

    kept = HALF_WAY.model_copy(update={"statements": {}, "page_seconds": {}})
    assert taken == Record(consents=AGAIN, draft=Draft(instrument=NEW, tag="new", answers=kept, saved={Step.LIFE_STAGE: 2}))


def test_the_new_statements_begin_where_the_first_of_them_is_asked() -> None:
    taken = steps.take_new(half_way(saved=dict.fromkeys(Step, 1)), instrument=load(NEW), tag="new", consents=AGAIN)

    assert steps.resume_at(draft_of(taken)) is Step.JOB_AND_WORK


def test_new_statements_without_anything_under_way_are_refused() -> None:
    with pytest.raises(DraftGone):
        steps.take_new(Record(), instrument=load(NEW), tag="new", consents=None)


def test_a_tab_that_still_shows_old_statements_saves_none_of_them_as_new() -> None:
    taken = steps.take_new(half_way(), instrument=load(NEW), tag="new", consents=AGAIN)

    with pytest.raises(DraftGone):
        steps.save(taken, Step.DRIVE, StepAnswers(statements={"spark_motions": 2}), tag="old")


@pytest.mark.parametrize(("begun_with", "offered", "may"), [(OLD, NEW, True), (OLD, OLD, False), (NEW, NEW, False), (NEW, OLD, False)])
def test_newer_statements_are_offered_to_an_older_draft_alone(begun_with: str, offered: str, may: bool) -> None:
    assert steps.may_take_new(draft_of(half_way(instrument=begun_with)), offered) is may


def test_a_result_that_is_being_completed_stays_of_its_version() -> None:
    record = steps.reopen(finished(HALF_WAY), tag="again")

    assert (draft_of(record).instrument, steps.may_take_new(draft_of(record), NEW)) == (OLD, False)


def test_a_draft_of_a_version_that_is_not_known_here_is_left_as_it_is() -> None:
    assert steps.may_take_new(draft_of(half_way(instrument="rk-9.0")), NEW) is False


def results(*versions: str) -> tuple[Result, ...]:
    return tuple(Result(instrument=version, taken_on=date(2026, 1, day), answers=Answers()) for day, version in enumerate(versions, 1))


@pytest.mark.parametrize(
    ("earlier", "day"), [((), None), ((OLD,), None), ((NEW, OLD), 1), ((NEW, NEW), 2)], ids=["none", "older", "one", "two"]
)
def test_a_retake_is_compared_with_the_latest_result_of_its_own_version(earlier: tuple[str, ...], day: int | None) -> None:
    record = Record(draft=Draft(instrument=NEW, tag="mine"), results=results(*earlier))

    found = steps.compared_with(record)

    assert (found.taken_on.day if found else None) == day


def test_a_result_that_is_being_completed_is_not_compared_with_itself() -> None:
    once = steps.reopen(Record(results=results(NEW)), tag="again")
    twice = steps.reopen(Record(results=results(NEW, NEW)), tag="again")

    found = steps.compared_with(twice)

    assert (steps.compared_with(once), found.taken_on.day if found else None) == (None, 1)


def test_nothing_under_way_is_compared_with_nothing() -> None:
    assert steps.compared_with(Record(results=results(NEW))) is None
