"""The way through the six steps, as pure changes to a record: begin, save a step, see what is open, finish, reopen."""

from datetime import date

from data.assessment.step_answers import StepAnswers, with_step
from data.errors import RekindleError
from data.instrument.answers import Answers, Step
from data.instrument.instrument import Instrument, versions
from data.instrument.norms import Norms
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
    # As if each step had been left once, so that going on leads to the last one, which lists what is open.
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
    # Over the draft as it is by now and not as this tab drew it: another tab's step stays (docs/decisions.md 10).
    saved = {**draft.saved, step: draft.saved.get(step, 0) + 1}
    changed = draft.model_copy(update={"answers": with_step(draft.answers, step, part), "saved": saved})
    return record.model_copy(update={"draft": changed})


def page_state(draft: Draft, step: Step) -> str:
    """The name of this state of this draft's page, for which alone what a tab keeps unsent still counts."""
    return f"{draft.tag}:{step}:{draft.saved.get(step, 0)}"


def finish(record: Record, *, today: date, norms: Norms | None = None) -> Record:
    """The record with its draft turned into a result; one that was reopened takes the place of the result it came from.

    It is always shown by the norms it is finished with; None where its version has none.
    """
    draft = record.draft
    if draft is None:
        raise DraftGone("draft_gone")
    # What was completed stays a result of its day; with today's it would look like a retake, and the change like one in the person.
    result = Result(instrument=draft.instrument, taken_on=draft.replaces or today, answers=draft.answers, norms=norms)
    kept = record.results[:-1] if draft.replaces else record.results
    return record.model_copy(update={"draft": None, "results": (*kept, result)})


def compared_with(record: Record) -> Result | None:
    """The latest result that the one under way will be compared with: of the same version, and not the one it takes the place of."""
    if record.draft is None:
        return None
    earlier = record.results[:-1] if record.draft.replaces else record.results
    return next((result for result in reversed(earlier) if result.instrument == record.draft.instrument), None)


def may_take_new(draft: Draft, offered: str) -> bool:
    """Whether that version came after the draft's own; a result that is being completed stays of its version (docs/rk11.md 8)."""
    known = versions()
    return draft.replaces is None and draft.instrument in known and known.index(draft.instrument) < known.index(offered)


def take_new(record: Record, *, instrument: Instrument, tag: str, consents: Consents | None) -> Record:
    """The record with its draft asking the statements of that version afresh, and everything else that was given as it was.

    With a tag of its own: what a tab still holds of the old statements is no answer to the new ones. DraftGone without a draft.
    """
    draft = record.draft
    if draft is None:
        raise DraftGone("draft_gone")
    # Also where an id is the same: an answer of one version is never read as one of another (docs/rk11.md 8).
    afresh: dict[str, object] = {"statements": {}, "page_seconds": {}, "statement_seconds": {}, "worked": None, "outcomes": {}}
    kept = draft.answers.model_copy(update=afresh)
    # Pages with statements count as not seen yet, so that going on leads to the first of them.
    saved = {step: times for step, times in draft.saved.items() if not instrument.page(step)}
    taken = Draft(instrument=instrument.version, tag=tag, answers=kept, saved=saved)
    return record.model_copy(update={"consents": consents, "draft": taken})


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
