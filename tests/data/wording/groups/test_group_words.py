"""The words about groups: all of them load, and none lies unused."""

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from data.content.language import ENGLISH
from data.wording.groups import group_words

ROOT = Path(__file__).parents[4]
CODE = "\n".join(path.read_text() for folder in ("pages", "components") for path in (ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("section", group_words.GroupWords.model_fields)
def test_every_word_about_groups_is_said_somewhere(section: str) -> None:
    words: BaseModel = getattr(group_words.load(ENGLISH), section)

    assert [word for word in type(words).model_fields if not re.search(rf"\b{word}\b", CODE)] == []


def test_words_about_groups_fill_in_only_what_the_code_gives_them() -> None:
    texts = group_words.load(ENGLISH).model_dump_json()

    assert set(re.findall(r"{(\w+)}", texts)) <= {
        "action", "day", "floor", "from", "high", "interval", "label", "link", "low", "mean", "middle", "minutes", "name", "names",
        "number", "own", "people", "points", "rounds", "said", "share", "statements", "team", "text", "to",
    }  # fmt: skip
