"""Job and work on the profile: the map, one's own two sentences beside it, and the orientation."""

from textwrap import fill

import pandas as pd
import streamlit as st

from components import chart_theme, figure, job_work_map, resources
from data import guidance
from data.indices import ACROSS, UP, MapPlace
from data.profile import Profile
from data.scoring import Band, Score


def show(profile: Profile) -> None:
    """Draw the map where both its scores are there; the person's own words and orientation in any case."""
    words = resources.wording().profile
    st.header(words.map_title)
    if profile.place:
        _map(profile, profile.place)
    else:
        st.caption(words.map_missing)
    _own_sentences(profile)
    if profile.orientation:
        name = guidance.orientation_name(profile.instrument, profile.orientation)
        lines = " ".join(guidance.orientation_lines(profile.instrument, profile.orientation))
        st.markdown(f"**{name}.** {lines}")
        st.caption(profile.instrument.notes.orientation.note)


def _map(profile: Profile, place: MapPlace) -> None:
    words, quadrant = resources.wording().profile, profile.instrument.notes.quadrant
    here = getattr(quadrant, place.quadrant)
    near = f" ({quadrant.near_line}: {profile.names(place.near_line)})" if place.near_line else ""
    st.markdown(f"**{here}**{near}")
    across, up = profile.scores[ACROSS], profile.scores[UP]
    own = pd.DataFrame([{**_axis("x", across), **_axis("y", up)}])
    axes = (profile.names((ACROSS,)), profile.names((UP,)))
    chart = job_work_map.build(own, _fields(profile), colours=chart_theme.palette(), axes=axes, line=profile.instrument.scoring.cuts.mid)
    alt_text = words.map_alt.format(alignment=across.shown, outlet=up.shown, quadrant=here)
    figure.show(chart, _table(profile), alt_text=alt_text, key="map")
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


def _fields(profile: Profile) -> pd.DataFrame:
    quadrant, (low, high) = profile.instrument.notes.quadrant, (job_work_map.NEAR, job_work_map.FAR)
    places = ((quadrant.both, high, high), (quadrant.job_only, high, low), (quadrant.outside_only, low, high), (quadrant.neither, low, low))
    return pd.DataFrame([{"name": fill(name, job_work_map.NAME_WIDTH), "x": x, "y": y} for name, x, y in places])


def _table(profile: Profile) -> pd.DataFrame:
    words = resources.wording().profile
    return pd.DataFrame(
        [
            {
                words.table_dimension: profile.names((dimension,)),
                words.table_score: f"{profile.scores[dimension].value:.2f}",
                words.table_band80: _range(profile.scores[dimension].band80),
                words.table_band95: _range(profile.scores[dimension].band95),
            }
            for dimension in (ACROSS, UP)
        ]
    )


def _range(band: Band | None) -> str:
    return "–" if band is None else f"{band.low:.2f} to {band.high:.2f}"


def _own_sentences(profile: Profile) -> None:
    """Somebody's own words are shown as they are: no markup of theirs is ever interpreted."""
    sentences, own = profile.instrument.sentences, profile.answers.job_and_work
    for stem, words in ((sentences.work_is.stem, own.work_is), (sentences.job_is.stem, own.job_is)):
        if words:
            with st.container(border=True):
                st.caption(stem)
                st.text(words)
