"""What one page of the assessment gave, as a value: checked where it was given, and only then taken down to be saved."""

from collections.abc import Mapping

from pydantic import Field

from data.instrument.answers import (
    Answer,
    Answers,
    FrozenValue,
    HowWell,
    JobAndWork,
    LifeStage,
    Obstacles,
    Outcome,
    Reflection,
    Seconds,
    Step,
    Week,
    Worked,
)


class StepAnswers(FrozenValue):
    """The parts of the sheet that one page asks. A part that it does not ask is None, and stays as it is."""

    life_stage: LifeStage | None = None
    job_and_work: JobAndWork | None = None
    # Every statement of the page by its id; None for one that was skipped or cleared.
    statements: Mapping[str, Answer | None] = Field(default_factory=dict)
    week: Week | None = None
    obstacles: Obstacles | None = None
    reflections: Mapping[str, Reflection] | None = None
    worked: Worked | None = None
    outcomes: Mapping[Outcome, HowWell] | None = None
    # How long the page was in view this time, which the frame of a step knows and the page does not.
    seconds: Seconds = 0.0
    # Of that, how long the statements took, as the browser tells it; None where it tells nothing.
    statement_seconds: Seconds | None = None


# The parts that take the place of the whole part of the sheet that bears the same name.
WHOLE_PARTS = tuple(name for name in StepAnswers.model_fields if name not in ("statements", "seconds", "statement_seconds"))


def with_step(answers: Answers, step: Step, part: StepAnswers) -> Answers:
    """The sheet with what that step gave in place of what it held there, its time on top, and everything else as it was."""
    given = {name: getattr(part, name) for name in WHOLE_PARTS if getattr(part, name) is not None}
    # Laid over what is there, with None for what was taken back: a skipped statement is absent from a sheet (docs/instrument.md 1.2).
    together = {**answers.statements, **part.statements}
    statements = {statement: answer for statement, answer in together.items() if answer is not None}
    seconds = {**answers.page_seconds, step: answers.page_seconds.get(step, 0.0) + part.seconds}
    read = dict(answers.statement_seconds)
    if part.statement_seconds is not None:
        read[step] = read.get(step, 0.0) + part.statement_seconds
    return answers.model_copy(update={**given, "statements": statements, "page_seconds": seconds, "statement_seconds": read})
