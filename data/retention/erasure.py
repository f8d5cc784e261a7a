"""Erasing somebody at their own wish: the record, every link that it lists, and what waits to be counted."""

from data.groups import contribution_store
from data.record import record_store
from data.record.record import Record
from data.sharing import preview_store, viewer_link_store
from data.storage.store import Cursor, Store


def delete_everything(store: Store, own_key: str) -> bool:
    """Whether there was a record to delete; every link that it lists is withdrawn with it, and what waits is never counted.

    One transaction: a tab that joins a round just now, or a server that dies, leaves nothing behind that nobody could withdraw.
    """

    def erase(record: Record, cursor: Cursor) -> None:
        viewer_link_store.withdraw_all(cursor, record.shares)
        preview_store.erase(cursor, own_key)
        contribution_store.erase_waiting(cursor, record)

    return record_store.delete_in_transaction(store, own_key, erase)
