"""The screen that says what is held."""

import pytest

from data.content.language import ENGLISH
from data.settings import settings
from data.wording import privacy_words
from tests.pages.conftest import Somebody


def test_the_privacy_screen_says_what_is_held_and_for_how_long(somebody: Somebody) -> None:
    drawn = somebody.opens("privacy")

    said = {line.value for line in drawn.markdown} | {caption.value for caption in drawn.caption}
    for held in privacy_words.load(ENGLISH).held:
        assert f"**{held.what}**" in said
        assert any(held.who in line and held.how_long(settings().keep_days) in line for line in said)


def test_the_privacy_screen_says_how_long_a_record_is_kept_as_the_operator_has_set_it(
    somebody: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REKINDLE_KEEP_DAYS", "30")
    settings.cache_clear()

    said = " ".join(caption.value for caption in somebody.opens("privacy").caption)

    assert "30 days after it was last opened" in said
    assert "{" not in said


def test_the_privacy_screen_explains_every_field_of_the_file(somebody: Somebody) -> None:
    folded = somebody.opens("privacy").expander[0].markdown[0].value

    assert folded.splitlines() == [f"- `{field.path}`: {field.meaning}" for field in privacy_words.load(ENGLISH).fields]
