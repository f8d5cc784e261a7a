"""A table as a workbook (XLSX), which Excel and LibreOffice read alike in every language: columns, numbers and letters as they are."""

import io
from collections.abc import Iterable
from datetime import datetime

import xlsxwriter

from data.exports.csv_table import Cell

# Text is text, whatever it begins with: no cell of ours is a formula, a link or a number in disguise (docs/security.md 5.4).
_PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
# The file would tell to the second when somebody pressed a button.
_NO_TIME = {"created": datetime(2000, 1, 1)}
# Letters to a column: a statement can be read without being cut, and a table is no wider than a screen.
_NARROWEST, _WIDEST = 8, 60


def write(rows: Iterable[Iterable[Cell]]) -> bytes:
    """The rows as a workbook of one sheet, the first of them the names of the columns. A figure is as whole as it is read."""
    table = [[round(cell) if isinstance(cell, float) else cell for cell in row] for row in rows]
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, _PLAIN) as book:
        book.set_properties(_NO_TIME)
        heads, sheet = book.add_format({"bold": True}), book.add_worksheet()
        for place, row in enumerate(table):
            sheet.write_row(place, 0, row, None if place else heads)
        for place, column in enumerate(zip(*table, strict=False)):
            longest = max(len(str(cell or "")) for cell in column)
            sheet.set_column(place, place, min(max(longest, _NARROWEST), _WIDEST))
        sheet.freeze_panes(1, 0)
    return file.getvalue()
