import tomllib
from pathlib import Path
from typing import Any

from pilot import statements

ROOT = Path(__file__).parents[2]


def test_half_of_every_dimension_is_reversed_and_there_are_forty() -> None:
    halves = [sum(s.sign for s in asked) for asked in statements.dimensions().values()]

    assert len(set(statements.ids())) == 40
    assert halves == [0] * 8


def test_the_statements_are_those_that_rekindle_asks() -> None:
    """Wherever a version of these statements is among the application's words."""
    told = [tomllib.loads(path.read_text(encoding="utf-8")) for path in ROOT.glob("data/content/en/rk-1.1/instrument.toml")]
    ours = [(s.id, s.dimension, s.sign < 0, s.text) for s in statements.load()]

    assert [content for content in told if [shown(item) for item in content["item"]] != ours] == []


def shown(item: dict[str, Any]) -> tuple[str, str, bool, str]:
    return item["id"], item["dimension"], item.get("reverse", False), item["text"]
