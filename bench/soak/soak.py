"""One file that outlives process after process: what was acknowledged before each kill is compared with what the next process finds."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from threading import Event, Timer
from typing import Self

from bench.soak.house import NOBODY, Act, Damage, House, Life, Seen, damage
from bench.soak.visitors import DAY
from data.groups import team_store
from data.keys import new_key
from data.storage.store import Store

VISITORS = 8
KILLS = 200
# A process dies after at most so many acts and a moment; most acts take less than the moment, so many are cut in the middle.
MOST_ACTS = 100
MOMENT_SECONDS = 0.05
# A process that says nothing for so long hangs, and is ended like one that was killed.
PATIENCE_SECONDS = 120


class EndedByItself(Exception):
    """The process was to be killed and had ended before, because of an error or because it hung."""


@dataclass
class Soak:
    """The file, whose it is, and everything that was acknowledged so far."""

    path: Path
    manage: str
    keys: list[str]
    house: House = field(default_factory=lambda: House((NOBODY,) * VISITORS))
    under_way: dict[int, Act] = field(default_factory=dict)
    acts: int = 0
    # The highest number that any save of a visitor had, so that no number is given twice.
    saves: list[int] = field(default_factory=lambda: [0] * VISITORS)
    dice: random.Random = field(default_factory=random.Random)

    @classmethod
    def begun(cls, path: Path) -> Self:
        """A new file with a team in it, and nobody who did anything."""
        store = Store(path)
        team = team_store.create(store, "North", closes_on=DAY + timedelta(days=7), today=DAY)
        store.close()
        return cls(path, team.manage, [new_key() for _ in range(VISITORS)])

    def kill(self) -> Damage:
        """Let a process live for a while and kill it; what the kill before did."""
        with self._process() as said:
            found = self._compared(next(said))
            enough = self.dice.randint(1, MOST_ACTS)
            for line in said:
                enough -= self._heard(line)
                if enough <= 0:
                    break
            Event().wait(self.dice.uniform(0, MOMENT_SECONDS))
        return found

    def look(self) -> Damage:
        """What the last kill did."""
        with self._process() as said:
            return self._compared(next(said))

    @contextmanager
    def _process(self) -> Iterator[Iterator[str]]:
        """What a process says line by line; at the end it is killed, and what it still said is heard."""
        process = subprocess.Popen([sys.executable, "-m", "bench.soak.visitors"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert process.stdin and process.stdout
        hangs = Timer(PATIENCE_SECONDS, process.kill)
        hangs.start()
        process.stdin.write(json.dumps([str(self.path), self.keys, self.saves, self.manage]) + "\n")
        process.stdin.flush()
        yield process.stdout
        if process.poll() is not None:
            raise EndedByItself(f"exit code {process.returncode}")
        process.kill()
        for line in process.stdout:
            self._heard(line)
        hangs.cancel()
        process.communicate()

    def _heard(self, line: str) -> bool:
        """Whether the line acknowledges an act. One that was cut by the kill says nothing."""
        if not line.endswith("\n"):
            return False
        who, name, number, stage = json.loads(line)
        if stage == "begins":
            self.under_way[who] = Act(name, number)
            if name == "save":
                self.saves[who] = number
            return False
        self.house = self.house.after(who, self.under_way.pop(who))
        self.acts += 1
        return True

    def _compared(self, line: str) -> Damage:
        (told,) = json.loads(line)
        seen = Seen(**told | {"lives": [Life(**life) for life in told["lives"]]})
        found = damage(self.house, self.under_way, seen)
        self.house, self.under_way = House(tuple(seen.lives), seen.counted), {}
        return found
