"""Whose day it is on a screen: a last day holds everywhere, and what is somebody's own carries their day."""

from datetime import UTC, date, datetime, timedelta

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components.session import resources, visit
from data.groups import team_store
from data.instrument.answers import Step
from data.record.record import Draft, Record
from tests.browser.visitor import people
from tests.pages.conftest import NAVIGATION, PATIENCE, Request, Somebody

WORDS = resources.group_words()
# Tests may not run on a day before those that a database has seen, so it is today, at an hour of its own.
DAY = datetime.now(UTC).date()


def at(monkeypatch: pytest.MonkeyPatch, hour: int, *, day: date = DAY) -> None:
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    monkeypatch.setattr(visit, "now", lambda: moment)


def opens(monkeypatch: pytest.MonkeyPatch, page: str, zone: str, **cookies: str) -> AppTest:
    monkeypatch.setattr(st, "context", Request(cookies=cookies, timezone=zone))
    return AppTest.from_file(NAVIGATION, default_timeout=PATIENCE).run().switch_page(f"{page}.py").run()


@pytest.mark.parametrize(("hour", "is_open"), [(0, True), (11, True), (12, False)])
def test_a_round_takes_answers_until_its_last_day_has_ended_everywhere(monkeypatch: pytest.MonkeyPatch, hour: int, is_open: bool) -> None:
    yesterday = DAY - timedelta(days=1)
    keys = team_store.create(resources.store(), "North", closes_on=yesterday, today=yesterday)
    at(monkeypatch, hour)

    drawn = opens(monkeypatch, "team", "Pacific/Honolulu", rk_join=keys.join)

    assert (WORDS.joining.closed not in [line.value for line in drawn.markdown]) == is_open


@pytest.mark.parametrize(("zone", "earliest"), [("Pacific/Kiritimati", DAY + timedelta(days=1)), ("Pacific/Honolulu", DAY)])
def test_an_organiser_cannot_choose_a_day_that_is_over_for_them(monkeypatch: pytest.MonkeyPatch, zone: str, earliest: date) -> None:
    at(monkeypatch, 12)

    assert opens(monkeypatch, "team", zone).date_input[0].min == earliest


def test_a_result_carries_the_day_of_its_person(monkeypatch: pytest.MonkeyPatch, somebody: Somebody) -> None:
    draft = Draft(instrument="rk-1.0", tag="days", answers=people.example(), saved=dict.fromkeys(Step, 1))
    somebody.holds(Record(draft=draft))
    at(monkeypatch, 12)

    drawn = opens(monkeypatch, "reflect", "Pacific/Kiritimati", rk_own=somebody.key)
    next(button for button in drawn.button if button.label == resources.wording().reflect.finish).click().run()

    held = somebody.held()
    assert held is not None and [result.taken_on for result in held.results] == [DAY + timedelta(days=1)]
