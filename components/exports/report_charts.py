"""The charts of a report with their numbers as tables, drawn for paper from what a viewer link may hold."""

from dataclasses import dataclass
from textwrap import fill

import altair as alt
import pandas as pd

from components.charts import job_work_chart, profile_chart, theme, week_chart
from components.exports import chart_images
from components.session import resources
from data.instrument.instrument import Instrument
from data.instrument.scoring_rules import Level
from data.profile.job_and_work import ACROSS, UP
from data.profile.scoring import Band, Score, rounded
from data.profile.week import WeekSplit
from data.sharing.shared_profile import JobWorkMap, SharedProfile

_EVERYTHING = Band(0, 100)
NOTHING = "–"


@dataclass(frozen=True)
class Figure:
    """A chart, what it says in words, and its numbers as people read them."""

    chart: alt.LayerChart
    alt_text: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def dimensions(shown: SharedProfile) -> Figure | None:
    """The dimensions that have a score; None where none has."""
    scored = [score for score in shown.scores or () if score.value is not None]
    if not scored:
        return None
    rules, words = resources.instrument(shown.instrument), resources.wording().profile
    own = pd.DataFrame([{"name": _name(rules, score), "score": score.value, **_bands(score)} for score in scored])
    cuts = (rules.scoring.cuts.low, rules.scoring.cuts.high)
    chart = profile_chart.build(own, colours=theme.on_paper(), cuts=cuts, note="")
    columns = (words.table_dimension, words.table_score, words.table_level, words.table_band80, words.table_band95)
    said = "; ".join(f"{_name(rules, score)} {score.shown}" for score in scored)
    return Figure(_sized(chart), f"{words.shape_title}: {said}.", columns, tuple(_row(rules, score) for score in scored))


def job_and_work(rules: Instrument, found: JobWorkMap) -> Figure:
    """The place on the map, with the wobble of both scores."""
    words, quadrant = resources.wording().profile, rules.notes.quadrant
    own = pd.DataFrame([{**_axis("x", found.across), **_axis("y", found.up)}])
    axes = (rules.dimension(ACROSS).name, rules.dimension(UP).name)
    chart = job_work_chart.build(own, _fields(rules), colours=theme.on_paper(), axes=axes, line=rules.scoring.cuts.mid)
    here = getattr(quadrant, found.place.quadrant)
    alt_text = words.map_alt.format(alignment=found.across.shown, outlet=found.up.shown, quadrant=here)
    columns = (words.table_dimension, words.table_score, words.table_level, words.table_band80, words.table_band95)
    return Figure(_sized(chart), alt_text, columns, tuple(_row(rules, score) for score in (found.across, found.up)))


def week(rules: Instrument, split: WeekSplit) -> Figure:
    """The week now against the week wished for; both must be there."""
    words, now, wish = resources.wording().profile, split.now or {}, split.wish or {}
    frame = pd.DataFrame([{"area": area.name, "now": now[area.id], "wish": wish[area.id]} for area in rules.areas])
    chart = week_chart.build(frame, colours=theme.on_paper(), names=(words.week_now, words.week_wish))
    shares = (words.week_share.format(area=area.name, now=rounded(now[area.id]), wish=rounded(wish[area.id])) for area in rules.areas)
    columns = (words.table_area, words.week_now, words.week_wish, words.table_gap, words.week_energy)
    given = (split.now, split.wish, split.gap, split.energy)
    rows = tuple((area.name, *(NOTHING if one is None else f"{one[area.id]:.2f}" for one in given)) for area in rules.areas)
    return Figure(_sized(chart), words.week_alt.format(shares="; ".join(shares)), columns, rows)


def _sized(chart: alt.LayerChart) -> alt.LayerChart:
    sized: alt.LayerChart = chart.properties(width=chart_images.WIDTH)
    return sized


def _name(rules: Instrument, score: Score) -> str:
    return rules.dimension(score.dimension).name


def _row(rules: Instrument, score: Score) -> tuple[str, ...]:
    levels = {Level.LOW: rules.notes.level.low, Level.MID: rules.notes.level.mid, Level.HIGH: rules.notes.level.high, None: NOTHING}
    value = NOTHING if score.value is None else f"{score.value:.2f}"
    return (_name(rules, score), value, levels[score.level], _range(score.band80), _range(score.band95))


def _range(band: Band | None) -> str:
    return NOTHING if band is None else f"{band.low:.2f} to {band.high:.2f}"


def _bands(score: Score, axis: str = "") -> dict[str, float]:
    band80, band95 = score.band80 or _EVERYTHING, score.band95 or _EVERYTHING
    return {f"{axis}low80": band80.low, f"{axis}high80": band80.high, f"{axis}low95": band95.low, f"{axis}high95": band95.high}


def _axis(axis: str, score: Score) -> dict[str, float | None]:
    return {axis: score.value, **_bands(score, axis)}


def _fields(rules: Instrument) -> pd.DataFrame:
    quadrant, (low, high) = rules.notes.quadrant, (job_work_chart.NEAR, job_work_chart.FAR)
    places = ((quadrant.both, high, high), (quadrant.job_only, high, low), (quadrant.outside_only, low, high), (quadrant.neither, low, low))
    return pd.DataFrame([{"name": fill(name, job_work_chart.NAME_WIDTH), "x": x, "y": y} for name, x, y in places])
