import pytest

from components.session import cookies
from data.settings import settings


@pytest.fixture
def over_https(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REKINDLE_BASE_URL", "https://rekindle.example")
    settings.cache_clear()


def test_over_http_a_cookie_is_kept_from_scripts_and_from_other_sites() -> None:
    assert cookies.set_cookie(cookies.own_name(), "KEY", 60) == "rk_own=KEY; Path=/; Max-Age=60; HttpOnly; SameSite=Lax"


def test_over_https_a_cookie_is_bound_to_the_host_and_never_sent_in_the_clear(over_https: None) -> None:
    assert cookies.set_cookie(cookies.own_name(), "KEY", 60) == "__Host-rk_own=KEY; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure"
    assert cookies.opened_name() == "__Host-rk_opened"


def test_no_cookie_names_a_domain_because_then_the_host_prefix_is_refused(over_https: None) -> None:
    assert "domain" not in (cookies.set_cookie(cookies.own_name(), "KEY", 60) + cookies.expire_cookie(cookies.own_name())).lower()


def test_a_dropped_cookie_is_forgotten_at_once() -> None:
    assert cookies.expire_cookie("rk_own") == "rk_own=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"


def test_over_https_a_cookie_is_dropped_under_the_name_it_was_set_with(over_https: None) -> None:
    assert cookies.expire_cookie(cookies.own_name()) == "__Host-rk_own=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure"


def test_an_opened_profile_closes_within_the_hour() -> None:
    assert cookies.OPENED_SECONDS <= 3600
