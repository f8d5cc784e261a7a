"""`python -m bench.soak` kills processes in which eight visitors do everything that can be done, and counts what the kills did."""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from bench.soak.house import Damage
from bench.soak.kept import InFile, Kept, OnPair, OnServer
from bench.soak.soak import KILLS, Soak
from tests import postgresql

ENGINES = {"duckdb": None, "postgresql": OnServer, "pair": OnPair}


@contextmanager
def kept(engine: str, folder: Path) -> Iterator[Kept]:
    """A new database of that kind, which waits for its disk."""
    of_server = ENGINES[engine]
    if of_server is None:
        yield InFile(str(folder / "soak.duckdb"))
        return
    with postgresql.clusters(durable=True) as another:
        yield of_server(another)


parser = argparse.ArgumentParser(prog="python -m bench.soak", description="Kill processes with eight visitors in them, again and again.")
parser.add_argument("--kills", type=int, default=KILLS)
parser.add_argument(
    "--engine", choices=ENGINES, default="duckdb", help="two replicas and their server, or a server and its copy; else one process"
)
parser.add_argument("--minutes", type=float, default=float("inf"), help="begin no further kill after so long")
asked = parser.parse_args()
kills, found, until = 0, Damage(), monotonic() + 60 * asked.minutes
with tempfile.TemporaryDirectory() as name, kept(asked.engine, Path(name)) as where, Soak.begun(where, Path(name)) as soak:
    while kills < asked.kills and monotonic() < until:
        found, kills = found + soak.kill(), kills + 1
ledger = soak.ledger
print(
    "Cut by a kill, of all that began:",
    ", ".join(f"{act} {ledger.cut[act]} of {begun}" for act, begun in (ledger.done + ledger.cut).items()),
)
done = f"{kills} kills, {soak.failures} of the database; {ledger.done.total()} acts acknowledged, {ledger.house.counted} people counted"
print(f"{done}: {found.lost} lost, {found.doubled} doubled, {found.half} half")
sys.exit(found != Damage())
