"""The eight dimensions on the profile: chart, table, and the place where others will be."""

import pandas as pd
import streamlit as st

from components import chart_theme, figure, profile_chart, resources
from data.profile import Profile
from data.scoring import Band, Score, rounded
from data.scoring_rules import Level


def show(profile: Profile) -> None:
    """Draw the dimensions that have a score, and name those that do not."""
    words, cuts = resources.wording().profile, profile.instrument.scoring.cuts
    st.header(words.shape_title)
    if profile.scored:
        names = {"strongest": profile.names(profile.strongest), "lowest": profile.names(profile.lowest)}
        chart = profile_chart.build(_frame(profile), colours=chart_theme.palette(), cuts=(cuts.low, cuts.high), others=words.comparison)
        figure.show(chart, _table(profile), alt_text=words.shape_alt.format(**names), key="dimensions")
        band = profile.instrument.notes.band
        st.caption(f"{words.shape_caption} {band.words} {band.thick} {band.thin}")
    for score in profile.unscored:
        missing = profile.instrument.notes.level.missing.format(answered=score.answered, asked=score.asked)
        st.caption(f"{profile.names((score.dimension,))}: {missing}")
    st.caption(words.comparison_why)
    if profile.overall:
        margin = rounded(profile.instrument.scoring.z80 * profile.overall.sem)
        st.caption(words.overall.format(score=profile.overall.shown, margin=margin, count=len(profile.scored)))
    _definitions(profile)


def _frame(profile: Profile) -> pd.DataFrame:
    return pd.DataFrame([{"name": profile.names((score.dimension,)), "score": score.value, **_bands(score)} for score in profile.scored])


def _bands(score: Score) -> dict[str, float]:
    band80, band95 = score.band80 or Band(0, 100), score.band95 or Band(0, 100)
    return {"low80": band80.low, "high80": band80.high, "low95": band95.low, "high95": band95.high}


def _table(profile: Profile) -> pd.DataFrame:
    words = resources.wording().profile
    return pd.DataFrame(
        [
            {
                words.table_dimension: profile.names((score.dimension,)),
                words.table_score: "–" if score.value is None else f"{score.value:.2f}",
                words.table_level: _level(profile, score),
                words.table_band80: _range(score.band80),
                words.table_band95: _range(score.band95),
                words.table_answered: words.table_answered_of.format(answered=score.answered, asked=score.asked),
            }
            for score in profile.scores.values()
        ]
    )


def _level(profile: Profile, score: Score) -> str:
    levels = profile.instrument.notes.level
    return {Level.LOW: levels.low, Level.MID: levels.mid, Level.HIGH: levels.high, None: "–"}[score.level]


def _range(band: Band | None) -> str:
    return "–" if band is None else f"{band.low:.2f} to {band.high:.2f}"


def _definitions(profile: Profile) -> None:
    with st.expander(resources.wording().profile.definitions):
        st.markdown("\n".join(f"- **{dimension.name}**: {dimension.definition}" for dimension in profile.instrument.dimensions))
