"""R8: counts leave the database through `data/publishing.py` alone, and only as what may be shown.

Seen to fail: with a SELECT of total_count in `data/mixing.py`; with `everyone` returning `Counts`; with a page that imports `data.counts`.
"""

import ast
import re
from inspect import getmembers, isfunction
from pathlib import Path
from types import FunctionType
from typing import get_args, get_type_hints

from data import publishing
from data.published import Comparison, Insights, Published, Reliability, Withheld

ROOT = Path(__file__).parents[2]
COUNTS = re.compile(r"\b(cohort_count|total_count)\b")
MAY_LEAVE = {Published, Withheld, Comparison, Insights, Reliability}


def strings(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def sources() -> list[Path]:
    return [ROOT / "app.py", *(path for folder in ("pages", "components", "data") for path in (ROOT / folder).rglob("*.py"))]


def kinds(function: FunctionType) -> tuple[type, ...]:
    """The types that it says it returns."""
    hint = get_type_hints(function)["return"]
    return get_args(hint) or (hint,)


def test_only_publishing_reads_counts_and_only_mixing_adds_to_them() -> None:
    naming = {path.stem: [text for text in strings(path) if COUNTS.search(text)] for path in sources()}

    assert {name for name, found in naming.items() if found} == {"publishing", "mixing"}
    assert [text for text in naming["mixing"] if not text.strip().startswith("INSERT INTO")] == []
    assert [text for text in naming["publishing"] if not text.strip().startswith("SELECT")] == []


def test_no_adding_to_counts_gives_any_back() -> None:
    assert [text for text in strings(ROOT / "data" / "mixing.py") if "RETURNING" in text.upper()] == []


def test_whatever_publishing_returns_may_be_shown_to_anybody() -> None:
    mine = [function for _, function in getmembers(publishing, isfunction) if function.__module__ == publishing.__name__]
    public = [function for function in mine if not function.__name__.startswith("_")]

    returned = {kind for function in public for kind in kinds(function)}

    assert len(public) == 5
    assert returned == MAY_LEAVE
