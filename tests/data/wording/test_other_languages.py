import pytest

from data.content.language import ENGLISH, Language
from data.wording import other_languages

GERMAN = Language("de", ENGLISH.folder)


@pytest.mark.parametrize(
    ("asked", "tag"),
    [("de", "de"), ("de-AT", "de"), ("PT-br", "pt"), ("zh-CN", "zh"), ("zh-TW", "zh-TW"), ("nb-NO", "nb"), ("no", "no"), ("ar-EG", "ar")],
)
def test_a_language_that_we_do_not_speak_is_answered_in_itself(asked: str, tag: str) -> None:
    said = other_languages.asked_for(asked, (ENGLISH,))

    assert said and said.tag == tag


@pytest.mark.parametrize("asked", ["en", "en-US", "tlh", "", "de-CH"])
def test_nothing_is_said_where_the_language_is_offered_or_not_known(asked: str) -> None:
    assert other_languages.asked_for(asked, (ENGLISH, GERMAN)) is None


def test_every_sentence_names_rekindle_and_is_written_in_its_own_direction() -> None:
    every = other_languages.load()

    assert len({one.tag for one in every}) == len(every)
    assert all("Rekindle" in one.says for one in every)
    assert {one.tag for one in every if one.direction == "rtl"} == {"ar", "fa", "he"}
