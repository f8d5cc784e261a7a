import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.session.link_key import LONGEST, key_in
from data.keys import KEY_FORM, new_key

KEY = "AbCdEfGhIjKlMnOpQrStUQ"
HERE = "https://rekindle.example"

ARRIVING = [
    f"/open#{KEY}",
    f"/Open#{KEY}",
    f"/OPEN/#{KEY}",
    f"/open%23{KEY}",
    f"/open%2523{KEY}",
    f"/open?utm_source=mail&utm_medium=a#{KEY}",
    f"/open#{KEY}?utm_source=mail",
    f"/open#{KEY}&fbclid=IwAR0AbCdEfGhIjKlMnOpQrStUQxyz",
    f"/open#{KEY}.",
    f"/open#{KEY})",
    f"/open#{KEY}>",
    f"/open#{KEY}%3E",
    f"/open#{KEY}*",
    f"/open#{KEY}_",
    f"/open#{KEY}’",
    f"/open# {KEY}",
    f"/open#<{KEY}>",
    f"/open#{KEY}%20",
    f"/open#{KEY[:9]}\r\n  {KEY[9:]}",
    f"/open#\u200b{KEY[:4]}\u00ad{KEY[4:]}\ufeff",
    f"/open##{KEY}",
]


@pytest.mark.parametrize("way", ARRIVING)
@pytest.mark.parametrize("where", ["", HERE])
def test_a_key_is_found_in_a_link_however_it_arrived(where: str, way: str) -> None:
    assert key_in(where + way) == KEY


PASTED = [
    KEY,
    f" {KEY}\n",
    f"“{KEY}”",
    f"#{KEY}",
    f"<{HERE}/open#{KEY}>",
    f"Kim's link: {HERE}/open#{KEY}, see you",
    f"{HERE}/open#{KEY} see you",
]
NEARLY = [f"{KEY}x", KEY[:-1], f"{KEY[:-1]}B", f"x{KEY}"]
NO_KEY = ["", "#", "nothing of ours", *(f"/open#{key}" for key in NEARLY), f"/open?fbclid={KEY}", "#" * 2_000]


@pytest.mark.parametrize("pasted", PASTED)
def test_a_key_is_found_in_what_somebody_pasted(pasted: str) -> None:
    assert key_in(pasted) == KEY


@pytest.mark.parametrize("text", NO_KEY)
def test_what_holds_no_key_of_its_own_gives_none(text: str) -> None:
    assert key_in(text) is None


def test_a_key_beyond_the_longest_link_is_not_looked_for() -> None:
    assert key_in(" " * LONGEST + KEY) is None


@given(st.text(max_size=30), st.text(alphabet=".,;:!?)]}>'\"*_~-| \n\t&", max_size=5))
def test_every_key_survives_whatever_signs_follow_it(before: str, after: str) -> None:
    key = new_key()

    assert key_in(f"{before.replace('#', '').replace('%', '')}#{key}{after}") == key


@given(st.text(max_size=200))
def test_whatever_is_found_has_the_form_of_a_key(text: str) -> None:
    found = key_in(text)

    assert found is None or re.fullmatch(KEY_FORM, found)
