import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.content.language import ENGLISH, Language
from data.errors import BadContent
from data.wording import screens

ROOT = Path(__file__).parents[3]
SCREENS = (ENGLISH.folder / "screens.toml").read_text(encoding="utf-8")
WORDS = [(part, word) for part, fields in screens.Wording.model_fields.items() for word in getattr(fields.annotation, "model_fields", {})]


@pytest.fixture
def copy(tmp_path: Path) -> Language:
    """A copy of the words that may be spoilt."""
    return Language("en", Path(shutil.copytree(ENGLISH.folder, tmp_path / "en")))


def read_words(module: ast.Module) -> Iterator[tuple[str, str]]:
    """What a module reads of the words, as part and word: `wording().profile.title`, also by way of names that stand for a part."""
    known: dict[str, set[str]] = {}
    for node in ast.walk(module):
        if isinstance(node, ast.Assign):
            for name, value in _pairs(node.targets[0], node.value):
                known.setdefault(name, set()).update(_parts(value, known))
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute):
            yield from ((part, node.attr) for part in _parts(node.value, known))


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, other in zip(target.elts, value.elts, strict=True):
            yield from _pairs(one, other)
    elif isinstance(target, ast.Name):
        yield target.id, value


def _parts(node: ast.expr, known: dict[str, set[str]]) -> set[str]:
    """The parts of the words that an expression may stand for; "" for all of them. One name may stand for several in one module."""
    if isinstance(node, ast.Name):
        return known.get(node.id, set())
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("resources.wording"):
        return {""}
    return {node.attr} if isinstance(node, ast.Attribute) and "" in _parts(node.value, known) else set()


def test_every_word_is_read_by_a_screen() -> None:
    files = [*(ROOT / "pages").glob("*.py"), *(ROOT / "components").rglob("*.py")]

    read = {word for file in files for word in read_words(ast.parse(file.read_text(encoding="utf-8")))}

    assert [f"{part}.{word}" for part, word in WORDS if (part, word) not in read] == []


def test_the_words_of_the_screens_can_be_read() -> None:
    words = screens.load(ENGLISH)

    assert words.frame.name == "Rekindle"
    assert len(words.welcome.file_results) == 2


def test_no_word_of_a_screen_shouts_or_is_hurried() -> None:
    assert re.findall(r".*!.*", SCREENS) == []


@pytest.mark.parametrize(("part", "word"), WORDS, ids=[".".join(word) for word in WORDS])
def test_every_missing_word_is_named_with_its_place(copy: Language, part: str, word: str) -> None:
    head, section, body = SCREENS.partition(f"[{part}]\n")
    without = re.sub(rf'^{word} = (?:"""[\s\S]*?"""|.*)\n', "", body, count=1, flags=re.MULTILINE)
    (copy.folder / "screens.toml").write_text(head + section + without, encoding="utf-8")

    with pytest.raises(BadContent, match=rf"^content: screens\.toml: {part}: {word}: Field required$"):
        screens.load(copy)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('name = "Rekindle"', 'name = "  "', "frame: name: String should have at least 1 character"),
        ('name = "Rekindle"', "name = 7", "frame: name: Input should be a valid string"),
        ('name = "Rekindle"', 'name = "Rekindle"\nmotto = "Go"', "frame: motto: Extra inputs are not permitted"),
        ("[welcome]", "[wellcome]", "welcome: Field required"),
        ('file_draft = ["no assessment under way"', 'file_draft = [""', "welcome: file_draft 1: String should have at least 1 character"),
        ('name = "Rekindle"', 'name = "Rekindle', "whole file: the file must be valid TOML"),
    ],
)
def test_every_mistake_names_its_place_and_its_rule(copy: Language, old: str, new: str, place: str) -> None:
    assert old in SCREENS
    (copy.folder / "screens.toml").write_text(SCREENS.replace(old, new), encoding="utf-8")

    with pytest.raises(BadContent) as refusal:
        screens.load(copy)

    assert str(refusal.value).startswith(f"content: screens.toml: {place}")


def test_a_missing_file_of_words_is_named(copy: Language) -> None:
    (copy.folder / "screens.toml").unlink()

    with pytest.raises(BadContent, match=r"^content: screens\.toml: whole file: the file is missing"):
        screens.load(copy)
