"""No test can reach the real database, and what one test opened is closed before the next."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import Browser, sync_playwright

from components.session import resources
from data.database_address import Database, PostgresAddress
from data.settings import settings
from data.storage.engines.duckdb_store import DuckDBStore
from tests.browser.visitor import visits
from tests.data.storage.engines import pgbouncer
from tests.databases import ServedDatabases, served_databases
from tests.server.forks import Forks

# How fast examples come is a fact about the machine, which may be busy with the browser tests beside it, and no rule of ours.
hypothesis_settings.register_profile("busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("busy machine")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all that need one: Playwright runs only once in a process."""
    started_with = visits.started_with()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**started_with)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def forks() -> Iterator[Forks]:
    """Where servers are forked from that start quickly."""
    with Forks() as forks:
        yield forks


@pytest.fixture(autouse=True)
def private_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The path of an empty database of the test's own, and no setting of the person who runs it."""
    for name in [name for name in os.environ if name.startswith("REKINDLE_")]:
        monkeypatch.delenv(name)
    database = tmp_path / "test.duckdb"
    monkeypatch.setenv("REKINDLE_DATABASE", str(database))
    # Where a store looks that is told of none, so that a test may open what a server or a command has sealed.
    monkeypatch.setenv("REKINDLE_SECRET_FILE", f"{database}.secret")
    _forget()
    yield database
    _forget()


@pytest.fixture(scope="session")
def postgres() -> Iterator[ServedDatabases]:
    """A PostgreSQL server of this process's own."""
    with served_databases() as databases:
        yield databases


@pytest.fixture(scope="session")
def pooler(postgres: ServedDatabases) -> Iterator[str]:
    """A PgBouncer before that server, in transaction mode."""
    with pgbouncer.pooling(postgres.uri) as address:
        yield address


@pytest.fixture
def address(postgres: ServedDatabases) -> Iterator[PostgresAddress]:
    """The address of a database of the test's own on that server, for what is so there alone."""
    with postgres.fresh() as address:
        yield address


@pytest.fixture(params=["duckdb", "postgresql"])
def database(request: pytest.FixtureRequest, private_store: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """The address of a database of the test's own: what asks for it holds on a file and on a server."""
    if request.param == "duckdb":
        yield private_store
        return
    databases: ServedDatabases = request.getfixturevalue("postgres")
    with databases.fresh() as address:
        monkeypatch.setenv("REKINDLE_DATABASE", address.uri)
        yield address


@pytest.fixture
def file_store(private_store: Path) -> Iterator[DuckDBStore]:
    """An open database file, for what is so of files alone."""
    store = DuckDBStore(private_store)
    yield store
    store.close()


def _forget() -> None:
    if resources.store.cache_info().currsize:
        resources.store().close()
    for shared in (settings, *vars(resources).values()):
        if hasattr(shared, "cache_clear"):
            shared.cache_clear()
