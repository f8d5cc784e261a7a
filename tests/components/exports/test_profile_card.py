from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from components.exports import profile_card
from data.record.viewer_link import Section
from data.sharing.shared_profile import made
from tests.components.exports.file_readers import darkest
from tests.invented.full_record import HOSTILE, SECTIONS, profile


def drawn(file: bytes) -> Image.Image:
    image = Image.open(BytesIO(file))
    image.load()
    return image


@pytest.mark.parametrize("section", SECTIONS)
def test_a_picture_of_any_part_is_as_large_as_link_previews_want_it(section: Section) -> None:
    image = drawn(profile_card.write(made(profile(), [section])))

    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert darkest(image) < 100


@pytest.mark.parametrize("caption", [*HOSTILE, "x" * 5000])
def test_any_caption_makes_a_picture(caption: str) -> None:
    shown = made(profile(), [Section.SUMMARY])

    assert drawn(profile_card.write(shown, caption=caption)).size == (1200, 630)


@given(st.text(max_size=80))
@settings(deadline=None, max_examples=12)
def test_any_text_at_all_as_a_caption_makes_a_picture(caption: str) -> None:
    assert drawn(profile_card.write(made(profile(), [Section.SUMMARY]), caption=caption)).size == (1200, 630)


def test_a_caption_is_drawn_and_makes_a_difference() -> None:
    shown = made(profile(), [Section.SUMMARY])

    assert profile_card.write(shown, caption="Kim in November") != profile_card.write(shown)
    assert profile_card.write(shown, caption="\u202e") == profile_card.write(shown)


def test_nothing_is_on_it_but_what_was_chosen() -> None:
    other = made(profile(), SECTIONS).model_copy(update={"week": None, "steps": None, "comparison": None, "map": None})

    assert profile_card.write(made(profile(), [Section.SUMMARY, Section.DIMENSIONS])) == profile_card.write(other)


def test_nothing_in_the_picture_is_fetched_from_anywhere() -> None:
    composed = profile_card._composed(made(profile(), SECTIONS), HOSTILE[5])

    assert "<image" not in composed and "href" not in composed and "<script" not in composed
