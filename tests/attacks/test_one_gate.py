"""The one gate (docs/anonymity.md 3.8): counts leave the database through `data/totals/count_store.py` alone, for `publishing`,
which gives on only what may be shown.

Seen to fail: with a SELECT of total_count in `data/groups/tally_store.py`; with `reference_group` returning `Counts`; with a page that
imports `data.totals.counts`; with an export that takes a Store; with a box plot, and with a chart that works out its own mean from rows.
"""

import ast
import re
from datetime import date
from inspect import getmembers, isfunction
from pathlib import Path
from types import FunctionType, NoneType
from typing import get_args, get_type_hints

from components.insights import downloads
from data.instrument.norms import Norms
from data.totals import publishing
from data.totals.published import Comparison, Insights, Published, Withheld
from data.totals.reliability.shown import Reliability

ROOT = Path(__file__).parents[2]
COUNTS = re.compile(r"\b(cohort_count|total_count|shown_count)\b")
# What makes a browser work out a figure from rows, or draws the rows: the rows would have to be sent (docs/anonymity.md 3.9).
FROM_ROWS = re.compile(
    r"mark_(boxplot|errorbar|errorband)"
    r"|transform_(aggregate|joinaggregate|density|bin|quantile|window)"
    r"|(line|bar|area|scatter)_chart"
)
AGGREGATED = re.compile(r"^(mean|average|median|min|max|sum|count|stdev|q1|q3|ci0|ci1|values)\(")
# Norms are of everyone, from 200 people on, and rounded (docs/anonymity.md 3.14).
MAY_LEAVE = {Published, Withheld, Comparison, Insights, Reliability, Norms, NoneType}


def strings(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def sources() -> list[Path]:
    return [ROOT / "app.py", *(path for folder in ("pages", "components", "data") for path in (ROOT / folder).rglob("*.py"))]


def kinds(function: FunctionType) -> tuple[type, ...]:
    """The types that it says it returns."""
    hint = get_type_hints(function)["return"]
    return get_args(hint) or (hint,)


def test_only_the_store_of_counts_reads_them_and_only_mixing_adds_to_them() -> None:
    naming = {path.stem: [text for text in strings(path) if COUNTS.search(text)] for path in sources()}

    assert {name for name, found in naming.items() if found} == {"count_store", "tally_store"}
    assert [text for text in naming["tally_store"] if not text.strip().startswith(("INSERT INTO", "DELETE FROM"))] == []
    assert [text for text in naming["count_store"] if not text.strip().startswith("SELECT")] == []


def test_no_adding_to_counts_gives_any_back() -> None:
    assert [text for text in strings(ROOT / "data" / "groups" / "tally_store.py") if "RETURNING" in text.upper()] == []


def test_whatever_publishing_returns_may_be_shown_to_anybody() -> None:
    mine = [function for _, function in getmembers(publishing, isfunction) if function.__module__ == publishing.__name__]
    public = [function for function in mine if not function.__name__.startswith("_")]

    returned = {kind for function in public for kind in kinds(function)}

    assert len(public) == 8
    assert returned == MAY_LEAVE


def test_an_export_takes_what_the_screen_takes_and_nothing_else() -> None:
    """The attack of docs/anonymity.md 4.7: only what was published can be in a file."""
    mine = [function for _, function in getmembers(downloads, isfunction) if function.__module__ == downloads.__name__]
    public = [function for function in mine if not function.__name__.startswith("_")]

    taken = {hint for function in public for name, hint in get_type_hints(function).items() if name != "return"}

    assert len(public) == 10
    assert taken == {Insights, Published, date}


def test_no_chart_works_out_a_figure_from_rows_or_draws_single_people() -> None:
    """The attack of docs/anonymity.md 4.6: what a browser adds up it must have been sent."""
    screens = [path for path in sources() if path.relative_to(ROOT).parts[0] in ("components", "pages")]
    called = {
        (path.name, node.attr) for path in screens for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Attribute)
    }
    charts = {path.name for path in screens if "import altair" in path.read_text()}
    shorthand = [(path.name, text) for path in screens for text in strings(path) if path.name in charts and AGGREGATED.match(text)]

    assert len(charts) > 8
    assert {(name, attribute) for name, attribute in called if FROM_ROWS.fullmatch(attribute)} == set()
    assert shorthand == []
