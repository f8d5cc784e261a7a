import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from data.content.language import ENGLISH, Language
from data.errors import BadContent
from data.instrument import instrument
from data.wording import error_words, every_file

FILES = sorted(path.relative_to(ENGLISH.folder) for path in ENGLISH.folder.rglob("*.toml"))
GAP = re.compile(r"\{[a-z]+\}")
WITH_GAPS = [file for file in FILES if GAP.search((ENGLISH.folder / file).read_text(encoding="utf-8").partition("\n")[2])]


@pytest.fixture
def german(tmp_path: Path) -> Language:
    """A language that has every file and says everything in English, to be spoilt."""
    return Language("de", Path(shutil.copytree(ENGLISH.folder, tmp_path / "de")))


def refused(language: Language, file: Path, change: Callable[[str], str]) -> str:
    text = (language.folder / file).read_text(encoding="utf-8")
    assert change(text) != text, "this test breaks nothing"
    (language.folder / file).write_text(change(text), encoding="utf-8")
    with pytest.raises(BadContent) as error:
        every_file.read(language)
    return error_words.sentence(error.value, ENGLISH)


def test_a_language_with_every_file_and_every_gap_is_read(german: Language) -> None:
    every_file.read(german)

    assert german.is_known()


@pytest.mark.parametrize("file", FILES, ids=str)
def test_an_entry_that_nobody_reads_is_refused_in_every_file(german: Language, file: Path) -> None:
    message = refused(german, file, lambda text: f'nobody_reads = "this"\n{text}')

    assert message.startswith(f"de/{file.name}, ")


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_missing_file_of_another_language_is_named(german: Language, file: Path) -> None:
    (german.folder / file).unlink()

    with pytest.raises(BadContent, match=rf"^content: de/{re.escape(file.name)}: whole file: the file is missing"):
        every_file.read(german)


@pytest.mark.parametrize("file", WITH_GAPS, ids=str)
def test_a_missing_gap_is_refused_in_every_file_that_has_one(german: Language, file: Path) -> None:
    message = refused(german, file, lambda text: first_gap(text, ""))

    assert message.startswith(f"de/{file.name}, ")
    # A chapter of many sentences is compared as a whole.
    assert "the gaps in this sentence must be exactly" in message or "this must be as it is in English" in message


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_gap_that_nothing_fills_is_refused_in_every_file(german: Language, file: Path) -> None:
    message = refused(german, file, more_to_fill)

    assert message.startswith(f"de/{file.name}, ")
    assert "{" in message


def first_gap(text: str, instead: str) -> str:
    """The text without its first gap; what stands in a comment is none."""
    comment, _, rest = text.partition("\n") if text.startswith("#") else ("", "", text)
    return f"{comment}\n{GAP.sub(instead, rest, count=1)}"


def more_to_fill(text: str) -> str:
    """The text with one more gap in the first sentence that people read."""
    return re.sub(
        r'^((?:disk_full|text|label|title|footer|intro|meaning|name|taken|definition) = ")', r"\1{more} ", text, count=1, flags=re.MULTILINE
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("rk-1.0/instrument.toml", "low = 37.5", "low = 30", "scoring: cuts: low"),
        ("rk-1.0/instrument.toml", 'file = "000_', 'file = "001_', "seed 1: file"),
        ("rk-1.0/consent.toml", '"consent-3"', '"consent-2"', "wording"),
        ("rk-1.0/patterns.toml", "below = 37.5", "below = 37", "pattern 1: conditions 2: below"),
        ("groups.toml", '  "Look at them together, with the insights link.",\n', "", "team: steps"),
        ("values.toml", 'id = "calm"', 'id = "rest"', "value 4: id"),
    ],
)
def test_a_language_changes_words_and_no_rule(german: Language, file: str, old: str, new: str, place: str) -> None:
    message = refused(german, Path(file), lambda text: text.replace(old, new, 1))

    assert re.match(rf"^de/\S+\.toml, {re.escape(place)}: this must be as it is in English\. ", message)


def test_a_language_says_the_name_of_a_dimension_and_of_a_scale_in_its_own_words(german: Language) -> None:
    file = german.folder / "rk-1.0" / "instrument.toml"
    said = {'name = "Alignment"': 'name = "Passung"', '"Strongly agree"': '"Stimmt genau"'}
    text = file.read_text(encoding="utf-8")
    for ours, theirs in said.items():
        text = text.replace(ours, theirs)
    file.write_text(text, encoding="utf-8")

    every_file.read(german)

    rules = instrument.load("rk-1.0", german)
    assert (rules.dimension("alignment").name, rules.scale[-1]) == ("Passung", "Stimmt genau")


def test_a_sentence_with_a_brace_that_stands_alone_is_refused(german: Language) -> None:
    message = refused(german, Path("screens.toml"), lambda text: text.replace("{done}", "{done", 1))

    assert message.startswith("de/screens.toml, welcome: waiting: ")


def test_a_plural_without_a_form_that_the_language_has_is_refused(german: Language) -> None:
    message = refused(german, Path("screens.toml"), lambda text: text.replace("one {# day} other", "other", 1))

    assert re.match(r"^de/screens\.toml, \w+: \w+: \{\w+\} must have exactly the forms one, other", message)


def test_a_folder_that_is_named_by_no_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadContent, match="no_language: words"):
        every_file.read(Language("words", tmp_path))
