"""The eight dimensions: chart, table, and the place where others will be."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.charts import profile_chart, theme
from components.profile import comparison
from components.screen import chart_with_table
from components.session import resources
from data.instrument.instrument import Instrument
from data.instrument.scoring_rules import Level
from data.profile import rules as versions
from data.profile import scoring
from data.profile.scoring import Band, Score, rounded
from data.sharing.shared_profile import SharedProfile
from data.totals.published import Outcome, Withheld


def show(shown: SharedProfile, beside: Outcome | None = None) -> None:
    """Draw the dimensions that have a score and name those that do not, where they are shown; beside a group where one was asked for."""
    words, rules, scores = resources.wording().profile, resources.instrument(shown.instrument), shown.scores
    if scores is None:
        return
    st.header(words.shape_title)
    if any(score.value is not None for score in scores):
        _chart(rules, scores, beside)
    for score in scores:
        if score.value is None:
            missing = rules.notes.level.missing.format(answered=score.answered, asked=score.asked)
            st.caption(f"{rules.names((score.dimension,))}: {missing}")
    by_dimension = {score.dimension: score for score in scores}
    comparison.say(beside, by_dimension, _names(rules))
    _overall(rules, scores)
    _definitions(rules)


def _chart(rules: Instrument, scores: Sequence[Score], beside: Outcome | None) -> None:
    words, cuts, band = resources.wording().profile, rules.scoring.cuts, rules.notes.band
    by_dimension = {score.dimension: score for score in scores}
    found = versions.of(rules).stands_out(by_dimension)
    alt_text = words.shape_alt.format(strongest=rules.names(found.higher), lowest=rules.names(found.lower))
    frame = _frame(rules, scores)
    others = comparison.frame(beside, _names(rules))
    note = words.comparison if isinstance(beside, Withheld) else ""
    chart = profile_chart.build(frame, others, colours=theme.palette(), cuts=(cuts.low, cuts.high), note=note)
    chart_with_table.show(chart, _table(rules, scores), alt_text=alt_text, key="dimensions")
    st.caption(f"{words.shape_caption} {band.words} {band.thick} {band.thin}")


def _names(rules: Instrument) -> dict[str, str]:
    return {dimension.id: dimension.name for dimension in rules.dimensions}


def _overall(rules: Instrument, scores: Sequence[Score]) -> None:
    overall = scoring.overall(rules, {score.dimension: score for score in scores})
    if overall:
        margin, count = rounded(rules.scoring.z80 * overall.sem), sum(score.value is not None for score in scores)
        st.caption(resources.wording().profile.overall.format(score=overall.shown, margin=margin, count=count))


def _frame(rules: Instrument, scores: Sequence[Score]) -> pd.DataFrame:
    scored = (score for score in scores if score.value is not None)
    return pd.DataFrame([{"name": rules.names((score.dimension,)), "score": score.value, **_bands(score)} for score in scored])


def _bands(score: Score) -> dict[str, float]:
    band80, band95 = score.band80 or Band(0, 100), score.band95 or Band(0, 100)
    return {"low80": band80.low, "high80": band80.high, "low95": band95.low, "high95": band95.high}


def _table(rules: Instrument, scores: Sequence[Score]) -> pd.DataFrame:
    words = resources.wording().profile
    return pd.DataFrame(
        [
            {
                words.table_dimension: rules.names((score.dimension,)),
                words.table_score: "–" if score.value is None else f"{score.value:.2f}",
                words.table_level: _level(rules, score),
                words.table_answered: words.table_answered_of.format(answered=score.answered, asked=score.asked),
                words.table_band80: _range(score.band80),
                words.table_band95: _range(score.band95),
            }
            for score in scores
        ]
    )


def _level(rules: Instrument, score: Score) -> str:
    levels = rules.notes.level
    return {Level.LOW: levels.low, Level.MID: levels.mid, Level.HIGH: levels.high, None: "–"}[score.level]


def _range(band: Band | None) -> str:
    return "–" if band is None else f"{band.low:.2f} to {band.high:.2f}"


def _definitions(rules: Instrument) -> None:
    with st.expander(resources.wording().profile.definitions):
        st.markdown("\n".join(f"- **{dimension.name}**: {dimension.definition}" for dimension in rules.dimensions))
