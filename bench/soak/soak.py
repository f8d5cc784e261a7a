"""One file that outlives process after process: what was acknowledged before each kill is compared with what the next process finds."""

import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from threading import Event, Timer
from time import monotonic
from typing import Any, Self

from bench.soak.house import NOBODY, Act, Damage, House, Life, Mixed, Place, Seen, damage
from bench.soak.said import DAY
from data.groups import team_store
from data.keys import new_key
from data.storage.engines.duckdb_store import DuckDBStore

VISITORS = 8
KILLS = 200
# A process dies after at most so many acts and a moment; most acts take less than the moment, so many are cut in the middle.
MOST_ACTS = 100
MOMENT_SECONDS = 0.05
# How long an act may take that was not seen to end yet.
LONG_SECONDS = 0.5
# Every other kill waits for one of these to begin, because they are rarer than saves, or shorter; not for ever.
AIMED_AT = ("join", "join again", "wait", "come back", "withdraw", "close", "count", "night")
# A process that lives for so long hangs, however slow the machine, and is ended like one that was killed.
PATIENCE_SECONDS = 600


class EndedByItself(Exception):
    """The process was to be killed and had ended before, because of an error or because it hung."""


@dataclass
class Soak:
    """The file, whose it is, and everything that was acknowledged so far."""

    path: Path
    # The manage and the insights link of the one team.
    links: tuple[str, str]
    keys: list[str]
    house: House = field(default_factory=lambda: House((NOBODY,) * VISITORS))
    under_way: dict[int, Act] = field(default_factory=dict)
    # How often each act was acknowledged, and how often it was cut by a kill.
    done: Counter[str] = field(default_factory=Counter)
    cut: Counter[str] = field(default_factory=Counter)
    # How long each act took the last time.
    took: dict[str, float] = field(default_factory=dict)
    began: dict[int, float] = field(default_factory=dict)
    # The highest number that any save of a visitor had, so that no number is given twice.
    saves: list[int] = field(default_factory=lambda: [0] * VISITORS)
    nights: int = 0
    dice: random.Random = field(default_factory=random.Random)

    @classmethod
    def begun(cls, path: Path) -> Self:
        """A new file with a team in it, and nobody who did anything."""
        store = DuckDBStore(path)
        team = team_store.create(store, "North", closes_on=DAY + timedelta(days=7), today=DAY)
        store.close()
        return cls(path, (team.manage, team.insights), [new_key() for _ in range(VISITORS)])

    def kill(self) -> Damage:
        """Let a process live for a while and kill it; what the kill before did."""
        with self._process() as said:
            found = self._compared(next(said))
            aimed_at = self.dice.choice([*AIMED_AT, *[""] * len(AIMED_AT)])
            enough = 2 * MOST_ACTS if aimed_at else self.dice.randint(1, MOST_ACTS)
            for line in said:
                enough -= self._timed(line)
                if enough <= 0 or (aimed_at and aimed_at in (act.name for act in self.under_way.values())):
                    break
            # Anywhere in an act that was aimed at, however long it takes on this machine.
            Event().wait(self.dice.uniform(0, self.took.get(aimed_at, LONG_SECONDS) if aimed_at else MOMENT_SECONDS))
        self.cut.update(act.name for act in self.under_way.values())
        return found

    def look(self) -> Damage:
        """What the last kill did."""
        with self._process() as said:
            return self._compared(next(said))

    @contextmanager
    def _process(self) -> Iterator[Iterator[str]]:
        """What a process says line by line; at the end it is killed, and what it still said is heard."""
        process = subprocess.Popen([sys.executable, "-m", "bench.soak.process"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert process.stdin and process.stdout
        hangs = Timer(PATIENCE_SECONDS, process.kill)
        hangs.start()
        process.stdin.write(json.dumps([str(self.path), self.keys, self.saves, self.links, self.nights]) + "\n")
        process.stdin.flush()
        yield process.stdout
        if process.poll() is not None:
            raise EndedByItself(f"exit code {process.returncode}")
        process.kill()
        for line in process.stdout:
            self._heard(line)
        hangs.cancel()
        process.communicate()

    def _timed(self, line: str) -> bool:
        """The same as hearing it, just when it is said."""
        who, name, _, stage = json.loads(line)[:4]
        if stage == "begins":
            self.began[who] = monotonic()
        else:
            self.took[name] = monotonic() - self.began[who]
        return self._heard(line)

    def _heard(self, line: str) -> bool:
        """Whether the line acknowledges an act. One that was cut by the kill says nothing."""
        if not line.endswith("\n"):
            return False
        who, name, number, stage, *came_of_it = json.loads(line)
        if stage == "begins":
            self._begins(who, Act(name, number))
            return False
        act = self.under_way.pop(who)
        self.house = self.house.mixed(Mixed(*came_of_it)) if name == "night" else self.house.after(who, act)
        self.done[name] += 1
        return True

    def _begins(self, who: int, act: Act) -> None:
        self.under_way[who] = act
        if act.name == "save":
            self.saves[who] = act.number
        elif act.name == "night":
            self.nights = act.number

    def _compared(self, line: str) -> Damage:
        (told,) = json.loads(line)
        seen = Seen(**told | {"lives": [_life(**life) for life in told["lives"]]})
        found = damage(self.house, self.under_way, seen)
        self.house, self.under_way = House(tuple(seen.lives), seen.crowd, seen.counted), {}
        return found


def _life(place: str, **rest: Any) -> Life:
    return Life(**rest, place=Place(place))
