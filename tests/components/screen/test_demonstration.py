"""A file that was taken along must say that it is of a demonstration, long after the screen it came from is closed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from components.exports import profile_card, report_html, report_pdf
from components.groups import poster
from components.profile import profile_report
from components.screen import demonstration
from components.screen.own_elements import download_button
from components.session import resources
from data.settings import settings
from data.sharing.shared_profile import copy_of
from tests.components.exports.file_readers import with_poppler
from tests.invented.full_record import SECTIONS, profile

TODAY = date(2026, 11, 22)
SENTENCE = "Demonstration with invented data"


def html(_: Path) -> str:
    return report_html.write(profile_report.of_profile(profile("Words"), words=True)).decode()


def pdf(folder: Path) -> str:
    return with_poppler("pdftotext", report_pdf.write(profile_report.of_profile(profile("Words"), words=True), today=TODAY), folder)


def drawn(_: Path) -> str:
    return profile_card._composed(copy_of(profile("Words"), SECTIONS), None, "")


def printed(folder: Path) -> str:
    return with_poppler("pdftotext", poster.write("http://127.0.0.1/open", TODAY), folder)


@pytest.mark.parametrize("export", [html, pdf, drawn, printed])
def test_an_export_of_a_demonstration_says_so_and_no_other_does(
    export: Callable[[Path], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = export(tmp_path)
    demonstrate(monkeypatch)

    assert SENTENCE not in real
    assert SENTENCE in export(tmp_path)


def test_a_file_of_a_demonstration_is_told_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    real = demonstration.file_name("rekindle.json")
    demonstrate(monkeypatch)

    assert [real, demonstration.file_name("rekindle.json")] == ["rekindle.json", "demonstration-rekindle.json"]


def test_every_file_that_can_be_taken_along_gets_that_name(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[dict[str, Any]] = []
    demonstrate(monkeypatch)
    monkeypatch.setattr(download_button, "_ELEMENT", lambda **kept: given.append(kept["data"]))
    monkeypatch.setattr(st, "session_state", {"take_rekindle.csv": {"asked": "1"}})

    download_button.show("As a table", "rekindle.csv", lambda: b"a,b", rerun=True)

    assert [data["file"]["name"] for data in given] == ["demonstration-rekindle.csv"]


def demonstrate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REKINDLE_DEMO", "true")
    settings.cache_clear()
    assert resources.wording().frame.demo == SENTENCE
