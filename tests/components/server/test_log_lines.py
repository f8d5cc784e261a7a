import json
import logging
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from components.server import log_lines

SECRET = "Beekeeping at the edge of town"
SESSION = "0b7f3a0e-5a3c-4f0e-9d2a-1f2e3d4c5b6a"


@pytest.fixture(autouse=True)
def as_a_server_logs() -> Iterator[None]:
    usual = logging.getLogRecordFactory()
    log_lines.keep_to_one_line()
    yield
    logging.setLogRecordFactory(usual)


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [logging.Formatter("%(message)s").format(record) for record in caplog.records]


def test_a_line_of_an_exception_keeps_its_kind_and_place_and_no_value(caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise ValueError(SECRET)
    except ValueError:
        logging.getLogger("streamlit.anything").exception("Uncaught %s", "trouble")

    (line,) = lines(caplog)
    assert line.startswith("Uncaught trouble: ValueError at test_log_lines.py:")
    assert SECRET not in line and "\n" not in line


def test_a_line_without_an_exception_stays_as_it_is(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("data.anything").warning("%d people", 3)

    assert lines(caplog) == ["3 people"]


@pytest.mark.parametrize("trick", ["\n", "\r", "\x1b[2J", "\x85", "\u2028", "\u202e", "\x00"])
def test_what_a_visitor_sent_makes_no_line_of_its_own_and_turns_nothing(trick: str, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("data.anything").warning("No handler for %s", f"a{trick}b")

    (line,) = lines(caplog)
    assert line == f"No handler for a{trick.encode('unicode_escape').decode()}b"


def test_as_json_a_line_is_one_object_whoever_writes_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    # Set once, so that it is as it was when the test has ended.
    monkeypatch.setattr(logging.Handler, "format", logging.Handler.format)
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("INFO: %(message)s"))
    monkeypatch.setattr(logging.getLogger("streamlit.anything"), "handlers", [handler])
    log_lines.write_json()

    logging.getLogger("streamlit.anything").warning("No handler for %s", 'a\nb"c')

    told = json.loads(capsys.readouterr().out)
    assert {name: told[name] for name in ("level", "logger", "message")} == {
        "level": "WARNING",
        "logger": "streamlit.anything",
        "message": 'No handler for a\\nb"c',
    }
    assert datetime.fromisoformat(told["time"]).tzinfo is UTC


def test_no_session_is_named_and_nothing_fills_the_log(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("streamlit.anything").warning("Session with id %s is already connected!", SESSION)
    logging.getLogger("streamlit.anything").warning("%s", "x" * 100_000)

    first, second = lines(caplog)
    assert first == "Session with id (left out) is already connected!"
    assert len(second) == 1000
