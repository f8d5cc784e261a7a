"""One minute on the area that a goal works on: its statements alone, and a course of its own, drawn on the goal."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from components.assessment import radio_groups, statements
from components.charts import history_chart, theme
from components.charts.figure import Figure
from components.screen import chart_with_table, errors
from components.session import language, resources, visit
from data.errors import AnswerNotAllowed
from data.instrument.answers import DOES_NOT_APPLY, Answer
from data.profile import one_minute_check
from data.profile.history import Moment
from data.profile.scoring import Band, rounded
from data.record.record import Record

# What is known of a score that has no band.
_ANYWHERE = Band(0, 100)


def show(record: Record) -> None:
    """Offer a check once a week, and show those that were made; nothing where the goal names no area."""
    dimension = one_minute_check.dimension(record)
    if dimension is None:
        return
    words, name = resources.wording().journal, resources.instrument().names((dimension,))
    st.subheader(words.check_title, anchor=False)
    found = one_minute_check.moments(record, dimension)
    if found:
        _course(name, found)
    earliest = one_minute_check.next_day(record, dimension)
    if earliest and visit.local_today() < earliest:
        st.caption(words.check_next.format(day=resources.dates().day(earliest)))
        return
    with st.expander(words.check_open.format(name=name), on_change="rerun", key=f"check_{dimension}_{len(record.checks)}") as fold:
        if fold.open:
            _ask(record, dimension)


def _ask(record: Record, dimension: str) -> None:
    words, asked = resources.wording().journal, one_minute_check.statements(record, dimension, language.current())
    rules = resources.instrument(record.results[-1].instrument)
    st.markdown(words.check_lead)
    given = radio_groups.ask(
        f"asked_{dimension}_{len(record.checks)}",
        {},
        keep=f"check:{dimension}:{len(record.checks)}",
        seen=False,
        questions=[{"id": item.id, "text": item.text} for item in asked],
        choices=radio_groups.choices(rules.scale, first=1),
        apart={"value": DOES_NOT_APPLY, "text": rules.does_not_apply},
    )
    if st.button(words.check_keep) and errors.attempt(partial(_added, dimension=dimension, given=given.answers)):
        st.rerun()


def _added(record: Record, *, dimension: str, given: object) -> Record:
    """Checked against what is asked by now, and not by what this tab drew."""
    asked = {item.id for item in one_minute_check.statements(record, dimension)}
    answers: Mapping[str, Answer] = statements.answers(given)
    if not answers.keys() <= asked:
        raise AnswerNotAllowed("answer_not_allowed")
    return one_minute_check.add(record, dimension, answers, today=visit.local_today())


def _course(name: str, found: tuple[Moment, ...]) -> None:
    words, days, history = resources.wording().journal, resources.dates(), resources.wording().history
    points = ", ".join(history.point.format(day=days.short_day(one.taken_on), score=rounded(one.score.value or 0)) for one in found)
    draw = partial(history_chart.build, pd.DataFrame([_drawn(one) for one in found]), colours=theme.palette(), called=history.of_version)
    band = resources.instrument(found[-1].version).notes.band
    columns = (words.days_table, resources.wording().profile.table_score, band.thick_name, band.thin_name)
    rows = tuple((days.short_day(one.taken_on), str(one.score.shown), _ends(one.score.band80), _ends(one.score.band95)) for one in found)
    alt_text = words.check_alt.format(name=name, points=points)
    chart_with_table.show(Figure(draw, alt_text, words.check_title, columns, rows), key="check")
    st.caption(words.check_caption)


def _drawn(one: Moment) -> dict[str, object]:
    band80, band95 = one.score.band80 or _ANYWHERE, one.score.band95 or _ANYWHERE
    ends = {"low80": band80.low, "high80": band80.high, "low95": band95.low, "high95": band95.high}
    return {"day": resources.dates().short_day(one.taken_on), "version": one.version, "score": one.score.value, **ends}


def _ends(band: Band | None) -> str:
    ends = band or _ANYWHERE
    return resources.group_words().comparison.from_to.format(low=rounded(ends.low), high=rounded(ends.high))
