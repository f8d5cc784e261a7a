"""Two shared profiles side by side, aligned by dimension. A difference is spoken of only where it is clear; two versions stay apart."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from components.charts import theme, two_profiles_chart
from components.charts.figure import NOTHING, Figure
from components.profile import score_cells
from components.screen import chart_with_table
from components.screen.own_elements import read_aloud
from components.session import language, resources
from data.profile.scoring import Band, Score, rounded
from data.sharing import two_profiles
from data.sharing.shared_profile import SharedProfile
from data.sharing.two_profiles import Pair, SideBySide


def show(one: SharedProfile, other: SharedProfile) -> None:
    """Draw both, and say what is clearly different."""
    words, both = resources.wording().shared, two_profiles.compare(one, other, language.current())
    read_aloud.offer(words.both_title)
    st.title(words.both_title)
    st.markdown(words.both_lead.format(one_day=resources.dates().day(one.taken_on), other_day=resources.dates().day(other.taken_on)))
    st.caption(both.rules.instrument.notes.adverse_use)
    if not both.pairs:
        st.markdown(words.both_nothing)
    elif both.older:
        st.markdown(both.rules.other_version_said(day=resources.dates().day(both.older.taken_on)))
        for which, shown in ((words.one, one), (words.other, other)):
            _alone(which, shown)
    else:
        said = _said(both)
        st.markdown("\n".join([said[0], "", *(f"- {line}" for line in said[1:])]))
        chart_with_table.show(_figure(both, said), key="side_by_side")
        st.caption(both.rules.instrument.notes.figures.side_by_side)


def _figure(both: SideBySide, said: Sequence[str]) -> Figure:
    words, dimension = resources.wording().shared, resources.wording().profile.table_dimension
    draw = partial(two_profiles_chart.build, _frame(both.pairs), colours=theme.palette(), names=(words.one, words.other))
    alt_text = words.both_alt.format(count=len(both.pairs), said=" ".join(said))
    columns = (dimension, words.one, words.other, words.both_difference)
    return Figure(draw, alt_text, words.both_title, columns, tuple(_row(pair, both) for pair in both.pairs))


def _alone(which: str, shown: SharedProfile) -> None:
    """One of two that are never compared: by its own version, in a chart of its own."""
    words, rules = resources.wording(), resources.instrument(shown.instrument)
    title = f"{which}: {words.history.of_version.format(version=shown.instrument)}"
    pairs = [Pair(id, rules.names((id,)), score, None, None) for id, score in shown.known_scores.items()]
    if not pairs:
        return
    st.header(title, anchor=False)
    draw = partial(two_profiles_chart.build, _frame(pairs), colours=theme.palette(), names=(words.shared.one, words.shared.other))
    scores = ", ".join(words.history.point.format(day=pair.name, score=pair.one.shown if pair.one else NOTHING) for pair in pairs)
    columns = (words.profile.table_dimension, words.profile.table_score)
    figure = Figure(draw, f"{title}. {scores}.", title, columns, tuple((pair.name, score_cells.value(pair.one)) for pair in pairs))
    chart_with_table.show(figure, key=f"alone_{which}")


def _said(both: SideBySide) -> list[str]:
    return [both.rules.side_by_side_said(is_apart=bool(both.apart)), *map(_difference, both.apart)]


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


def _row(pair: Pair, both: SideBySide) -> tuple[str, ...]:
    return pair.name, score_cells.value(pair.one), score_cells.value(pair.other), _cell(pair, both)


def _cell(pair: Pair, both: SideBySide) -> str:
    if pair.one is None or pair.other is None:
        return NOTHING
    return f"{rounded(pair.difference.points):+d}" if pair.difference else both.rules.too_small_to_tell
