import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from data.assessment.step_answers import WHOLE_PARTS, StepAnswers, with_step
from data.instrument.answers import Answer, Answers, Area, JobAndWork, LifeStage, Obstacles, Outcome, StageSelf, Step, Week

ASKED = ("spark_drag", "spark_moments", "mom_path", "bal_flex")
# A few statements are enough to be asked and not, given and not.
STATEMENTS: st.SearchStrategy[dict[str, Answer]] = st.dictionaries(st.sampled_from((*ASKED, "bal_split")), st.sampled_from([1, 5, "na"]))
WORDS = st.text(max_size=20)
STEP = st.sampled_from(Step)
WEEKS = st.builds(Week, now=st.dictionaries(st.sampled_from(Area), st.integers(0, 80), max_size=2))


@st.composite
def whole_sheets(draw: st.DrawFn) -> Answers:
    return Answers(
        life_stage=LifeStage(stage_self=draw(st.sampled_from(StageSelf))),
        job_and_work=JobAndWork(work_is=draw(WORDS)),
        statements=draw(STATEMENTS),
        week=draw(WEEKS),
        obstacles=Obstacles(other=draw(WORDS)),
        outcomes=draw(st.dictionaries(st.sampled_from(Outcome), st.integers(0, 10))),
        reflections=draw(st.dictionaries(st.just("1"), WORDS)),
        page_seconds=draw(st.dictionaries(STEP, st.floats(0, 3600))),
    )


@given(whole_sheets(), STEP, STATEMENTS, st.sets(st.sampled_from(ASKED)))
def test_a_page_replaces_each_of_its_statements_and_no_other(
    before: Answers, step: Step, sheet: dict[str, Answer], asked: set[str]
) -> None:
    part = StepAnswers(statements={statement: sheet.get(statement) for statement in asked})

    after = with_step(before, step, part).statements

    others = {statement: answer for statement, answer in before.statements.items() if statement not in asked}
    assert after == others | {statement: answer for statement, answer in sheet.items() if statement in asked}


@given(whole_sheets(), whole_sheets(), STEP, st.sets(st.sampled_from(WHOLE_PARTS)))
def test_a_part_that_a_page_gave_is_replaced_whole_and_every_other_stays(
    before: Answers, other: Answers, step: Step, parts: set[str]
) -> None:
    after = with_step(before, step, StepAnswers(**{part: getattr(other, part) for part in parts}))

    assert {part: getattr(after, part) for part in WHOLE_PARTS} == {
        part: getattr(other if part in parts else before, part) for part in WHOLE_PARTS
    }
    assert after.statements == before.statements


@given(whole_sheets(), STEP, st.floats(0, 3600))
def test_the_time_on_a_page_adds_up_over_visits(before: Answers, step: Step, seconds: float) -> None:
    after = with_step(before, step, StepAnswers(seconds=seconds))

    assert after.page_seconds == {**before.page_seconds, step: before.page_seconds.get(step, 0.0) + seconds}


@given(whole_sheets(), whole_sheets(), STEP)
def test_what_comes_of_saving_a_page_is_a_sheet_that_opens_again(before: Answers, other: Answers, step: Step) -> None:
    part = StepAnswers(**{name: getattr(other, name) for name in WHOLE_PARTS}, statements=other.statements)

    after = with_step(before, step, part)

    assert Answers.model_validate_json(after.model_dump_json()) == after


@given(whole_sheets(), whole_sheets(), STEP)
def test_saving_the_same_page_twice_is_as_good_as_once(before: Answers, other: Answers, step: Step) -> None:
    part = StepAnswers(week=other.week, statements=other.statements)

    once = with_step(before, step, part)

    assert with_step(once, step, part) == once


def test_every_part_is_a_part_of_the_sheet_under_the_same_name() -> None:
    assert set(WHOLE_PARTS) | {"statements", "page_seconds", "statement_seconds"} == set(Answers.model_fields)


@pytest.mark.parametrize(
    "given",
    [
        {"statements": {"spark_drag": 6}},
        {"statements": {"spark_drag": True}},
        {"seconds": -1.0},
        {"seconds": float("nan")},
        {"mood": "well"},
    ],
)
def test_what_the_questions_do_not_offer_becomes_no_value(given: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        StepAnswers.model_validate(given)
