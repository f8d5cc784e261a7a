"""One line of the report."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Figure:
    """A median or a slope of one app, and the unit that it is printed in."""

    who: str
    value: float
    unit: str

    def __str__(self) -> str:
        digits = 0 if self.value == int(self.value) or abs(self.value) >= 100 else 1 if abs(self.value) >= 10 else 2
        return f"{self.who} {self.value:.{digits}f} {self.unit}".rstrip()


@dataclass(frozen=True)
class Goal:
    """At most so many times the other figure or, with a unit, at most so much; with `at_least` no less than that."""

    bound: float
    unit: str = "x"
    at_least: bool = False

    def __str__(self) -> str:
        return f"goal at {'least' if self.at_least else 'most'} {self.bound:g} {self.unit}"


@dataclass(frozen=True)
class Line:
    """What was measured, both figures, their ratio and the goal; a line without a goal is there for orientation."""

    what: str
    ours: Figure
    theirs: Figure
    goal: Goal | None = None

    @classmethod
    def of(cls, what: str, values: Mapping[str, float], unit: str, goal: Goal | None = None) -> Self:
        """The line of two values by who has them, ours first."""
        ours, theirs = (Figure(who, value, unit) for who, value in values.items())
        return cls(what, ours, theirs, goal)

    @property
    def ratio(self) -> float | None:
        """How many times theirs; None where theirs is nothing, or less."""
        return self.ours.value / self.theirs.value if self.theirs.value > 0 else None

    @property
    def missed(self) -> bool:
        """Whether there is a goal and it was not reached."""
        if self.goal is None:
            return False
        reached = self.ratio if self.goal.unit == "x" else self.ours.value
        if reached is None:
            return True
        return reached < self.goal.bound if self.goal.at_least else reached > self.goal.bound

    def __str__(self) -> str:
        ratio = "" if self.ratio is None else f"{self.ratio:.2f} x"
        figures = f"{self.what:<49} {self.ours!s:<32}{self.theirs!s:<21}{ratio:>7}"
        return f"{figures}  {self.goal or 'no goal'}{'  missed' if self.missed else ''}"
