"""The map of job and work, one's own two sentences, and which way of seeing a job fits best just now."""

from collections.abc import Collection, Iterator
from functools import partial
from textwrap import fill

import pandas as pd
import streamlit as st

from components.charts import job_work_chart, theme
from components.charts.figure import Figure
from components.charts.job_work_chart import Field
from components.charts.theme import Palette
from components.exports.report import Block, Heading, Paragraph
from components.profile import orientation, own_answers, score_cells
from components.profile.section import Place, ProfileSection, View
from components.screen import chart_with_table
from components.session import resources
from data.instrument.instrument import Instrument
from data.profile import job_and_work
from data.profile import rules as versions
from data.profile.job_and_work import MapPlace, Quadrant
from data.profile.scoring import Score
from data.record.viewer_link import Section
from data.sharing.shared_profile import SharedProfile


def figure(shown: SharedProfile, colours: Palette) -> Figure | None:
    """The place on the map, with the wobble of both scores; None without both of them."""
    if shown.map is None:
        return None
    words, rules, found = resources.wording().profile, resources.instrument(shown.instrument), shown.map
    own = pd.DataFrame([{**_axis("x", found.across), **_axis("y", found.up)}])
    axes = (rules.names((found.across.dimension,)), rules.names((found.up.dimension,)))
    fields, line = _fields(rules, _own_corners(found.place)), rules.scoring.cuts.mid
    draw = partial(job_work_chart.build, own, fields, colours=colours, axes=axes, line=line)
    here = versions.of(rules).place_said(found.place)
    alt_text = words.map_alt.format(alignment=found.across.shown, outlet=found.up.shown, quadrant=here)
    columns = (words.table_dimension, words.table_score, words.table_level, rules.notes.band.thick_name, rules.notes.band.thin_name)
    return Figure(draw, alt_text, words.map_title, columns, tuple(_row(rules, score) for score in (found.across, found.up)))


def _show(view: View) -> None:
    words, shown = resources.wording().profile, view.shown
    if Section.MAP not in shown.sections:
        return
    st.header(words.map_title, anchor=Place.JOB_AND_WEEK)
    found = figure(shown, theme.palette())
    if found and shown.map:
        st.markdown(versions.of(view.rules).place_said(shown.map.place, emphasis="**{}**"))
        chart_with_table.show(found.without(words.table_level), key="map")
        st.caption(view.rules.notes.figures.map)
    else:
        st.caption(words.map_missing)
    if view.owner:
        if view.owner.profile.drift:
            st.info(view.owner.profile.drift)
        own_answers.show_sentences(view.owner.profile)
        orientation.show(view.rules, view.owner.profile.orientation)
    elif shown.map:
        orientation.show(view.rules, shown.map.orientation)


def _blocks(view: View) -> Iterator[Block]:
    words, shown = resources.wording().profile, view.shown
    found = figure(shown, theme.print_palette())
    if found is None or shown.map is None:
        return
    yield Heading(words.map_title)
    yield Paragraph(f"{versions.of(view.rules).place_said(shown.map.place)}.")
    yield found
    yield Paragraph(view.rules.notes.figures.map, quiet=True)
    yield from orientation.blocks(view.rules, shown.map.orientation)


def _is_there(shown: SharedProfile) -> bool:
    return shown.map is not None


def _is_drawn(view: View) -> bool:
    return Section.MAP in view.shown.sections


SECTION = ProfileSection(
    _show, _blocks, share_as=Section.MAP, is_there=_is_there, figure=figure, place=Place.JOB_AND_WEEK, is_drawn=_is_drawn
)


def _axis(axis: str, score: Score) -> dict[str, float | None]:
    return {axis: score.value, **score_cells.bands(score, axis)}


def _own_corners(place: MapPlace) -> tuple[Quadrant, ...]:
    """The corner that is named, or the two that somebody is between; none near the middle."""
    across = job_and_work.across_the_line(place)
    return (place.quadrant, across) if across else (place.quadrant,) if place.is_sure else ()


def _fields(rules: Instrument, own: Collection[Quadrant]) -> list[Field]:
    low, high = job_work_chart.NEAR, job_work_chart.FAR
    places = {
        Quadrant.BOTH: (high, high),
        Quadrant.JOB_ONLY: (high, low),
        Quadrant.OUTSIDE_ONLY: (low, high),
        Quadrant.NEITHER: (low, low),
    }
    names = {corner: fill(job_and_work.corner_name(rules, corner), job_work_chart.NAME_WIDTH) for corner in places}
    return [Field(names[corner], *place, is_own=corner in own) for corner, place in places.items()]


def _row(rules: Instrument, score: Score) -> tuple[str, ...]:
    name, bands = rules.names((score.dimension,)), (score_cells.ends(band) for band in (score.band80, score.band95))
    return name, score_cells.value(score), score_cells.level(rules, score), *bands
