from collections.abc import Iterator
from datetime import date

import pytest

from data.database_address import Database
from data.errors import StoreTrouble
from data.instrument.norms import Figures, Norms
from data.storage.store import Store
from data.totals import norms_store
from tests.databases import store_at

DAY = date(2026, 11, 22)


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    store = store_at(database)
    yield store
    store.close()


def norms(number: int, people: int) -> Norms:
    figures = {"spark": Figures(mean=61, sd=19.5, alpha=0.78), "growth": Figures(mean=58, sd=21, alpha=0.3)}
    return Norms(name=f"norms-{number}", dimensions=figures, day=DAY, people=people)


def test_before_any_were_measured_there_are_none(store: Store) -> None:
    norms_store.add(store, "rk-9.9", norms(1, 200))

    assert norms_store.newest(store, "rk-1.1") is None


def test_the_newest_come_back_as_they_were_kept_also_from_the_tenth_on(store: Store) -> None:
    for number, people in ((1, 200), (10, 200_000), (9, 100_000)):
        norms_store.add(store, "rk-1.1", norms(number, people))

    assert norms_store.newest(store, "rk-1.1") == norms(10, 200_000)


def test_what_was_kept_is_never_written_over(store: Store) -> None:
    norms_store.add(store, "rk-1.1", norms(1, 200))

    with pytest.raises(StoreTrouble):
        norms_store.add(store, "rk-1.1", norms(1, 200).model_copy(update={"dimensions": {"spark": Figures(mean=1, sd=1, alpha=0.5)}}))

    assert norms_store.newest(store, "rk-1.1") == norms(1, 200)
