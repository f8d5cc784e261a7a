"""Whether what .streamlit/config.toml sets can be read: contrasts by WCAG 2.2, 1.4.3 (text) and 1.4.11 (outlines and marks)."""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from streamlit import config

from components.charts import calendar_chart, zones
from components.charts import theme as charts
from components.charts.of_groups.percentages_chart import _between

CONFIG = Path(__file__).parent.parent / ".streamlit" / "config.toml"
TEXT, MARK = 4.5, 3.0
# Measured in Chromium on 1.67: captions, placeholders and instructions are the text colour at this opacity.
MUTED = 0.6
# Measured too: a field is halfway between the two backgrounds, and never lighter or darker than either.
SURFACES = ("backgroundColor", "secondaryBackgroundColor")
# What Streamlit sets where config.toml says nothing (streamlit config show).
USUAL_TEXT = {
    "light": {"red": "#9e303b", "orange": "#9b4519", "yellow": "#956b0f", "blue": "#244fb4", "green": "#0c5a44", "violet": "#6f33b8"},
    "dark": {"red": "#f2919a", "orange": "#f2a56d", "yellow": "#fbd54f", "blue": "#85b8f8", "green": "#7ed5b0", "violet": "#bf8ef7"},
}
USUAL_BACKGROUND = {
    "light": {"red": "#fff1f2", "orange": "#fff6ed", "yellow": "#fffae5", "blue": "#edf5ff", "green": "#f1fbf6", "violet": "#f8f2ff"},
    "dark": {"red": "#412023", "orange": "#342414", "yellow": "#302917", "blue": "#1e2a3d", "green": "#0e2f24", "violet": "#332244"},
}

Colour = tuple[float, float, float]
Theme = dict[str, str]

both_themes = pytest.mark.parametrize("kind", ["light", "dark"])


def rgb(text: str) -> Colour:
    red, green, blue = (int(text[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def luminance(colour: Colour) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def over(top: Colour, bottom: Colour, opacity: float) -> Colour:
    red, green, blue = (opacity * t + (1 - opacity) * b for t, b in zip(top, bottom, strict=True))
    return red, green, blue


def settings() -> dict[str, Any]:
    return tomllib.loads(CONFIG.read_text(encoding="utf-8"))


def theme(kind: str) -> Theme:
    colours: Theme = settings()["theme"][kind]
    return colours


def test_contrast_agrees_with_the_published_examples() -> None:
    assert contrast(rgb("#000000"), rgb("#ffffff")) == pytest.approx(21)
    assert contrast(rgb("#767676"), rgb("#ffffff")) == pytest.approx(4.54, abs=0.005)


@both_themes
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("text", ["textColor", "linkColor", "grayTextColor"])
def test_words_can_be_read_on_every_surface(kind: str, surface: str, text: str) -> None:
    assert contrast(rgb(theme(kind)[text]), rgb(theme(kind)[surface])) >= TEXT


@both_themes
@pytest.mark.parametrize("surface", SURFACES)
def test_captions_and_placeholders_can_be_read(kind: str, surface: str) -> None:
    bottom = rgb(theme(kind)[surface])

    assert contrast(over(rgb(theme(kind)["textColor"]), bottom, MUTED), bottom) >= TEXT


@both_themes
def test_white_words_can_be_read_on_a_primary_button(kind: str) -> None:
    assert contrast(rgb("#ffffff"), rgb(theme(kind)["primaryColor"])) >= TEXT


@both_themes
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("mark", ["primaryColor", "borderColor", "grayColor"])
def test_outlines_and_marks_stand_out_from_every_surface(kind: str, surface: str, mark: str) -> None:
    assert contrast(rgb(theme(kind)[mark]), rgb(theme(kind)[surface])) >= MARK


@both_themes
@pytest.mark.parametrize("name", list(USUAL_TEXT["light"]))
def test_messages_and_coloured_words_can_be_read(kind: str, name: str) -> None:
    ink = rgb(theme(kind).get(f"{name}TextColor", USUAL_TEXT[kind][name]))
    own = rgb(theme(kind).get(f"{name}BackgroundColor", USUAL_BACKGROUND[kind][name]))

    assert contrast(ink, own) >= TEXT
    assert contrast(ink, rgb(theme(kind)["backgroundColor"])) >= TEXT


@both_themes
def test_a_grey_badge_can_be_read(kind: str) -> None:
    assert contrast(rgb(theme(kind)["grayTextColor"]), rgb(theme(kind)["grayBackgroundColor"])) >= TEXT


@both_themes
def test_the_colours_of_a_chart_stand_out_from_the_page(kind: str) -> None:
    background = rgb(theme(kind)["backgroundColor"])

    assert [c for c in theme(kind)["chartCategoricalColors"] if contrast(rgb(c), background) < MARK] == []


@both_themes
def test_the_marks_and_words_of_a_chart_stand_out_from_the_page_and_from_a_tinted_zone(kind: str) -> None:
    """One's own marks, others' box and the lines between zones; seen to fail with a tint of .45."""
    colours, paper = theme(kind), rgb(theme(kind)["backgroundColor"])
    zone = over(rgb(colours["grayColor"]), paper, zones.TINT)
    marks = [rgb(colours["chartCategoricalColors"][0]), rgb(colours["grayColor"])]

    assert [mark for mark in marks for ground in (paper, zone) if contrast(mark, ground) < MARK] == []
    assert min(contrast(rgb(colours["textColor"]), ground) for ground in (paper, zone)) >= TEXT


@both_themes
def test_the_number_of_a_day_can_be_read_where_something_was_written(kind: str) -> None:
    """Seen to fail: with a square of .75, which the dark theme had."""
    colours, paper = theme(kind), rgb(theme(kind)["backgroundColor"])
    accent = rgb(colours["chartCategoricalColors"][0])

    assert contrast(rgb(colours["textColor"]), over(accent, paper, calendar_chart.WRITTEN)) >= TEXT
    assert contrast(accent, paper) >= MARK


@both_themes
def test_the_steps_of_a_chart_scale_move_one_way_away_from_the_page(kind: str) -> None:
    background = rgb(theme(kind)["backgroundColor"])
    steps = [contrast(rgb(c), background) for c in theme(kind)["chartSequentialColors"]]

    assert all(nearer < further for nearer, further in pairwise(steps))


def test_every_option_in_the_file_is_one_that_streamlit_knows() -> None:
    known = set(config.get_config_options(force_reparse=True))
    written = [f"{section}.{key}" for section, options in settings().items() for key in options if key not in ("light", "dark")]
    written += [f"theme.{kind}.{key}" for kind in ("light", "dark") for key in theme(kind)]

    assert [option for option in written if option not in known] == []


def test_each_colour_of_a_chart_drawn_in_the_dark_has_its_own_on_paper() -> None:
    style = (CONFIG.parent.parent / "components" / "server" / "page" / "page.css").read_text(encoding="utf-8")
    dark, paper = charts._of("dark"), charts.print_palette()
    twins = [(dark.accent, paper.accent), (dark.soft, paper.soft), (dark.paper, paper.paper)]
    twins.append((_between(dark.soft, dark.paper), _between(paper.soft, paper.paper)))

    for drawn_in, printed in twins:
        for mark in ("fill", "stroke"):
            assert f'[{mark}="{drawn_in}" i] {{ {mark}: {printed} !important; }}' in style
