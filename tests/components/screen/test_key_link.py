import io
from urllib.parse import urlsplit

import pytest
import segno
from PIL import Image

from components.screen import key_link
from data.keys import new_key
from data.settings import settings


def test_the_link_carries_the_key_in_the_part_that_no_browser_sends() -> None:
    key = new_key()

    parts = urlsplit(key_link.address(key))

    assert (parts.path, parts.query, parts.fragment) == ("/open", "", key)


def test_the_link_begins_with_the_address_that_people_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REKINDLE_BASE_URL", "https://rekindle.example/")
    settings.cache_clear()

    assert key_link.address("KEY") == "https://rekindle.example/open#KEY"


def test_the_picture_shows_the_link_and_a_white_edge_all_round() -> None:
    address = key_link.address(new_key())
    modules = segno.make(address, micro=False).matrix

    with Image.open(io.BytesIO(key_link.picture(address))) as picture:
        size = len(modules) + 2 * 4
        seen = picture.convert("L").resize((size, size), Image.Resampling.NEAREST)

    dark = [[seen.getpixel((x, y)) == 0 for x in range(size)] for y in range(size)]
    assert [row[4:-4] for row in dark[4:-4]] == [[bool(module) for module in row] for row in modules]
    assert not any(any(row[:4]) or any(row[-4:]) for row in dark) and not any(map(any, dark[:4] + dark[-4:]))
