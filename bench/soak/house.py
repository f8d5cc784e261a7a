"""What must be there after a kill: everything that was acknowledged, and of what was under way all or nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

# From so many on a round is counted (data/privacy_limits.py).
COUNTED_FROM = 6


class Place(StrEnum):
    """Where somebody waits to be counted.

    Of a round that is found too small, whoever had agreed waits among everyone later, by a row of their own.
    """

    NOWHERE = "nowhere"
    ROUND = "a round"
    ROUND_FIRST = "a round, and everyone if it comes to nothing"
    EVERYONE = "everyone"
    LATER = "later"


IN_ROUND = (Place.ROUND, Place.ROUND_FIRST)
# How a person joins a round, as the number of that act says it: as one who may be counted among everyone, or not.
JOINED = {0: Place.ROUND, 1: Place.ROUND_FIRST}


@dataclass(frozen=True)
class Life:
    """What one visitor holds: the number of their last save, links in use, where they wait, how often they were counted."""

    saved: int = 0
    links: int = 0
    place: Place = Place.NOWHERE
    counted: int = 0

    @property
    def has_row(self) -> bool:
        return self.place not in (Place.NOWHERE, Place.LATER)

    def once_more(self) -> "Life":
        return replace(self, place=Place.NOWHERE, counted=self.counted + 1)


NOBODY = Life()


@dataclass(frozen=True)
class Act:
    """Something that somebody does; `number` tells one save from another, how somebody joins, or how many come."""

    name: str
    number: int = 0

    def on(self, life: Life) -> Life:
        """That visitor, once it is done."""
        match self.name:
            case "save":
                return replace(life, saved=self.number)
            case "share":
                return replace(life, links=life.links + 1)
            case "stop sharing":
                return replace(life, links=life.links - 1)
            case "join" | "join again":
                return replace(life, place=JOINED[self.number])
            case "wait" | "come back":
                return replace(life, place=Place.EVERYONE)
            case "withdraw":
                return replace(life, place=Place.NOWHERE)
            case "delete everything":
                return NOBODY
            case _:
                return life


@dataclass(frozen=True)
class Mixed:
    """What a night came to: which visitors were counted, and how many of the crowd wait on."""

    visitors: Sequence[int]
    crowd: int


@dataclass(frozen=True)
class Seen:
    """What a process finds in the file: each visitor's life, and the rows that stand behind them all.

    `astray`: keys of what was counted already, and rounds that are not counted and have no key.
    """

    lives: Sequence[Life]
    waiting: int
    later: int
    links: int
    records: int
    counted: int
    astray: int

    @property
    def crowd(self) -> int:
        return self.waiting - sum(life.has_row for life in self.lives)


@dataclass(frozen=True)
class House:
    """Everything that was acknowledged so far; `crowd`: people among everyone who do nothing but wait."""

    lives: tuple[Life, ...]
    crowd: int = 0
    counted: int = 0

    def after(self, who: int, act: Act) -> "House":
        """The house once that act is done. Some are nobody's own: whoever waits in the round is counted, or a crowd comes."""
        if act.name in ("close", "count"):
            return self._closed()
        if act.name == "crowd":
            return replace(self, crowd=self.crowd + act.number)
        if who >= len(self.lives):
            return self
        return replace(self, lives=tuple(act.on(life) if who == place else life for place, life in enumerate(self.lives)))

    def mixed(self, mixed: Mixed) -> "House":
        """The house after a night: whoever waited among everyone was counted once, or waits on."""
        counted = len(mixed.visitors) + self.crowd - mixed.crowd
        lives = tuple(life.once_more() if who in mixed.visitors else life for who, life in enumerate(self.lives))
        return House(lives, mixed.crowd, self.counted + counted)

    def _closed(self) -> "House":
        waiting = sum(life.place in IN_ROUND for life in self.lives)
        enough = waiting >= COUNTED_FROM
        lives = tuple(_after_close(life, enough) if life.place in IN_ROUND else life for life in self.lives)
        return House(lives, self.crowd, self.counted + enough * waiting)


def _after_close(life: Life, enough: bool) -> Life:
    if enough:
        return life.once_more()
    return replace(life, place=Place.LATER if life.place is Place.ROUND_FIRST else Place.NOWHERE)


@dataclass(frozen=True)
class Damage:
    """What a kill did that it must not: acknowledged and not there, there twice, or done in one table and not in another."""

    lost: int = 0
    doubled: int = 0
    half: int = 0

    def __add__(self, other: "Damage") -> "Damage":
        return Damage(self.lost + other.lost, self.doubled + other.doubled, self.half + other.half)


def damage(house: House, under_way: Mapping[int, Act], seen: Seen) -> Damage:
    """The least damage by which what was acknowledged, with or without what was under way, could have become what is seen."""
    found = [_damage(start, under_way, seen) for start in (house, *_ends(house, under_way.values(), seen))]
    return min(found, key=lambda one: one.lost + one.doubled + one.half)


def _ends(house: House, under_way: Iterable[Act], seen: Seen) -> list[House]:
    """What the house may be where something was under way that is nobody's own."""
    ends = [house.after(len(house.lives), act) for act in under_way]
    if "night" in (act.name for act in under_way):
        pairs = zip(house.lives, seen.lives, strict=True)
        gone = [who for who, (before, now) in enumerate(pairs) if before.place is Place.EVERYONE and now.counted > before.counted]
        ends.append(house.mixed(Mixed(gone, seen.crowd)))
    return ends


def _damage(house: House, under_way: Mapping[int, Act], seen: Seen) -> Damage:
    lost = 0
    for who, (expected, life) in enumerate(zip(house.lives, seen.lives, strict=True)):
        done = under_way[who].on(expected) if who in under_way else expected
        lost += life not in (expected, done)
    lost += max(0, house.crowd - seen.crowd) + max(0, house.counted - seen.counted)
    return Damage(lost, max(0, seen.counted - house.counted), _half(seen) + max(0, seen.crowd - house.crowd))


def _half(seen: Seen) -> int:
    """Rows that no record knows of, and records that know of rows that are not there."""
    later = sum(life.place is Place.LATER for life in seen.lives)
    links, records = sum(life.links for life in seen.lives), sum(life != NOBODY for life in seen.lives)
    return abs(seen.later - later) + abs(seen.links - links) + abs(seen.records - records) + seen.astray
