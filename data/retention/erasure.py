"""Erasing somebody at their own wish: the record, every link that it lists, and what waits to be counted."""

from contextlib import suppress
from datetime import date

from data.errors import RecordUnreadable
from data.groups import contribution_store
from data.record import record_store
from data.sharing import viewer_link_store
from data.storage.store import Store


def delete_everything(store: Store, own_key: str) -> bool:
    """Whether there was a record to delete; every link that it lists is withdrawn with it, and what waits is never counted."""
    record = None
    # Alone: a tab that joins a round just now must not leave behind what nobody could withdraw.
    with store.alone():
        # What cannot be read goes all the same; the links and rows that it named can then be found by nobody.
        with suppress(RecordUnreadable):
            record = record_store.read(store, own_key, keep_until=date.min)
        if record:
            viewer_link_store.withdraw_all(store, record.shares)
            contribution_store.erase_waiting(store, record)
        return record_store.delete(store, own_key)
