"""What must be there after a kill: everything that was acknowledged, and of what was under way all or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

# From so many on a round is counted (data/privacy_limits.py); with fewer, nobody here goes on to everyone.
COUNTED_FROM = 6


@dataclass(frozen=True)
class Life:
    """What one visitor holds: the number of their last save, links in use, whether they wait, how often they were counted."""

    saved: int = 0
    links: int = 0
    waits: bool = False
    counted: int = 0


NOBODY = Life()


@dataclass(frozen=True)
class Act:
    """Something that a visitor does; `number` tells one save from another."""

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
            case "join":
                return replace(life, waits=True)
            case "withdraw":
                return replace(life, waits=False)
            case "delete everything":
                return NOBODY
            case _:
                return life


@dataclass(frozen=True)
class Seen:
    """What a process finds in the file: each visitor's life, and the rows that stand behind them all."""

    lives: Sequence[Life]
    waiting: int
    links: int
    records: int
    counted: int


@dataclass(frozen=True)
class House:
    """Everything that was acknowledged so far."""

    lives: tuple[Life, ...]
    counted: int = 0

    def after(self, who: int, act: Act) -> "House":
        """The house once that act is done; closing is nobody's own, and counts whoever waits."""
        if act.name == "close":
            return self._closed()
        if who >= len(self.lives):
            return self
        lives = list(self.lives)
        lives[who] = act.on(lives[who])
        return replace(self, lives=tuple(lives))

    def _closed(self) -> "House":
        waiting = sum(life.waits for life in self.lives)
        one_more = 1 if waiting >= COUNTED_FROM else 0
        lives = tuple(replace(life, waits=False, counted=life.counted + one_more) if life.waits else life for life in self.lives)
        return House(lives, self.counted + one_more * waiting)


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
    closing = any(act.name == "close" for act in under_way.values())
    starts = [house, house.after(len(house.lives), Act("close"))] if closing else [house]
    found = [_damage(start, under_way, seen) for start in starts]
    return min(found, key=lambda one: one.lost + one.doubled + one.half)


def _damage(house: House, under_way: Mapping[int, Act], seen: Seen) -> Damage:
    lost = 0
    for who, (expected, life) in enumerate(zip(house.lives, seen.lives, strict=True)):
        done = under_way[who].on(expected) if who in under_way else expected
        lost += life not in (expected, done)
    behind = ((seen.waiting, [life.waits for life in seen.lives]), (seen.links, [life.links for life in seen.lives]))
    half = sum(abs(rows - sum(told)) for rows, told in behind) + abs(seen.records - sum(life != NOBODY for life in seen.lives))
    return Damage(lost + max(0, house.counted - seen.counted), max(0, seen.counted - house.counted), half)
