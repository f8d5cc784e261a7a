import re
from pathlib import Path

import pytest

from data.content import pseudo_language
from data.content.language import ENGLISH, Language
from data.content.pseudo_language import spoken
from data.wording import every_file, screens

MARK = "\u200f"


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("Continue", f"{MARK}Čóóňťííňúúéé{MARK}"),
        ("{done} of {total} steps", f"{MARK}{{done}} óóf {{total}} šťéépš{MARK}"),
        ("- one\n- two", f"- {MARK}óóňéé{MARK}\n- {MARK}ťŵóó{MARK}"),
        ("[here](https://rekindle.example/a)", f"{MARK}[ĥééřéé](https://rekindle.example/a){MARK}"),
        (":material/info: `id`", f"{MARK}:material/info: `id`{MARK}"),
        (" and ", f" {MARK}ááňď{MARK} "),
        ("{n, plural, one {# hour} other {# hours}}", f"{MARK}{{n, plural, one {{# ĥóóúúř}} other {{# ĥóóúúřš}}}}{MARK}"),
        ("a\n\nb", f"{MARK}áá{MARK}\n\n{MARK}b{MARK}"),
    ],
)
def test_words_are_said_otherwise_and_gaps_and_markup_stay(english: str, said: str) -> None:
    assert spoken(english) == said


def test_a_made_language_is_read_like_any_other(tmp_path: Path) -> None:
    pseudo_language.write(tmp_path / "el")

    every_file.read(Language("el", tmp_path / "el"))


def test_what_it_says_is_about_a_third_longer_than_english(tmp_path: Path) -> None:
    pseudo_language.write(tmp_path / "el")
    ours, theirs = (screens.load(language).model_dump_json() for language in (ENGLISH, Language("el", tmp_path / "el")))
    letters = [len(re.sub(r"[^\w]", "", text)) for text in (ours, theirs)]

    assert 1.2 < letters[1] / letters[0] < 1.45
