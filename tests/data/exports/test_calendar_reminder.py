from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from data.content.language import ENGLISH
from data.exports import calendar_reminder
from data.exports.calendar_reminder import in_months, look_again
from data.keys import new_key
from data.wording.export_words import load

TODAY = date(2026, 11, 22)
WORDS = load(ENGLISH).calendar
KEY = new_key()


def event(file: bytes) -> dict[str, object]:
    (found,) = Calendar.from_ical(file).walk("VEVENT")
    return {name: found.decoded(name) if name.startswith("DT") else found[name] for name in found}


def test_a_calendar_reads_one_whole_day_three_months_from_now() -> None:
    read = event(look_again(TODAY, WORDS, key=KEY))

    assert (read["DTSTART"], read["DTEND"]) == (date(2027, 2, 22), date(2027, 2, 23))
    assert str(read["SUMMARY"]) == "Look again with Rekindle"


@pytest.mark.parametrize(
    ("day", "later"),
    [(date(2026, 11, 30), date(2027, 2, 28)), (date(2027, 11, 30), date(2028, 2, 29)), (date(2026, 10, 1), date(2027, 1, 1))],
)
def test_three_months_on_is_never_a_day_that_does_not_exist(day: date, later: date) -> None:
    assert in_months(day, 3) == later


def test_there_is_no_link_in_it_unless_one_is_asked_for() -> None:
    link = f"https://rekindle.example/open#{new_key()}"

    assert b"URL" not in look_again(TODAY, WORDS, key=KEY) and b"http" not in look_again(TODAY, WORDS, key=KEY)
    assert str(event(look_again(TODAY, WORDS, key=KEY, link=link))["URL"]) == link


def test_a_link_that_was_asked_for_can_be_read_in_calendars_that_show_the_description_alone() -> None:
    link = f"https://rekindle.example/open#{KEY}"

    assert str(event(look_again(TODAY, WORDS, key=KEY, link=link))["DESCRIPTION"]) == f"{WORDS.description}\n{link}"


def test_a_second_file_replaces_the_first_and_nobody_elses() -> None:
    later = TODAY + timedelta(days=9)
    ids = [event(look_again(day, WORDS, key=key))["UID"] for day, key in ((TODAY, KEY), (later, KEY), (TODAY, new_key()))]

    assert ids[0] == ids[1] != ids[2]


def test_the_id_of_the_event_tells_no_key() -> None:
    assert KEY not in look_again(TODAY, WORDS, key=KEY).decode()


def test_a_calendar_reminds_of_it_in_the_morning_of_the_day() -> None:
    (alarm,) = Calendar.from_ical(look_again(TODAY, WORDS, key=KEY)).walk("VALARM")

    assert (alarm["ACTION"], alarm.decoded("TRIGGER"), str(alarm["DESCRIPTION"])) == ("DISPLAY", timedelta(hours=9), WORDS.title)


def test_no_time_of_day_is_in_the_file() -> None:
    assert b"DTSTAMP:20261122T000000Z\r\n" in look_again(TODAY, WORDS, key=KEY)


@given(st.text(max_size=300))
def test_any_link_at_all_stays_one_property_in_lines_that_are_short_enough(link: str) -> None:
    file = look_again(TODAY, WORDS, key=KEY, link=f"https://rekindle.example/{link}")
    lines = file.split(b"\r\n")

    assert all(len(line) <= 75 for line in lines)
    assert lines[-1] == b""
    assert file.count(b"\n") == file.count(b"\r\n") == file.count(b"\r")
    unfolded = file.replace(b"\r\n ", b"").decode()
    assert sum(line.startswith("URL:") for line in unfolded.split("\r\n")) == 1


def test_words_with_signs_that_mean_something_in_a_calendar_are_escaped() -> None:
    escaped = calendar_reminder._escaped("a, b; c\\ d\ne")

    assert escaped == "a\\, b\\; c\\\\ d\\ne"


def test_the_last_day_of_a_round_is_one_whole_day_with_the_link_and_moves_with_it() -> None:
    words, link, round_id = load(ENGLISH).last_day, f"https://rekindle.example/open#{KEY}", uuid4()

    first, moved, other = (
        event(calendar_reminder.last_day(day, TODAY, words, round_id=id, link=link))
        for day, id in ((TODAY + timedelta(days=14), round_id), (TODAY + timedelta(days=21), round_id), (TODAY, uuid4()))
    )

    assert (first["DTSTART"], first["DTEND"]) == (date(2026, 12, 6), date(2026, 12, 7))
    assert (str(first["URL"]), str(first["SUMMARY"])) == (link, words.title)
    assert moved["DTSTART"] == date(2026, 12, 13) and first["UID"] == moved["UID"] != other["UID"]
