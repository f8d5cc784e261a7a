from pathlib import Path

import pytest

from data.content.language import ENGLISH, Language, choose, languages

GERMAN, BRAZILIAN, ARABIC = (Language(tag, Path(tag)) for tag in ("de", "pt-BR", "ar"))
OFFERED = (ENGLISH, GERMAN, BRAZILIAN, ARABIC)


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (["de"], GERMAN),
        (["de-AT", "en"], GERMAN),
        (["pt"], BRAZILIAN),
        (["PT-br"], BRAZILIAN),
        (["", "fr", "ar-EG"], ARABIC),
        (["fr"], ENGLISH),
        (["../de", "*", ""], ENGLISH),
        ([], ENGLISH),
        ([*["fr"] * 20, "de"], ENGLISH),
    ],
)
def test_the_first_wish_that_can_be_met_is_met(asked: list[str], given: Language) -> None:
    assert choose(OFFERED, asked) == given


def test_without_a_folder_of_an_operator_there_is_english_alone() -> None:
    assert languages(None) == (ENGLISH,)


def test_every_folder_beside_english_is_a_language_and_a_file_is_none(tmp_path: Path) -> None:
    for name in ("pt-BR", "de"):
        (tmp_path / name).mkdir()
    (tmp_path / "README").touch()

    assert [language.tag for language in languages(tmp_path)] == ["en", "de", "pt-BR"]


def test_a_language_says_its_own_name_and_its_direction() -> None:
    assert [(language.name, language.direction) for language in OFFERED] == [
        ("English", "ltr"),
        ("Deutsch", "ltr"),
        ("português (Brasil)", "ltr"),
        ("العربية", "rtl"),
    ]


@pytest.mark.parametrize("tag", ["words", "", "..", "e", "en-en-en-en-en", "de_DE"])
def test_a_folder_that_is_not_named_by_a_tag_is_no_language(tag: str) -> None:
    assert not Language(tag, Path(tag)).is_known()
