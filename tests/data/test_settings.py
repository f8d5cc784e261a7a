from datetime import date
from pathlib import Path

import pytest

from data.content.language import ENGLISH
from data.database_address import PostgresAddress
from data.errors import BadSetting
from data.settings import settings
from data.wording.error_words import sentence

ROOT = Path(__file__).parents[2]


def set_to(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    settings.cache_clear()


def test_without_any_setting_the_database_lies_under_var(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REKINDLE_DATABASE")
    settings.cache_clear()

    assert settings().database == ROOT / "var" / "rekindle.duckdb"


def test_a_relative_path_starts_from_the_project_and_not_from_where_one_stands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    set_to(monkeypatch, "REKINDLE_DATABASE", "elsewhere/people.duckdb")

    assert settings().database == ROOT / "elsewhere" / "people.duckdb"


def test_an_empty_setting_counts_as_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    set_to(monkeypatch, "REKINDLE_KEEP_DAYS", "")

    assert settings().keep_days == 365


@pytest.mark.parametrize(
    ("given", "address", "is_https"),
    [
        ("https://rekindle.example/", "https://rekindle.example", True),
        ("http://127.0.0.1:8600", "http://127.0.0.1:8600", False),
        ("http://[::1]:8501", "http://[::1]:8501", False),
    ],
)
def test_an_address_is_kept_without_its_last_slash(monkeypatch: pytest.MonkeyPatch, given: str, address: str, is_https: bool) -> None:
    set_to(monkeypatch, "REKINDLE_BASE_URL", given)

    assert (settings().base_url, settings().is_https) == (address, is_https)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("REKINDLE_DATABASE", "mysql://owner:hunter2@db/rekindle"),
        ("REKINDLE_BASE_URL", "rekindle.example"),
        ("REKINDLE_BASE_URL", "ftp://rekindle.example"),
        ("REKINDLE_BASE_URL", "https://rekindle.example/app"),
        ("REKINDLE_BASE_URL", "https://rekindle.example?hunter2"),
        ("REKINDLE_BASE_URL", "https://owner:hunter2@rekindle.example"),
        ("REKINDLE_BASE_URL", "https://rekindle.example:99999"),
        ("REKINDLE_HANDSHAKES_PER_MINUTE", "0"),
        ("REKINDLE_ASSESSMENTS_PER_HOUR", "many"),
        ("REKINDLE_WRONG_KEYS_PER_HOUR", "-1"),
        ("REKINDLE_TRUSTED_PROXY", "hunter2"),
        ("REKINDLE_LANGUAGES", "/hunter2/nowhere"),
        ("REKINDLE_LANGUAGE", "hunter2/x"),
        ("REKINDLE_OPERATOR_NAME", "[hunter2](https://a.example)"),
        ("REKINDLE_OPERATOR_CONTACT", "hunter2"),
        ("REKINDLE_LEGAL_NOTICE", "hunter2"),
        ("REKINDLE_PRIVACY_CONTACT", "javascript:hunter2"),
        ("REKINDLE_SUPPORT", "Care line | hunter2"),
        ("REKINDLE_LOGO", "/hunter2.png"),
        ("REKINDLE_ACCENT", "hunter2"),
        ("REKINDLE_METRICS_PORT", "99999"),
        ("REKINDLE_METRICS_ADDRESS", "hunter2"),
        ("REKINDLE_LOG_FORMAT", "xml"),
        ("REKINDLE_QUIET_SECONDS", "-1"),
        ("REKINDLE_KEEP_DAYS", "99999999"),
    ],
)
def test_a_bad_value_is_refused_by_name_and_never_quoted(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    set_to(monkeypatch, name, value)

    with pytest.raises(BadSetting) as refusal:
        settings()

    assert sentence(refusal.value, ENGLISH).startswith(f"{name} cannot be used: set it to ")
    assert "hunter2" not in str(refusal.value)


@pytest.mark.parametrize("scheme", ["postgresql", "postgres"])
def test_a_database_may_be_on_a_postgresql_server_and_its_password_is_in_no_repr(monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    set_to(monkeypatch, "REKINDLE_DATABASE", f"{scheme}://owner:hunter2@db:5433,db2/rekindle?target_session_attrs=read-write")

    database = settings().database

    assert isinstance(database, PostgresAddress)
    assert str(database) == f"{scheme}://db:5433,db2/rekindle"
    assert "hunter2" not in f"{database} {database!r} {settings()!r}"


def test_a_record_opened_today_is_kept_for_a_year(monkeypatch: pytest.MonkeyPatch) -> None:
    set_to(monkeypatch, "REKINDLE_KEEP_DAYS", "365")

    assert settings().keep_until(date(2026, 11, 22)) == date(2027, 11, 22)
