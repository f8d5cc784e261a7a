"""Reads a file of rows that somebody collected outside Rekindle. Whatever is wrong with it is said by line and column."""

import csv
from pathlib import Path
from typing import Annotated, Literal

import numpy as np
import pandas as pd
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from pilot import statements
from pilot.errors import BadFile
from pilot.sheets import Sheets

# Below this an interval of a correlation is wider than half the scale, and no table here is worth reading.
FEWEST = 50
# Of many mistakes the first ones show what the matter is.
_SHOWN = 10
_ALONE = ("person", "minutes")
_PREFIXES = {"group_": "groups", "criterion_": "criteria"}
_HINTS = {
    "person": "write a code of letters, digits, - or _, up to 40 of them: never a name or an e-mail address",
    "answers": "write 1 to 5 as it was chosen, na for 'Does not apply to me', or leave it empty",
    "outcomes": "write a whole number from 0 to 10, or leave it empty",
    "criteria": "write a number with a point, as in 3.5, or leave it empty",
    "minutes": "write a number above 0 with a point, as in 8.5, or leave it empty",
    "groups": "write a short label of up to 40 characters, or leave it empty",
}


def _blank(cell: object) -> object:
    text = str(cell).strip()
    return text.lower() if text.lower() == "na" else text or None


_Blank = BeforeValidator(_blank)
_Answer = Annotated[Literal["na"] | Annotated[int, Field(ge=1, le=5)] | None, _Blank]
_Outcome = Annotated[Annotated[int, Field(ge=0, le=10)] | None, _Blank]
_Number = Annotated[Annotated[float, Field(allow_inf_nan=False)] | None, _Blank]
_Minutes = Annotated[Annotated[float, Field(gt=0, allow_inf_nan=False)] | None, _Blank]
_Label = Annotated[Annotated[str, Field(max_length=40)] | None, _Blank]


class Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    person: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
    answers: dict[str, _Answer]
    outcomes: dict[str, _Outcome]
    criteria: dict[str, _Number]
    groups: dict[str, _Label]
    minutes: _Minutes = None


def load(path: Path) -> Sheets:
    """Everybody in the file. Raises BadFile with every mistake of the first ten."""
    (_, first), *rest = _lines(path)
    header = [name.strip() for name in first]
    _check_header(path, header)
    kinds = {name: str(_kind(name)) for name in header}
    rows: list[Row] = []
    mistakes: list[str] = []
    for number, cells in rest:
        found = _row(kinds, cells)
        if isinstance(found, Row):
            rows.append(found)
        else:
            mistakes += [f"line {number}, {what}" for what in found]
    _complain(path, mistakes + _doubled(rows))
    _check_amount(path, rows)
    return _sheets(rows)


def _lines(path: Path) -> list[tuple[int, list[str]]]:
    """Every line that is not blank, with its number."""
    try:
        # Spreadsheets put a mark before the first column that is no part of its name.
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            # Numbered as an editor counts: a cell may run over several lines.
            lines = [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    except OSError as error:
        raise BadFile(f"{path} cannot be opened: {error.strerror}.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadFile(f"{path} is not a table in CSV. Save it as 'CSV UTF-8 (comma delimited)' and try again.") from error
    if not lines:
        raise BadFile(f"{path} is empty. Its first line names the columns: see pilot/README.md.")
    return lines


def _check_header(path: Path, header: list[str]) -> None:
    if len(header) == 1 and ";" in header[0]:
        raise BadFile(f"{path} has semicolons between its columns. Save it with commas instead.")
    missing = [name for name in ("person", *statements.ids()) if name not in header]
    unknown = [name or "(no name)" for name in header if _kind(name) is None]
    twice = sorted({name for name in header if header.count(name) > 1})
    said = [("has no column", missing, ""), ("has more than one column", twice, "")]
    said += [("has a column that is not known", unknown, "; begin your own ones with group_ or criterion_")]
    _complain(path, [f"{what}: {', '.join(names[:_SHOWN])}{hint}" for what, names, hint in said if names])


def _kind(column: str) -> str | None:
    """The field of Row that a column belongs to."""
    if column in _ALONE:
        return column
    if column in statements.ids():
        return "answers"
    if column in statements.OUTCOMES:
        return "outcomes"
    return next((kind for prefix, kind in _PREFIXES.items() if column.startswith(prefix) and column != prefix), None)


def _row(kinds: dict[str, str], cells: list[str]) -> Row | list[str]:
    """The row, or what is wrong with it."""
    if len(cells) != len(kinds):
        return [f"it has {len(cells)} cells, and the first line names {len(kinds)} columns"]
    told = list(zip(kinds.items(), cells, strict=True))
    fields = {kind: {name: cell for (name, its), cell in told if its == kind} for kind in ("answers", "outcomes", *_PREFIXES.values())}
    try:
        return Row.model_validate(fields | {name: cell.strip() for (name, _), cell in told if name in _ALONE})
    except ValidationError as error:
        return list(dict.fromkeys(_said(*map(str, mistake["loc"])) for mistake in error.errors()))


def _said(field: str, column: str = "", *_: str) -> str:
    """The cell itself is not repeated: it may be the very thing that should not be in the file."""
    return f"column {column if column and field != 'minutes' else field}: {_HINTS[field]}"


def _doubled(rows: list[Row]) -> list[str]:
    codes = [row.person for row in rows]
    return [
        f"the code {code} stands in more than one line; one line is one person" for code in sorted({c for c in codes if codes.count(c) > 1})
    ]


def _complain(path: Path, mistakes: list[str]) -> None:
    if mistakes:
        rest = f"\n  and {len(mistakes) - _SHOWN} more" if len(mistakes) > _SHOWN else ""
        raise BadFile(f"{path} cannot be read:\n  " + "\n  ".join(mistakes[:_SHOWN]) + rest)


def _check_amount(path: Path, rows: list[Row]) -> None:
    if len(rows) < FEWEST:
        raise BadFile(f"{path} holds {len(rows)} people. Below {FEWEST} no figure here means anything.")
    alike = [name for name in statements.ids() if len({row.answers[name] for row in rows} - {None, "na"}) < 2]
    _complain(path, [f"column {name}: everybody gave the same answer, so nothing goes together with it" for name in alike])


def _sheets(rows: list[Row]) -> Sheets:
    people = pd.Index([row.person for row in rows], name="person")
    answers = pd.DataFrame([row.answers for row in rows], index=people)[statements.ids()]
    outside = pd.DataFrame([{**row.outcomes, **row.criteria} for row in rows], index=people)
    return Sheets(
        raw=answers.replace("na", np.nan).astype(float),
        does_not_apply=answers == "na",
        outcomes=outside.astype(float),
        groups=pd.DataFrame([row.groups for row in rows], index=people),
        minutes=pd.Series([row.minutes for row in rows], index=people, dtype=float),
    )
