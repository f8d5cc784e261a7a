"""The statements of rk-1.1: what a pilot asks, to which dimension each belongs, and which way it points."""

import csv
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

FILE = Path(__file__).with_name("statements.csv")
# The two questions of rk-1.1 that are part of no score.
OUTCOMES = ("working_life", "life_outside")


class Statement(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    position: int
    id: str
    dimension: str
    key: Literal["forward", "reversed"]
    text: str

    @property
    def sign(self) -> int:
        """1 where agreeing raises the score, -1 where it lowers it."""
        return 1 if self.key == "forward" else -1


@cache
def load() -> tuple[Statement, ...]:
    """In the order in which they are asked."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return tuple(Statement.model_validate(line) for line in csv.DictReader(lines))


def ids() -> list[str]:
    return [statement.id for statement in load()]


@cache
def dimensions() -> dict[str, list[Statement]]:
    """The statements of each dimension, forward ones first."""
    names = dict.fromkeys(statement.dimension for statement in load())
    return {name: sorted((s for s in load() if s.dimension == name), key=lambda s: -s.sign) for name in names}


def members(dimension: str) -> list[str]:
    return [statement.id for statement in dimensions()[dimension]]


def sign(statement: str) -> int:
    return {s.id: s.sign for s in load()}[statement]
