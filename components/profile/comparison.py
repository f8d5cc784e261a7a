"""Others beside one's own scores: which group, its published figures as a frame, and what they say in words."""

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

import pandas as pd
import streamlit as st

from components.exports.report import Block, Bullets, Heading, Paragraph
from components.profile.section import ProfileSection, View
from components.screen import published_words
from components.session import resources
from data.groups import contribution_store
from data.groups.contribution_store import ContributionState
from data.instrument.advice import Stage
from data.profile import guidance
from data.profile.profile import Profile
from data.profile.scoring import Score
from data.record.record import Record
from data.record.viewer_link import Section
from data.sharing.shared_profile import SharedProfile
from data.totals import publishing
from data.totals.published import Outcome, Published, Reason, Withheld, compare

_ONLY_ME, _EVERYONE, _STAGE = "only_me", "everyone", "stage"


def choose_group(profile: Profile, record: Record) -> Outcome | None:
    """Ask which group to show; None for only oneself, the first choice, and where things look heavy (docs/instrument.md 8.1)."""
    if profile.care:
        return None
    version, rounds = profile.instrument.version, _rounds(record)
    everyone = publishing.reference_group(resources.store(), version)
    if isinstance(everyone, Withheld) and not rounds:
        return everyone
    # Where everyone is too few to be shown, each stage of them is.
    stage = guidance.stage(profile.answers.life_stage) if isinstance(everyone, Published) else None
    chosen = _choose(isinstance(everyone, Published), stage, rounds)
    if chosen in rounds:
        return publishing.round_totals(resources.store(), rounds[chosen][0], version)
    if chosen == _STAGE and stage:
        return _of_stage(stage, version)
    return everyone if chosen == _EVERYONE else None


def reference_frame(outcome: Outcome | None, names: Mapping[str, str]) -> pd.DataFrame | None:
    """What the chart draws of the others: bars (name, low, high, percentage) of a reference, or means (name, mean) of a team's round."""
    if not isinstance(outcome, Published):
        return None
    if outcome.label == publishing.TEAM:
        return pd.DataFrame([{"name": names[dimension], "mean": mean.value} for dimension, mean in outcome.means.items()])
    rows = [
        {"name": names[dimension], "low": bar.low, "high": bar.high, "percentage": bar.percentage.points}
        for dimension, bars in outcome.bars.items()
        for bar in bars
    ]
    return pd.DataFrame(rows) if rows else None


def describe(outcome: Outcome | None, scores: Mapping[str, Score], names: Mapping[str, str]) -> None:
    """Say how many the others are, that they are no norm, and where each score stands; why nothing is shown, where that is so."""
    words = resources.group_words().comparison
    if outcome is None:
        return
    if not isinstance(outcome, Published):
        st.caption(words.why_open if outcome.reason is Reason.ROUND_OPEN else words.why_few)
        return
    is_team = outcome.label == publishing.TEAM
    legend, people = (words.legend_team, words.team_people) if is_team else (words.legend, words.people)
    st.caption(f"{legend} {people.format(people=published_words.people_words(outcome.n_band))}")
    sentences = _team(outcome, scores, names) if is_team else _standpoints(outcome, scores, names)
    if sentences:
        st.markdown("\n".join(f"- {sentence}" for sentence in sentences))


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


def _choose(has_everyone: bool, stage: Stage | None, rounds: Mapping[str, tuple[UUID, date]]) -> str:
    words = resources.group_words().comparison
    choices = {_ONLY_ME: words.only_me, **({_EVERYONE: words.everyone} if has_everyone else {}), **({_STAGE: words.stage} if stage else {})}
    choices |= {key: words.round.format(day=resources.dates().day(day)) for key, (_, day) in rounds.items()}
    return st.radio(words.label, list(choices), format_func=choices.__getitem__, horizontal=True, key="beside")


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
