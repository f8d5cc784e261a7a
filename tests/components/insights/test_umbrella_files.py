"""Files of an umbrella whose teams are called whatever a team may be called, each opened by somebody else's reader."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pptx
import pytest

from components.exports import pdf_fonts
from components.insights import downloads
from data.groups import cohort_store, team_store
from data.groups.team_name import MAX_NAME
from data.privacy_limits import ROUND_FLOOR
from data.storage.engines.duckdb_store import DuckDBStore
from data.totals import publishing
from data.totals.published import Insights, Published
from tests.components.exports import decks
from tests.components.exports.file_readers import with_poppler
from tests.components.exports.test_report_pdf import squeezed
from tests.invented import waiting
from tests.invented.records import TODAY

# Every sign that may stand in a name, several scripts, two of them from right to left, and the widest name that there can be.
NAMES = (
    "R&D (North) #1, a+b",
    "O’Brien's – x_y/z - 7.",
    "W" * MAX_NAME,
    "東京 チーム",
    "Команда Ω, Ümläut Æsir",
    "צוות דרום",
    "فريق الشمال",
    "7",
)
NAMED = [f"{place}. {name}" for place, name in enumerate(NAMES, 1)]
# What begins a formula in a spreadsheet.
BEGINS = re.compile(r"\s*[=+\-@]")


class Shown(NamedTuple):
    insights: Insights
    whole: Published


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    with closing(DuckDBStore(tmp_path_factory.mktemp("umbrella") / "umbrella.duckdb")) as store:
        keys = team_store.create(store, decks.NAME, closes_on=TODAY, today=TODAY, teams=NAMES)
        round_id = team_store.invitation(store, keys.joins[0]).round.round_id
        for place in range(1, len(NAMES) + 1):
            waiting.wait(store, waiting.crowd(ROUND_FLOOR, place), round_id=round_id, place=place)
        cohort_store.close_round(store, keys.manage, TODAY)
        insights = publishing.round_insights(store, keys.insights)
        assert isinstance(insights.whole, Published) and len(insights.teams) == len(NAMES)
        yield Shown(insights, insights.whole)


def test_both_tables_name_every_team_in_a_cell_and_no_cell_begins_a_formula(shown: Shown) -> None:
    table = list(csv.reader(io.StringIO(downloads.csv(*shown).decode("utf-8-sig"), newline="")))
    sheet = openpyxl.load_workbook(io.BytesIO(downloads.xlsx(*shown))).active

    cells = [[cell for row in table for cell in row], [str(cell) for row in sheet.values for cell in row]]
    for found in cells:
        assert {*NAMED, decks.NAME} <= {*found}
        assert [cell for cell in found if BEGINS.match(cell)] == []
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.hyperlink or cell.data_type == "f"] == []


def test_the_report_names_every_team_in_letters_that_can_be_selected(shown: Shown, tmp_path: Path) -> None:
    read = squeezed(with_poppler("pdftotext", downloads.pdf(*shown, TODAY), tmp_path, "-layout"))

    # What is written from right to left is read in either order; a script that no font has is an empty box, never left out in silence.
    names = [squeezed(pdf_fonts.printable(name)) for name in (*NAMES, decks.NAME)]
    assert [name for name in names if name not in read and name[::-1] not in read] == []


def test_slides_and_pictures_bear_the_name_of_all_of_them(shown: Shown, tmp_path: Path) -> None:
    slides = pptx.Presentation(io.BytesIO(downloads.pptx(*shown, TODAY))).slides
    pages = with_poppler("pdftotext", downloads.slides(*shown, TODAY), tmp_path, "-layout").split("\f")[:-1]

    feet = ["\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame) for slide in slides]
    assert len(feet) == len(pages)
    assert [foot for foot in feet if decks.NAME not in foot] == []
    assert [page for page in pages if squeezed(pdf_fonts.printable(decks.NAME)) not in squeezed(page)] == []
    assert decks.NAME.replace("&", "&amp;") in downloads.svg(*shown).decode()
    assert downloads.png(*shown).startswith(b"\x89PNG")
