"""What the server does by itself while it runs: the daily mixing, dropping what is past its day, and rewriting at quiet moments."""

import logging
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, asynccontextmanager, nullcontext, suppress
from typing import Any

import anyio
from anyio import to_thread

from components.screen import errors
from components.session import resources, visit
from data import figures
from data.errors import StoreTrouble
from data.groups import cohort_store
from data.retention import upkeep
from data.settings import settings
from data.storage import backup_door
from data.storage.engines.duckdb_store import DuckDBStore

# Short beside the quiet time that a rewrite waits for, long beside what a look costs.
LOOK_SECONDS = 5
_LOG = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[dict[str, Any]]:
    """Tends the database while the application runs, and closes it at the end."""
    with _door():
        async with anyio.create_task_group() as group:
            group.start_soon(_tend)
            try:
                yield {}
            finally:
                upkeep.rewrite_at_stop(resources.store())
                # First of all: the task that is cancelled next waits for its thread, and that one perhaps for a rewrite.
                resources.store().give_up_rewriting()
                group.cancel_scope.cancel()
    resources.store().close()


def _door() -> AbstractContextManager[None]:
    """Only a file is backed up through the process that holds it."""
    store = resources.store()
    return backup_door.listening(store) if isinstance(store, DuckDBStore) else nullcontext()


async def _tend() -> None:
    """An error that nobody foresaw would, let through, stop the server for everybody: it is logged without its words, and met again."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        while True:
            for task in (_by_the_day, _forget_attempts, _rewrite):
                # The error comes as a value from the future, so that nothing here has to catch whatever there is.
                mistake = await to_thread.run_sync(thread.submit(task).exception)
                if mistake:
                    figures.ERRORS.labels(type(mistake).__name__).inc()
                    _LOG.error("%s at %s; the server goes on, and tries again", type(mistake).__name__, errors.place(mistake))
            await anyio.sleep(LOOK_SECONDS)


def _by_the_day() -> None:
    """Whatever a wrong clock could do for good: nothing of it is done while the day is in doubt.

    All of it goes by the day of some hours ago, so that a clock which is an hour ahead of another replica's ends nobody's last day early.
    """
    now = visit.now()
    day = cohort_store.day_of(now)
    believed = upkeep.look(resources.known_day(), day)
    figures.DAY_IN_DOUBT.set(not believed)
    if believed:
        upkeep.mix(resources.store(), day=day)
        upkeep.drop(resources.store(), visit.believed(day))


def _forget_attempts() -> None:
    if counting := resources.attempts():
        # The next look tries again.
        with suppress(StoreTrouble):
            counting.drop_expired()


def _rewrite() -> None:
    upkeep.rewrite(resources.store(), quiet_seconds=settings().quiet_seconds)
