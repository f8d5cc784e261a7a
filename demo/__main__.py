"""`python -m demo` serves Rekindle on a throw-away database of invented people, and prints the links to try."""

import argparse
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from data.content.language import ENGLISH
from data.errors import RekindleError
from data.settings import settings
from data.storage.engines.opening import open_store
from data.wording.error_words import sentence
from demo import story, world
from demo.world import World

ROOT = Path(__file__).parent.parent


def main() -> int:
    """The exit code of the server. The database is gone when this ends."""
    parser = argparse.ArgumentParser(prog="python -m demo", description="Rekindle with invented people, on a throw-away database.")
    parser.add_argument("--port", type=int, default=8501, help="where to serve, 8501 if it is not said")
    port = parser.parse_args().port
    # Asked to stop, it clears up like after Ctrl+C.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with TemporaryDirectory(prefix="rekindle-demonstration-") as folder:
        # Before anything asks for the settings, which are read once.
        os.environ |= {
            "REKINDLE_DATABASE": str(Path(folder) / "demonstration.duckdb"),
            "REKINDLE_SECRET_FILE": str(Path(folder) / "demonstration.secret"),
            "REKINDLE_DEMO": "true",
        }
        os.environ.setdefault("REKINDLE_BASE_URL", f"http://127.0.0.1:{port}")
        print("Inventing some 800 people. This takes less than a minute.", flush=True)
        print(_guide(_built()), flush=True)
        return _serve(port)


def _built() -> World:
    store = open_store(settings().database, demo=True, secret_file=settings().secret_file)
    try:
        return world.build(store, datetime.now(UTC).date())
    finally:
        store.close()


def _guide(made: World) -> str:
    lines = "\n".join(f"  {what:<58}{link}" for what, link in _links(made))
    return f"\nDemonstration with invented data. It is thrown away when you stop it with Ctrl+C.\n\n{lines}\n"


def _links(made: World) -> Iterator[tuple[str, str]]:
    base = settings().base_url
    yield "The beginning", base
    yield "A profile with two results and a journal", f"{base}/open#{made.ready}"
    yield "What its owner shows to a mentor", f"{base}/open#{made.ready_shown}"
    yield "A profile with one result, ready to be shared", f"{base}/open#{made.fresh}"
    yield "What its owner shows; lay it beside the other", f"{base}/open#{made.fresh_shown}"
    for name, keys in made.closed.items():
        yield f"{name} ({story.TEAMS[name]} people): insights", f"{base}/open#{keys.insights}"
        yield f"{name}: organiser", f"{base}/open#{keys.manage}"
    together = sum(story.UMBRELLA_TEAMS.values())
    yield f"{story.UMBRELLA} (4 small teams, {together} people): insights", f"{base}/open#{made.umbrella.insights}"
    yield f"{story.UMBRELLA}: organiser", f"{base}/open#{made.umbrella.manage}"
    yield f"{story.OPEN_TEAM} (round open, be the sixth): take part", f"{base}/open#{made.open.join}"
    yield f"{story.OPEN_TEAM}: insights, once it is closed", f"{base}/open#{made.open.insights}"
    yield f"{story.OPEN_TEAM}: organiser, who may close it", f"{base}/open#{made.open.manage}"
    yield f"{story.TEAM_OVER_TIME} (three rounds, agreements): insights", f"{base}/open#{made.over_time.insights}"
    yield f"{story.TEAM_OVER_TIME}: organiser, who may agree and go on", f"{base}/open#{made.over_time.manage}"
    yield f"{story.LONGER_TEAM} (round got more time): take part", f"{base}/open#{made.longer.join}"
    yield f"{story.LONGER_TEAM}: organiser", f"{base}/open#{made.longer.manage}"


def _serve(port: int) -> int:
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with subprocess.Popen(command, cwd=ROOT) as server:
        try:
            return server.wait()
        finally:
            server.terminate()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(0)
    except RekindleError as trouble:
        sys.exit(f"The demonstration did not start. {sentence(trouble, ENGLISH)}")
