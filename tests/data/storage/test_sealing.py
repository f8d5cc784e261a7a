import base64
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import BadKey, RecordUnreadable
from data.keys import Kind, new_key
from data.storage.sealing import Seal

texts = st.binary(max_size=5_000)
keys = st.binary(min_size=16, max_size=16).map(lambda secret: base64.urlsafe_b64encode(secret).rstrip(b"=").decode())


@given(keys, texts)
def test_what_is_sealed_opens_again_under_its_key(key: str, text: bytes) -> None:
    envelope = Seal(key, Kind.OWN).encrypt(text)

    assert Seal(key, Kind.OWN).decrypt(envelope) == text


@given(keys, texts, st.data())
def test_a_change_anywhere_in_an_envelope_is_noticed(key: str, text: bytes, data: st.DataObject) -> None:
    envelope = bytearray(Seal(key, Kind.OWN).encrypt(text))
    envelope[data.draw(st.integers(0, len(envelope) - 1))] ^= data.draw(st.integers(1, 255))

    with pytest.raises(RecordUnreadable):
        Seal(key, Kind.OWN).decrypt(bytes(envelope))


@given(keys, texts, st.data())
def test_an_envelope_that_was_cut_short_is_noticed(key: str, text: bytes, data: st.DataObject) -> None:
    envelope = Seal(key, Kind.OWN).encrypt(text)

    with pytest.raises(RecordUnreadable):
        Seal(key, Kind.OWN).decrypt(envelope[: data.draw(st.integers(0, len(envelope) - 1))])


def test_another_key_does_not_open_it() -> None:
    envelope = Seal(new_key(), Kind.OWN).encrypt(b"mine")

    with pytest.raises(RecordUnreadable):
        Seal(new_key(), Kind.OWN).decrypt(envelope)


def test_a_key_of_another_kind_opens_another_row_and_not_this_envelope() -> None:
    key, other = new_key(), cast(Kind, "a kind to come")
    envelope = Seal(key, Kind.OWN).encrypt(b"mine")

    assert Seal(key, other).row_id != Seal(key, Kind.OWN).row_id
    with pytest.raises(RecordUnreadable):
        Seal(key, other).decrypt(envelope)


def test_an_envelope_moved_to_another_row_does_not_open() -> None:
    """Even somebody who could swap the cipher keys of two people would be noticed: the row is part of what is signed."""
    mine, yours = Seal(new_key(), Kind.OWN), Seal(new_key(), Kind.OWN)
    envelope = mine.encrypt(b"mine")
    yours._cipher = mine._cipher

    with pytest.raises(RecordUnreadable):
        yours.decrypt(envelope)


def test_the_same_text_is_never_sealed_the_same_way_twice() -> None:
    seal = Seal(new_key(), Kind.OWN)

    assert len({seal.encrypt(b"again") for _ in range(100)}) == 100


def test_a_few_words_more_do_not_show_in_the_length() -> None:
    seal = Seal(new_key(), Kind.OWN)

    assert len({len(seal.encrypt(b"word " * many)) for many in range(50)}) == 1


@given(keys)
def test_the_row_of_a_key_is_always_the_same(key: str) -> None:
    assert Seal(key, Kind.OWN).row_id == Seal(key, Kind.OWN).row_id


def test_the_rows_of_keys_made_before_stay_where_they_are() -> None:
    """Written down once: a change to the derivation would lock everybody out."""
    envelope = bytes.fromhex(
        "01225ba540e40cf1db87c4813b0ab6ae441981a1f57edd2e770b9189967f241b4d8db040b89e92d1942712e0309a8a01fa544f2978f673cc101240a155"
    )

    assert str(Seal("AAAAAAAAAAAAAAAAAAAAAA", Kind.OWN).row_id) == "f060b02d-6801-9abc-19e4-74b966314701"
    assert Seal("AAAAAAAAAAAAAAAAAAAAAA", Kind.OWN).decrypt(envelope) == b"sealed in 2026"


@pytest.mark.parametrize("text", ["", "A" * 21, "A" * 21 + "B", "A" * 22 + "\n"])
def test_what_has_not_the_form_of_a_key_is_refused_without_being_quoted(text: str) -> None:
    with pytest.raises(BadKey) as refusal:
        Seal(text, Kind.OWN)

    assert not text or text not in str(refusal.value)


def test_a_seal_shows_nothing_of_its_key() -> None:
    key = new_key()
    seal = Seal(key, Kind.OWN)

    assert key not in repr(seal) + repr(vars(seal))
