"""What reading published totals costs when a thousand people were counted, and when a million were."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bench import counted
from bench.line import Goal, Line
from bench.server import Server
from bench.walks import BARE, LAST
from data.instrument.advice import Stage
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.store import Store
from data.totals import publishing

_ROUNDS = 25


def lines() -> Iterator[Line]:
    """All that a comparison and a team's insights read, of few and of many and beside one script run of the bare app; medians."""
    with TemporaryDirectory() as folder, BARE.served() as bare:
        few, many = Path(folder) / "few.duckdb", Path(folder) / "many.duckdb"
        _fill(few, many)
        with closing(DuckDBStore(few)) as small, closing(DuckDBStore(many)) as large:
            teams = counted.close_a_team(small), counted.close_a_team(large)
            yield from _page("comparison", partial(comparison, small), partial(comparison, large), bare)
            yield _umbrella(small)
            yield from _page("insights", partial(insights, small, teams[0].insights), partial(insights, large, teams[1].insights), bare)


def _page(name: str, few: Callable[[], None], many: Callable[[], None], bare: Server) -> Iterator[Line]:
    turns = [(_timed(few), _timed(many)) for _ in range(_ROUNDS)]
    # The first turn fills caches.
    of_few, of_many = (median(column) * 1000 for column in zip(*turns[1:], strict=True))
    yield Line.of(f"reading for {name}, 1,000,000 people counted", {"1,000,000": of_many, "1,000": of_few}, "ms", Goal(1.3))
    yield Line.of(f"reading for {name}, beside a script run", {"1,000,000": of_many, BARE.name: _run(bare) * 1000}, "ms", Goal(1))


def _umbrella(store: DuckDBStore) -> Line:
    """Insights of twelve teams under an umbrella that held twelve rounds, beside those of one team that held one."""
    together, alone = counted.close_umbrella(store, teams=12, rounds=12).insights, counted.close_a_team(store).insights
    turns = [(_timed(partial(insights, store, together)), _timed(partial(insights, store, alone))) for _ in range(_ROUNDS)]
    of_many, of_one = (median(column) * 1000 for column in zip(*turns[1:], strict=True))
    return Line.of("reading for insights, 12 rounds of 12 teams", {"umbrella": of_many, "one round": of_one}, "ms", Goal(2))


def comparison(store: Store) -> None:
    """All that a profile reads to be compared."""
    publishing.reference_group(store)
    publishing.stage_group(store, Stage.MID)


def insights(store: Store, key: str) -> None:
    """All that a team's insights read."""
    publishing.round_insights(store, key)


def _fill(few: Path, many: Path) -> None:
    """Both databases, rewritten as a server leaves them."""
    with closing(DuckDBStore(few)) as store:
        counted.count_a_thousand(store)
        store.rewrite()
    shutil.copy(few, many)
    with closing(DuckDBStore(many)) as store:
        counted.multiply(store, 1_000)
        store.rewrite()


def _run(bare: Server) -> float:
    """One script run of the bare app as its visitor waits for it: "Continue" takes two."""
    waits: list[float] = []
    for _ in range(4):
        with BARE.ready(bare) as visitor:
            visitor.open(BARE.first)
            for page in range(LAST):
                BARE.fill(visitor, page)
                before, began = visitor.runs, perf_counter()
                BARE.go_on(visitor, page)
                waits.append((perf_counter() - began) / (visitor.runs - before))
    return median(waits)


def _timed(work: Callable[[], None]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began
