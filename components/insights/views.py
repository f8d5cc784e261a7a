"""The views of a team's insights: which one is chosen, and its sections in columns. What is not looked at is not drawn."""

from collections.abc import Iterable, Sequence

import streamlit as st

from components.charts import theme
from components.charts.drawing import Kind
from components.charts.figure import Figure
from components.insights import all_sections
from components.insights.section import Box, InsightsSection, Part, Shown, View
from components.screen import chart_with_table
from components.screen.own_elements import number_rows
from components.session import resources
from data.totals.published import Insights, Published

# The view that is looked at, in the address, so that a refresh and a link in a chat lead to it. Nothing else of a team is ever there.
ADDRESS = "view"
_CHOSEN = "view_chosen"
# All eight areas, and of a longer list the largest.
_IN_SIGHT = {Kind.POINTS: 8, Kind.PARTS: 8, Kind.BARS: 5}
# What is drawn needs more room than what is said beside it.
_WIDTHS = {View.HEADLINE: (3, 2), View.AREAS: (3, 2)}


def show(insights: Insights, whole: Published) -> None:
    """Draw the choice where there is one, and the chosen view."""
    of = all_sections.shown(insights, whole, colours=theme.palette())
    view = _choose(all_sections.views(of))
    found = all_sections.in_view(view, of)
    area = _choose_area(of) if any(section.of_area for section in found) else None
    if area:
        _each(part for section in found if section.of_area for part in section.of_area(of, area))
        return
    _in_columns([section for section in found if not (section.fold or section.of_area)], of, _WIDTHS.get(view))
    for section in found:
        if section.fold:
            _folded(section.fold(resources.group_words().insights), section, of)


def _choose(there: list[View]) -> View:
    if len(there) == 1:
        return there[0]
    asked = st.session_state.get(_CHOSEN, st.query_params.get(ADDRESS))
    # What somebody typed, or a view of another round, may not be there.
    st.session_state[_CHOSEN] = asked if asked in there else there[0]
    words = resources.group_words().insights
    names = dict(zip(View, (words.headline, words.areas, words.job_and_week, words.statements), strict=True))
    return View(
        st.radio(
            words.view,
            there,
            format_func=names.__getitem__,
            key=_CHOSEN,
            horizontal=True,
            on_change=_remember,
            label_visibility="collapsed",
        )
    )


def _remember() -> None:
    st.query_params[ADDRESS] = st.session_state[_CHOSEN]


def _choose_area(of: Shown) -> str | None:
    """None for what stands at either end of all of them."""
    words = resources.group_words().insights
    chosen = st.selectbox(words.area, (words.all_areas, *(one.name for one in of.rules.dimensions)), key="area_chosen", width=280)
    return None if chosen == words.all_areas else chosen


def _in_columns(found: list[InsightsSection], of: Shown, widths: Sequence[int] | None) -> None:
    """What stands out above all of them, where it may be said; then each part in its column."""
    used = sorted({section.column for section in found})
    parts = {column: [part for section in found if section.column == column for part in section.parts(of)] for column in used}
    _boxes([box for column in used for part in parts[column] for box in part.boxes])
    shares = widths if widths and len(widths) == len(used) else len(used)
    for column, place in zip(used, st.columns(shares, gap="medium") if used else (), strict=True):
        with place:
            _each(parts[column])


def _boxes(boxes: list[Box]) -> None:
    for box, place in zip(boxes, st.columns(len(boxes)) if boxes else (), strict=True):
        with place.container(border=True, height="stretch", gap="xxsmall"):
            st.header(box.said, anchor=False)
            st.markdown(box.figure)


def _each(parts: Iterable[Part]) -> None:
    for part in parts:
        st.header(part.title)
        _part(part)


def _folded(name: str, section: InsightsSection, of: Shown) -> None:
    """Named alone until it is unfolded: what nobody looks at is neither made nor sent."""
    fold = st.expander(name, key=f"fold_{name}", on_change="rerun")
    if fold.open:
        with fold:
            for part in section.parts(of):
                _part(part)


def _part(part: Part) -> None:
    if not part.boxes:
        st.markdown(part.lead)
    if part.names:
        st.text("\n".join(part.names))
    for place, figure in enumerate(part.figures):
        if figure.title != part.title:
            st.subheader(figure.title, anchor=False)
        _figure(figure, key=f"{part.key}_{place}")
    if part.lines:
        st.markdown("\n".join(f"- {line}" for line in part.lines))
    if part.caption:
        st.caption(part.caption)


def _figure(figure: Figure, *, key: str) -> None:
    """What is listed says its numbers in words, so that it needs no table; of many rows the first stand in sight."""
    if not figure.listed or figure.drawing is None:
        chart_with_table.show(figure, key=key)
        return
    in_sight, others = figure.drawing.parted(_IN_SIGHT[figure.drawing.kind])
    number_rows.show(in_sight, key=key)
    if others.rows:
        with st.expander(resources.group_words().insights.others, key=f"others_{key}"):
            number_rows.show(others, key=f"{key}_others")
