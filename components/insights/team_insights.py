"""The screen of a team's insights: which round a link opens, and one view of it after the other."""

from contextlib import suppress

import streamlit as st

from components.charts import theme
from components.insights import all_sections, downloads, views
from components.insights.slides import findings, present
from components.screen import counting
from components.session import resources, visit
from data.errors import BadKey
from data.keys import Kind
from data.totals import publishing
from data.totals.published import Insights, Published, Reason, Withheld

# The number of the round that somebody chose to look at.
_CHOSEN = "round_chosen"


def opened() -> Insights | None:
    """The round that was chosen here of what the insights link shows; None without one, and just so where its team is forgotten."""
    key = visit.team_key(Kind.INSIGHTS)
    if key is None:
        return None
    with suppress(BadKey):
        counting.show(key, Kind.INSIGHTS)
        return publishing.round_insights(resources.store(), key, st.session_state.get(_CHOSEN))
    return None


def nothing_open() -> None:
    """The same calm page for no link, and for one that opens nothing any more."""
    words = resources.group_words().insights
    st.title(words.menu)
    st.markdown(words.nothing_open)


def show(insights: Insights) -> None:
    """Draw the round, or say why nothing of it is shown. The team's name is somebody's text, and shown as text."""
    words, whole = resources.group_words().insights, insights.whole
    if isinstance(whole, Withheld):
        st.title(words.withheld_title)
        st.text(insights.team)
        said = {Reason.ROUND_OPEN: words.withheld_open, Reason.ROUND_SEALED: words.withheld_sealed, Reason.TOO_FEW: words.withheld_few}
        st.markdown(said[whole.reason])
        st.caption(resources.instrument().notes.adverse_use)
        return
    if _head(insights, whole):
        present.show(findings.of(all_sections.shown(insights, whole, colours=theme.palette())))
    views.show(insights, whole)
    downloads.offer(insights, whole)
    st.caption(resources.instrument(whole.instrument).notes.adverse_use)


def _head(insights: Insights, whole: Published) -> bool:
    """Whose totals these are, and beside it which round, and the way to what is shown large; whether that is open."""
    words = resources.group_words().insights
    named, asked = st.columns((5, 4), gap="medium", vertical_alignment="bottom")
    with named.container(gap="xxsmall"):
        st.title(words.title)
        st.text(insights.team)
    with asked.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="right"):
        _choose(insights)
        presents = present.offered()
    if insights.over_time.too_few_on:
        st.info(words.newer_too_few.format(day=resources.dates().day(insights.over_time.too_few_on)))
    st.markdown(downloads.closed(insights, whole))
    return presents


def _choose(insights: Insights) -> None:
    """Which round to look at, where there is a choice; the newest that may be shown is what opens."""
    words, over_time = resources.group_words().insights, insights.over_time
    named = {
        round.number: words.round_name.format(number=round.number, day=resources.dates().day(round.closed_on))
        for round in reversed(over_time.rounds)
    }
    if len(named) > 1:
        st.selectbox(words.round, list(named), format_func=named.__getitem__, key=_CHOSEN, width=360)
