"""One look for every chart, taken from the theme in .streamlit/config.toml."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, Self

import altair as alt
import streamlit as st
from altair.utils import schemapi

FONT = '"Source Sans", "Source Sans Pro", sans-serif'
# The colour of the words around, so that those of a chart follow when a device turns dark in the evening under an open tab.
_AROUND = "currentColor"
# Readable on a phone at arm's length; axis words are a step smaller.
LABEL_SIZE, AXIS_SIZE = 14, 12
_WITHOUT_MENU = {"embedOptions": {"actions": False}}


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


def print_palette() -> Palette:
    """The colours of the light theme on white, for files."""
    return replace(_of("light"), paper="#FFFFFF")


def _of(kind: str) -> Palette:
    return Palette(
        accent=st.get_option(f"theme.{kind}.chartCategoricalColors")[0],
        ink=st.get_option(f"theme.{kind}.textColor"),
        soft=st.get_option(f"theme.{kind}.grayColor"),
        paper=st.get_option(f"theme.{kind}.backgroundColor"),
    )


def themed(layers: list[alt.Chart], height: float, colours: Palette) -> alt.LayerChart:
    """The layers as one chart in the common look."""
    axis = alt.AxisConfig(
        labelColor=colours.ink,
        titleColor=colours.ink,
        gridColor=colours.soft,
        gridOpacity=0.25,
        domain=False,
        ticks=False,
        labelFontSize=AXIS_SIZE,
        titleFontSize=AXIS_SIZE,
        titleFontWeight="normal",
        aria=False,
    )
    config = alt.Config(
        font=FONT, background="transparent", view=alt.ViewConfig(stroke=None), axis=axis, legend=alt.LegendConfig(aria=False)
    )
    return _Chart(layer=[_unspoken(layer) for layer in layers], height=height, config=config, usermeta=_WITHOUT_MENU)


def _unspoken(layer: alt.Chart) -> alt.Chart:
    """Marks say nothing to whoever cannot see them: the text beside the chart and its table do."""
    mark = layer.mark if isinstance(layer.mark, alt.MarkDef) else alt.MarkDef(type=layer.mark)
    mark.aria = False
    layer.mark = mark
    return layer


class Cuts(NamedTuple):
    """Where low ends and high begins, and what both places are called."""

    low: float
    high: float
    low_name: str
    high_name: str


def score_axis(field: str, cuts: Cuts) -> alt.X:
    """Points from 0 to 100, with names for the two places where levels meet."""
    # As JSON, which is how Vega's expressions write a text: a quote in a name cannot end it.
    names = json.dumps({f"{cuts.low:g}": cuts.low_name, f"{cuts.high:g}": cuts.high_name})
    words = f"{names}[format(datum.value, '~r')] || format(datum.value, '~r')"
    axis = alt.Axis(values=[0, cuts.low, cuts.high, 100], labelExpr=words, gridDash=[2, 4], labelFlush=True)
    return alt.X(f"{field}:Q", title=None, scale=alt.Scale(domain=[0, 100], nice=False), axis=axis)


class _Chart(alt.LayerChart):
    """Holds itself against the schema only where Altair checks every part of a chart anyway: that takes longer than drawing it."""

    def to_dict(self, validate: bool | None = None, **how: Any) -> dict[str, Any]:
        made: dict[str, Any] = super().to_dict(schemapi.DEBUG_MODE if validate is None else validate, **how)
        return made

    def copy(self, deep: bool | Iterable[Any] = True, ignore: list[str] | None = None) -> Self:
        """Where only the top shall be copied it is: Altair would make a new chart, and a new chart copies each of its layers."""
        if deep is not False:
            copied: Self = super().copy(deep, ignore)
            return copied
        alike = object.__new__(type(self))
        vars(alike).update(_args=self._args, _kwds=dict(self._kwds))
        return alike
