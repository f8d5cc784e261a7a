import re
from datetime import date
from pathlib import Path

import pytest

from data.content.language import ENGLISH, Language
from data.wording.dates_and_numbers import Dates, Numbers

ROOT = Path(__file__).parents[3]
DAY = date(2026, 9, 2)
GERMAN, WELSH, ARABIC = (Language(tag, Path(tag)) for tag in ("de", "cy", "ar"))


def test_english_writes_days_as_the_british_do() -> None:
    english = Dates(ENGLISH)

    assert english.day(DAY) == "2 September 2026"
    assert english.short_day(DAY) == "2 Sept 2026"
    assert english.day_of_month(DAY) == "2 September"
    assert english.month(DAY) == "September 2026"
    assert english.month_name(DAY) == "September"
    assert english.weekdays() == ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [(GERMAN, "2. September 2026", "September 2026"), (WELSH, "2 Medi 2026", "Medi 2026"), (ARABIC, "2 سبتمبر 2026", "سبتمبر 2026")],
)
def test_every_language_writes_days_in_its_own_way(language: Language, day: str, month: str) -> None:
    assert (Dates(language).day(DAY), Dates(language).month(DAY)) == (day, month)


@pytest.mark.parametrize(
    ("tag", "typed"),
    [
        ("en", "DD/MM/YYYY"),
        ("en-US", "MM/DD/YYYY"),
        ("de", "DD.MM.YYYY"),
        ("sv", "YYYY-MM-DD"),
        ("ja", "YYYY/MM/DD"),
        ("nl", "DD-MM-YYYY"),
        ("hu", "YYYY.MM.DD"),
    ],
)
def test_a_day_is_typed_in_the_order_of_its_language(tag: str, typed: str) -> None:
    assert Dates(Language(tag, Path(tag))).typed() == typed


@pytest.mark.parametrize(("language", "written"), [(ENGLISH, "81.25"), (GERMAN, "81,25")])
def test_every_language_writes_two_places_in_its_own_way(language: Language, written: str) -> None:
    assert Numbers(language).exact(81.25) == written


@pytest.mark.parametrize(
    ("band", "english", "german"), [("6-9", "6-9", "6-9"), ("1,000-1,249", "1,000-1,249", "1.000-1.249"), ("50+", "50+", "50+")]
)
def test_the_size_of_a_group_keeps_its_form(band: str, english: str, german: str) -> None:
    assert (Numbers(ENGLISH).people(band), Numbers(GERMAN).people(band)) == (english, german)


def test_nothing_else_writes_a_date_or_a_number_for_people() -> None:
    by_itself = re.compile(r"%-?[dBbAay]\b|\.strftime\(|:\.\df}|:,}|calendar\.(day|month)_(name|abbr)")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for folder in ("pages", "components")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if by_itself.search(line) and 'f"{self.y' not in line
    ]

    assert found == []
