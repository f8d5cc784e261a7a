"""The attack of docs/anonymity.md 4.10: guessing the key of a team or of somebody's waiting answer.

Seen to fail: with `new_key` of two bytes; with `find` not telling kinds apart; with another sentence for what has not the form of a key.
"""

import pytest

from data.database_address import Database
from data.errors import BadKey
from data.groups import team_store
from data.keys import Kind, new_key
from data.storage.sealing import row_id
from tests.databases import store_at
from tests.invented.crowd import Person
from tests.invented.records import TODAY


def test_whatever_opens_nothing_is_answered_with_the_same_words(database: Database) -> None:
    store = store_at(database)
    keys = team_store.create(store, "North", closes_on=TODAY, today=TODAY)
    wrong = [new_key(), keys.insights, keys.manage, keys.join[:-1], keys.join.lower(), keys.join + "A", "", "*", "\x00", "A" * 22]
    answers = set()

    for key in wrong:
        with pytest.raises(BadKey) as refused:
            team_store.find(store, key, Kind.JOIN)
        answers.add((refused.value.rule, *refused.value.values))

    assert answers == {("key_opens_nothing",)}
    store.close()


def test_keys_are_long_and_never_alike() -> None:
    keys = {new_key() for _ in range(10_000)}

    assert len(keys) == 10_000
    assert {len(key) for key in keys} == {22}
    # Each of the first 21 letters carries six bits, so each place sees all 64 of them.
    assert {len({key[place] for key in keys}) for place in range(21)} == {64}


def test_a_key_stands_for_another_row_under_every_label() -> None:
    key = new_key()

    assert len({row_id(key, label) for label in (*Kind, "pending None 1 2026-11-22", "pending None 1 2026-11-23")}) == len(Kind) + 2


def test_a_waiting_answer_is_stored_under_nothing_that_a_team_or_another_person_has(database: Database) -> None:
    store = store_at(database)
    keys = team_store.create(store, "North", closes_on=TODAY, today=TODAY)
    person = Person()
    person.finish(store)
    person.join(store, team_store.closable_round(store, keys.manage))

    ((pending_id,),) = store.read("SELECT pending_id FROM pending")
    others = store.read("SELECT record_id FROM record UNION ALL SELECT key_id FROM team_key UNION ALL SELECT team_id FROM team")

    assert (pending_id,) not in others
    assert pending_id not in {row_id(key, kind) for key in (person.key, keys.join, keys.insights, keys.manage) for kind in Kind}
    store.close()
