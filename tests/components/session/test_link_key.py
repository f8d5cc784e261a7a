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
    f"/open%252523{KEY}",
    f"/open&#35;{KEY}",
    f"/open&#x23;{KEY}",
    f"/open&num;{KEY}",
    f"/open=23{KEY}",
    f"/open#{KEY[:9]}=\r\n{KEY[9:]}",
    f"/open\uff03{KEY}",
    f"/open\ufe5f{KEY}",
    f"/open#\ufe0f\u20e3{KEY}",
    f"/open\\#{KEY}",
    f"/open#{KEY[:5]}\x00{KEY[5:]}",
    f"/open#{KEY[:5]}\u2028{KEY[5:]}",
    f"/open#{KEY[:9]}\n> {KEY[9:]}",
    f"/open#{KEY[:9]}\r\n>> {KEY[9:]}",
    f"/open*{KEY}__;Iw!!abc",
    f"/open/{KEY}",
    f"/open?{KEY}",
    f"/open#{KEY}:~:text=hello",
    f"/open#{KEY}\u3002",
    f"/open#+{KEY}",
    "/open%23" + "".join(f"%{ord(letter):02x}" for letter in KEY),
    "/open#" + "".join(chr(ord(letter) + 0xFEE0) for letter in KEY),
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
    f"{HERE}/open#{KEY}{HERE}/open#{KEY}",
    f"[my link]({HERE}/open#{KEY})",
    f'<a href="{HERE}/open#{KEY}">',
    f"https://eur01.safelinks.example/?url=https%3A%2F%2Frekindle.example%2Fopen%23{KEY}&data=05%7C01",
    f"https://urldefense.proofpoint.com/v2/url?u=https-3A__rekindle.example_open-23{KEY}&d=DwMF",
    f"https://urldefense.com/v3/__{HERE}/open*{KEY}__;Iw!!abc",
]
# The signs that a key may hold are those that programs like to make finer, or to put a stroke before.
SIGNS = "AbCdEfGhIjKl-nO_QrSt-Q"
FINER = [
    SIGNS.replace("_", "\\_"),
    SIGNS.replace("-", "\\-"),
    SIGNS.replace("-", "&#45;").replace("_", "&lowbar;"),
    SIGNS.replace("-", "%2D").replace("_", "%5F"),
    *(SIGNS.replace("-", dash) for dash in "\u2010\u2011\u2012\u2013\u2212"),
]
NEARLY = [f"{KEY}x", KEY[:-1], f"{KEY[:-1]}B", f"x{KEY}"]
NO_KEY = ["", "#", "nothing of ours", *(f"/open#{key}" for key in NEARLY), f"/open?fbclid={KEY}", "#" * 2_000]


@pytest.mark.parametrize("pasted", PASTED)
def test_a_key_is_found_in_what_somebody_pasted(pasted: str) -> None:
    assert key_in(pasted) == KEY


@pytest.mark.parametrize("finer", FINER)
def test_a_key_with_signs_is_found_where_a_program_made_them_finer(finer: str) -> None:
    assert key_in(f"/open#{finer}") == SIGNS


def test_two_signs_that_were_made_one_long_dash_are_two_again() -> None:
    assert key_in("/open#AbCd\u2014GhIjKlMnOpQrStUQ") == "AbCd--GhIjKlMnOpQrStUQ"


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
