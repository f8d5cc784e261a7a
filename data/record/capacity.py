"""How much one person's record may hold."""

from data.errors import RecordFull
from data.record.record import Record

# Ten years of notes on workdays. As a readable file it is at most two and a half times as long, and so can always be started again from.
MAX_RECORD = 400_000


def checked(before: Record, after: Record) -> bytes:
    """The record as JSON to be sealed. Raises RecordFull for one that has grown beyond the limit; a full one may still get smaller."""
    text = after.model_dump_json().encode()
    if len(text) > MAX_RECORD and len(text) > len(before.model_dump_json().encode()):
        raise RecordFull(
            f"Your record has reached its limit of {MAX_RECORD // 1000} kB, so this was not added and everything you have is as it was;"
            " download it all, then remove older notes to make room."
        )
    return text
