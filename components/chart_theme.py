"""One look for every chart, taken from the theme in .streamlit/config.toml."""

from dataclasses import dataclass, replace

import altair as alt
import streamlit as st

FONT = '"Source Sans", "Source Sans Pro", sans-serif'
# The colour of the words around, so that those of a chart follow when a device turns dark in the evening under an open tab.
_AROUND = "currentColor"
# Readable on a phone at arm's length; axis words are a step smaller.
LABEL_SIZE, AXIS_SIZE = 14, 12


@dataclass(frozen=True)
class Palette:
    """The colours of a chart: one accent for oneself, ink for words, soft for everything around."""

    accent: str
    ink: str
    soft: str
    paper: str


def palette() -> Palette:
    """The colours of the theme that the person looks at now."""
    return replace(_of("dark" if st.context.theme.type == "dark" else "light"), ink=_AROUND)


def on_paper() -> Palette:
    """The colours of the light theme on white, for files."""
    return replace(_of("light"), paper="#FFFFFF")


def _of(kind: str) -> Palette:
    return Palette(
        accent=st.get_option(f"theme.{kind}.chartCategoricalColors")[0],
        ink=st.get_option(f"theme.{kind}.textColor"),
        soft=st.get_option(f"theme.{kind}.grayColor"),
        paper=st.get_option(f"theme.{kind}.backgroundColor"),
    )


def dressed(layers: list[alt.Chart], height: float, colours: Palette) -> alt.LayerChart:
    """The layers as one chart in the common look."""
    chart: alt.LayerChart = (
        alt.LayerChart(layer=layers, height=height)
        .configure(font=FONT, background="transparent")
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=colours.ink,
            titleColor=colours.ink,
            gridColor=colours.soft,
            gridOpacity=0.25,
            domain=False,
            ticks=False,
            labelFontSize=AXIS_SIZE,
            titleFontSize=AXIS_SIZE,
            titleFontWeight="normal",
        )
    )
    return chart
