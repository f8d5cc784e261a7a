"""Results over time on the profile: every day, one dimension as a course, and how sure the last change is."""

from collections.abc import Iterator, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from components.charts import changes_chart, history_chart, theme
from components.charts.figure import NOTHING, Figure
from components.charts.theme import Palette
from components.exports.report import Block, Heading, Paragraph
from components.profile import score_cells
from components.profile.section import Place, ProfileSection, View
from components.screen import chart_with_table, chart_words
from components.session import language, resources
from data.profile import history
from data.profile.history import ChangeStatement, Comparison, Course, Moment
from data.profile.profile import Profile
from data.profile.scoring import rounded
from data.record.record import Record


def _show(view: View) -> None:
    """The owner's alone, where there are at least two results."""
    if view.owner is None or view.owner.compared is None:
        return
    record, compared = view.owner.record, view.owner.compared
    words = resources.wording().history
    st.header(words.title, anchor=Place.OVER_TIME)
    _change(compared)
    _chart(compared)
    with st.expander(words.course, on_change="rerun", key="course_fold") as fold:
        if fold.open:
            _course(history.courses(_profiles(record)), first=_named(compared))
    with st.expander(words.lead, on_change="rerun", key="over_time") as fold:
        # Drawn when it is opened: each result adds a row to each of several tables.
        if fold.open:
            _days(_profiles(record))


def _blocks(view: View) -> Iterator[Block]:
    """What changed since the time before, for its owner alone."""
    compared = view.owner.compared if view.owner else None
    if compared is None:
        return
    day = resources.dates().day(compared.before.result.taken_on)
    said, found = compared.said(day=day), figure(compared, theme.print_palette())
    yield Heading(resources.wording().history.title)
    yield from (Paragraph(line) for line in (said.lines if said else (compared.not_compared(day=day) or "",)))
    if found:
        yield found
        yield Paragraph(resources.wording().history.changes_caption, quiet=True)
    if said and said.remarks:
        yield Paragraph(" ".join(said.remarks), quiet=True)


def _is_drawn(view: View) -> bool:
    return view.owner is not None and len(view.owner.record.results) > 1


SECTION = ProfileSection(_show, _blocks, place=Place.OVER_TIME, is_drawn=_is_drawn)


def _profiles(record: Record) -> tuple[Profile, ...]:
    """Every result scored, which takes time: for what is folded away."""
    return history.profiles(record, language.current())


def _change(compared: Comparison) -> None:
    """What changed first, in bold where anything did; then every dimension, and what always stands beneath."""
    words, day = resources.wording().history, resources.dates().day(compared.before.result.taken_on)
    st.subheader(words.between.format(day=day), anchor=False)
    said = compared.said(day=day)
    if said is None:
        st.markdown(compared.not_compared(day=day) or "")
        return
    first, *others = said.lines
    st.markdown(f"**{first}**" if compared.changes and compared.changes.is_any else first)
    for line in others:
        st.markdown(line)
    if compared.statements:
        with st.expander(words.each):
            st.markdown("\n".join(f"- {sentence}" for sentence in _each(compared)))
    if said.remarks:
        st.caption(" ".join(said.remarks))


def _chart(compared: Comparison) -> None:
    found = figure(compared, theme.palette())
    if found:
        chart_with_table.show(found, key="changes")
        st.caption(resources.wording().history.changes_caption)


def figure(compared: Comparison, colours: Palette) -> Figure | None:
    """Then and now for every area that both results have, the largest change first; None of two that are never compared."""
    if not compared.statements:
        return None
    words, title = resources.wording().history, resources.wording().profile.table_dimension
    ordered = sorted(compared.statements, key=lambda one: -abs(one.change.points))
    frame = pd.DataFrame([_drawn(compared, one) for one in ordered])
    draw = partial(changes_chart.build, frame, colours=colours, over=chart_words.zones(compared.after.instrument))
    columns = (title, words.table_then, words.table_now, words.table_change)
    rows = tuple((one.name, str(one.before), str(one.after), one.words) for one in ordered)
    return Figure(draw, words.changes_alt.format(said=" ".join(_each(compared))), words.title, columns, rows)


