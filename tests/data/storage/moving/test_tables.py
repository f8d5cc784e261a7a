from datetime import date
from uuid import uuid4

import pytest

from data.storage.moving.tables import Rows, Table, tally

FIRST, SECOND = (uuid4(), b"sealed", date(2026, 12, 24), None), (uuid4(), b"sealed too", date(2026, 12, 24), 1.5)


def test_rows_are_all_there_in_whatever_order_and_batches_they_came() -> None:
    assert tally([[FIRST, SECOND]]) == tally([[SECOND], [FIRST]])


@pytest.mark.parametrize(
    "rows",
    [
        [FIRST],
        [FIRST, SECOND, SECOND],
        [FIRST, FIRST],
        [FIRST, (*SECOND[:3], 1.25)],
        [FIRST, (*SECOND[:3], None)],
        [FIRST, SECOND, SECOND, SECOND],
    ],
)
def test_a_row_that_is_missing_there_twice_or_changed_is_told(rows: Rows) -> None:
    """Seen to fail: with the number of rows alone, and with an exclusive or in place of the sum and no number."""
    assert tally([[FIRST, SECOND]]) != tally([rows])


def test_those_who_wait_are_read_out_of_their_order_of_arrival() -> None:
    assert Table("pending", (("pending_id", "uuid"),)).reading.endswith('ORDER BY "pending_id"')
