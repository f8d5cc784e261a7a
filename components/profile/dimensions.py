"""The eight areas: one chart over three zones, beside the last time or others, its table, and what an area means."""

from collections.abc import Iterator, Sequence
from functools import partial

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
from data.instrument.scoring_rules import Level
from data.profile import rules as versions
from data.profile import scoring
from data.profile.scoring import Score, rounded
from data.record.viewer_link import Section
from data.sharing.shared_profile import SharedProfile


def figure(shown: SharedProfile, colours: Palette, *, beside: pd.DataFrame | None = None, usual: bool = False) -> Figure | None:
    """Every area that has a score, the highest first or in the usual order, beside others where there are; None where no area has one."""
    if not _is_there(shown):
        return None
    words, rules = resources.wording().profile, resources.instrument(shown.instrument)
    scores = _in_order(shown, usual=usual)
    draw = partial(profile_chart.build, _frame(rules, scores), beside, colours=colours, over=chart_words.zones(rules))
    alt_text = words.shape_alt.format(said=_levels_said(rules, scores)).strip()
    bands = rules.notes.band
    columns = (words.table_dimension, words.table_score, words.table_level, words.table_answered, bands.thick_name, bands.thin_name)
    return Figure(draw, alt_text, words.shape_title, columns, tuple(_row(rules, score) for score in scores))


def _show(view: View) -> None:
    words, shown = resources.wording().profile, view.shown
    if shown.scores is None:
        return
    st.header(words.shape_title, anchor=Place.AREAS)
    if _is_there(shown):
        st.markdown(_levels_said(view.rules, _in_order(shown)))
        _chart(view)
    for line in _missing(shown):
        st.caption(line)
    _definition(view.rules, [score.dimension for score in _in_order(shown)])


def _chart(view: View) -> None:
    """The choice of whom to stand beside, the chart, what stands in it, and how it is read one fold away."""
    words, shown = resources.wording().profile, view.shown
    beside = comparison.choose(view.owner) if view.owner else comparison.Beside()
    usual = st.checkbox(words.usual_order, key="usual_order")
    found = figure(shown, theme.palette(), beside=beside.frame(_names(view.rules)), usual=usual)
    if found:
        chart_with_table.show(found, key="dimensions")
    st.caption(words.shape_caption.format(band=view.rules.notes.band.thick_name))
    beside.describe(_by_dimension(shown), _names(view.rules))
    with st.expander(words.how_to_read):
        for line in (*_how_to_read(shown), *_together(shown)):
            st.markdown(line)


def _definition(rules: Instrument, dimensions: Sequence[str]) -> None:
    """One line of what an area means, by default of the first."""
    chosen = st.selectbox(resources.wording().profile.definitions, dimensions, format_func=_names(rules).__getitem__, key="definition_of")
    if chosen:
        st.markdown(rules.dimension(chosen).definition)


def _blocks(view: View) -> Iterator[Block]:
    words, shown = resources.wording().profile, view.shown
    if shown.scores is None:
        return
    yield Heading(words.shape_title)
    found = figure(shown, theme.print_palette())
    if found:
        yield found.without(words.table_answered)
        yield from (Paragraph(line, quiet=True) for line in _how_to_read(shown))
    yield from (Paragraph(line, quiet=True) for line in (*_missing(shown), *_together(shown)))
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


def _in_order(shown: SharedProfile, *, usual: bool = False) -> list[Score]:
    """The highest first, and last what has no score; equal ones in the usual order."""
    scores = list(shown.scores or ())
    return scores if usual else sorted(scores, key=lambda score: -1 if score.value is None else score.value, reverse=True)


def _frame(rules: Instrument, scores: Sequence[Score]) -> pd.DataFrame:
    return pd.DataFrame([_drawn(rules, score) for score in scores if score.value is not None])


def _drawn(rules: Instrument, score: Score) -> dict[str, object]:
    bands, level = score_cells.bands(score), rules.notes.level.name(score.level) if score.level else ""
    said = f"{level}  {score.shown}"
    return {"name": rules.names((score.dimension,)), "score": score.value, "low": bands["low80"], "high": bands["high80"], "said": said}


def _row(rules: Instrument, score: Score) -> tuple[str, ...]:
    answered = resources.wording().profile.table_answered_of.format(answered=score.answered, asked=score.asked)
    name, bands = rules.names((score.dimension,)), (score_cells.ends(band) for band in (score.band80, score.band95))
    return name, score_cells.value(score), score_cells.level(rules, score), answered, *bands


def _levels_said(rules: Instrument, scores: Sequence[Score]) -> str:
    """Which areas are high, middle and low, in words."""
    box = resources.wording().profile.box
    by_level = {level: tuple(score.dimension for score in scores if score.level is level) for level in reversed(Level)}
    return " ".join(box.format(title=rules.notes.level.name(level), names=rules.names(of)) for level, of in by_level.items() if of)


def _how_to_read(shown: SharedProfile) -> Iterator[str]:
    """What dot, levels and bands mean, and what the bands rest on."""
    words, rules, norms = resources.wording().profile, resources.instrument(shown.instrument), shown.norms
    band, ranges = rules.notes.band, rules.notes.level.ranges
    yield " ".join([words.shape_caption.format(band=band.thick_name), *([ranges] if ranges else []), band.words, band.thick, band.thin])
    rest_on = versions.of(rules).norms_said(norms, day=resources.dates().day(norms.day) if norms and norms.day else None)
    if rest_on:
        yield f"{rest_on} {words.made_with.format(label=shown.label)}"


def _missing(shown: SharedProfile) -> Iterator[str]:
    rules = resources.instrument(shown.instrument)
    for score in shown.scores or ():
        if score.value is None:
            missing = rules.notes.level.missing.format(answered=score.answered, asked=score.asked)
            yield f"{rules.names((score.dimension,))}: {missing}"


def _together(shown: SharedProfile) -> Iterator[str]:
    """All dimensions together, small; nothing with too few of them."""
    rules, by_dimension = resources.instrument(shown.instrument), _by_dimension(shown)
    overall = scoring.overall(rules, by_dimension)
    if overall:
        margin, count = rounded(rules.scoring.z80 * overall.sem), sum(score.value is not None for score in by_dimension.values())
        yield rules.notes.figures.overall.format(score=overall.shown, margin=margin, count=count)
