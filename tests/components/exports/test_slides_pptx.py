"""Slides as PowerPoint's own file: read by python-pptx as values, and by LibreOffice as somebody would see them."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pptx
import pytest

from components.exports import slides_pptx
from tests import libreoffice
from tests.components.exports import decks
from tests.components.exports.decks import DECK, NAME, TODAY
from tests.components.exports.file_readers import darkest, pdf_pages, with_poppler
from tests.components.exports.test_report_pdf import squeezed

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.fixture(scope="module")
def file() -> bytes:
    return slides_pptx.write(DECK, today=TODAY)


@pytest.fixture
def pages(file: bytes) -> list[Any]:
    return list(pptx.Presentation(BytesIO(file)).slides)


@pytest.fixture(scope="module")
def printed(file: bytes, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return libreoffice.as_pdf(file, tmp_path_factory.mktemp("slides"))


def texts(page: Any) -> Iterator[str]:
    yield from (shape.text_frame.text for shape in page.shapes if shape.has_text_frame)


def charts(page: Any) -> list[Any]:
    return [shape.chart for shape in page.shapes if shape.has_chart]


def test_every_slide_has_its_title_its_notes_and_the_rule_at_its_foot(pages: list[Any]) -> None:
    assert [page.shapes.title.text_frame.text for page in pages] == [slide.title for slide in DECK.slides]
    assert [page.notes_slide.notes_text_frame.text for page in pages] == ["\n\n".join(slide.notes) for slide in DECK.slides]
    assert all(f"{NAME}. {DECK.people}.\n{DECK.rule}" in "\n".join(texts(page)) for page in pages)


def test_what_is_drawn_is_a_chart_that_can_be_edited_with_just_these_numbers(pages: list[Any]) -> None:
    for page, slide in zip(pages, DECK.slides, strict=True):
        found = [[list(series.values) for series in chart.plots[0].series] for chart in charts(page)]
        drawing = slide.drawing
        expected = (
            [[[mark and mark.value for mark in marks] for marks in zip(*(row.marks for row in drawing.told().rows), strict=True)]]
            if drawing
            else []
        )
        assert found == expected
        assert [chart.part.chart_workbook.xlsx_part is not None for chart in charts(page)] == [True] * len(expected)


def test_a_chart_says_what_it_shows_to_whoever_cannot_see_it(pages: list[Any]) -> None:
    said = [shape._element.nvGraphicFramePr.cNvPr.get("descr") for page in pages for shape in page.shapes if shape.has_chart]

    assert said == [slide.alt_text for slide in DECK.slides if slide.drawing]


def test_what_is_not_told_is_no_number_of_the_chart_and_what_is_more_than_the_whole_has_room(pages: list[Any]) -> None:
    """Seen to fail: with an axis to 101, at which 60 and 60 were cut."""
    (chart,) = charts(pages[4])

    assert [series.name for series in chart.plots[0].series] == ["Low", "High"]
    assert chart.value_axis.maximum_scale == 121


def test_an_interval_is_drawn_as_a_line_from_its_low_to_its_high_end(pages: list[Any]) -> None:
    (chart,) = charts(pages[1])
    (bars,) = chart._chartSpace.xpath("//c:errBars")

    ends = [[float(point.text) for point in bars.iterfind(f"{C}{side}//{C}v")] for side in ("plus", "minus")]
    # In the order of the schema: PowerPoint opens nothing else.
    assert bars.getnext().tag == f"{C}cat"
    assert ends == [[85 - 75, 52 - 40], [75 - 65, 40 - 31]]


def test_a_bar_that_is_only_known_to_be_at_most_so_long_is_pale_and_the_other_is_not(pages: list[Any]) -> None:
    (chart,) = charts(pages[2])
    (series,) = chart.plots[0].series

    own = [[one.get("val") for one in point.iter() if one.tag.endswith("srgbClr")][:1] for point in series._element.findall(f"{C}dPt")]
    assert own == [[slides_pptx.PALE.lstrip("#")]]
    assert series._element.find(f"{C}dPt/{C}idx").get("val") == "1"


def test_another_program_prints_every_word_and_number_of_every_slide(printed: bytes, tmp_path: Path) -> None:
    pages = with_poppler("pdftotext", printed, tmp_path, "-layout").split("\f")[:-1]

    assert len(pages) == len(DECK.slides)
    for page, slide in zip(pages, DECK.slides, strict=True):
        missing = [text for text in decks.words(slide) if not set(squeezed(text)) <= set(squeezed(page))]
        assert not missing, slide.title
        alone = [text for text in decks.words(slide) if len(text.split()) < 3 and squeezed(text) not in squeezed(page)]
        assert not alone, slide.title


def test_no_page_that_is_printed_is_empty(printed: bytes, tmp_path: Path) -> None:
    pictures = pdf_pages(printed, tmp_path)

    assert [darkest(picture) < 128 for picture in pictures] == [True] * len(DECK.slides)


def test_no_time_of_day_and_no_other_name_stands_in_the_file(file: bytes) -> None:
    about = pptx.Presentation(BytesIO(file)).core_properties

    assert (about.author, about.last_modified_by, about.title) == ("Rekindle", "Rekindle", DECK.slides[0].title)
    assert {(moment.date(), moment.hour, moment.minute) for moment in (about.created, about.modified)} == {(TODAY, 0, 0)}
