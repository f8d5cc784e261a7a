"""What a closed round shows, by its size: as sections, as charts, and as files."""

import csv
import io
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import openpyxl
import pytest

from components.charts import theme
from components.charts.figure import Figure
from components.exports.report import Bullets, Heading, Paragraph
from components.insights import all_sections, downloads
from components.insights.section import Part, View
from components.session import resources
from data.storage.engines.duckdb_store import DuckDBStore
from data.totals.published import Insights, Percentage, Published, Side
from tests.components.insights import closed_rounds
from tests.invented.records import TODAY

WORDS = resources.group_words().insights
FROM_SIX = ["means", "questions"]
FROM_TEN = ["means", "questions", "levels", "obstacles"]
FROM_TWENTY = ["means", "questions", "levels", "obstacles", "map", "week", "patterns", "statements"]
# Whether these are there depends on who took part.
BY_CHANCE = ("stages", "differences")


@pytest.fixture(scope="module", params=[7, 14, 32])
def insights(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Insights]:
    with closing(DuckDBStore(tmp_path_factory.mktemp("rounds") / "rounds.duckdb")) as store:
        yield closed_rounds.insights(store, request.param)


@pytest.fixture
def whole(insights: Insights) -> Published:
    assert isinstance(insights.whole, Published)
    return insights.whole


@pytest.fixture
def parts(insights: Insights, whole: Published) -> tuple[Part, ...]:
    return all_sections.sections_of(insights, whole, colours=theme.print_palette())


def lists(value: object) -> Iterator[list[Any]]:
    """Every list in what is sent to the browser."""
    if isinstance(value, list):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from lists(inner)


def bars(picture: Figure) -> int:
    """What a chart draws at most: a mark for each figure of its table."""
    return len(picture.rows) * (len(picture.columns) - 1)


def test_a_round_shows_just_what_its_size_allows(whole: Published, parts: tuple[Part, ...]) -> None:
    expected = {"6-9": FROM_SIX, "10-19": FROM_TEN, "20-49": FROM_TWENTY}[whole.n_band]

    assert [part.key for part in parts if part.key not in BY_CHANCE] == expected


def test_every_view_that_is_offered_has_something_to_show(insights: Insights, whole: Published) -> None:
    of = all_sections.shown(insights, whole, colours=theme.print_palette())

    made = {view: [part.key for section in all_sections.in_view(view, of) for part in section.parts(of)] for view in View}
    assert [view for view, keys in made.items() if keys] == all_sections.views(of)
    assert len(all_sections.views(of)) == {"6-9": 1, "10-19": 3, "20-49": 4}[whole.n_band]


def test_what_is_folded_is_named_as_what_it_holds(insights: Insights, whole: Published) -> None:
    of = all_sections.shown(insights, whole, colours=theme.print_palette())
    folded = [section for section in all_sections.SECTIONS if section.fold and section.is_there(of)]

    titles = [part.title for section in folded for part in section.parts(of)]
    assert [section.fold(WORDS) for section in folded if section.fold] == titles


def test_every_section_opens_with_a_sentence(parts: tuple[Part, ...]) -> None:
    assert [part.key for part in parts if not part.lead.endswith(".")] == []


def test_no_list_that_a_chart_sends_is_longer_than_the_bars_it_draws(parts: tuple[Part, ...]) -> None:
    pictures = [picture for part in parts for picture in part.figures]

    sent = [(picture.title, bars(picture), rows) for picture in pictures for rows in picture.chart.to_dict()["datasets"].values()]

    assert sent
    assert [(title, most, len(rows)) for title, most, rows in sent if len(rows) > most] == []


def test_no_list_in_a_chart_beside_its_data_is_longer_than_its_rows(parts: tuple[Part, ...]) -> None:
    drawn = [(picture, picture.chart.to_dict()) for part in parts for picture in part.figures]
    # The layers of a chart and the words in their tooltips are its own, of a fixed number.
    found = [
        (picture, one) for picture, chart in drawn for one in lists({**chart, "datasets": {}, "layer": [dict(x) for x in chart["layer"]]})
    ]

    assert [(picture.title, one) for picture, one in found if len(one) > max(len(picture.rows), 8)] == []


def test_every_chart_is_what_vega_lite_understands(parts: tuple[Part, ...]) -> None:
    for part in parts:
        for picture in part.figures:
            assert picture.chart.to_dict(validate=True)["layer"]


