"""Seen to fail: with the insights key made under the label of the join key; with the row's own label for a key."""

import base64
import hmac
from hashlib import sha256

import pytest

from data.errors import BadKey
from data.groups import team_keys
from data.groups.team_keys import TeamKeys
from data.keys import Kind, is_key, new_key
from data.storage.sealing import row_id


def by_hand(secret: bytes, label: str) -> str:
    """HKDF of RFC 5869 without a salt, for one block and less."""
    extracted = hmac.digest(bytes(32), secret, sha256)
    block = hmac.digest(extracted, label.encode() + b"\x01", sha256)
    return base64.urlsafe_b64encode(block[:16]).decode().rstrip("=")


def every(keys: TeamKeys) -> set[str]:
    return {keys.join, keys.insights, keys.manage, *keys.joins}


def test_the_keys_are_those_of_the_rfc() -> None:
    """The links that people hold depend on it: a letter of a label more, and they open nothing."""
    manage = base64.urlsafe_b64encode(bytes(range(16))).decode().rstrip("=")

    keys = team_keys.from_manage(manage, 12)

    assert keys.manage == manage
    assert keys.joins == tuple(by_hand(bytes(range(16)), f"rekindle team key join {place}") for place in range(1, 13))
    assert keys.join == by_hand(bytes(range(16)), "rekindle team key join")
    assert keys.insights == by_hand(bytes(range(16)), "rekindle team key insights")


def test_every_manage_key_leads_to_all_others_and_none_of_them_leads_on() -> None:
    for manage in (new_key() for _ in range(50)):
        keys = team_keys.from_manage(manage, 3)
        derived = every(keys) - {manage}
        further = {key for given in derived for key in every(team_keys.from_manage(given, 3))} - derived

        assert all(map(is_key, derived))
        assert len(every(keys)) == 6
        assert further.isdisjoint(every(keys))


def test_no_stored_id_of_a_team_spells_one_of_its_keys() -> None:
    keys = team_keys.from_manage(new_key(), 12)
    ids = [row_id(key, kind).bytes for key in every(keys) for kind in Kind]

    assert {base64.urlsafe_b64encode(id).decode().rstrip("=") for id in ids}.isdisjoint(every(keys))


def test_what_has_not_the_form_of_a_key_leads_nowhere() -> None:
    with pytest.raises(BadKey):
        team_keys.from_manage("not a key")
