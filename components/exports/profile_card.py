"""A picture of a profile to post or print, 1200 x 630: words on the left, one chart on the right, just what its owner chose."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from textwrap import wrap
from typing import NamedTuple

from components.charts.figure import Figure
from components.charts.theme import Palette, print_palette
from components.exports import chart_images
from components.screen import demonstration
from components.session import resources
from data.instrument.answers import clean_text
from data.profile import rules as versions
from data.sharing.shared_profile import SharedProfile

WIDTH, HEIGHT = 1200, 630
MAX_CAPTION = 60
_MARGIN, _GAP = 64, 40
_WORDS_WIDTH = 440
_CHART_WIDTH, _CHART_HEIGHT = 350, 285
# Three lines and the room below them.
_FOOT = 108
_SANS, _SERIF = "Source Sans Pro, Noto Sans, Noto Emoji", "Source Serif Pro, Noto Sans, Noto Emoji"
_SVG = "http://www.w3.org/2000/svg"
# Letters to a line: at these sizes a line of them is as wide as the words' column, or as the whole picture.
_TITLE_LETTERS, _LINE_LETTERS, _FOOT_LETTERS = 20, 42, 104
# Whoever has much to say is written smaller, down to what can be read at half the size.
_SCALES, _SMALLEST = (1, 0.92, 0.85, 0.75, 0.66), 22
_LINE_HEIGHT, _BELOW = 1.3, 0.5


class _Large(NamedTuple):
    """How large each kind of text is, with its letters to a line."""

    title: tuple[int, int]
    text: tuple[int, int]
    named: tuple[int, int]


# Beside a chart; one text over the whole width; two patterns there, with a text each.
_BESIDE = _Large((48, _TITLE_LETTERS), (26, 36), (26, 38))
_ALONE = _Large((60, 34), (34, 60), (32, 62))
_TWO = _Large((40, 54), (28, 76), (26, 76))


def write(shown: SharedProfile, figure: Figure | None, *, caption: str = "") -> bytes:
    """The picture as PNG. One figure is as much as fits; a caption has at most 60 letters. Waits while two other exports are made."""
    with resources.export_slots():
        return chart_images.png(_composed(shown, figure, chart_images.xml_safe(clean_text(caption)[:MAX_CAPTION])))


def _composed(shown: SharedProfile, figure: Figure | None, caption: str) -> str:
    colours, words = print_palette(), resources.export_words().picture
    ElementTree.register_namespace("", _SVG)
    picture = ElementTree.Element(_tag("svg"), width=f"{WIDTH}", height=f"{HEIGHT}", viewBox=f"0 0 {WIDTH} {HEIGHT}")
    ElementTree.SubElement(picture, _tag("rect"), width=f"{WIDTH}", height=f"{HEIGHT}", fill=colours.paper)
    ElementTree.SubElement(picture, _tag("rect"), width=f"{WIDTH}", height="12", fill=colours.accent)
    column = _Column(picture, colours)
    column.write([demonstration.name()], size=24, colour=colours.accent, weight="600")
    column.y += 16
    title, *texts = _fitting(_said(shown, figure is None, caption), HEIGHT - _FOOT - column.y)
    column.write(title[0], size=title[1], font=_SERIF)
    for lines, size in texts:
        column.write(lines, size=size)
    foot = wrap(f"{words.foot.format(day=resources.dates().day(shown.taken_on))} {words.rule}", _FOOT_LETTERS)
    column.y = HEIGHT - _FOOT
    column.write(foot, size=22)
    if figure:
        picture.append(_placed(figure))
    return ElementTree.tostring(picture, encoding="unicode")


class _Column:
    """Lines of words under each other."""

    def __init__(self, picture: ElementTree.Element, colours: Palette) -> None:
        self.y = 72.0
        self._picture, self._colours = picture, colours

    def write(self, lines: list[str], *, size: int, font: str = _SANS, colour: str | None = None, weight: str = "400") -> None:
        style = {"font-family": font, "font-size": f"{size}", "font-weight": "600" if font == _SERIF else weight}
        for line in lines:
            text = ElementTree.SubElement(self._picture, _tag("text"), {"x": f"{_MARGIN}", "y": f"{self.y + size:.1f}", **style})
            text.set("fill", colour or self._colours.ink)
            text.text = line
            self.y += size * _LINE_HEIGHT
        self.y += size * _BELOW


def _said(shown: SharedProfile, is_wide: bool, caption: str) -> list[tuple[str, int, int]]:
    """Each text with its size and its letters to a line. is_wide: whether no chart stands beside it, so that there is room for more."""
    said = [(caption, 24, _LINE_LETTERS)] if caption else []
    if not shown.summary:
        return [(resources.wording().profile.title, 44, _TITLE_LETTERS), *said]
    words, rules = resources.wording().profile, resources.instrument(shown.instrument)
    by, found = versions.of(rules), shown.summary.pattern_found(rules)
    pattern = by.pattern_said(found) if found else None
    texts = pattern.texts if pattern else ()
    large = _BESIDE if not is_wide else _TWO if len(texts) > 1 else _ALONE
    boxes = by.stands_out_said(shown.summary.stands_out).boxes
    named = (words.box.format(title=box.title, names=rules.names(box.dimensions)).rstrip(".") for box in boxes)
    # Of two patterns the first text asks to read both, for which there is no room beside a chart.
    read = texts if is_wide or len(texts) == 1 else ()
    return [
        (pattern.title if pattern else words.title, *large.title),
        *((text, *large.text) for text in read),
        *said,
        *((text, *large.named) for text in named),
    ]


def _fitting(said: Sequence[tuple[str, int, int]], room: float) -> list[tuple[list[str], int]]:
    """Each text as its lines and their size: as large as fits above the foot, else as small as can be read."""
    lines: list[tuple[list[str], int]] = []
    for scale in _SCALES:
        sizes = [max(_SMALLEST, round(size * scale)) for _, size, _ in said]
        lines = [(wrap(text, letters * size // new)[:4], new) for (text, size, letters), new in zip(said, sizes, strict=True)]
        if sum(size * (len(each) * _LINE_HEIGHT + _BELOW) for each, size in lines) <= room:
            break
    return lines


def _placed(figure: Figure) -> ElementTree.Element:
    """The chart in the room that the words leave, as large as fits."""
    # Drawn small and set large, so that its words can be read on a card of half the size.
    drawn = chart_images.svg(figure.chart.properties(height=_CHART_HEIGHT), name="chart", width=_CHART_WIDTH)
    chart = ElementTree.fromstring(drawn)
    left = _MARGIN + _WORDS_WIDTH + _GAP
    chart.attrib.update(x=f"{left}", y="56", width=f"{WIDTH - left - _MARGIN}", height=f"{HEIGHT - 56 - _FOOT}")
    chart.set("preserveAspectRatio", "xMidYMid meet")
    return chart


def _tag(name: str) -> str:
    return f"{{{_SVG}}}{name}"
