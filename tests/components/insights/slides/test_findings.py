"""A round as slides: which there are by its size, and that no number on them is another than on the page."""

import re
from collections.abc import Iterator
from contextlib import closing

import pytest

from components.charts import theme
from components.charts.drawing import Kind
from components.insights import all_sections
from components.insights.section import Shown
from components.insights.slides import findings
from components.session import resources
from data.storage.engines.duckdb_store import DuckDBStore
from data.totals import publishing
from data.totals.published import Published
from tests.components.insights import closed_rounds

WORDS = resources.slide_words()
NUMBER = re.compile(r"\d+")


@pytest.fixture(scope="module", params=[(7,), (14,), (32,), (24, 26, 32)], ids=str)
def shown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    with closing(DuckDBStore(tmp_path_factory.mktemp("rounds") / "rounds.duckdb")) as store:
        insights = publishing.round_insights(store, closed_rounds.closed_in_turn(store, request.param))
        assert isinstance(insights.whole, Published)
        yield all_sections.shown(insights, insights.whole, colours=theme.print_palette())


def test_a_deck_has_a_cover_an_end_and_from_twenty_people_on_eight_to_twelve_slides(shown: Shown) -> None:
    deck = findings.of(shown)

    assert [deck.slides[0].title, deck.slides[-1].title] == [WORDS.cover, WORDS.close]
    least = {"6-9": 4, "10-19": 6, "20-49": 8}[shown.whole.n_band]
    assert least <= len(deck.slides) <= 12
    assert all(slide.title.endswith("?") for slide in deck.slides)


def test_every_drawing_says_how_to_read_it_and_how_sure_it_is(shown: Shown) -> None:
    slides = [slide for slide in findings.of(shown).slides if slide.drawing]

    assert slides and all(slide.caption and slide.alt_text for slide in slides)
    assert all("off" in slide.caption for slide in slides if slide.drawing and slide.drawing.kind is Kind.PARTS)


def test_the_notes_say_what_may_be_said_and_what_may_not(shown: Shown) -> None:
    deck = findings.of(shown)

    assert all(WORDS.notes.may_not in slide.notes for slide in deck.slides)
    assert all(WORDS.notes.said.format(said=slide.said) in slide.notes for slide in deck.slides[1:-1])
    assert (WORDS.notes.few in deck.slides[0].notes) == (shown.whole.n_band != "20-49")


def test_every_number_that_is_drawn_is_one_of_the_page(shown: Shown) -> None:
    figures = [
        figure for section in all_sections.SECTIONS if section.is_there(shown) for part in section.parts(shown) for figure in part.figures
    ]
    cells = {(row[0], number) for figure in figures for row in figure.rows for cell in row[1:] for number in NUMBER.findall(cell)}

    drawn = [
        (row.name, mark) for slide in findings.of(shown).slides if slide.drawing for row in slide.drawing.rows for mark in row.marks if mark
    ]
    assert drawn
    assert [(name, mark) for name, mark in drawn for number in NUMBER.findall(mark.said) if (name, number) not in cells] == []
    assert [(name, mark) for name, mark in drawn if f"{mark.value:g}" not in NUMBER.findall(mark.said)] == []
