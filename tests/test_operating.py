"""Whether docs/operating.md tells an operator the truth."""

import json
import re
from pathlib import Path

from data import cli, figures
from data.content.language import ENGLISH
from data.settings import Settings
from data.wording import error_words

ROOT = Path(__file__).parent.parent
OPERATING = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")


def test_every_setting_is_in_the_table_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `(REKINDLE_\w+)` \| `([^`]*)` \|", OPERATING, re.MULTILINE))
    defaults = {f"REKINDLE_{name.upper()}": str(field.default) for name, field in Settings.model_fields.items()}

    assert rows == defaults | {"REKINDLE_TRUSTED_PROXY": "false", "REKINDLE_DEMO": "false"}


def test_every_figure_is_in_the_table_and_on_the_dashboard_and_no_other() -> None:
    of_ours = {sample.name for family in figures.REGISTRY.collect() for sample in family.samples if sample.name.startswith("rekindle_")}
    # A counter by kind has no sample before the first; a histogram is told by its own name; when one was made is no figure of ours.
    counted = {name for name in of_ours if not name.endswith("_created")}
    names = {re.sub("_(bucket|count|sum)$", "", name) for name in counted} | {"rekindle_errors_total"}
    panels = json.loads((ROOT / "docs" / "grafana.json").read_text(encoding="utf-8"))["panels"]
    drawn = set(re.findall(r"rekindle_\w+", " ".join(target["expr"] for panel in panels for target in panel["targets"])))

    assert set(re.findall(r"^\| `(rekindle_\w+)` \|", OPERATING, re.MULTILINE)) == names
    assert {re.sub("_(bucket|count)$", "", name) for name in drawn} == names


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
        "A newer Rekindle wrote this database",
        "holds invented people for a demonstration",
        "is no demonstration",
        " cannot be reached",
        "The address of the PostgreSQL database cannot be read",
        "PostgreSQL cannot be used here because its driver",
        "The database server is PostgreSQL",
        "This database belongs to something else",
        "The database takes no changes just now",
        "The database cannot be reached just now",
        "There is no room left on the disk",
    ):
        assert start in said
        assert start in told


def test_a_service_leaves_no_core_dump_behind_however_it_is_set_up() -> None:
    """Seen to fail: with the line left out of the unit, and out of the container's file."""
    unit = OPERATING.split("[Service]")[1].split("\n\n")[0]

    assert "LimitCORE=0" in unit.split()
    assert re.search(r"^    ulimits:\n      core: 0$", (ROOT / "compose.yaml").read_text(encoding="utf-8"), re.MULTILINE)
