"""The week: now against wished for, what is missed most, and what takes more energy than time."""

from collections.abc import Iterator
from functools import partial

import pandas as pd
import streamlit as st

from components.charts import theme, week_bars_chart
from components.charts.figure import NOTHING, Figure
from components.charts.theme import Palette
from components.exports.report import Block, Heading, Paragraph
from components.profile import score_cells
from components.profile.section import Place, ProfileSection, View
from components.screen import chart_with_table
from components.session import resources
from data.instrument.instrument import Instrument
from data.profile import guidance
from data.profile.scoring import rounded
from data.profile.week import WeekSplit
from data.record.viewer_link import Section
from data.sharing.shared_profile import SharedProfile


def figure(shown: SharedProfile, colours: Palette) -> Figure | None:
    """The week now against the week wished for; None without both."""
    week = shown.week
    if week is None or week.now is None or week.wish is None:
        return None
    words, rules = resources.wording().profile, resources.instrument(shown.instrument)
    now, wish = week.now, week.wish
    frame = pd.DataFrame(
        [{"area": area.name, "now": now[area.id], "wish": wish[area.id], "is_missed": area.id == week.most_missed} for area in rules.areas]
    )
    draw = partial(week_bars_chart.build, frame, colours=colours, names=(words.week_now, words.week_wish))
    areas = (words.week_area.format(area=area.name, now=rounded(now[area.id]), wish=rounded(wish[area.id])) for area in rules.areas)
    columns = (words.table_area, words.week_now, words.week_wish, words.table_gap, words.week_energy, words.table_tilt)
    return Figure(draw, words.week_alt.format(percentages="; ".join(areas)), words.week_title, columns, _rows(rules, week))


def _show(view: View) -> None:
    words, shown = resources.wording().profile, view.shown
    if shown.week is None:
        return
    # Where the map is left out of a copy, the menu leads here.
    st.header(words.week_title, anchor="week" if Section.MAP in shown.sections else Place.JOB_AND_WEEK)
    found = figure(shown, theme.palette())
    if found is None:
        st.caption(words.week_missing)
        return
    for line in _said(view.rules, shown.week):
        st.markdown(line)
    chart_with_table.show(found, key="week")


def _blocks(view: View) -> Iterator[Block]:
    words, shown = resources.wording().profile, view.shown
    found = figure(shown, theme.print_palette())
    if found is None or shown.week is None:
        return
    yield Heading(words.week_title)
    yield from (Paragraph(line) for line in _said(view.rules, shown.week))
    yield found.without(words.table_tilt)


def _is_there(shown: SharedProfile) -> bool:
    return shown.week is not None and shown.week.gap is not None


def _is_drawn(view: View) -> bool:
    return view.shown.week is not None


SECTION = ProfileSection(
    _show, _blocks, share_as=Section.WEEK, is_there=_is_there, figure=figure, place=Place.JOB_AND_WEEK, is_drawn=_is_drawn
)


def _said(rules: Instrument, week: WeekSplit) -> Iterator[str]:
    lines = guidance.week_lines(rules, week)
    if lines:
        yield f"{guidance.shift_sentence(rules, week)} {lines.missed}"
        yield from lines.tilts


def _rows(rules: Instrument, week: WeekSplit) -> tuple[tuple[str, ...], ...]:
    points, columns = score_cells.points, (week.now, week.wish, week.gap, week.energy, week.tilt)
    return tuple((area.name, *(NOTHING if one is None else points(one[area.id]) for one in columns)) for area in rules.areas)
