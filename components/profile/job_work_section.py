"""The map of job and work."""

from textwrap import fill

import pandas as pd
import streamlit as st

from components.charts import job_work_chart, theme
from components.screen import chart_with_table
from components.session import resources
from data.instrument.instrument import Instrument
from data.profile import rules as versions
from data.profile.scoring import Band, Score
from data.record.viewer_link import Section
from data.sharing.shared_profile import JobWorkMap, SharedProfile


def show(shown: SharedProfile) -> None:
    """Draw the map, where it is shown; without both its scores, say so."""
    words = resources.wording().profile
    if Section.MAP not in shown.sections:
        return
    st.header(words.map_title)
    if shown.map:
        _map(resources.instrument(shown.instrument), shown.map)
    else:
        st.caption(words.map_missing)


def _map(rules: Instrument, shown: JobWorkMap) -> None:
    words, by = resources.wording().profile, versions.of(rules)
    st.markdown(by.place_said(shown.place, emphasis="**{}**"))
    own = pd.DataFrame([{**_axis("x", shown.across), **_axis("y", shown.up)}])
    axes = (rules.names((shown.across.dimension,)), rules.names((shown.up.dimension,)))
    chart = job_work_chart.build(own, _fields(rules), colours=theme.palette(), axes=axes, line=rules.scoring.cuts.mid)
    alt_text = words.map_alt.format(alignment=shown.across.shown, outlet=shown.up.shown, quadrant=by.place_said(shown.place))
    chart_with_table.show(chart, _table(rules, shown), alt_text=alt_text, key="map")
    st.caption(words.map_caption)


def _axis(axis: str, score: Score) -> dict[str, float | None]:
    band80, band95 = score.band80 or Band(0, 100), score.band95 or Band(0, 100)
    return {
        axis: score.value,
        f"{axis}low80": band80.low,
        f"{axis}high80": band80.high,
        f"{axis}low95": band95.low,
        f"{axis}high95": band95.high,
    }


def _fields(rules: Instrument) -> pd.DataFrame:
    quadrant, (low, high) = rules.notes.quadrant, (job_work_chart.NEAR, job_work_chart.FAR)
    places = ((quadrant.both, high, high), (quadrant.job_only, high, low), (quadrant.outside_only, low, high), (quadrant.neither, low, low))
    return pd.DataFrame([{"name": fill(name, job_work_chart.NAME_WIDTH), "x": x, "y": y} for name, x, y in places])


def _table(rules: Instrument, shown: JobWorkMap) -> pd.DataFrame:
    words = resources.wording().profile
    return pd.DataFrame(
        [
            {
                words.table_dimension: rules.names((score.dimension,)),
                words.table_score: f"{score.value:.2f}",
                words.table_band80: _range(score.band80),
                words.table_band95: _range(score.band95),
            }
            for score in (shown.across, shown.up)
        ]
    )


def _range(band: Band | None) -> str:
    return "–" if band is None else f"{band.low:.2f} to {band.high:.2f}"
