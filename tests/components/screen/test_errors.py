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
        "There is no room left on the disk. What was saved before is safe. Make room, then save again."
    ]
    assert "DiskFull at" in caplog.text
    assert "Make room" not in caplog.text


def test_what_we_did_not_foresee_is_said_calmly_with_a_number_that_the_log_has_too(caplog: pytest.LogCaptureFixture) -> None:
    screen = AppTest.from_function(unexpected, default_timeout=PATIENCE).run()

    said = screen.error[0].value
    logged = [record.getMessage() for record in caplog.records if record.name == "rekindle"]
    assert said.startswith("Something went wrong on our side. All you sent with Continue is saved.")
    assert len(logged) == 1 and logged[0].startswith("ZeroDivisionError at ")
    assert logged[0].rpartition(" ")[2] in said
    assert SECRET not in said + caplog.text


def test_streamlit_is_told_that_enough_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "error", lambda *_, **__: None)

    assert errors.for_anything(DiskFull("disk_full")) is True
    assert errors.for_anything(KeyError("word")) is True
    assert issubclass(DiskFull, RekindleError)
