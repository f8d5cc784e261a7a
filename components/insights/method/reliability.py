"""How well the instrument measures so far: figures that are worked out from the totals on every visit."""

import pandas as pd
import streamlit as st

from components.screen import chart_with_table
from components.screen.published_words import people_words, percentage_words
from components.session import resources
from data.instrument.instrument import Instrument, versions
from data.instrument.rk_1_1 import SecondRules
from data.totals import publishing
from data.totals.published import Withheld
from data.totals.reliability.shown import Agreeing, OutcomeBand, Reliability


def show(asked: Instrument) -> None:
    """Show the figures of that version with what each means; those of older ones follow under their names, where there are any."""
    found = publishing.reliability(resources.store(), asked.version)
    if isinstance(found, Withheld):
        st.markdown(resources.method_words().figures.withheld)
    else:
        _figures(found, asked)
    for version in versions():
        older = publishing.reliability(resources.store(), version)
        if version != asked.version and isinstance(older, Reliability):
            st.subheader(resources.method_words().figures.version.format(version=version), anchor=version)
            _figures(older, resources.instrument(version))


def show_outcomes(asked: Instrument) -> None:
    """Show how people say life is going for them, where that was asked and enough people were counted; crossed with nothing."""
    found = publishing.reliability(resources.store(), asked.version)
    if isinstance(found, Withheld) or asked.outcomes is None:
        return
    words = resources.method_words().figures
    texts = {question.id: question.text for question in asked.outcomes.questions}
    rows = [
        {words.outcome: texts[id]} | {getattr(words.outcome_bands, band): percentage_words(shares[band]) for band in OutcomeBand}
        for id, shares in found.outcomes.items()
    ]
    if rows:
        chart_with_table.tables(pd.DataFrame(rows), alt_text=words.outcomes)


def _figures(found: Reliability, of: Instrument) -> None:
    words = resources.method_words().figures
    st.markdown(words.people.format(people=people_words(found.people)))
    _alphas(found, of)
    _gaps(found, of)
    st.markdown(words.hurried.format(percentage=percentage_words(found.hurried)))
    _how_answered(found, of)
    if found.minutes is not None:
        st.markdown(words.minutes.format(minutes=found.minutes))


def _alphas(found: Reliability, of: Instrument) -> None:
    words, between = resources.method_words().figures, resources.group_words().comparison.from_to
    st.markdown(words.alpha)
    rows = [
        {
            words.area: of.names((id,)),
            words.alpha_column: resources.numbers().exact(alpha.value),
            words.interval: between.format(low=resources.numbers().exact(alpha.low), high=resources.numbers().exact(alpha.high)),
        }
        for id, alpha in found.alphas.items()
    ]
    if rows:
        chart_with_table.tables(pd.DataFrame(rows), alt_text=words.alpha_title)


def _gaps(found: Reliability, of: Instrument) -> None:
    words = resources.method_words().figures
    rows = [
        {
            words.statement: item.text,
            words.skipped: percentage_words(found.gaps[item.id].skipped),
            words.does_not_apply: percentage_words(found.gaps[item.id].does_not_apply),
        }
        for item in of.items
        if item.id in found.gaps
    ]
    st.markdown(words.gaps_lead)
    # By a key of its own: two versions have a fold of the same name.
    with st.expander(words.gaps, key=f"gaps_{of.version}"):
        chart_with_table.tables(pd.DataFrame(rows), alt_text=words.gaps)


def _how_answered(found: Reliability, of: Instrument) -> None:
    """Each sign of hurry, and agreeing with whatever is asked; told from rk-1.1 on."""
    words, own = resources.method_words().figures, of.rules
    if not isinstance(own, SecondRules):
        return
    signs = [{words.sign: getattr(own.words.signs, sign), words.percentage: percentage_words(share)} for sign, share in found.signs.items()]
    agreeing = [
        {words.agreeing: getattr(words.agreeing_kinds, kind), words.percentage: percentage_words(found.agreeing[kind])}
        for kind in Agreeing
        if kind in found.agreeing
    ]
    for rows, title in ((signs, words.signs), (agreeing, words.agreeing)):
        if rows:
            st.markdown(f"{title}:")
            chart_with_table.tables(pd.DataFrame(rows), alt_text=title)
