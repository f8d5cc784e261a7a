"""Two shared profiles side by side, aligned by dimension. A difference is spoken of only where it exceeds the wobble of both."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.charts import theme, two_profiles_chart
from components.charts.figure import NOTHING, Figure
from components.profile import score_cells
from components.screen import chart_with_table
from components.session import language, resources
from data.profile import rules
from data.profile.scoring import Band, Score, rounded
from data.sharing import two_profiles
from data.sharing.shared_profile import SharedProfile
from data.sharing.two_profiles import Pair, SideBySide


def show(one: SharedProfile, other: SharedProfile) -> None:
    """Draw both, and say what is different for sure."""
    words, both = resources.wording().shared, two_profiles.compare(one, other, language.current())
    st.title(words.both_title)
    st.markdown(words.both_lead.format(one_day=resources.dates().day(one.taken_on), other_day=resources.dates().day(other.taken_on)))
    st.caption(resources.instrument(one.instrument).notes.adverse_use)
    if not both.pairs:
        st.markdown(words.both_nothing)
        return
    said = _said(both)
    st.markdown("\n".join([said[0], "", *(f"- {line}" for line in said[1:])]))
    chart_with_table.show(_figure(one, both, said), key="side_by_side")
    st.caption(words.both_caption)


def _figure(one: SharedProfile, both: SideBySide, said: Sequence[str]) -> Figure:
    words, dimension = resources.wording().shared, resources.wording().profile.table_dimension
    chart = two_profiles_chart.build(_frame(both.pairs), colours=theme.palette(), names=(words.one, words.other))
    alt_text = words.both_alt.format(count=len(both.pairs), said=" ".join(said))
    columns = (dimension, words.one, words.other, words.both_difference)
    wobble = rules.of(resources.instrument(one.instrument)).too_small_to_tell
    rows = tuple(_row(pair, wobble) for pair in both.pairs)
    return Figure(chart, alt_text, words.both_title, columns, rows)


def _said(both: SideBySide) -> list[str]:
    words = resources.wording().shared
    if not both.comparable:
        return [words.both_versions]
    return [words.both_apart, *map(_difference, both.apart)] if both.apart else [words.both_alike]


def _difference(pair: Pair) -> str:
    words, points = resources.wording().shared, pair.difference.points if pair.difference else 0
    line = words.both_higher if points > 0 else words.both_lower
    return line.format(name=pair.name, points=rounded(abs(points)))


def _frame(pairs: Sequence[Pair]) -> pd.DataFrame:
    words = resources.wording().shared
    dots = [(pair.name, which, score) for pair in pairs for which, score in ((words.one, pair.one), (words.other, pair.other)) if score]
    return pd.DataFrame([{"name": name, "which": which, "score": score.value, **_band(score)} for name, which, score in dots])


def _band(score: Score) -> dict[str, float]:
    band = score.band95 or Band(0, 100)
    return {"low": band.low, "high": band.high}


def _row(pair: Pair, wobble: str) -> tuple[str, ...]:
    return pair.name, score_cells.value(pair.one), score_cells.value(pair.other), _cell(pair, wobble)


def _cell(pair: Pair, wobble: str) -> str:
    if pair.one is None or pair.other is None:
        return NOTHING
    return f"{pair.difference.points:+.2f}" if pair.difference else wobble
