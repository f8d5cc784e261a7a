"""What it costs to draw a profile whose record has grown for years, beside one with a single result and no notes."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median
from string import ascii_lowercase
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.baselines import former
from bench.line import Goal, Line
from bench.server import Server
from bench.visitor import Visitor
from bench.walks import REKINDLE
from components.session import cookies
from data.keys import Kind, new_key
from data.profile import profile
from data.record import record_store
from data.record.record import Record
from data.record.viewer_link import Section
from data.sharing import shared_profile, viewer_link_store
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.sealing import Seal
from tests.invented import full_record

_ROUNDS = 40
_MANY, _ONE = "ten results, 300 notes", "one result"
# Everything but the comparison, which stands for a day.
_SECTIONS = tuple(section for section in Section if section is not Section.COMPARISON)


@dataclass(frozen=True)
class _Kept:
    """One person's keys, and how many bytes lie in the database under the first."""

    own: str = field(repr=False)
    viewer: str = field(repr=False)
    size: int


def lines() -> Iterator[Line]:
    """Both screens of both people, opened in turn through the menu, as medians; one beside its former self; the bytes of both records."""
    with TemporaryDirectory() as folder:
        server = Server(REKINDLE.script, folder=Path(folder), settings=REKINDLE.settings)
        with closing(DuckDBStore(server.database)) as store:
            people = {_MANY: _keep(store, _varied(full_record.full())), _ONE: _keep(store, full_record.full(results=1, notes=0))}
        with server, ExitStack() as stay_open:
            tabs = {name: stay_open.enter_context(_tab(server, kept)) for name, kept in people.items()}
            yield _line("profile", tabs)
            yield _line("shared", tabs)
            yield from _beside_the_former(tabs[_ONE])
        sizes = {name: kept.size / 1000 for name, kept in people.items()}
        yield Line.of("the sealed record", sizes, "kB", Goal(200, "kB"))


def _beside_the_former(today: Visitor) -> Iterator[Line]:
    """The same answers of one result, as today's profile and as the one before it draw them."""
    with former.served() as (server, key), Visitor(server.url) as before:
        before.wire.keep_cookie(cookies.own_name(), key)
        before.open("/privacy")
        tabs = {f"{_ONE} today": today, f"at {former.NAME}": before}
        yield Line.of("/profile drawn", _medians("profile", tabs), "ms", Goal(1.2))


def _line(page: str, tabs: dict[str, Visitor]) -> Line:
    return Line.of(f"/{page} drawn", _medians(page, tabs), "ms", Goal(1.3))


def _medians(page: str, tabs: dict[str, Visitor]) -> dict[str, float]:
    waits: dict[str, list[float]] = {name: [] for name in tabs}
    for _ in range(_ROUNDS + 1):
        for name, tab in tabs.items():
            # Away first: a page that one comes to anew is drawn whole.
            tab.go("privacy")
            began = perf_counter()
            tab.go(page)
            waits[name].append(perf_counter() - began)
    # The first time fills caches.
    return {name: median(seconds[1:]) * 1000 for name, seconds in waits.items()}


def _tab(server: Server, kept: _Kept) -> Visitor:
    tab = Visitor(server.url)
    tab.wire.keep_cookie(cookies.own_name(), kept.own)
    tab.wire.keep_cookie(cookies.viewer_name(), kept.viewer)
    tab.open("/privacy")
    return tab


def _varied(record: Record) -> Record:
    """With notes that do not repeat each other: what does is packed away to next to nothing."""
    dice = Random(1)
    lines = (tuple("".join(dice.choices(ascii_lowercase, k=len(line))) for line in note.lines) for note in record.gratitude)
    notes = tuple(note.model_copy(update={"lines": new}) for note, new in zip(record.gratitude, lines, strict=True))
    return record.model_copy(update={"gratitude": notes})


def _keep(store: DuckDBStore, record: Record) -> _Kept:
    own, today = new_key(), date.today()
    later = today + timedelta(days=365)
    record_store.change(store, own, lambda _: record.model_copy(update={"shares": ()}), keep_until=later)
    shown = shared_profile.copy_of(profile.from_result(record.results[-1]), _SECTIONS)
    viewer = viewer_link_store.create(store, own, shown, label="", today=today, keep_until=later).key
    ((size,),) = store.read("SELECT octet_length(sealed) FROM record WHERE record_id = $1", [Seal(own, Kind.OWN).row_id])
    return _Kept(own, viewer, size)
