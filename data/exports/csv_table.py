"""A table as CSV that any spreadsheet opens: numbers stay numbers, and no text can act as a formula (docs/security.md 5.4)."""

import csv
import io
from collections.abc import Iterable
from typing import TypeAlias

Cell: TypeAlias = str | int | float | None

# What a spreadsheet may take for a formula, or for the start of one after trimming.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
# Tells Excel that the file is UTF-8.
_MARK = "\ufeff"


def write(rows: Iterable[Iterable[Cell]]) -> bytes:
    """The rows as UTF-8, the first of them the names of the columns."""
    out = io.StringIO(newline="")
    table = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
    table.writerows([_safe(cell) for cell in row] for row in rows)
    return (_MARK + out.getvalue()).encode()


def _safe(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = cell.replace("\0", "")
    return f"'{text}" if text.lstrip(" \u00a0\ufeff").startswith(_FORMULA) else text
