import shutil
from pathlib import Path

import pytest

from components.session import language
from data.content.language import ENGLISH
from data.errors import BadSetting
from data.settings import settings


def set_to(monkeypatch: pytest.MonkeyPatch, folder: Path, first: str) -> None:
    monkeypatch.setenv("REKINDLE_LANGUAGES", str(folder))
    monkeypatch.setenv("REKINDLE_LANGUAGE", first)
    settings.cache_clear()
    language.offered.cache_clear()


def test_who_asks_for_no_language_that_is_here_reads_the_operators_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for tag in ("de", "fr"):
        shutil.copytree(ENGLISH.folder, tmp_path / tag)
    set_to(monkeypatch, tmp_path, "de")

    asked = {wish: language.of_request({"accept-language": wish}).tag for wish in ("el", "", "en-GB", "fr;q=0.5", "de-AT")}

    assert asked == {"el": "de", "": "de", "en-GB": "en", "fr;q=0.5": "fr", "de-AT": "de"}
    language.offered.cache_clear()


def test_a_first_language_that_is_not_here_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    set_to(monkeypatch, tmp_path, "de")

    with pytest.raises(BadSetting, match="setting_language_unknown: de"):
        language.offered()
    language.offered.cache_clear()
