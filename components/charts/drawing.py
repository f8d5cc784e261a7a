"""What a figure draws, without saying how: its numbers by row, for whoever draws them natively, as a slide, a list or a page does."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    """How the numbers of a row stand to each other."""

    # Each where it lies from 0 to 100, with its interval where one is told.
    POINTS = "points"
    # Each as a bar of its own.
    BARS = "bars"
    # Parts of one whole, one after the other.
    PARTS = "parts"


@dataclass(frozen=True)
class Mark:
    """A number, as people read it, and the ends of its interval; `at_most`: whether it is only known to be no more."""

    value: float
    said: str
    low: float | None = None
    high: float | None = None
    at_most: bool = False


@dataclass(frozen=True)
class Row:
    """A name with its marks, None where there is no number."""

    name: str
    marks: tuple[Mark | None, ...]


@dataclass(frozen=True)
class Drawing:
    """Rows of marks; `names`: what the marks of each row are called, in their order."""

    kind: Kind
    names: tuple[str, ...]
    rows: tuple[Row, ...]

    def parted(self, rows: int) -> tuple["Drawing", "Drawing"]:
        """So many rows, and the others."""
        return replace(self, rows=self.rows[:rows]), replace(self, rows=self.rows[rows:])
