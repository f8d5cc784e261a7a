"""Others beside one's own scores: which group, its published figures as a frame, and what they say in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pandas as pd
import streamlit as st

from components.exports.report import Block, Bullets, Heading, Paragraph
from components.profile.section import Owner, ProfileSection, View
from components.screen import published_words
from components.session import resources
from data.groups import contribution_store
from data.groups.contribution_store import ContributionState
from data.instrument.advice import Stage
from data.profile import guidance
from data.profile.history import Comparison
from data.profile.profile import Profile
from data.profile.scoring import Score
from data.record.record import Record
from data.record.viewer_link import Section
from data.sharing.percentile_ranges import compare
from data.sharing.shared_profile import SharedProfile
from data.totals import publishing
from data.totals.middle_half import middle_half
from data.totals.published import Outcome, Published, Reason, Withheld

_ONLY_ME, _LAST, _EVERYONE, _STAGE = "only_me", "last", "everyone", "stage"


@dataclass(frozen=True)
class Beside:
    """What stands beside one's own scores: an earlier profile, a group as it may be shown, or, as at first, nothing."""

    before: Profile | None = None
    group: Outcome | None = None

    def frame(self, names: Mapping[str, str]) -> pd.DataFrame | None:
        """What the chart draws of it: name with before, with mean, or with low, middle, high."""
        rows = list(_drawn_before(self.before, names) if self.before else _drawn(self.group, names))
        return pd.DataFrame(rows) if rows else None

    def describe(self, scores: Mapping[str, Score], names: Mapping[str, str]) -> None:
        """Say what is drawn, how many the others are, that they are no norm, and where each score stands; or why nothing is."""
        words, group = resources.group_words().comparison, self.group
        if self.before:
            st.caption(words.legend_last.format(day=resources.dates().day(self.before.result.taken_on)))
        elif isinstance(group, Withheld):
            st.caption(words.why_open if group.reason is Reason.ROUND_OPEN else words.why_few)
        elif group:
            _describe_group(group, scores, names)


def choose(owner: Owner) -> Beside:
    """Ask beside whom to stand; only oneself is the first choice, and where things look heavy the only one (docs/instrument.md 8.1)."""
    profile, record = owner.profile, owner.record
    if profile.care:
        return Beside()
    version, rounds, before = profile.instrument.version, _rounds(record), _before(owner.compared)
    everyone = publishing.reference_group(resources.store(), version)
    if isinstance(everyone, Withheld) and not (rounds or before):
        return Beside(group=everyone)
    # Where everyone is too few to be shown, each stage of them is.
    stage = guidance.stage(profile.answers.life_stage) if isinstance(everyone, Published) else None
    chosen = _choose(_choices(bool(before), isinstance(everyone, Published), stage, rounds))
    if chosen == _LAST:
        return Beside(before=before)
    if chosen in rounds:
        return Beside(group=publishing.round_totals(resources.store(), rounds[chosen][0], version))
    if chosen == _STAGE and stage:
        return Beside(group=_of_stage(stage, version))
    return Beside(group=everyone if chosen == _EVERYONE else None)


def _show(view: View) -> None:
    """A copy alone: its owner asks for others anew, among the dimensions."""
    shown = view.shown
    if shown.comparison is None:
        return
    st.header(resources.group_words().comparison.label)
    st.markdown("\n".join(f"- {sentence}" for sentence in published_words.standpoints(shown, shown.comparison)))
    st.caption(published_words.others(shown.comparison))


def _blocks(view: View) -> Iterator[Block]:
    shown = view.shown
    if shown.comparison is None:
        return
    yield Heading(resources.group_words().comparison.label)
    yield Bullets(resources.export_words().report.comparison_list, tuple(published_words.standpoints(shown, shown.comparison)))
    yield Paragraph(published_words.others(shown.comparison), quiet=True)


def _is_there(shown: SharedProfile) -> bool:
    return shown.comparison is not None


SECTION = ProfileSection(_show, _blocks, share_as=Section.COMPARISON, is_there=_is_there)


def _choices(has_before: bool, has_everyone: bool, stage: Stage | None, rounds: Mapping[str, tuple[UUID, date]]) -> dict[str, str]:
    words = resources.group_words().comparison
    there = {_ONLY_ME: (words.only_me, True), _LAST: (words.last, has_before), _EVERYONE: (words.everyone, has_everyone)}
    there[_STAGE] = (words.stage, stage is not None)
    choices = {key: name for key, (name, is_there) in there.items() if is_there}
    return choices | {key: words.round.format(day=resources.dates().day(day)) for key, (_, day) in rounds.items()}


def _choose(choices: Mapping[str, str]) -> str:
    return st.radio(resources.group_words().comparison.ask, list(choices), format_func=choices.__getitem__, horizontal=True, key="beside")


def _before(compared: Comparison | None) -> Profile | None:
    """The earlier profile that the last one may be compared with."""
    return compared.before if compared and compared.changes else None


def _drawn_before(before: Profile, names: Mapping[str, str]) -> Iterator[dict[str, object]]:
    scores = ((name, before.scores.get(dimension)) for dimension, name in names.items())
    return ({"name": name, "before": score.value} for name, score in scores if score and score.value is not None)


def _drawn(group: Outcome | None, names: Mapping[str, str]) -> Iterator[dict[str, object]]:
    """Of a team the means alone, of others where the middle half of them is."""
    if not isinstance(group, Published):
        return
    if group.label == publishing.TEAM:
        yield from ({"name": names[dimension], "mean": mean.value} for dimension, mean in group.means.items())
        return
    halves = ((names[dimension], middle_half(bars)) for dimension, bars in group.bars.items())
    yield from ({"name": name, **half._asdict()} for name, half in halves if half)


def _describe_group(group: Published, scores: Mapping[str, Score], names: Mapping[str, str]) -> None:
    words = resources.group_words().comparison
    is_team = group.label == publishing.TEAM
    legend, people = (words.legend_team, words.team_people) if is_team else (words.legend, words.people)
    st.caption(f"{legend} {people.format(people=published_words.people_words(group.n_band))}")
    sentences = _team(group, scores, names) if is_team else _standpoints(group, scores, names)
    if sentences:
        st.markdown("\n".join(f"- {sentence}" for sentence in sentences))


def _of_stage(stage: Stage, version: str) -> Outcome:
    found = publishing.stage_group(resources.store(), stage, version)
    if found.asked:
        st.caption(resources.group_words().comparison.fell_back)
    return found.shown


def _rounds(record: Record) -> dict[str, tuple[UUID, date]]:
    """The rounds that this record is part of the totals of, each with the day of the result that was given."""
    standings = contribution_store.standings(resources.store(), record)
    given = (standing.contribution for standing in standings if standing.state is ContributionState.MIXED and standing.in_round)
    return {str(one.round_id): (one.round_id, one.taken_on) for one in given if one.round_id}


def _standpoints(published: Published, scores: Mapping[str, Score], names: Mapping[str, str]) -> list[str]:
    stands = ((name, compare(scores[dimension], published)) for dimension, name in names.items() if dimension in scores)
    say = resources.group_words().comparison.standpoint
    return [say.format(name=name, low=stand.low, high=stand.high) for name, stand in stands if stand]


def _team(published: Published, scores: Mapping[str, Score], names: Mapping[str, str]) -> list[str]:
    say = resources.group_words().comparison.team_mean
    both = ((names[dimension], scores[dimension].shown, mean.value) for dimension, mean in published.means.items() if dimension in scores)
    return [say.format(name=name, own=own, mean=mean) for name, own, mean in both if own is not None]
