"""Slides as pages to print, read by poppler."""

import re
from pathlib import Path

import pytest

from components.exports import pdf_fonts, slides_pdf
from tests.components.exports import decks
from tests.components.exports.decks import DECK, TODAY
from tests.components.exports.file_readers import darkest, pdf_pages, with_poppler
from tests.components.exports.test_report_pdf import squeezed


@pytest.fixture(scope="module")
def file() -> bytes:
    return slides_pdf.write(DECK, today=TODAY)


def test_every_page_lies_on_its_side_and_carries_its_fonts(file: bytes, tmp_path: Path) -> None:
    said = with_poppler("pdfinfo", file, tmp_path)
    fonts = with_poppler("pdffonts", file, tmp_path).splitlines()[2:]

    assert re.search(r"Pages:\s+(\d+)", said) and f"Pages:           {len(DECK.slides)}" in said
    assert "841.89 x 595.28 pts (A4)" in said
    assert fonts and all(" yes yes yes " in line for line in fonts)


def test_every_word_and_number_of_a_slide_can_be_selected_on_its_page(file: bytes, tmp_path: Path) -> None:
    pages = with_poppler("pdftotext", file, tmp_path, "-layout").split("\f")[:-1]

    for page, slide in zip(pages, DECK.slides, strict=True):
        # A script that no font has is an empty box, never left out in silence.
        words = [pdf_fonts.printable(text) for text in decks.words(slide)]
        missing = [text for text in words if not set(squeezed(text)) <= set(squeezed(page))]
        alone = [text for text in words if len(text.split()) < 3 and squeezed(text) not in squeezed(page)]
        assert not missing and not alone, slide.title


def test_no_page_is_empty_and_nothing_runs_over_its_edge(file: bytes, tmp_path: Path) -> None:
    pictures = pdf_pages(file, tmp_path)

    for picture in pictures:
        wide, high = picture.size
        edges = [picture.crop(box) for box in ((0, 0, wide, 12), (0, 0, 12, high), (wide - 12, 0, wide, high), (0, high - 8, wide, high))]
        assert darkest(picture) < 128
        assert [darkest(edge) for edge in edges] == [255] * 4
