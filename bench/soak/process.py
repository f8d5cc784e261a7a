"""A process that is killed: `python -m bench.soak.process` lets people do things until they are to rest, or until it dies."""

import json
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Event, ExceptHookArgs, Thread

from bench.soak.keepers import Organiser, Server
from bench.soak.kept import Shared
from bench.soak.said import ITSELF, Calendar, Resting, say
from bench.soak.visitors import Visitor
from data.errors import DatabaseUnreachable
from data.storage.store import Store

STARTS_EVERY_SECONDS = 0.2


def _end(failed: ExceptHookArgs) -> None:
    """One visitor for whom something went wrong ends the process, so that nobody takes it for a kill."""
    sys.__excepthook__(failed.exc_type, failed.exc_value or failed.exc_type(), failed.exc_traceback)
    say(ITSELF, "error", 0, "ends")
    os._exit(1)


def _live(live: Callable[[], None]) -> None:
    """Do things until it is time to rest, or until the database is gone: what was under way then may be done or not."""
    try:
        with suppress(Resting):
            live()
    except DatabaseUnreachable:
        say(ITSELF, "unreachable", 0, "met")


def _lives(store: Store, shared: Shared, calendar: Calendar, asked: str) -> list[Callable[[], None]]:
    """What goes on at once in this process: the visitors that it is asked to let in, and the two others."""
    first, here, saves = json.loads(asked)
    visitors = [Visitor(store, who, key, saves[who], calendar) for who, key in enumerate(shared.keys)]
    organiser, server = Organiser(store, first, shared.links, calendar), Server(store, first + 1, visitors, calendar)
    return [*(partial(visitors[who].live, shared.links[0]) for who in here), organiser.live, server.live]


def _round(lives: list[Callable[[], None]], calendar: Calendar) -> None:
    calendar.rests.clear()
    threads = [Thread(target=_live, args=[live], daemon=True) for live in lives]
    for thread in threads:
        thread.start()
    sys.stdin.readline()
    calendar.rests.set()
    for thread in threads:
        thread.join()
    say(ITSELF, "rest", 0, "begun")


def _opened(shared: Shared) -> Store:
    """Where the database is just gone a start ends with a sentence, and whatever started it starts it again."""
    while True:
        with suppress(DatabaseUnreachable):
            return shared.opened()
        Event().wait(STARTS_EVERY_SECONDS)


def main() -> None:
    shared = Shared.from_line(sys.stdin.readline())
    store, calendar = _opened(shared), Calendar(Path(shared.calendar))
    threading.excepthook = _end
    while asked := sys.stdin.readline():
        _round(_lives(store, shared, calendar, asked), calendar)


if __name__ == "__main__":
    main()
