import logging

import pytest
import streamlit as st
from pydantic import ValidationError
from streamlit.testing.v1 import AppTest

from components.screen import errors
from data.errors import DiskFull, RekindleError
from data.instrument.answers import Answers

SECRET = "Beekeeping at the edge of town"
# Longer than any run takes; a busy machine must not fail a test.
PATIENCE = 60


def raised(error: BaseException) -> BaseException:
    try:
        raise error
    except type(error) as caught:
        return caught


def record_with(error: BaseException) -> logging.LogRecord:
    """What logging makes of `logger.exception(...)`."""
    return logging.LogRecord("x", logging.ERROR, __file__, 1, "Uncaught %s", ("trouble",), (type(error), error, error.__traceback__))


def test_a_log_line_of_an_exception_keeps_its_kind_and_place_and_no_value() -> None:
    record = record_with(raised(ValueError(SECRET)))

    assert errors.WithoutValues().filter(record)

    line = logging.Formatter().format(record)
    assert line.startswith("Uncaught trouble: ValueError at test_errors.py:")
    assert SECRET not in line and "Traceback" not in line


def test_a_log_line_without_an_exception_stays_as_it_is() -> None:
    record = logging.LogRecord("x", logging.INFO, __file__, 1, "%d people", (3,), None)

    assert errors.WithoutValues().filter(record)
    assert logging.Formatter().format(record) == "3 people"


def test_the_place_is_in_our_own_code_even_where_a_library_gave_up() -> None:
    with pytest.raises(ValidationError) as refusal:
        Answers.model_validate({"statements": {"spark_drag": SECRET}})

    assert errors.place(refusal.value).startswith("test_errors.py:")


def test_an_error_that_was_never_raised_has_no_place() -> None:
    assert errors.place(ValueError("never raised")) == "an unknown place"


def expected() -> None:
    from components.screen import errors
    from data.errors import DiskFull

    errors.for_anything(DiskFull("disk_full"))


def unexpected() -> None:
    from components.screen import errors

    errors.for_anything(ZeroDivisionError("Beekeeping at the edge of town"))


def test_what_we_foresaw_is_said_in_its_own_words(caplog: pytest.LogCaptureFixture) -> None:
    screen = AppTest.from_function(expected, default_timeout=PATIENCE).run()

    assert [error.value for error in screen.error] == [
        "There is no room left on the disk; what was saved before is safe. Make room, then save again."
    ]
    assert "DiskFull at" in caplog.text
    assert "Make room" not in caplog.text


def test_what_we_did_not_foresee_is_said_calmly_with_a_number_that_the_log_has_too(caplog: pytest.LogCaptureFixture) -> None:
    screen = AppTest.from_function(unexpected, default_timeout=PATIENCE).run()

    said = screen.error[0].value
    logged = [record.getMessage() for record in caplog.records if record.name == "rekindle"]
    assert said.startswith("Something went wrong on our side. What you continued is saved.")
    assert len(logged) == 1 and logged[0].startswith("ZeroDivisionError at ")
    assert logged[0].rpartition(" ")[2] in said
    assert SECRET not in said + caplog.text


def test_streamlit_is_told_that_enough_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "error", lambda *_, **__: None)

    assert errors.for_anything(DiskFull("disk_full")) is True
    assert errors.for_anything(KeyError("word")) is True
    assert issubclass(DiskFull, RekindleError)
