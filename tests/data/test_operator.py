from pathlib import Path

import pytest

from data import operator
from data.operator import Contact

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize("name", ["Rekindle & Friends (Köln), e.V.", "हिन्दी संस्था", "O’Neill + Sons / HR"])
def test_a_name_in_any_script_is_taken_as_it_is(name: str) -> None:
    assert operator.name(f" {name} ") == name


MORE_THAN_NAMES = ["", " ", "a" * 81, "[click](https://a.example)", "**bold**", "two\nlines", ":material/info:", "<b>", "$x$", "a_b_"]


@pytest.mark.parametrize("name", MORE_THAN_NAMES)
def test_a_name_that_a_screen_could_read_as_more_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        operator.name(name)


@pytest.mark.parametrize(
    ("where", "link"),
    [
        ("people@example.org", "mailto:people@example.org"),
        ("https://example.org/people?team=1", "https://example.org/people?team=1"),
        ("+49 30 1234-56", None),
        ("116 123", None),
    ],
)
def test_somebody_can_be_reached_by_mail_by_a_page_or_by_telephone(where: str, link: str | None) -> None:
    assert operator.place(where) == Contact(where, where, link)


@pytest.mark.parametrize(
    "where", ["", "room 12", "javascript:alert(1)", "https://a.example/)[x](y", "https://u:p@a.example", "a@b", "https:///x"]
)
def test_a_place_where_nobody_can_be_reached_is_refused(where: str) -> None:
    with pytest.raises(ValueError, match="not the address"):
        operator.place(where)


def test_several_places_each_have_their_name() -> None:
    given = "Care line, day and night | +49 30 1234; Works council|council@example.org;"

    assert operator.places(given) == (
        Contact("Care line, day and night", "+49 30 1234", None),
        Contact("Works council", "council@example.org", "mailto:council@example.org"),
    )
    assert operator.places("") == ()


@pytest.mark.parametrize("given", ["Care line", "| +49 30 1234", "Care line | room 12"])
def test_a_place_without_a_name_or_an_address_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match="not "):
        operator.places(given)


@pytest.mark.parametrize("content", [b"<svg><script/></svg>", b"", PNG + bytes(256 * 1024)])
def test_only_a_small_png_is_a_logo(tmp_path: Path, content: bytes) -> None:
    small, other = tmp_path / "small.png", tmp_path / "other.png"
    small.write_bytes(PNG)
    other.write_bytes(content)

    assert operator.logo(small) == small
    for refused in (other, tmp_path, tmp_path / "none.png"):
        with pytest.raises(ValueError, match="not a small PNG"):
            operator.logo(refused)


@pytest.mark.parametrize("given", ["red", "#FFF", "#12345G", "1F4A5E"])
def test_a_colour_is_written_as_the_web_writes_it(given: str) -> None:
    assert operator.colour("#1f4A5E") == "#1f4A5E"
    with pytest.raises(ValueError, match="not a colour"):
        operator.colour(given)
