"""What a reviewer of tests asks about Rekindle: a chapter of words each, with the figures that belong to it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import pandas as pd
import streamlit as st

from components.insights.method import reliability
from components.screen import chart_with_table
from components.session import resources
from data.instrument.instrument import Instrument
from data.profile import rules as versions
from data.totals import publishing
from data.wording.method_words import Chapter, ChapterId


def show(chapter: Chapter) -> None:
    """Draw its heading, what there is to say, and what there is to see, of the version that is asked today."""
    asked = resources.instrument()
    # A name that links can lead to in every language.
    st.header(chapter.title, anchor=chapter.id)
    st.markdown(chapter.text.format(version=asked.version, **resources.promised()))
    if figures := _FIGURES.get(chapter.id):
        figures(asked)


def _areas(asked: Instrument) -> None:
    words = resources.method_words().figures
    rows = [{words.area: of.name, words.asked: str(len(asked.items_of(of.id))), words.about: of.definition} for of in asked.dimensions]
    chart_with_table.tables(pd.DataFrame(rows), alt_text=words.areas)


def _origin(asked: Instrument) -> None:
    words = resources.method_words().figures
    st.markdown(words.ideas_lead)
    st.markdown("\n".join(f"1. {seed.idea}" for seed in asked.seeds))
    st.markdown(words.concepts_lead)
    concepts = [{words.area: of.name, words.concept: of.anchor} for of in asked.dimensions]
    chart_with_table.tables(pd.DataFrame(concepts), alt_text=words.concepts)
    title = words.all_statements.format(statements=asked.statements)
    with st.expander(title):
        chart_with_table.tables(_statements(asked), alt_text=title)


def _statements(asked: Instrument) -> pd.DataFrame:
    words, rows = resources.method_words().figures, []
    for item in asked.items:
        area = asked.names((item.dimension,))
        turned = words.turned.format(area=area) if item.reverse else area
        rows.append({words.statement: item.text, words.area: turned, words.idea: item.idea})
    return pd.DataFrame(rows)


def _norms(asked: Instrument) -> None:
    """Those that a result is made with today, and what they rest on."""
    norms = publishing.newest_norms(resources.store(), asked.version)
    if norms is None:
        return
    words, exact = resources.method_words().figures, resources.numbers().exact
    day = resources.dates().day(norms.day) if norms.day else None
    title = words.norms.format(name=norms.name)
    st.markdown(f"**{title}.** {versions.of(asked).norms_said(norms, day=day)}")
    rows = [
        {words.area: asked.names((id,)), words.mean: exact(of.mean), words.spread: exact(of.sd), words.reliability: exact(of.alpha)}
        for id, of in norms.dimensions.items()
    ]
    chart_with_table.tables(pd.DataFrame(rows), alt_text=title)


# Chapters that have more than words.
_FIGURES: Mapping[ChapterId, Callable[[Instrument], None]] = MappingProxyType(
    {
        ChapterId.MEASURES: _areas,
        ChapterId.STATEMENTS: _origin,
        ChapterId.NORMS: _norms,
        ChapterId.RELIABILITY: reliability.show,
        ChapterId.VALIDITY: reliability.show_outcomes,
    }
)
