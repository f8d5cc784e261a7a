"""Whether docs/operating.md tells an operator the truth."""

import re
from pathlib import Path

from data import cli
from data.content.language import ENGLISH
from data.settings import Settings
from data.wording import error_words

ROOT = Path(__file__).parent.parent
OPERATING = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")


def test_every_setting_is_in_the_table_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `(REKINDLE_\w+)` \| `([^`]*)` \|", OPERATING, re.MULTILINE))
    defaults = {f"REKINDLE_{name.upper()}": str(field.default) for name, field in Settings.model_fields.items()}

    assert rows == defaults | {"REKINDLE_TRUSTED_PROXY": "false", "REKINDLE_DEMO": "false"}


def test_every_command_is_in_the_table() -> None:
    told = set(re.findall(r"^\| `\.venv/bin/python -m data\.cli ([a-z-]+)", OPERATING, re.MULTILINE))

    assert told == set(cli.TASKS)


def test_every_way_in_which_the_database_refuses_is_explained() -> None:
    said = " ".join(error_words.load(ENGLISH).rules.model_dump().values())
    told = re.sub(r"\s+", " ", OPERATING)

    for start in (
        "The database is in use by",
        "damaged or not a Rekindle database",
        "belongs to something else",
        "written by a newer",
        "is a demonstration",
        "is no demonstration",
    ):
        assert start in said
        assert start in told
