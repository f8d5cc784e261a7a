"""The attack of docs/anonymity.md 4.11 and 5.4: somebody copies everything and looks for answers that wait, or waited.

The thief knows every environment value and our code, and tries every key that a copy holds with whatever else was stolen.

Seen to fail: with a private half that is stored unwrapped; with keys that are left behind after a counting; with a wrap that is made under
the join key as well.
The older header: 8e54aaf gave 12 of 12 people's codes back by it, after its command and after a mixing and a clean close; here it is red
without the rewrite, by the command, when it is quiet and at the stop.
"""

import os
import random
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from data import cli
from data.errors import StoreTrouble
from data.groups import cohort_store, team_store, waiting_store
from data.groups.team_keys import TeamKeys
from data.keys import Kind
from data.retention import upkeep
from data.settings import settings
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.waiting.waiting_seal import KeyWrap
from tests.attacks.worlds.thief import as_its_older_header_tells, guesses, lies_open, opened, stolen
from tests.invented.records import TODAY
from tests.invented.waiting import attentive, crowd, wait

NEXT_WEEK = timedelta(days=7)
SENTINEL = attentive(random.Random(12))


def filled(path: Path, day: date = TODAY) -> tuple[DuckDBStore, TeamKeys]:
    """Eleven wait among everyone and eight in a round, the sentinel in both."""
    store = DuckDBStore(path)
    keys = team_store.create(store, "North", closes_on=day + NEXT_WEEK, today=day)
    round_id = team_store.closable_round(store, keys.manage).round_id
    wait(store, [SENTINEL, *crowd(39)], day=day)
    wait(store, [SENTINEL, *crowd(7)], round_id=round_id, day=day)
    return store, keys


def test_a_sheet_lies_open_in_no_file_from_the_moment_it_is_given(private_store: Path) -> None:
    store, keys = filled(private_store)
    found = [lies_open(SENTINEL, private_store.parent)]
    store.rewrite()
    found.append(lies_open(SENTINEL, private_store.parent))
    store.back_up()
    assert len(list(private_store.parent.glob(f"{private_store.name}*"))) > 3
    found.append(lies_open(SENTINEL, private_store.parent))
    cohort_store.run_daily(store, TODAY)
    cohort_store.close_round(store, keys.manage, TODAY)
    found.append(lies_open(SENTINEL, private_store.parent))
    store.close()

    assert found == [[], [], [], []]


def test_a_database_without_the_secret_and_without_a_link_opens_nothing(private_store: Path) -> None:
    store, keys = filled(private_store)
    copy = stolen(store, "stolen.duckdb", secret=False)
    store.close()

    assert opened(copy) == (0, 0)
    assert opened(copy, {Kind.JOIN: keys.join}) == (0, 0)


def test_no_value_of_the_environment_opens_anything_but_the_secret_itself(private_store: Path) -> None:
    """Each as it is, as the number it may spell, and hashed."""
    store, _ = filled(private_store)
    values = [*os.environ.values(), *map(str, settings().model_dump().values())]
    wrapped = store.read("SELECT key_id, wrapped, wrapped_under FROM wrapped_key")

    def opened_by(value: str) -> int:
        return sum(KeyWrap(guess, name).unwrap(key_id, key) is not None for key_id, key, name in wrapped for guess in guesses(value))

    assert {value: opened_by(value) for value in values if opened_by(value)} == {}
    assert opened_by(store.secret.path.read_text().strip()) == 1
    store.close()


def test_the_secret_opens_everyone_and_no_round_and_a_link_its_round_and_nobody_else(private_store: Path) -> None:
    """What /privacy says of whoever holds both."""
    store, keys = filled(private_store)
    with_secret, without = (stolen(store, f"{secret}.duckdb", secret=secret) for secret in (True, False))
    store.close()

    assert opened(with_secret) == (40, 0)
    assert [opened(without, link) for link in ({Kind.INSIGHTS: keys.insights}, {Kind.MANAGE: keys.manage})] == [(0, 8), (0, 8)]


def test_during_a_mixing_a_copy_tells_no_more_than_before_it(private_store: Path) -> None:
    store, _ = filled(private_store)
    people = waiting_store.open_everyone(store)
    with store.transaction() as cursor:
        waiting_store.erase(cursor, people)
        waiting_store.erase_unused_keys(cursor)
        copies = [stolen(store, f"{secret}.duckdb", secret=secret) for secret in (False, True)]
        here = lies_open(SENTINEL, private_store.parent)
    store.close()

    assert [opened(copy) for copy in copies] == [(0, 0), (40, 0)]
    assert here == []


