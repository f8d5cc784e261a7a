"""`python -m bench.soak` kills a process in which eight visitors do everything that can be done, and counts what the kills did."""

import argparse
import sys
import tempfile
from pathlib import Path

from bench.soak.house import Damage
from bench.soak.soak import KILLS, Soak

parser = argparse.ArgumentParser(prog="python -m bench.soak", description="Kill a process with eight visitors in it, again and again.")
parser.add_argument("--kills", type=int, default=KILLS)
with tempfile.TemporaryDirectory() as folder:
    soak = Soak.begun(Path(folder) / "soak.duckdb")
    kills = parser.parse_args().kills
    found = sum((soak.kill() for _ in range(kills)), start=Damage()) + soak.look()
print("Cut by a kill, of all that began:", ", ".join(f"{act} {soak.cut[act]} of {begun}" for act, begun in (soak.done + soak.cut).items()))
done = f"{kills} kills, {soak.done.total()} acts acknowledged, {soak.house.counted} people counted"
print(f"{done}: {found.lost} lost, {found.doubled} doubled, {found.half} half")
sys.exit(found != Damage())
