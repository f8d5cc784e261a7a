"""The eight dimensions: chart, table, and the place where others will be."""

from collections.abc import Iterator, Mapping

import pandas as pd
import streamlit as st

from components.charts import profile_chart, theme
from components.charts.figure import Figure
from components.charts.theme import Palette
from components.exports.report import Block, Bullets, Heading, Paragraph
from components.profile import comparison, score_cells
from components.profile.section import Place, ProfileSection, View
from components.screen import chart_with_table, chart_words
from components.session import resources
from data.instrument.instrument import Instrument
from data.profile import rules as versions
from data.profile import scoring
from data.profile.scoring import Score, rounded
from data.record.viewer_link import Section
from data.sharing.shared_profile import SharedProfile
from data.totals.published import Outcome, Withheld


def figure(shown: SharedProfile, colours: Palette, *, beside: Outcome | None = None) -> Figure | None:
    """Every dimension that has a score, beside a group where one was asked for; None where no dimension has one."""
    if not _is_there(shown):
        return None
    words, rules, scores = resources.wording().profile, resources.instrument(shown.instrument), shown.scores or ()
    by_dimension = _by_dimension(shown)
    note = words.comparison if isinstance(beside, Withheld) else ""
    others = comparison.reference_frame(beside, _names(rules))
    called = (words.table_dimension, words.you)
    cuts = chart_words.cuts(rules)
    chart = profile_chart.build(_frame(shown), others, colours=colours, cuts=cuts, note=note, called=called)
    alt_text = words.shape_alt.format(said=_shape_said(rules, by_dimension)).strip()
    bands = rules.notes.band
    columns = (words.table_dimension, words.table_score, words.table_level, words.table_answered, bands.thick_name, bands.thin_name)
    return Figure(chart, alt_text, words.shape_title, columns, tuple(_row(rules, score) for score in scores))


def _show(view: View) -> None:
    words, shown = resources.wording().profile, view.shown
    if shown.scores is None:
        return
    beside = comparison.choose_group(view.owner.profile, view.owner.record) if view.owner else None
    st.header(words.shape_title, anchor=Place.AREAS)
    found = figure(shown, theme.palette(), beside=beside)
    if found:
        chart_with_table.show(found, key="dimensions")
        for line in _how_to_read(shown):
            st.caption(line)
    for line in _missing(shown):
        st.caption(line)
    comparison.describe(beside, _by_dimension(shown), _names(view.rules))
    together = _together(shown)
    if together:
        st.caption(together)
    with st.expander(words.definitions):
        st.markdown("\n".join(f"- **{dimension.name}**: {dimension.definition}" for dimension in view.rules.dimensions))


def _blocks(view: View) -> Iterator[Block]:
    words, shown = resources.wording().profile, view.shown
    if shown.scores is None:
        return
    yield Heading(words.shape_title)
    found = figure(shown, theme.print_palette())
    if found:
        yield found.without(words.table_answered)
        yield from (Paragraph(line, quiet=True) for line in _how_to_read(shown))
    together = _together(shown)
    yield from (Paragraph(line, quiet=True) for line in (*_missing(shown), *([together] if together else [])))
    yield Bullets(
        words.definitions,
        tuple(f"{dimension.name}: {dimension.definition}" for dimension in view.rules.dimensions),
    )


def _is_there(shown: SharedProfile) -> bool:
    return any(score.value is not None for score in shown.scores or ())


def _is_drawn(view: View) -> bool:
    return view.shown.scores is not None


SECTION = ProfileSection(
    _show, _blocks, share_as=Section.DIMENSIONS, is_there=_is_there, figure=figure, place=Place.AREAS, is_drawn=_is_drawn
)


def _by_dimension(shown: SharedProfile) -> dict[str, Score]:
    return {score.dimension: score for score in shown.scores or ()}


def _names(rules: Instrument) -> dict[str, str]:
    return {dimension.id: dimension.name for dimension in rules.dimensions}


def _frame(shown: SharedProfile) -> pd.DataFrame:
    rules, scored = resources.instrument(shown.instrument), (score for score in shown.scores or () if score.value is not None)
    return pd.DataFrame([{"name": rules.names((score.dimension,)), "score": score.value, **score_cells.bands(score)} for score in scored])


def _row(rules: Instrument, score: Score) -> tuple[str, ...]:
    answered = resources.wording().profile.table_answered_of.format(answered=score.answered, asked=score.asked)
    name, bands = rules.names((score.dimension,)), (score_cells.ends(rules, band) for band in (score.band80, score.band95))
    return name, score_cells.value(rules, score), score_cells.level(rules, score), answered, *bands


def _shape_said(rules: Instrument, scores: Mapping[str, Score]) -> str:
    by = versions.of(rules)
    said = by.stands_out_said(by.stands_out(scores))
    box = resources.wording().profile.box
    return " ".join(box.format(title=one.title, names=rules.names(one.dimensions)) for one in said.boxes) or said.remark


def _how_to_read(shown: SharedProfile) -> Iterator[str]:
    """What dot, levels and bands mean, and what the bands rest on."""
    words, rules, norms = resources.wording().profile, resources.instrument(shown.instrument), shown.norms
    band, ranges = rules.notes.band, rules.notes.level.ranges
    yield " ".join([words.shape_caption, *([ranges] if ranges else []), band.words, band.thick, band.thin])
    rest_on = versions.of(rules).norms_said(norms, day=resources.dates().day(norms.day) if norms and norms.day else None)
    if rest_on:
        yield f"{rest_on} {words.made_with.format(label=shown.label)}"


def _missing(shown: SharedProfile) -> Iterator[str]:
    rules = resources.instrument(shown.instrument)
    for score in shown.scores or ():
        if score.value is None:
            missing = rules.notes.level.missing.format(answered=score.answered, asked=score.asked)
            yield f"{rules.names((score.dimension,))}: {missing}"


def _together(shown: SharedProfile) -> str | None:
    """All dimensions together, small; None with too few of them."""
    rules, by_dimension = resources.instrument(shown.instrument), _by_dimension(shown)
    overall = scoring.overall(rules, by_dimension)
    if overall is None:
        return None
    margin, count = rounded(rules.scoring.z80 * overall.sem), sum(score.value is not None for score in by_dimension.values())
    return rules.notes.figures.overall.format(score=overall.shown, margin=margin, count=count)
