"""What was acknowledged so far, kept by what the processes say."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import monotonic

from bench.soak.house import NOBODY, Act, Damage, House, Life, Mixed, Seen, damage
from bench.soak.said import ITSELF
from data.storage.store import Store

VISITORS = 8

# A counted round has no key any more, one that is not counted has one, and no wrapped half is left without its other one.
_ASTRAY = """
    SELECT
        (SELECT count(*) FROM round
            WHERE (counted_on IS NULL) <> EXISTS (SELECT 1 FROM waiting_key WHERE waiting_key.round_id = round.round_id))
        + (SELECT count(*) FROM wrapped_key WHERE key_id NOT IN (SELECT key_id FROM waiting_key))
        + (SELECT count(*) FROM pending WHERE key_id NOT IN (SELECT key_id FROM wrapped_key))
    """


def look(store: Store, lives: Sequence[Life]) -> Seen:
    """What the database holds now."""
    counts = [f"SELECT count(*) FROM {table}" for table in ("pending", "lapsed", "share", "record")]
    counts += ["SELECT coalesce(sum(people), 0) FROM cohort", _ASTRAY]
    return Seen(lives, *(int(store.read(sql)[0][0]) for sql in counts))


@dataclass
class Ledger:
    """The house as it was acknowledged, and what is under way in it."""

    house: House = field(default_factory=lambda: House((NOBODY,) * VISITORS))
    under_way: dict[int, Act] = field(default_factory=dict)
    # How often each act was acknowledged, and how often it was cut by a kill.
    done: Counter[str] = field(default_factory=Counter)
    cut: Counter[str] = field(default_factory=Counter)
    # How long each act took the last time.
    took: dict[str, float] = field(default_factory=dict)
    # The highest number that any save of a visitor had, so that no number is given twice.
    saves: list[int] = field(default_factory=lambda: [0] * VISITORS)
    # What processes said of themselves.
    of_processes: Counter[str] = field(default_factory=Counter)
    _began: dict[int, float] = field(default_factory=dict)

    def hear(self, line: str) -> bool:
        """Whether the line acknowledges an act."""
        who, name, number, stage, *came_of_it = json.loads(line)
        if who == ITSELF:
            self.of_processes[name] += 1
            return False
        if stage == "begins":
            self._begins(who, Act(name, number))
            return False
        act = self.under_way.pop(who)
        self.took[name] = monotonic() - self._began[who]
        self.house = self.house.mixed(Mixed(*came_of_it)) if name == "night" else self.house.after(who, act)
        self.done[name] += 1
        return True

    def compared(self, seen: Seen) -> Damage:
        """What was done to the house since it was looked at; from here on it is as it is seen."""
        found = damage(self.house, self.under_way, seen)
        self.cut.update(act.name for act in self.under_way.values())
        self.house, self.under_way = House(tuple(seen.lives), seen.crowd, seen.counted), {}
        return found

    def _begins(self, who: int, act: Act) -> None:
        self.under_way[who], self._began[who] = act, monotonic()
        if act.name == "save":
            self.saves[who] = act.number
