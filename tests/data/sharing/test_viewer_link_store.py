from collections.abc import Iterator
from datetime import date, timedelta
from threading import Barrier, Thread

import pytest

from data.database_address import Database
from data.errors import BadKey, RecordUnreadable
from data.keys import Kind, new_key
from data.record import record_store
from data.record.record_file import parse, write
from data.record.viewer_link import MAX_SHARES, Section, Share
from data.retention import upkeep
from data.sharing import viewer_link_store
from data.sharing.shared_profile import SharedProfile, copy_of, own_copy
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.sealing import Seal
from data.storage.store import Store
from tests.databases import store_at
from tests.invented.full_record import SECTIONS, full, profile
from tests.invented.records import NEXT_YEAR, TODAY, becoming

SECRET = "The secret sentence of a person"


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    opened = store_at(database)
    yield opened
    opened.close()


@pytest.fixture
def owner(store: Store) -> str:
    key = new_key()
    record_store.change(
        store, key, becoming(full(results=2, notes=5, words=SECRET).model_copy(update={"shares": ()})), keep_until=NEXT_YEAR
    )
    return key


def shared(store: Store, owner: str, shown: SharedProfile | None = None, label: str = "for my mentor") -> viewer_link_store.Made:
    return viewer_link_store.create(
        store, owner, shown or copy_of(profile(SECRET), [Section.SUMMARY]), label=label, today=TODAY, keep_until=NEXT_YEAR
    )


def test_a_link_that_was_made_with_an_exact_week_opens_it_in_whole_points(store: Store, owner: str) -> None:
    link = shared(store, owner, own_copy(profile(SECRET), [Section.WEEK]))

    assert viewer_link_store.read(store, link.key, TODAY) == copy_of(profile(SECRET), [Section.WEEK])


def envelopes(store: Store) -> int:
    return int(store.read("SELECT count(*) FROM share")[0][0])


def test_a_link_opens_exactly_what_was_chosen(store: Store, owner: str) -> None:
    shown = copy_of(profile(SECRET), [Section.SUMMARY, Section.WEEK])

    link = shared(store, owner, shown)

    assert viewer_link_store.read(store, link.key, TODAY) == shown
    assert [(share.label, share.sections, share.made_on) for share in link.record.shares] == [
        ("for my mentor", (Section.SUMMARY, Section.WEEK), TODAY)
    ]


def test_a_viewer_key_opens_no_part_that_was_not_shared(store: Store, owner: str) -> None:
    link = shared(store, owner, copy_of(profile(SECRET), SECTIONS))
    sealed = [row for (row,) in store.read("SELECT sealed FROM record")]
    viewer, as_if_own = Seal(link.key, Kind.VIEWER), Seal(link.key, Kind.OWN)

    assert record_store.read(store, link.key, keep_until=NEXT_YEAR) is None
    assert {viewer.row_id, as_if_own.row_id}.isdisjoint(row for (row,) in store.read("SELECT record_id FROM record"))
    for envelope in sealed:
        for seal in (viewer, as_if_own):
            with pytest.raises(RecordUnreadable):
                seal.decrypt(envelope)
    text = viewer_link_store.read(store, link.key, TODAY).model_dump_json()
    assert SECRET not in text and owner not in text and link.key not in text


def test_an_own_key_is_no_viewer_key(store: Store, owner: str) -> None:
    shared(store, owner)

    with pytest.raises(BadKey):
        viewer_link_store.read(store, owner, TODAY)


@pytest.mark.parametrize("reason", ["mistyped", "unknown", "expired", "withdrawn", "damaged", "another version", "swapped"])
def test_whatever_does_not_open_says_the_very_same(store: Store, owner: str, reason: str) -> None:
    link = shared(store, owner, copy_of(profile(), [Section.MAP], until=TODAY))
    key, today = link.key, TODAY
    row = Seal(key, Kind.VIEWER).row_id
    if reason == "mistyped":
        key = f"{key[:-1]}!"
    elif reason == "unknown":
        key = new_key()
    elif reason == "expired":
        today += timedelta(days=1)
    elif reason == "withdrawn":
        viewer_link_store.withdraw(store, owner, link.record.shares[0], keep_until=NEXT_YEAR)
    elif reason == "damaged":
        store.write("UPDATE share SET sealed = $1 WHERE share_id = $2", [b"\x01" * 80, row])
    elif reason == "another version":
        store.write("UPDATE share SET sealed = $1 WHERE share_id = $2", [Seal(key, Kind.VIEWER).encrypt(b'{"format": 2}'), row])
    else:
        other = shared(store, owner)
        store.write("DELETE FROM share WHERE share_id = $1", [row])
        store.write("UPDATE share SET share_id = $1 WHERE share_id = $2", [row, Seal(other.key, Kind.VIEWER).row_id])

    with pytest.raises(BadKey) as refusal:
        viewer_link_store.read(store, key, today)

    assert refusal.value.rule == "link_opens_nothing"
    assert refusal.value.__cause__ is None and refusal.value.__context__ is None


@pytest.mark.parametrize("lasts", viewer_link_store.LASTS)
def test_a_link_opens_on_its_last_day_and_not_on_the_next(store: Store, owner: str, lasts: int | None) -> None:
    last = viewer_link_store.last_day(TODAY, lasts)
    link = shared(store, owner, copy_of(profile(), [Section.MAP], until=last))
    far = TODAY + timedelta(days=lasts if lasts is not None else 300)

    assert viewer_link_store.read(store, link.key, far).until == last
    if last:
        with pytest.raises(BadKey):
            viewer_link_store.read(store, link.key, far + timedelta(days=1))


