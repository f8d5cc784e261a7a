import ast
from collections.abc import Iterator
from pathlib import Path

from data import errors
from data.content.files import placeholders
from data.content.language import ENGLISH
from data.errors import DiskFull, RecordFull
from data.wording import error_words

ROOT = Path(__file__).parents[3]
RULES = error_words.load(ENGLISH).rules.model_dump()
# Of settings the rule is the description of a type.
BY_NAME = {name for name in RULES if name.startswith("setting_")}
REFUSALS = {name for name, kind in vars(errors).items() if isinstance(kind, type)} | {"DraftGone", "TooManyShares"}


def raised() -> Iterator[tuple[str, set[str]]]:
    """The rule that each error is made with, and the values that go with it."""
    for path in (path for folder in ("data", "components", "pages") for path in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in REFUSALS and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value), {value.arg or "" for value in node.keywords}


def test_every_error_that_is_raised_has_a_sentence_with_just_its_values() -> None:
    gaps = {rule: placeholders(text) for rule, text in RULES.items()}

    assert [(rule, values) for rule, values in raised() if gaps.get(rule) != values] == []


def test_every_sentence_about_an_error_belongs_to_one_that_is_raised() -> None:
    assert set(RULES) - {rule for rule, _ in raised()} - BY_NAME == set()


def test_an_error_is_said_with_its_values_in_its_gaps() -> None:
    assert error_words.sentence(RecordFull("record_full", limit=400), ENGLISH).startswith("Your record has reached its limit of 400 kB, so")


def test_an_error_by_itself_is_its_rule_and_values_for_whoever_reads_a_log() -> None:
    assert [str(error) for error in (DiskFull("disk_full"), RecordFull("record_full", limit=400))] == ["disk_full", "record_full: 400"]
