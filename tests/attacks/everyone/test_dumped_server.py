"""The attack of docs/anonymity.md 4.11 on a server: somebody reads a dump of its database while a sheet waits in it.

Seen to fail: with the sheet laid down as it is, in every form in which the search knows it; the second test does so each time.
"""

import random
import re
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from data.database_address import PostgresAddress
from data.groups import team_store
from tests import postgresql
from tests.attacks.worlds.thief import forms, lies_open
from tests.databases import ServedDatabases, store_at
from tests.invented.records import TODAY
from tests.invented.waiting import attentive, crowd, wait

SENTINEL = attentive(random.Random(12))


@pytest.fixture
def address(postgres: ServedDatabases) -> Iterator[PostgresAddress]:
    """Of a database in which a sheet waits among everyone and in a round."""
    with postgres.fresh() as address:
        with closing(store_at(address)) as store:
            keys = team_store.create(store, "North", closes_on=TODAY, today=TODAY)
            wait(store, [SENTINEL, *crowd(39)])
            wait(store, [SENTINEL, *crowd(7)], round_id=team_store.closable_round(store, keys.manage).round_id)
        yield address


def dumped(address: PostgresAddress, folder: Path) -> Path:
    """A folder with the dump as it is, and with every row of bytes in it read."""
    folder.mkdir()
    bin = postgresql.tools()
    assert bin, postgresql.ADVICE
    text = subprocess.run([bin / "pg_dump", "--dbname", address.uri], check=True, capture_output=True).stdout
    (folder / "dump.sql").write_bytes(text)
    rows = re.findall(rb"\\x((?:[0-9a-f]{2})+)", text)
    # Whoever waits is in it: forty among everyone, eight in a round.
    assert len(rows) >= 48
    (folder / "bytes").write_bytes(b"\n".join(bytes.fromhex(row.decode()) for row in rows))
    return folder


def test_in_a_dump_no_sheet_that_waits_can_be_read(address: PostgresAddress, tmp_path: Path) -> None:
    assert lies_open(SENTINEL, dumped(address, tmp_path / "dump")) == []


@pytest.mark.parametrize("form", range(len(forms(SENTINEL))))
def test_a_sheet_that_is_laid_down_as_it_is_would_be_found_in_a_dump(address: PostgresAddress, tmp_path: Path, form: int) -> None:
    with psycopg.connect(address.uri) as server:
        server.execute("CREATE TABLE open AS SELECT %b::bytea AS sheet", [forms(SENTINEL)[form]])

    assert lies_open(SENTINEL, dumped(address, tmp_path / "dump")) == ["bytes"]
