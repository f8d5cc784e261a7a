from datetime import timedelta

import pytest

from data.database_address import Database
from data.errors import RecordFull
from data.keys import Kind, new_key
from data.record import journal
from data.record.journal_entries import Gratitude
from data.record.record import Record
from data.record.record_file import MAX_BYTES, parse, write
from data.record.record_store import MAX_RECORD, change, read
from data.storage.sealing import Seal
from tests.databases import store_at
from tests.invented.full_record import FIRST_DAY, full
from tests.invented.records import NEXT_YEAR


def at_the_limit() -> Record:
    """A record of short notes, one a day for many years, that has just room for no more."""
    record = full(results=20, notes=0, words="words " * 300)
    room = MAX_RECORD - len(record.model_dump_json().encode())
    days = room // len('{"day":"2024-02-29","lines":["x"]},')
    return record.model_copy(update={"gratitude": short_notes(days)})


def short_notes(count: int) -> tuple[Gratitude, ...]:
    return tuple(Gratitude(day=FIRST_DAY + timedelta(days=place), lines=("x",)) for place in range(count))


def grown(record: Record) -> Record:
    for _ in range(40):
        record = journal.add_milestone(record, "x" * 280, day=FIRST_DAY)
    return record


def beyond() -> Record:
    """The largest record that fits, filled up with milestones."""
    record = full(results=10, notes=1000)
    while len(record.model_dump_json()) < MAX_RECORD - 500:
        record = journal.add_milestone(record, "x" * 280, day=FIRST_DAY)
    return record


def test_a_record_with_ten_results_and_300_notes_is_sealed_below_200_kilobytes() -> None:
    sealed = Seal(new_key(), Kind.OWN).encrypt(full(results=10, notes=300).model_dump_json().encode())

    assert len(sealed) < 200_000


def test_even_words_that_do_not_compress_leave_such_a_record_far_from_the_limit() -> None:
    assert len(full(results=10, notes=300).model_dump_json().encode()) < MAX_RECORD


def test_a_record_that_would_grow_beyond_the_limit_is_refused_and_stays_as_it_was(database: Database) -> None:
    store, key, nearly = store_at(database), new_key(), beyond()
    change(store, key, lambda _: nearly, keep_until=NEXT_YEAR)

    with pytest.raises(RecordFull, match="record_full"):
        change(store, key, grown, keep_until=NEXT_YEAR)

    assert read(store, key, keep_until=NEXT_YEAR) == nearly
    store.close()


def test_a_record_beyond_the_limit_may_get_smaller(database: Database) -> None:
    store, key, beyond_it = store_at(database), new_key(), grown(beyond())
    change(store, key, lambda _: Record(), keep_until=NEXT_YEAR)
    # As a later Rekindle with a lower limit would find it.
    seal = Seal(key, Kind.OWN)
    store.write("UPDATE record SET sealed = $1", [seal.encrypt(beyond_it.model_dump_json().encode())])

    smaller = change(store, key, lambda record: journal.remove(record, record.milestones[0]), keep_until=NEXT_YEAR)

    assert len(smaller.model_dump_json()) > MAX_RECORD
    assert read(store, key, keep_until=NEXT_YEAR) == smaller
    store.close()


def test_the_file_of_a_full_record_can_always_be_started_again_from() -> None:
    """Indented, short entries take the most room: more than twice what is sealed."""
    for record in (beyond(), at_the_limit()):
        file = write(record)

        assert len(file) <= MAX_BYTES
        assert parse(file) == record