def test_before_a_mixing_the_secret_opens_who_waits_and_after_it_nobody(private_store: Path) -> None:
    store, keys = filled(private_store)
    links = {Kind.INSIGHTS: keys.insights, Kind.MANAGE: keys.manage}
    before = stolen(store, "before.duckdb", secret=True)
    cohort_store.run_daily(store, TODAY)
    mixed = stolen(store, "mixed.duckdb", secret=True)
    cohort_store.close_round(store, keys.manage, TODAY)
    store.rewrite()
    counted = stolen(store, "counted.duckdb", secret=True)
    wrapped = store.read("SELECT * FROM wrapped_key")
    store.close()

    assert [opened(copy, links) for copy in (before, mixed, counted)] == [(40, 8), (0, 8), (0, 0)]
    assert wrapped == []


def test_a_backup_of_yesterday_opens_by_what_opened_it_then_and_by_nothing_less(private_store: Path) -> None:
    store, keys = filled(private_store)
    alone, with_secret = (stolen(store, f"yesterday-{secret}.duckdb", secret=secret) for secret in (False, True))
    cohort_store.run_daily(store, TODAY)
    cohort_store.close_round(store, keys.manage, TODAY)
    store.close()

    assert (opened(alone), opened(with_secret)) == ((0, 0), (40, 0))


def started_anew(store: DuckDBStore) -> DuckDBStore:
    """With everything that waits laid down in the file, where its log is empty."""
    store.close()
    return DuckDBStore(store.path)


def by_the_command(store: DuckDBStore, day: date) -> Path:
    store.close()
    assert cli.main(["mix"]) == 0
    return store.path


def by_the_server_when_it_is_quiet(store: DuckDBStore, day: date) -> Path:
    assert upkeep.mix(store, day=day) and upkeep.rewrite(store, quiet_seconds=0)
    store.close()
    return store.path


def by_the_server_when_it_stops(store: DuckDBStore, day: date) -> Path:
    upkeep.mix(store, day=day)
    upkeep.rewrite_at_stop(store)
    store.close()
    return store.path


def in_a_backup(store: DuckDBStore, day: date) -> Path:
    upkeep.mix(store, day=day)
    store.back_up()
    (copy,) = store.path.parent.glob("*backup*")
    store.close()
    return copy


@pytest.mark.parametrize(
    "mixed", [by_the_command, by_the_server_when_it_is_quiet, by_the_server_when_it_stops, in_a_backup], ids=lambda way: way.__name__
)
def test_the_older_header_of_a_file_brings_nobody_back(private_store: Path, mixed: Callable[[DuckDBStore, date], Path]) -> None:
    """With the secret, and with every link."""
    day = cohort_store.day_of(datetime.now(UTC))
    store, keys = filled(private_store, day)
    links = {Kind.INSIGHTS: keys.insights, Kind.MANAGE: keys.manage}
    store = started_anew(store)
    cohort_store.close_round(store, keys.manage, day)

    file = mixed(store, day)
    copy = file.with_name("older.duckdb")
    shutil.copy(file, copy)
    shutil.copy(store.secret.path, copy.with_name(f"{copy.name}.secret"))

    assert opened(as_its_older_header_tells(copy), links) == (0, 0)


@pytest.mark.parametrize("counted", ["everyone", "the round"])
def test_without_a_rewrite_the_older_header_would_bring_back_whoever_was_counted_last(private_store: Path, counted: str) -> None:
    """So that the test before this one is known to look where there is something to be found. Two headers know of the last change alone."""
    store, keys = filled(private_store)
    store = started_anew(store)
    if counted == "everyone":
        assert cohort_store.run_daily(store, TODAY)
    else:
        cohort_store.close_round(store, keys.manage, TODAY)
    store.close()

    assert opened(as_its_older_header_tells(private_store), {Kind.MANAGE: keys.manage}) == (40, 8)


def test_the_bytes_of_rows_and_of_wrapped_keys_are_gone_after_the_rewrite(private_store: Path) -> None:
    """Seen to fail: with the rewrite left out, and with a checkpoint in its place."""
    store, keys = filled(private_store)
    store.rewrite()
    parts = [part for (part,) in store.read("SELECT sealed FROM pending UNION ALL SELECT wrapped FROM wrapped_key")]
    there = private_store.read_bytes()
    cohort_store.run_daily(store, TODAY)
    cohort_store.close_round(store, keys.manage, TODAY)
    store.rewrite()
    store.close()

    gone = b"".join(file.read_bytes() for file in private_store.parent.iterdir())
    assert len(parts) == 48 + 3
    assert [part for part in parts if part[:40] not in there] == []
    assert [part for part in parts if part[:40] in gone] == []


def test_a_row_that_is_moved_or_relabelled_stops_the_counting_and_is_not_counted(private_store: Path) -> None:
    store, _ = filled(private_store)
    store.write("UPDATE pending SET instrument = 'rk-1.0' WHERE round_id IS NULL")

    with pytest.raises(StoreTrouble):
        cohort_store.run_daily(store, TODAY)
    assert store.read("SELECT count(*) FROM cohort") == [(0,)]
    store.close()
