from pathlib import Path

import pytest

from data.errors import StoreTrouble
from data.storage import database_file
from data.storage.moving.carrier import Carrier
from data.storage.moving.file_end import FileEnd
from data.storage.waiting.server_secret import ServerSecret

ROWS = "INSERT INTO record SELECT gen_random_uuid(), CAST('sealed' AS BYTEA), DATE '2030-01-01' FROM generate_series(1, 2500)"


@pytest.mark.parametrize(
    "spoil",
    [
        "DELETE FROM record WHERE record_id = (SELECT max(record_id) FROM record)",
        "INSERT INTO record VALUES (gen_random_uuid(), CAST('sealed' AS BYTEA), DATE '2030-01-01')",
        "UPDATE record SET sealed = CAST('soiled' AS BYTEA) WHERE record_id = (SELECT max(record_id) FROM record)",
        "UPDATE heartbeat SET beats = 7",
        "INSERT INTO migration VALUES ('999_later.sql')",
    ],
)
def test_what_differs_by_one_row_from_what_was_sent_is_told(tmp_path: Path, spoil: str) -> None:
    """Seen to fail: without the comparison."""
    here, there = (tmp_path / name for name in ("here", "there"))
    for path in (here, there):
        database_file.create(path, ServerSecret(tmp_path / "secret"), demo=False)
    with database_file.connect(here) as source, database_file.connect(there) as target:
        source.execute(ROWS)
        carrier = Carrier(FileEnd(source))
        carrier.carry(FileEnd(target))
        carrier.compare(FileEnd(target))

        target.execute(spoil)

        with pytest.raises(StoreTrouble, match="move_differs"):
            carrier.compare(FileEnd(target))