def _drawn(compared: Comparison, one: ChangeStatement) -> dict[str, object]:
    said = resources.wording().history.from_to.format(before=one.before, after=one.after)
    before, after = (of.scores[one.change.dimension].value for of in (compared.before, compared.after))
    is_clear = one.change.is_clear
    return {"name": one.name, "before": before, "now": after, "is_clear": is_clear, "said": f"{one.words}  {said}" if is_clear else said}


def _each(compared: Comparison) -> Iterator[str]:
    say = resources.wording().history.statement
    return (say.format(name=one.name, before=one.before, after=one.after, words=one.words) for one in compared.statements or ())


def _named(compared: Comparison) -> str | None:
    """The first dimension of which a change is named; the area worked on has a line of its own."""
    worked = compared.changes.worked if compared.changes else None
    clear = [one for one in compared.statements or () if worked and one.change.dimension == worked.dimension and one.change.is_clear]
    return next((one.name for one in (*compared.headline, *clear)), None)


def _course(courses: Sequence[Course], *, first: str | None) -> None:
    words, by_name = resources.wording().history, {course.name: course for course in courses if course.moments}
    names = list(by_name)
    chosen = st.selectbox(words.choose, names, index=names.index(first) if first else 0) if names else None
    if not chosen:
        return
    moments = by_name[chosen].moments
    points = ", ".join(words.point.format(day=_day(moment, moments), score=rounded(moment.score.value or 0.0)) for moment in moments)
    said, band = resources.wording().profile, resources.instrument(moments[-1].version).notes.band
    columns = (words.table_day, said.table_score, band.thick_name, band.thin_name)
    rows = tuple(_cells(moment, moments) for moment in moments)
    draw = partial(history_chart.build, _frame(moments), colours=theme.palette(), called=words.of_version)
    alt_text = words.alt.format(name=chosen, points=points)
    chart_with_table.show(Figure(draw, alt_text, chosen, columns, rows), key="course")
    st.caption(words.caption)


def _frame(moments: Sequence[Moment]) -> pd.DataFrame:
    rows = []
    for moment in moments:
        bands = score_cells.bands(moment.score)
        rows.append({"day": resources.dates().short_day(moment.taken_on), "version": moment.version, "score": moment.score.value, **bands})
    return pd.DataFrame(rows)


def _cells(moment: Moment, among: Sequence[Moment]) -> tuple[str, ...]:
    score, _rules = moment.score, resources.instrument(moment.version)
    bands = (score_cells.ends(band) for band in (score.band80, score.band95))
    return _day(moment, among), score_cells.value(score), *bands


def _day(moment: Moment, among: Sequence[Moment]) -> str:
    """With the version where there are others."""
    day = resources.dates().short_day(moment.taken_on)
    if len({one.version for one in among}) == 1:
        return day
    return resources.wording().history.day_of_version.format(day=day, version=moment.version)


def _days(profiles: Sequence[Profile]) -> None:
    """The newest first; each version in a table of its own, named where there are others."""
    words, versions = resources.wording().history, list(dict.fromkeys(profile.instrument.version for profile in reversed(profiles)))
    for version in versions:
        title = words.of_version.format(version=version)
        if len(versions) > 1:
            st.markdown(f"**{title}**")
        rows = [_row(profile) for profile in reversed(profiles) if profile.instrument.version == version]
        chart_with_table.tables(pd.DataFrame(rows), alt_text=title if len(versions) > 1 else words.title)


def _row(profile: Profile) -> dict[str, str]:
    return {resources.wording().history.table_day: resources.dates().day(profile.result.taken_on), **dict(_scores(profile))}


def _scores(profile: Profile) -> Iterator[tuple[str, str]]:
    for score in profile.scores.values():
        yield profile.names((score.dimension,)), NOTHING if score.shown is None else str(score.shown)
