"""The process that is killed: `python -m bench.soak.process` says what it found, and lets people do things until it dies."""

import json
import os
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from threading import ExceptHookArgs, Thread

from bench.soak.house import Life, Seen
from bench.soak.keepers import Organiser, Server
from bench.soak.said import Calendar, say
from bench.soak.visitors import Visitor
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.store import Store

# A counted round has no key any more, one that is not counted has one, and no wrapped half is left without its other one.
_ASTRAY = """
    SELECT
        (SELECT count(*) FROM round
            WHERE (counted_on IS NULL) <> EXISTS (SELECT 1 FROM waiting_key WHERE waiting_key.round_id = round.round_id))
        + (SELECT count(*) FROM wrapped_key WHERE key_id NOT IN (SELECT key_id FROM waiting_key))
        + (SELECT count(*) FROM pending WHERE key_id NOT IN (SELECT key_id FROM wrapped_key))
    """


def look(store: Store, lives: Sequence[Life]) -> Seen:
    """What the file holds now."""
    counts = [f"SELECT count(*) FROM {table}" for table in ("pending", "lapsed", "share", "record")]
    counts += ["SELECT coalesce(sum(people), 0) FROM cohort", _ASTRAY]
    return Seen(lives, *(int(store.read(sql)[0][0]) for sql in counts))


def _end(failed: ExceptHookArgs) -> None:
    """One visitor for whom something went wrong ends the process, so that nobody takes it for a kill."""
    sys.__excepthook__(failed.exc_type, failed.exc_value or failed.exc_type(), failed.exc_traceback)
    os._exit(1)


def main() -> None:
    path, keys, saves, links, nights = json.loads(sys.stdin.readline())
    store, calendar = DuckDBStore(Path(path)), Calendar(nights)
    visitors = [Visitor(store, who, key, saves[who], calendar) for who, key in enumerate(keys)]
    say(asdict(look(store, [visitor.life() for visitor in visitors])))
    organiser, server = Organiser(store, len(visitors), links, calendar), Server(store, len(visitors) + 1, visitors, calendar)
    lives: list[Callable[[], None]] = [*(partial(visitor.live, links[0]) for visitor in visitors), organiser.live, server.live]
    threading.excepthook = _end
    for live in lives:
        Thread(target=live, daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main()
