"""What somebody does with a result, as pure changes to a record: growth goals, gratitude notes, milestones, values, sentences.

`today` is the person's own calendar day, handed in; no time of day is known here, so a change of time zone or clock moves nothing written.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import TypeAlias, TypeVar

from pydantic import ValidationError

from data.errors import AnswerNotAllowed, GoalUnderWay, TextTooLong
from data.instrument.advice import BLANK, Advice
from data.instrument.answers import MAX_SENTENCE, clean_text
from data.record.journal_entries import (
    MAX_GOAL,
    MAX_LINE,
    MAX_LINES,
    MAX_MILESTONE,
    MAX_OWN_VALUE,
    MAX_WHEN,
    VALUES_PICKED,
    Goal,
    GoalState,
    Gratitude,
    Milestone,
    Plan,
    Sentences,
    ValuesPicked,
    first_of_month,
)
from data.record.record import Record

Entry: TypeAlias = Goal | Gratitude | Milestone | ValuesPicked | Sentences
Dated = TypeVar("Dated", Gratitude, Milestone)

# By then a first step was possible, and forgetting it is not far.
_ASK_AFTER = timedelta(days=7)
_PARTS = {Goal: "goals", Gratitude: "gratitude", Milestone: "milestones", ValuesPicked: "values", Sentences: "sentences"}


def active_goal(record: Record) -> Goal | None:
    """The one goal that is open, of this month or of one that has ended."""
    return next((goal for goal in record.goals if goal.state is GoalState.OPEN), None)


def is_due(goal: Goal, today: date) -> bool:
    """Whether the goal's month has ended, so that it is time to ask kindly what became of it."""
    return goal.state is GoalState.OPEN and goal.month < first_of_month(today)


def asks_whether_started(goal: Goal, today: date) -> bool:
    """Whether a week has gone by in which nobody asked yet; what became of a goal whose month is over is asked instead."""
    is_open = goal.state is GoalState.OPEN and not is_due(goal, today)
    return is_open and goal.started is None and today - goal.made_on >= _ASK_AFTER


def set_goal(record: Record, text: str, *, today: date) -> Record:
    """The record with a goal for this month. GoalUnderWay while another is open; one made this month may be reworded instead."""
    return _with_new_goal(record, Goal(text=_words(text, MAX_GOAL), month=first_of_month(today), made_on=today))


def take_up(record: Record, advice: Advice, *, dimension: str | None, today: date) -> Record:
    """The record with a suggestion as its goal for this month, with its plan. GoalUnderWay while another is open."""
    plan = Plan(how=advice.how, minutes=advice.minutes, when=advice.when, why=advice.why)
    made = Goal(text=_words(advice.text, MAX_GOAL), month=first_of_month(today), made_on=today, plan=plan, dimension=dimension)
    return _with_new_goal(record, made)


def take_up_instead(record: Record, advice: Advice, *, dimension: str | None, today: date) -> Record:
    """The same in place of the goal that is open, which is let go."""
    return take_up(drop_goal(record), advice, dimension=dimension, today=today)


def fill_in_when(record: Record, when: str) -> Record:
    """The record with its person's own words for when they start. AnswerNotAllowed while the blank is still there."""
    words = _words(when, MAX_WHEN)
    if BLANK in words:
        raise AnswerNotAllowed("blank_left")

    def planned(goal: Goal) -> tuple[Goal, ...]:
        plan = goal.plan and goal.plan.model_copy(update={"when": words})
        return (goal.model_copy(update={"plan": plan}),)

    return _with_open_goal(record, planned)


def say_started(record: Record, *, started: bool) -> Record:
    """The record with the answer to the one question after a week; not yet is as good an answer."""
    return _with_open_goal(record, lambda goal: (goal.model_copy(update={"started": started}),))


def reword_goal(record: Record, text: str) -> Record:
    """The record with other words for the open goal; unchanged where none is open."""
    words = _words(text, MAX_GOAL)
    return _with_open_goal(record, lambda goal: (goal.model_copy(update={"text": words}),))


def finish_goal(record: Record) -> Record:
    return _with_open_goal(record, lambda goal: (goal.model_copy(update={"state": GoalState.DONE}),))


def drop_goal(record: Record) -> Record:
    return _with_open_goal(record, lambda goal: (goal.model_copy(update={"state": GoalState.DROPPED}),))


