"""What the bands of a result rest on: mean, spread and reliability of every dimension, under a name (docs/rk11.md 2.2)."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import Field

from data.instrument.answers import FrozenValue

# Wide enough for any name of a version, and narrow enough that a file cannot carry a text in it.
Name = Annotated[str, Field(pattern=r"^norms-[0-9]{1,4}$")]


class Figures(FrozenValue):
    """One dimension: mean and standard deviation in points of 100, and alpha of the whole scale."""

    mean: Annotated[float, Field(ge=0, le=100)]
    sd: Annotated[float, Field(gt=0, le=100)]
    alpha: Annotated[float, Field(gt=0, lt=1)]

    def inter_item(self, statements: int) -> float:
        """How far two statements of the scale go together, from alpha by Spearman and Brown."""
        return self.alpha / (statements - (statements - 1) * self.alpha)


class Norms(FrozenValue):
    """A version of the figures. Nobody is named in them: they are rounded, and come from 200 people or more, or are assumed."""

    name: Name
    dimensions: Mapping[str, Figures]
    # The day on which people were counted, and how many at least; None for figures that are assumed.
    day: date | None = None
    people: int | None = None


def label(version: str, norms: Norms | None) -> str:
    """What a result is labelled with, such as "rk-1.1 / norms-0"; the version alone where it has no norms."""
    return f"{version} / {norms.name}" if norms else version


def alpha(statements: float, inter_item: float) -> float:
    """Reliability of so many statements that go together so far, by Spearman and Brown; a part of a scale may count as 2.67 of them."""
    return statements * inter_item / (1 + (statements - 1) * inter_item)
