"""A report as a row of blocks. Web page and PDF set the same blocks."""

from dataclasses import dataclass
from typing import TypeAlias

from components.charts.figure import Figure


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass(frozen=True)
class Paragraph:
    """`quiet` ones stand beside the point: where a number comes from, and how sure it is."""

    text: str
    quiet: bool = False


@dataclass(frozen=True)
class Bullets:
    title: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Own:
    """Somebody's own words under their question: set as they are, never read as markup."""

    question: str
    words: str


Block: TypeAlias = Heading | Paragraph | Bullets | Figure | Own


@dataclass(frozen=True)
class Report:
    """The title, and what follows it in reading order."""

    title: str
    blocks: tuple[Block, ...]
