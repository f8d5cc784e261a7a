"""The way through the six steps, as pure changes to a record: begin, save a step, see what is open, finish, reopen."""

from datetime import date

from data.assessment.step_answers import StepAnswers, with_step
from data.errors import RekindleError
from data.instrument.answers import Answers, Step
from data.record.record import Consents, Draft, Record, Result

STEPS = tuple(Step)


class DraftGone(RekindleError):
    """The assessment that a tab is writing to was finished, started over or deleted elsewhere."""


def begin(record: Record, *, instrument: str, tag: str, consents: Consents) -> Record:
    """The record with an empty draft; the life stage of the latest result is filled in, statements never are."""
    latest = record.results[-1].answers.life_stage if record.results else Answers().life_stage
    draft = Draft(instrument=instrument, tag=tag, answers=Answers(life_stage=latest))
    return record.model_copy(update={"consents": consents, "draft": draft})


def reopen(record: Record, *, tag: str) -> Record:
    """The record with its latest result opened for completion; it stays until the draft is finished. DraftGone beside another draft."""
    if record.draft:
        raise DraftGone("draft_under_way")
    latest = record.results[-1]
    saved = dict.fromkeys(STEPS, 1)
    draft = Draft(instrument=latest.instrument, tag=tag, answers=latest.answers, saved=saved, replaces=latest.taken_on)
    return record.model_copy(update={"draft": draft})


def start_over(record: Record) -> Record:
    """The record without its draft; finished results stay."""
    return record.model_copy(update={"draft": None})


def save(record: Record, step: Step, part: StepAnswers, *, tag: str) -> Record:
    """The record with what one step gave and no other step changed; DraftGone where the tab's draft is no longer there."""
    draft = record.draft
    if draft is None or draft.tag != tag:
        raise DraftGone("draft_gone_unsaved")
    saved = {**draft.saved, step: draft.saved.get(step, 0) + 1}
    changed = draft.model_copy(update={"answers": with_step(draft.answers, step, part), "saved": saved})
    return record.model_copy(update={"draft": changed})


def page_state(draft: Draft, step: Step) -> str:
    """The name of this state of this draft's page, for which alone what a tab keeps unsent still counts."""
    return f"{draft.tag}:{step}:{draft.saved.get(step, 0)}"


def finish(record: Record, *, today: date) -> Record:
    """The record with its draft turned into a result; one that was reopened takes the place of the result it came from."""
    draft = record.draft
    if draft is None:
        raise DraftGone("draft_gone")
    result = Result(instrument=draft.instrument, taken_on=draft.replaces or today, answers=draft.answers)
    kept = record.results[:-1] if draft.replaces else record.results
    return record.model_copy(update={"draft": None, "results": (*kept, result)})


def next_step(step: Step) -> Step | None:
    """The step after this one; None after the last."""
    later = STEPS[STEPS.index(step) + 1 :]
    return later[0] if later else None


def previous_step(step: Step) -> Step | None:
    """The step before this one; None before the first."""
    return STEPS[STEPS.index(step) - 1] if step is not STEPS[0] else None


def resume_at(draft: Draft) -> Step:
    """The first step that was never saved; the last one where all were."""
    return next((step for step in STEPS if step not in draft.saved), STEPS[-1])
