"""What a figure draws, without saying how: its numbers by row, for whoever draws them natively, as a slide, a list or a page does."""

from dataclasses import dataclass, replace
from enum import StrEnum

from components.charts.zones import Zones


class Kind(StrEnum):
    """How the numbers of a row stand to each other."""

    # Each where it lies from 0 to 100, with its interval where one is told.
    POINTS = "points"
    # Each as a bar of its own.
    BARS = "bars"
    # Parts of one whole, one after the other. One that is not told is what the others leave, and drawn empty.
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
    """A name with its marks, None where there is no number.

    Attributes:
        before: what a list says to the left of them.
        after: the same to the right.
        others: where half of others are above and half below, where a list draws that.
    """

    name: str
    marks: tuple[Mark | None, ...]
    before: str = ""
    after: str = ""
    others: float | None = None


@dataclass(frozen=True)
class Drawing:
    """Rows of marks.

    Attributes:
        names: what the marks of each row are called, in their order.
        before, after: what that is called which a list says beside them.
        over: the zones that a list draws points over.
    """

    kind: Kind
    names: tuple[str, ...]
    rows: tuple[Row, ...]
    before: str = ""
    after: str = ""
    over: Zones | None = None

    def is_untold(self, place: int) -> bool:
        """Whether no row says a number there."""
        return all(row.marks[place] is None for row in self.rows)

    def told(self) -> "Drawing":
        """What is told alone, one after the other: what is not is left at the end."""
        places = [place for place in range(len(self.names)) if not self.is_untold(place)]
        rows = tuple(replace(row, marks=tuple(row.marks[place] for place in places)) for row in self.rows)
        return replace(self, names=tuple(self.names[place] for place in places), rows=rows)

    def parted(self, rows: int) -> tuple["Drawing", "Drawing"]:
        """So many rows, and the others."""
        return replace(self, rows=self.rows[:rows]), replace(self, rows=self.rows[rows:])
