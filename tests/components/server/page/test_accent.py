from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit import config

from components.server.page import accent
from data.errors import BadSetting
from data.settings import settings
from tests.test_theme import MARK, SURFACES, TEXT, contrast, rgb, theme

OPTIONS = [f"theme.{kind}.{option}" for kind in ("light", "dark") for option in ("primaryColor", "linkColor")]


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    former = {option: config.get_option(option) for option in OPTIONS}
    yield
    for option, value in former.items():
        config.set_option(option, value)


def stands_out(kind: str, option: str, least: float) -> bool:
    colour = rgb(config.get_option(f"theme.{kind}.{option}"))
    return all(contrast(colour, rgb(theme(kind)[surface])) >= least for surface in SURFACES)


@given(st.integers(0, 0xFFFFFF))
def test_whatever_colour_is_taken_can_be_read_in_both_themes_and_no_other_is_taken(number: int) -> None:
    colour = f"#{number:06x}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REKINDLE_ACCENT", colour)
        settings.cache_clear()
        try:
            accent.take()
        except BadSetting:
            assert any(contrast(rgb(colour), rgb(theme("light")[surface])) < TEXT for surface in SURFACES)
            return

    assert config.get_option("theme.light.primaryColor") == colour
    for kind in ("light", "dark"):
        assert stands_out(kind, "primaryColor", MARK)
        assert stands_out(kind, "linkColor", TEXT)
        assert contrast(rgb(config.get_option(f"theme.{kind}.primaryColor")), rgb("#FFFFFF")) >= TEXT


def test_a_light_colour_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REKINDLE_ACCENT", "#F0A261")
    settings.cache_clear()

    with pytest.raises(BadSetting, match="setting_accent_contrast: #F0A261"):
        accent.take()


def test_without_a_colour_ours_stays() -> None:
    accent.take()

    assert config.get_option("theme.light.primaryColor") == theme("light")["primaryColor"]
