"""The numbers of data/privacy_limits.py hold everywhere else that they are said or enforced.

Seen to fail: with "12 months" in privacy.toml and "at least 6 people" in groups.toml; with POOL_FLOOR = 9 and ROUND_FLOOR = 5 (schema,
README, consent); with KEEP_DAYS = 364 (operating.md); with 21 among the edges of `band`; with a page that leaves the gap.
"""

import re
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from data import privacy_limits
from data.content.language import ENGLISH
from data.database_address import Database
from data.errors import StoreTrouble
from data.instrument.instrument import load
from data.instrument.rk_1_1 import SecondRules
from data.privacy_limits import DETAIL_FROM, IN_TEXTS, NORMS_FROM, PERCENTAGES_FROM, POOL_FLOOR, REFERENCE_FROM, ROUND_FLOOR
from data.totals.rounding import size_band
from data.wording import method_words, privacy_words
from data.wording.groups import group_words
from tests.databases import store_at

ROOT = Path(__file__).parents[2]
IN_WORDS = {6: "six", 10: "ten"}
# A number beside what is promised in numbers. "19 of 20 cases" and "in 100 people" are statistics.
PROMISE = re.compile(
    r"(?<!in )(?<![\d.])(\d+) (?:days|months|years|people|or more|among everyone)|\b[Ff]rom (\d+):|\bbelow (\d+) only|fewer than (\d+)"
    r"|(\d+) to (\d+) of them"
)


def promised(text: str) -> set[int]:
    return {int(number) for found in PROMISE.findall(text) for number in found if number}


@pytest.mark.parametrize(("floor", "round_id"), [(POOL_FLOOR, None), (ROUND_FLOOR, uuid4())], ids=["pool", "round"])
def test_the_schema_refuses_a_cohort_below_the_floor(database: Database, floor: int, round_id: object) -> None:
    store, columns = store_at(database), "cohort_id, round_id, instrument, stage, people, mixed_on, in_totals"
    insert = f"INSERT INTO cohort ({columns}) VALUES ($1, $2, 'rk-1.0', NULL, $3, $4, FALSE)"
    store.write(insert, [1, round_id, floor, date.min])

    with pytest.raises(StoreTrouble):
        store.write(insert, [2, round_id, floor - 1, date.min])

    assert store.read("SELECT people FROM cohort") == [(floor,)]
    store.close()


def test_no_text_for_people_says_a_promised_number_in_digits_of_its_own() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in ENGLISH.folder.glob("*.toml")}

    assert {name: promised(text) for name, text in texts.items() if promised(text)} == {}


def test_every_gap_for_a_promised_number_is_filled_with_it() -> None:
    raw = "".join(path.read_text(encoding="utf-8") for path in ENGLISH.folder.glob("*.toml"))
    told = "".join(words.load(ENGLISH).model_dump_json() for words in (group_words, method_words, privacy_words))

    assert {name for name in IN_TEXTS if f"{{{name}}}" not in raw} == set()
    assert {name for name in IN_TEXTS if f"{{{name}}}" in told} == set()
    assert promised(told) == set(IN_TEXTS.values())


def test_the_readme_names_the_floor_of_a_round() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert f"With {IN_WORDS[ROUND_FLOOR]} or more people the totals appear" in readme
    assert re.findall(r"(\d+) or more answers", readme) == [str(ROUND_FLOOR)]


def test_the_manual_of_operators_names_the_days() -> None:
    manual = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")

    assert f"| `REKINDLE_KEEP_DAYS` | `{privacy_limits.KEEP_DAYS}` |" in manual
    assert re.findall(r"in (\d+) days is erased uncounted", manual) == [str(privacy_limits.LONGEST_WAIT.days)]


def test_sizes_are_told_in_bands_between_the_floors() -> None:
    sizes = (ROUND_FLOOR, PERCENTAGES_FROM - 1, PERCENTAGES_FROM, DETAIL_FROM - 1, DETAIL_FROM, REFERENCE_FROM - 1, REFERENCE_FROM)

    assert [size_band(size) for size in sizes] == ["6-9", "6-9", "10-19", "10-19", "20-49", "20-49", "50+"]


def test_norms_are_first_measured_from_the_number_that_texts_name() -> None:
    rules = load("rk-1.1").rules

    assert isinstance(rules, SecondRules)
    assert rules.norms.ladder[0] == NORMS_FROM
