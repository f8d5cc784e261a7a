"""The week: now against wished for, what is missed most, and what takes more energy than time."""

import pandas as pd
import streamlit as st

from components.charts import theme, week_chart
from components.screen import chart_with_table
from components.session import resources
from data.instrument.instrument import Instrument
from data.profile import guidance
from data.profile.scoring import rounded
from data.profile.week import WeekSplit
from data.sharing.shared_profile import SharedProfile


def show(shown: SharedProfile) -> None:
    """Draw the week and say what it says, where it is shown; where it was left open, say that."""
    words, rules, week = resources.wording().profile, resources.instrument(shown.instrument), shown.week
    if week is None:
        return
    st.header(words.week_title)
    lines = guidance.week_lines(rules, week)
    if lines is None:
        st.caption(words.week_missing)
        return
    st.markdown(f"{guidance.shift_sentence(rules, week)} {lines.missed}")
    for tilt in lines.tilts:
        st.markdown(tilt)
    frame = _frame(rules, week)
    rows = frame.to_dict("records")
    shares = "; ".join(words.week_share.format(area=row["area"], now=rounded(row["now"]), wish=rounded(row["wish"])) for row in rows)
    chart = week_chart.build(frame, colours=theme.palette(), names=(words.week_now, words.week_wish))
    chart_with_table.show(chart, _table(rules, week), alt_text=words.week_alt.format(shares=shares), key="week")


def _frame(rules: Instrument, week: WeekSplit) -> pd.DataFrame:
    now, wish = week.now or {}, week.wish or {}
    return pd.DataFrame([{"area": area.name, "now": now[area.id], "wish": wish[area.id]} for area in rules.areas])


def _table(rules: Instrument, week: WeekSplit) -> pd.DataFrame:
    words = resources.wording().profile
    columns = {words.week_now: week.now, words.week_wish: week.wish, words.table_gap: week.gap, words.week_energy: week.energy}
    return pd.DataFrame(
        [
            {words.table_area: area.name}
            | {name: "–" if shares is None else f"{shares[area.id]:.2f}" for name, shares in columns.items()}
            | {words.table_tilt: "–" if week.tilt is None else f"{week.tilt[area.id]:.2f}"}
            for area in rules.areas
        ]
    )
