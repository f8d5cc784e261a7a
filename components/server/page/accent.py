"""An operator's own colour in place of ours, where it can be read: under white letters, and as a link (WCAG 2.2, 1.4.3 and 1.4.11)."""

from collections.abc import Callable

import streamlit as st
from streamlit import config

from data.errors import BadSetting
from data.settings import settings

_TEXT, _MARK = 4.5, 3.0
_WHITE = "#FFFFFF"
_SURFACES = ("backgroundColor", "secondaryBackgroundColor")
# So many steps lead from a colour to white.
_STEPS = 100


def take() -> None:
    """Colour buttons, marks and links by it. Charts keep their colours, which are told apart by everybody. Raises BadSetting."""
    accent = settings().accent
    if accent is None:
        return
    if not (_stands_out(accent, "light", _TEXT) and _contrast(accent, _WHITE) >= _TEXT):
        raise BadSetting("setting_accent_contrast", colour=accent)
    # What is dark enough for a light page is often too dark for a dark one, and is lightened as far as it needs.
    lighter = {
        "primaryColor": _lightened(accent, lambda colour: _stands_out(colour, "dark", _MARK)),
        "linkColor": _lightened(accent, lambda colour: _stands_out(colour, "dark", _TEXT)),
    }
    for option, dark in lighter.items():
        config.set_option(f"theme.light.{option}", accent)
        config.set_option(f"theme.dark.{option}", dark)


def _stands_out(colour: str, theme: str, least: float) -> bool:
    return all(_contrast(colour, st.get_option(f"theme.{theme}.{surface}")) >= least for surface in _SURFACES)


def _lightened(colour: str, enough: Callable[[str], bool]) -> str:
    steps = (_mixed_with_white(colour, step / _STEPS) for step in range(_STEPS + 1))
    return next(lighter for lighter in steps if enough(lighter))


def _mixed_with_white(colour: str, share: float) -> str:
    return "#" + "".join(f"{round(part + (255 - part) * share):02X}" for part in _parts(colour))


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (part / 255 for part in _parts(colour)))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
