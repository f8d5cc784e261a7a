import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components.session import resources, visit
from data.keys import is_key, new_key
from data.record import record_store
from data.settings import settings
from tests.invented.records import NEXT_YEAR, becoming, somebody, tag_of
from tests.pages.conftest import PATIENCE, Request

KEY, OTHER = new_key(), new_key()


def who_is_here() -> None:
    import streamlit as st

    from components.session import visit

    st.session_state["here"] = visit.current()
    st.session_state.setdefault("typed", "something of whoever came first")


def comes(monkeypatch: pytest.MonkeyPatch, **cookies: str) -> None:
    monkeypatch.setattr(st, "context", Request(cookies=cookies))


def tab() -> AppTest:
    return AppTest.from_function(who_is_here, default_timeout=PATIENCE).run()


def here(tab: AppTest) -> visit.Visit:
    found = tab.session_state["here"]
    assert isinstance(found, visit.Visit)
    return found


def test_the_own_cookie_says_whose_answers_are_written(monkeypatch: pytest.MonkeyPatch) -> None:
    comes(monkeypatch, rk_own=KEY)

    assert here(tab()) == visit.Visit(key=KEY, has_cookie=True, opened=None)
    assert here(tab()).shown == KEY


def test_an_opened_profile_is_shown_and_never_written_to(monkeypatch: pytest.MonkeyPatch) -> None:
    comes(monkeypatch, rk_own=KEY, rk_opened=OTHER)

    assert (here(tab()).key, here(tab()).shown, here(tab()).opened) == (KEY, OTHER, OTHER)


def test_ones_own_profile_opened_through_its_link_is_still_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    comes(monkeypatch, rk_own=KEY, rk_opened=KEY)

    assert here(tab()).opened is None


@pytest.mark.parametrize("cookie", ["", "no key", "A" * 100_000, "\x00", "' OR 1=1 --"])
def test_what_is_no_key_counts_as_no_cookie(monkeypatch: pytest.MonkeyPatch, cookie: str) -> None:
    comes(monkeypatch, rk_own=cookie, rk_opened=cookie)

    found = here(tab())

    assert is_key(found.key) and not found.has_cookie and found.opened is None


def test_without_cookies_a_tab_keeps_one_key_for_the_visit_and_two_tabs_have_two(monkeypatch: pytest.MonkeyPatch) -> None:
    comes(monkeypatch)
    one, other = tab(), tab()
    first = here(one).key

    assert here(one.run()).key == first
    assert here(other).key != first


def test_a_tab_lets_go_of_what_it_held_when_its_browser_becomes_somebody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    comes(monkeypatch, rk_own=KEY)
    open_tab = tab()
    open_tab.session_state["draft of the former"] = "private"

    comes(monkeypatch, rk_own=OTHER)
    open_tab.run()

    assert here(open_tab).key == OTHER
    assert "draft of the former" not in open_tab.session_state


def test_a_visit_shows_no_key_when_it_is_printed() -> None:
    printed = repr(visit.Visit(key=KEY, has_cookie=True, opened=OTHER))

    assert KEY not in printed and OTHER not in printed


def test_over_https_only_the_cookies_that_are_bound_to_the_host_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REKINDLE_BASE_URL", "https://rekindle.example")
    settings.cache_clear()
    comes(monkeypatch, **{"rk_own": OTHER, "__Host-rk_own": KEY})

    assert here(tab()).key == KEY


def reading() -> None:
    import streamlit as st

    from components.session import visit

    st.session_state["own"] = visit.own_record()
    st.session_state["shown"] = visit.viewed_record()


def test_reading_and_writing_keep_to_the_two_records(monkeypatch: pytest.MonkeyPatch) -> None:
    for key, tag in ((KEY, "mine"), (OTHER, "theirs")):
        record_store.change(resources.store(), key, becoming(somebody(tag)), keep_until=NEXT_YEAR)
    comes(monkeypatch, rk_own=KEY, rk_opened=OTHER)

    seen = AppTest.from_function(reading, default_timeout=PATIENCE).run()

    assert (tag_of(seen.session_state["own"]), tag_of(seen.session_state["shown"])) == ("mine", "theirs")


@pytest.mark.parametrize("zone", ["", "Nowhere/Land", "Europe", "../../etc/passwd", "/etc/passwd", "\x00", "x" * 100_000, "tzdata.zi"])
def test_a_time_zone_that_is_none_counts_as_utc(monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    monkeypatch.setattr(st, "context", Request(timezone=zone))

    before = visit.utc_today()

    assert before <= visit.local_today() <= visit.utc_today()


def test_the_day_is_the_persons_own(monkeypatch: pytest.MonkeyPatch) -> None:
    # These two zones are 25 hours apart, so it is never the same day in both.
    days = []
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        monkeypatch.setattr(st, "context", Request(timezone=zone))
        days.append(visit.local_today())

    assert days[0] > days[1]