def carry_goal(record: Record, *, today: date) -> Record:
    """The record with its open goal carried on into this month; unchanged while the goal's own month lasts."""
    month = first_of_month(today)

    def carried(goal: Goal) -> tuple[Goal, ...]:
        if goal.month >= month:
            return (goal,)
        afresh = {"month": month, "made_on": today}
        return (goal.model_copy(update={"state": GoalState.CARRIED}), goal.model_copy(update=afresh))

    return _with_open_goal(record, carried)


def note_gratitude(record: Record, lines: Sequence[str], *, day: date) -> Record:
    """The record with one or two lines for that day in place of what the day had; without a note where every line is empty."""
    written = tuple(filter(None, (_short(line, MAX_LINE) for line in lines)))
    # A day has one note, so that a calendar of days tells what was written and not how often.
    others = tuple(note for note in record.gratitude if note.day != day)
    added = (Gratitude(day=day, lines=written[:MAX_LINES]),) if written else ()
    return record.model_copy(update={"gratitude": _by_day((*others, *added))})


def add_milestone(record: Record, text: str, *, day: date) -> Record:
    """The record with one more thing to celebrate; a day may have several."""
    added = Milestone(day=day, text=_words(text, MAX_MILESTONE))
    return record.model_copy(update={"milestones": _by_day((*record.milestones, added))})


def remove(record: Record, entry: Entry) -> Record:
    """The record without that goal, note, milestone, pick or wording; unchanged where another tab has already removed it."""
    part = _PARTS[type(entry)]
    kept = list(getattr(record, part))
    if entry in kept:
        # The first that is equal and no more: the same words may have been written twice on purpose.
        kept.remove(entry)
    return record.model_copy(update={part: tuple(kept)})


def pick_values(record: Record, values: Iterable[str], *, today: date) -> Record:
    """The record with five different values as of today; earlier picks stay to look back at. AnswerNotAllowed for fewer or more."""
    picked = tuple(dict.fromkeys(filter(None, (_short(value, MAX_OWN_VALUE) for value in values))))
    try:
        made = ValuesPicked(picked_on=today, values=picked)
    except ValidationError:
        raise AnswerNotAllowed("values_to_pick", count=VALUES_PICKED) from None
    earlier = tuple(pick for pick in record.values if pick.picked_on != today)
    return record.model_copy(update={"values": (*earlier, made)})


def write_sentences(record: Record, work_is: str, job_is: str, *, today: date) -> Record:
    """The record with the two sentences as they read today; unchanged where they read so already."""
    written = Sentences(written_on=today, work_is=_short(work_is, MAX_SENTENCE), job_is=_short(job_is, MAX_SENTENCE))
    history = sentences(record)
    if history and (history[-1].work_is, history[-1].job_is) == (written.work_is, written.job_is):
        return record
    earlier = tuple(one for one in record.sentences if one.written_on != today)
    return record.model_copy(update={"sentences": (*earlier, written)})


def sentences(record: Record) -> tuple[Sentences, ...]:
    """Every wording of the two sentences by its day, oldest first: those of the results and those written between them."""
    answered = ((result.taken_on, result.answers.job_and_work) for result in record.results)
    taken = (Sentences(written_on=day, work_is=own.work_is, job_is=own.job_is) for day, own in answered if own.work_is or own.job_is)
    return tuple(sorted((*taken, *record.sentences), key=lambda written: written.written_on))


def _with_new_goal(record: Record, made: Goal) -> Record:
    if active_goal(record):
        raise GoalUnderWay("goal_under_way")
    return record.model_copy(update={"goals": (*record.goals, made)})


def _with_open_goal(record: Record, change: Callable[[Goal], tuple[Goal, ...]]) -> Record:
    changed = (new for goal in record.goals for new in (change(goal) if goal.state is GoalState.OPEN else (goal,)))
    return record.model_copy(update={"goals": tuple(changed)})


def _by_day(entries: tuple[Dated, ...]) -> tuple[Dated, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.day))


def _words(text: str, most: int) -> str:
    if words := _short(text, most):
        return words
    raise AnswerNotAllowed("nothing_written")


def _short(text: str, most: int) -> str:
    # Measured after cleaning: what is left out anyway must not make a text too long.
    words = clean_text(text)
    if len(words) > most:
        raise TextTooLong("text_too_long", most=most)
    return words
