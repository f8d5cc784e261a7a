"""Everything that people do which touches more than one table: done by the key of somebody, or by that of the one who runs their team."""

from collections.abc import Callable
from datetime import timedelta

from data.groups import cohort_store, contribution_store, team_store
from data.record import record_store
from data.record.record import Record
from data.record.viewer_link import Section
from data.retention import erasure
from data.sharing import viewer_link_store
from data.sharing.shared_profile import copy_of
from data.storage.store import Store
from tests.invented.full_record import profile
from tests.invented.records import NEXT_YEAR, TODAY

NEXT_WEEK = TODAY + timedelta(days=7)


def _record(store: Store, key: str) -> Record:
    return record_store.read(store, key, keep_until=NEXT_YEAR) or Record()


def _share(store: Store, key: str, _: str) -> None:
    viewer_link_store.create(store, key, copy_of(profile(), [Section.SUMMARY]), label="", today=TODAY, keep_until=NEXT_YEAR)


def _stop_sharing(store: Store, key: str, _: str) -> None:
    viewer_link_store.withdraw(store, key, _record(store, key).shares[0], keep_until=NEXT_YEAR)


def _be_counted_anew(store: Store, key: str, _: str) -> None:
    contribution_store.join_everyone(store, key, today=TODAY + timedelta(days=1), keep_until=NEXT_YEAR)


def _move_into_a_round(store: Store, key: str, team: str) -> None:
    contribution_store.join_round(store, key, team_store.closable_round(store, team), today=TODAY, keep_until=NEXT_YEAR)


def _withdraw(store: Store, key: str, _: str) -> None:
    contribution_store.withdraw(store, key, _record(store, key).contributions[0], keep_until=NEXT_YEAR)


def _delete_everything(store: Store, key: str, _: str) -> None:
    erasure.delete_everything(store, key)


def _make_a_team(store: Store, _key: str, _: str) -> None:
    team_store.create(store, "South", closes_on=NEXT_WEEK, today=TODAY)


def _close_a_round(store: Store, _: str, team: str) -> None:
    cohort_store.close_round(store, team, TODAY)


ACTS: dict[str, Callable[[Store, str, str], None]] = {
    "share": _share,
    "stop sharing": _stop_sharing,
    "be counted anew": _be_counted_anew,
    "move into a round": _move_into_a_round,
    "withdraw": _withdraw,
    "delete everything": _delete_everything,
    "make a team": _make_a_team,
    "close a round": _close_a_round,
}
