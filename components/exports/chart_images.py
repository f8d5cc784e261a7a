"""Charts as files: SVG and PNG, drawn in this process by vl-convert, without a browser and without a network."""

import re
from functools import cache
from importlib.resources import files

import altair as alt
import vl_convert

from components.session import resources

# Wide enough for the longest name of a dimension, narrow enough for a page in two-centimetre margins at full size.
WIDTH = 440

# As altair.SCHEMA_VERSION says it: v6.1.0.
_VERSION = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
# What vl-convert calls clips and gradients; two pictures in one file must not share a name.
_NAMED = re.compile(r'(id="|url\(#)((?:clip|gradient)_?\d+)')


def svg(chart: alt.LayerChart, *, name: str, width: int = WIDTH) -> str:
    """The chart as an SVG that refers to nothing outside itself. name: sets its ids apart from another picture's in one file."""
    _bring_fonts()
    # The charts are our own and hold to the schema (their tests validate them); checking it again takes longer than drawing.
    with resources.chart_lock():
        spec = chart.properties(width=width).to_dict(validate=False)
    # From no address at all, so that nothing in a chart can ask for anything (docs/security.md 5.5).
    drawn = vl_convert.vegalite_to_svg(spec, vl_version=_VERSION, allowed_base_urls=[])
    return _NAMED.sub(rf"\1{name}_\2", drawn)


def png(picture: str, *, scale: float = 1.0) -> bytes:
    """An SVG as PNG, so many pixels for each of its units."""
    _bring_fonts()
    return bytes(vl_convert.svg_to_png(picture, scale=scale, ppi=72))


def xml_safe(text: str) -> str:
    """The text with a sign in the place of every letter that XML and HTML forbid, so that it is seen to be missing."""
    return "".join("\ufffd" if _is_forbidden(letter) else letter for letter in text)


def _is_forbidden(letter: str) -> bool:
    code = ord(letter)
    return (code < 0x20 and letter not in "\t\n\r") or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code & 0xFFFE == 0xFFFE


@cache
def _bring_fonts() -> None:
    """The fonts of the pages as files, and Noto for whatever letters those do not have."""
    for package, folder in (("font_source_sans_pro", "files"), ("font_source_serif_pro", "files"), ("manimgx_fonts", ".")):
        vl_convert.register_font_directory(str(files(package) / folder))
