"""How the process that is killed tells what is done in it, in the order in which it was done."""

import json
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, timedelta
from threading import Lock

# The first day of a soak; a night leads to the next ones.
DAY = date(2026, 11, 22)

_speaking = Lock()


def say(*facts: object) -> None:
    """One line at once: what was said is what counts as acknowledged."""
    with _speaking:
        print(json.dumps(facts), flush=True)


@dataclass
class Calendar:
    """Which day it is. Whatever moves somebody to be counted is told one after another, so that the order of lines is that of acts."""

    nights: int = 0
    _one_after_another: Lock = field(default_factory=Lock)

    @property
    def today(self) -> date:
        return DAY + timedelta(days=self.nights)

    def held(self) -> AbstractContextManager[object]:
        """While it is held nobody else joins, leaves, closes, counts or mixes."""
        return self._one_after_another
