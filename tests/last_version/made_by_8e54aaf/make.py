"""Writes the files of this folder anew. Runs in a checkout of 8e54aaf alone; README.md says how."""

import base64
import gzip
import json
import random
import secrets
import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from data import joining, mixing, record_file, records, teams
from data.store import Store
from readings import everything
from world import KEPT_UNTIL, OPEN, SEED, Builder, World

COMMIT = "8e54aaf"
# The mixing after the last day, and the one that closes the open round, as 8e54aaf would have done them.
NEXT_DAY, JOINED_ON, CLOSED_ON = date(2026, 11, 21), date(2026, 11, 22), date(2026, 12, 5)


def main(into: Path) -> None:
    _refuse_other_code()
    _draw_from_a_seed()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rekindle.duckdb"
        store = Store(path)
        builder = Builder(store)
        world = builder.build()
        store.rewrite()
        builder.last_day()
        # As a power cut leaves it: what came last is in the log alone.
        _packed(path, into / "killed.duckdb.gz")
        _packed(path.with_name(path.name + ".wal"), into / "killed.duckdb.wal.gz")
        expected = everything(store, world)
        (into / "rekindle.json").write_bytes(_record_file(store, world))
        store.close()
        _packed(path, into / "stopped.duckdb.gz")
        expected["later"] = _later(path, world)
    (into / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _packed(path: Path, into: Path) -> None:
    into.write_bytes(gzip.compress(path.read_bytes(), mtime=0))


def _refuse_other_code() -> None:
    head = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, check=True, text=True).stdout
    if not head.startswith(COMMIT):
        raise SystemExit(f"This runs in a checkout of {COMMIT} alone.")


def _draw_from_a_seed() -> None:
    """Keys, ids and nonces that are no secrets and the same every time."""
    dice = random.Random(SEED)
    secrets.token_bytes = dice.randbytes
    secrets.token_urlsafe = lambda length: base64.urlsafe_b64encode(dice.randbytes(length)).decode().rstrip("=")
    teams.uuid4 = lambda: UUID(bytes=dice.randbytes(16), version=4)


def _record_file(store: Store, world: World) -> bytes:
    record = records.read(store, world.people["journal"], keep_until=KEPT_UNTIL)
    assert record
    return record_file.write(record)


def _later(path: Path, world: World) -> dict[str, Any]:
    """What this version would have counted next: whoever waits, then the open round with three more people in it."""
    store = Store(path)
    mixing.tick(store, NEXT_DAY)
    mixed = everything(store, world)
    newest = teams.invitation(store, world.teams[OPEN].join).round
    for place in range(3):
        joining.join_round(store, world.people[f"guest {place}"], newest, today=JOINED_ON, keep_until=KEPT_UNTIL)
    mixing.tick(store, CLOSED_ON)
    closed = everything(store, world)
    store.close()
    return {"mixed": _of_groups(mixed), "closed": _of_groups(closed)}


def _of_groups(found: dict[str, Any]) -> dict[str, Any]:
    everybody = {**found["people"], **found["crowd"]}
    return {
        "everyone": found["totals"]["everyone"],
        "people": found["totals"]["people"],
        "open round": found["teams"][OPEN]["insights"],
        "waiting": found["waiting"],
        "standings": {name: person["standings"] for name, person in everybody.items() if name != "withdrawn"},
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