def test_withdrawing_works_at_once_and_twice(store: Store, owner: str) -> None:
    link, other = shared(store, owner), shared(store, owner, label="for my partner")
    share = link.record.shares[0]

    viewer_link_store.withdraw(store, owner, share, keep_until=NEXT_YEAR)
    left = viewer_link_store.withdraw(store, owner, share, keep_until=NEXT_YEAR)

    assert [share.label for share in left.shares] == ["for my partner"]
    assert viewer_link_store.read(store, other.key, TODAY).sections == (Section.SUMMARY,)
    assert envelopes(store) == 1


def test_two_tabs_that_share_at_once_both_end_up_in_the_list(store: Store, owner: str) -> None:
    together, keys = Barrier(2), []

    def tab(label: str) -> None:
        together.wait()
        keys.append(shared(store, owner, label=label).key)

    tabs = [Thread(target=tab, args=[label]) for label in ("one", "other")]
    for thread in tabs:
        thread.start()
    for thread in tabs:
        thread.join()

    record = record_store.read(store, owner, keep_until=NEXT_YEAR)
    assert record is not None
    assert {share.label for share in viewer_link_store.active_links(store, record, TODAY)} == {"one", "other"}
    assert {share.key for share in record.shares} == set(keys)


def test_withdrawing_while_it_is_read_gives_all_or_nothing(store: Store, owner: str) -> None:
    shown = copy_of(profile(), SECTIONS)
    link = shared(store, owner, shown)
    outcomes: list[SharedProfile | str] = []

    def look() -> None:
        while "gone" not in outcomes:
            try:
                outcomes.append(viewer_link_store.read(store, link.key, TODAY))
            except BadKey:
                outcomes.append("gone")

    reader = Thread(target=look)
    reader.start()
    viewer_link_store.withdraw(store, owner, link.record.shares[0], keep_until=NEXT_YEAR)
    reader.join()

    assert [outcome for outcome in outcomes if outcome not in (shown, "gone")] == []


def test_more_links_than_can_be_looked_through_are_refused_without_leaving_an_envelope(store: Store, owner: str) -> None:
    for place in range(MAX_SHARES):
        shared(store, owner, label=f"number {place}")

    with pytest.raises(viewer_link_store.TooManyShares, match="too_many_links"):
        shared(store, owner)

    assert envelopes(store) == MAX_SHARES


def test_links_whose_day_has_passed_make_room_in_the_list(store: Store, owner: str) -> None:
    for _ in range(MAX_SHARES):
        shared(store, owner, copy_of(profile(), [Section.MAP], until=TODAY - timedelta(days=3)))

    assert [share.label for share in shared(store, owner, label="new").record.shares] == ["new"]


def test_the_envelope_of_a_link_goes_when_its_last_day_has_passed(store: Store, owner: str) -> None:
    shared(store, owner, copy_of(profile(), [Section.MAP], until=TODAY + timedelta(days=7)))

    # The last day goes on somewhere for half of the next one.
    upkeep.drop_expired(store, TODAY + timedelta(days=8))
    assert envelopes(store) == 1
    upkeep.drop_expired(store, TODAY + timedelta(days=9))

    assert envelopes(store) == 0


def test_a_link_without_end_stays_as_long_as_its_owner_comes_back(store: Store, owner: str) -> None:
    ending = TODAY + timedelta(days=7)
    endless, short = shared(store, owner), shared(store, owner, copy_of(profile(), [Section.MAP], until=ending))
    in_a_year = NEXT_YEAR + timedelta(days=365)

    viewer_link_store.extend_open_ended(store, short.record, keep_until=in_a_year)

    stays = dict(store.read("SELECT share_id, kept_until FROM share"))
    assert stays == {Seal(endless.key, Kind.VIEWER).row_id: in_a_year, Seal(short.key, Kind.VIEWER).row_id: ending + timedelta(days=1)}


def test_opening_a_link_leaves_no_trace_in_the_database(store: Store, owner: str) -> None:
    link = shared(store, owner)
    before = store.read("SELECT * FROM share"), store.read("SELECT * FROM record")

    viewer_link_store.read(store, link.key, TODAY)

    assert (store.read("SELECT * FROM share"), store.read("SELECT * FROM record")) == before


def test_a_record_from_a_file_lists_only_links_that_still_open(store: Store, owner: str) -> None:
    kept, gone = shared(store, owner), shared(store, owner, label="gone")
    offered = parse(write(gone.record))
    viewer_link_store.withdraw(store, owner, gone.record.shares[-1], keep_until=NEXT_YEAR)

    assert [share.key for share in viewer_link_store.active_links(store, offered, TODAY)] == [kept.key]


def test_neither_key_nor_what_is_shown_can_be_read_in_the_file(file_store: DuckDBStore) -> None:
    link = shared(file_store, new_key(), copy_of(profile(SECRET), SECTIONS))
    file_store.close()

    on_disk = b"".join(file.read_bytes() for file in file_store.path.parent.iterdir() if file.is_file())

    assert link.key.encode() not in on_disk
    assert b"outlet_outside" not in on_disk
    assert b"for my mentor" not in on_disk


def test_a_key_is_in_no_repr_of_what_is_handed_around(store: Store, owner: str) -> None:
    link = shared(store, owner)

    assert link.key not in repr(link) + repr(link.record) + repr(link.record.shares)


def test_a_share_that_does_not_name_a_key_is_no_share() -> None:
    with pytest.raises(ValueError, match="key"):
        Share(key="' OR 1 = 1 --", sections=(Section.MAP,), made_on=date(2026, 1, 1))
