import shutil
from pathlib import Path

import pytest

from data.content.language import ENGLISH, Language
from data.errors import BadContent
from data.wording import error_words, method_words
from data.wording.method_words import ChapterId


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('id = "unknown"', 'id = "rules"', "the ids must be exactly measures, statements"),
        ("about {minutes} minutes", "about {seconds} seconds", "the only gaps in this text may be"),
    ],
)
def test_a_translation_that_passes_over_what_is_not_known_or_fills_another_gap_is_refused(
    tmp_path: Path, old: str, new: str, rule: str
) -> None:
    file = Path(shutil.copy(ENGLISH.folder / "method.toml", tmp_path))
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")

    with pytest.raises(BadContent) as refused:
        method_words.load(Language("en", tmp_path))

    assert rule in error_words.sentence(refused.value, ENGLISH)


def test_every_chapter_is_there_and_leads_to_no_other_page() -> None:
    words = method_words.load(ENGLISH)

    assert [chapter.id for chapter in words.chapters] == list(ChapterId)
    assert not any("http" in chapter.text for chapter in words.chapters)
