"""What one person's sealed envelope holds, and the pure changes that a visit makes to it."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, model_validator

from data.instrument.answers import Answers, FrozenValue, Step
from data.instrument.norms import Norms
from data.record.journal_entries import Check, Goal, Gratitude, Milestone, Sentences, ValuesPicked
from data.record.kept_team import KeptTeam
from data.record.viewer_link import Share


class Consents(FrozenValue):
    """Which of the boxes before the first statement were ticked, under which wording, on which day (docs/instrument.md 1.10)."""

    wording: str
    given_on: date
    take_part: bool
    count_in_reference: bool = False

    @model_validator(mode="before")
    @classmethod
    def _without_the_box_that_went(cls, given: object) -> object:
        """Records until 2026 hold whether a team's summary was ticked as well. Nothing acted on it: a round asks for itself."""
        return {name: ticked for name, ticked in given.items() if name != "count_in_team"} if isinstance(given, dict) else given


class Draft(FrozenValue):
    """An assessment under way. `saved` counts how often each step was saved, so that a stale tab can be told."""

    instrument: str
    # Random and meaningless: lets a tab know that what it kept unsent belongs to this draft and to no other.
    tag: str
    answers: Answers = Answers()
    saved: Mapping[Step, int] = Field(default_factory=dict)
    # The day of the result that is being completed, where the draft was reopened from one.
    replaces: date | None = None


class Result(FrozenValue):
    """A finished assessment: its answers, the day, and the version of the instrument whose rules it is always shown by."""

    instrument: str
    # A day and no time of day, as everywhere (docs/decisions.md 2).
    taken_on: date
    answers: Answers
    # What it was first shown with, and always is; from rk-1.1 on.
    norms: Norms | None = None


class Contribution(FrozenValue):
    """One submission to the totals: what the server cannot remember, so that nobody is counted twice and a waiting one can be withdrawn."""

    joined_on: date
    # The team's round; None for everyone without a team.
    round_id: UUID | None = None
    # The place of the team that it was given for, where several hold the round together.
    place: Annotated[int, Field(ge=1)] | None = None
    # Which result it was made from: its day, and its place among the results, counted from 1.
    taken_on: date
    number: Annotated[int, Field(ge=1)]
    # Whether it goes on to everyone's mixing where the round turns out too small; else it is erased then.
    for_everyone: bool
    # The row that waits to be mixed. Once that has happened it leads nowhere.
    pending_id: UUID


class Record(FrozenValue):
    """Everything kept about one person. Also, as JSON, what they download and may start again from."""

    # Looked at before anything else in a file, so that one of a later Rekindle is told as newer and not as broken.
    format: Literal[1] = 1
    consents: Consents | None = None
    draft: Draft | None = None
    # Oldest first.
    results: tuple[Result, ...] = ()
    # Whether the personal link was copied, downloaded or printed once, so that the profile need not ask for it any more.
    link_saved: bool = False
    # What follows is private to its person. Each is in the order of its days, oldest first.
    goals: tuple[Goal, ...] = ()
    checks: tuple[Check, ...] = ()
    gratitude: tuple[Gratitude, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    values: tuple[ValuesPicked, ...] = ()
    sentences: tuple[Sentences, ...] = ()
    # The viewer links that are out; what they show lies in envelopes of their own.
    shares: tuple[Share, ...] = ()
    # What was given to the totals, in the order of joining.
    contributions: tuple[Contribution, ...] = ()
    # The teams that its person organises, in the order of keeping.
    teams: tuple[KeptTeam, ...] = ()
