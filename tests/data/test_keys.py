import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.keys import fingerprint, is_key, new_key

keys = st.binary(min_size=16, max_size=16).map(lambda secret: base64.urlsafe_b64encode(secret).rstrip(b"=").decode())


def test_new_keys_are_22_letters_and_all_different() -> None:
    made = {new_key() for _ in range(1_000)}

    assert len(made) == 1_000
    assert all(is_key(key) and len(key) == 22 for key in made)


@given(keys)
def test_every_128_bits_make_a_key(key: str) -> None:
    assert is_key(key)


@pytest.mark.parametrize(
    "text", ["", "A" * 21, "A" * 23, "A" * 21 + "B", "A" * 21 + "=", "A" * 21 + "\n", "A" * 22 + "\n", "é" * 22, "A+/" * 7 + "A"]
)
def test_what_has_not_the_form_of_a_key_is_none(text: str) -> None:
    assert not is_key(text)


@given(keys, keys)
def test_a_fingerprint_tells_keys_apart_and_holds_no_part_of_one(one: str, other: str) -> None:
    assert (fingerprint(one) == fingerprint(other)) is (one == other)
    assert one[:8] not in fingerprint(one)
