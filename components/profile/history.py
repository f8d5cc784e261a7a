"""Results over time on the profile: every day, one dimension as a course, and how sure the last change is."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.charts import history_chart, theme
from components.charts.figure import NOTHING, Figure
from components.profile import score_cells
from components.profile.section import ProfileSection, View
from components.screen import chart_with_table
from components.session import language, resources
from data.profile import history
from data.profile.history import Comparison, Course, Moment
from data.profile.profile import Profile


def _show(view: View) -> None:
    """The owner's alone, where there are at least two results."""
    profiles = history.profiles(view.owner.record, language.current()) if view.owner else ()
    compared = history.last_two(profiles)
    if compared is None:
        return
    words = resources.wording().history
    st.header(words.title)
    _change(compared)
    _course(history.courses(profiles), first=compared.headline[0].name if compared.headline else None)
    with st.expander(words.lead, on_change="rerun", key="over_time") as fold:
        # Drawn when it is opened: each result adds a row to each of several tables.
        if fold.open:
            chart_with_table.tables(_days(profiles), alt_text=words.title)


SECTION = ProfileSection(_show)


def _change(compared: Comparison) -> None:
    words = resources.wording().history
    st.subheader(words.between.format(day=resources.dates().day(compared.before.result.taken_on)), anchor=False)
    if compared.statements is None:
        st.markdown(words.versions)
        return
    names = ", ".join(statement.name for statement in compared.headline)
    st.markdown(f"**{words.headline.format(names=names)}**" if names else words.quiet)
    said = (words.statement.format(name=one.name, before=one.before, after=one.after, words=one.words) for one in compared.statements)
    st.markdown("\n".join(f"- {sentence}" for sentence in said))


def _course(courses: Sequence[Course], *, first: str | None) -> None:
    words, by_name = resources.wording().history, {course.name: course for course in courses if course.moments}
    names = list(by_name)
    chosen = st.selectbox(words.choose, names, index=names.index(first) if first else 0) if names else None
    if not chosen:
        return
    frame = _frame(by_name[chosen])
    points = ", ".join(words.point.format(day=row["day"], score=round(row["score"])) for row in frame.to_dict("records"))
    said = resources.wording().profile
    columns = (words.table_day, said.table_score, said.table_band80, said.table_band95)
    rows = tuple(_cells(moment) for moment in by_name[chosen].moments)
    chart, alt_text = history_chart.build(frame, colours=theme.palette()), words.alt.format(name=chosen, points=points)
    chart_with_table.show(Figure(chart, alt_text, chosen, columns, rows), key="course")
    st.caption(words.caption)


def _frame(course: Course) -> pd.DataFrame:
    rows = []
    for moment in course.moments:
        bands = score_cells.bands(moment.score)
        rows.append({"day": resources.dates().short_day(moment.taken_on), "version": moment.version, "score": moment.score.value, **bands})
    return pd.DataFrame(rows)


def _cells(moment: Moment) -> tuple[str, ...]:
    day, score = resources.dates().short_day(moment.taken_on), moment.score
    return day, score_cells.value(score), score_cells.ends(score.band80), score_cells.ends(score.band95)


def _days(profiles: Sequence[Profile]) -> pd.DataFrame:
    words = resources.wording()
    return pd.DataFrame(
        [
            {words.history.table_day: resources.dates().day(profile.result.taken_on)}
            | {profile.names((score.dimension,)): NOTHING if score.shown is None else str(score.shown) for score in profile.scores.values()}
            for profile in reversed(profiles)
        ]
    )