def test_every_chart_says_its_numbers_in_words(parts: tuple[Part, ...]) -> None:
    said = [(picture.alt_text, cell) for part in parts for picture in part.figures for row in picture.rows for cell in row[:2]]

    assert [(alt_text, cell) for alt_text, cell in said if cell not in alt_text] == []


def test_the_table_as_csv_holds_every_figure_of_every_section_and_the_rules(
    insights: Insights, whole: Published, parts: tuple[Part, ...]
) -> None:
    rows = list(csv.reader(io.StringIO(downloads.csv(insights, whole).decode("utf-8-sig"), newline="")))

    figures = {
        (part.title, row[0], column, cell)
        for part in parts
        for p in part.figures
        for row in p.rows
        for column, cell in zip(p.columns[1:], row[1:], strict=True)
    }
    assert {tuple(row) for row in rows[1:] if row[2] and row[0] != WORDS.title} == figures
    assert [len(row) for row in rows if len(row) != len(WORDS.csv_columns)] == []
    assert rows[-1][:2] == [WORDS.csv_rules, resources.instrument().notes.adverse_use]


def test_the_workbook_says_in_cells_what_the_table_says_with_numbers_as_numbers(insights: Insights, whole: Published) -> None:
    table = csv.reader(io.StringIO(downloads.csv(insights, whole).decode("utf-8-sig"), newline=""))
    sheet = openpyxl.load_workbook(io.BytesIO(downloads.xlsx(insights, whole))).active

    cells = [["" if cell is None else cell for cell in row] for row in sheet.values]
    assert [[str(cell) for cell in row] for row in cells] == list(table)
    assert {type(cell) for row in cells[1:] for cell in row} == {int, str}
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.hyperlink or cell.data_type == "f"] == []


def test_the_report_holds_the_same_sections_and_the_rules(insights: Insights, whole: Published, parts: tuple[Part, ...]) -> None:
    blocks = downloads.report(insights, whole).blocks

    assert [block.text for block in blocks if isinstance(block, Heading)] == [part.title for part in parts]
    assert [block.rows for block in blocks if isinstance(block, Figure)] == [p.rows for part in parts for p in part.figures]
    assert [block.items for block in blocks if isinstance(block, Bullets)] == [part.lines for part in parts if part.lines]
    assert Paragraph(resources.instrument().notes.adverse_use) in blocks


def test_the_chart_of_means_as_a_file_says_what_it_must_not_be_used_for(insights: Insights, whole: Published) -> None:
    picture = downloads.svg(insights, whole).decode()

    assert "You must not use Rekindle to decide about a person." in picture
    assert insights.team in picture
    assert downloads.png(insights, whole).startswith(b"\x89PNG")


def test_the_whole_can_be_taken_along_as_pdf(insights: Insights, whole: Published) -> None:
    assert downloads.pdf(insights, whole, TODAY).startswith(b"%PDF-")


def test_a_statement_is_drawn_round_the_middle_with_the_favourable_side_to_the_right() -> None:
    shares = {Side.UNFAVOURABLE: Percentage(20), Side.NEUTRAL: Percentage(30), Side.FAVOURABLE: Percentage(50)}
    drag = next(item for item in resources.instrument().items if item.id == "spark_dull")
    whole = Published("team", "20-49", resources.instrument().version, {}, statements={drag.id: shares})
    parts = all_sections.sections_of(Insights("Harbour crew", TODAY, whole), whole, colours=theme.print_palette())

    (picture,) = next(part for part in parts if part.key == "statements").figures
    (drawn,) = [rows for rows in picture.chart.to_dict()["datasets"].values() if "kind" in rows[0]]

    assert [(bar["kind"], bar["low"], bar["high"]) for bar in drawn] == [
        (WORDS.unfavourable, -35, -15),
        (WORDS.neutral, -15, 15),
        (WORDS.favourable, 15, 65),
    ]
    assert picture.rows == ((WORDS.reversed.format(text=drag.text), "20 %", "30 %", "50 %"),)


def test_a_chart_without_intervals_has_no_empty_marks(whole: Published, parts: tuple[Part, ...]) -> None:
    has_intervals = any(mean.low is not None for mean in whole.means.values())

    assert has_intervals == (whole.n_band == "20-49")
    assert len(parts[0].figures[0].chart.to_dict()["layer"]) == 3 + has_intervals
