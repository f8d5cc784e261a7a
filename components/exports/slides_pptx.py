"""Slides as PPTX: charts of PowerPoint's own that can be edited, a title on each, and notes for whoever leads the talk."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from components.charts.drawing import Drawing, Kind, Mark, Row
from components.charts.theme import print_palette
from components.exports import chart_images
from components.exports.deck import Deck, Slide
from components.session import resources

# A wide screen, in inches, and points of its letters.
WIDE, HIGH, MARGIN = 13.333, 7.5, 0.7
TITLE, SAID, CHART, FOOT = 32, 22, 16, 14
# Of PowerPoint's own pages the one with a title and nothing else.
_TITLE_ONLY = 5
_TYPES = {Kind.POINTS: XL_CHART_TYPE.BAR_CLUSTERED, Kind.BARS: XL_CHART_TYPE.BAR_CLUSTERED, Kind.PARTS: XL_CHART_TYPE.BAR_STACKED}
# Of the accent, where a number is only known to be at most so much.
PALE = "#E0B79D"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def write(deck: Deck, *, today: date) -> bytes:
    """The file. `today` is the only date in it that is not the round's. Waits while two other exports are made."""
    with resources.export_slots():
        slides = Presentation()
        slides.slide_width, slides.slide_height = Inches(WIDE), Inches(HIGH)
        about = slides.core_properties
        about.title, about.author, about.last_modified_by = deck.slides[0].title, "Rekindle", "Rekindle"
        about.created = about.modified = datetime(today.year, today.month, today.day, tzinfo=UTC)
        for slide in deck.slides:
            _draw(slides.slides.add_slide(slides.slide_layouts[_TITLE_ONLY]), slide, deck)
        file = BytesIO()
        slides.save(file)
        return file.getvalue()


def _draw(page: Any, slide: Slide, deck: Deck) -> None:
    title = page.shapes.title
    # Two lines fit where a program has none but a wide font; one stands close to what is said below it.
    title.left, title.top, title.width, title.height = _box(0.3, 1.25)
    _say(title.text_frame, [slide.title], size=TITLE, bold=True)
    title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    top = 1.55
    if slide.said:
        _text(page, [slide.said], top=top, height=0.9, size=SAID)
        top += 0.95
    if slide.drawing:
        # To leave a gap, a stack of PowerPoint's would need a number for what is not told.
        _chart(page, slide, slide.drawing.told(), top=top)
    else:
        _text(page, slide.lines, top=top, height=6.2 - top, size=28 if len(slide.lines) <= 4 else SAID, apart=12)
    _text(page, [line for line in (slide.caption, f"{deck.team}. {deck.people}.", deck.rule) if line], top=6.25, height=1.0, size=FOOT)
    page.notes_slide.notes_text_frame.text = "\n\n".join(map(chart_images.xml_safe, slide.notes))


def _box(top: float, height: float) -> tuple[int, int, int, int]:
    return Inches(MARGIN), Inches(top), Inches(WIDE - 2 * MARGIN), Inches(height)


def _text(page: Any, lines: Sequence[str], *, top: float, height: float, size: int, apart: int = 0) -> None:
    _say(page.shapes.add_textbox(*_box(top, height)).text_frame, lines, size=size, apart=apart)


def _say(frame: Any, lines: Sequence[str], *, size: int, bold: bool = False, apart: int = 0) -> None:
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    frame.text = "\n".join(map(chart_images.xml_safe, lines))
    for paragraph in frame.paragraphs:
        paragraph.space_after, paragraph.alignment = Pt(apart), PP_ALIGN.LEFT
        paragraph.font.size, paragraph.font.bold = Pt(size), bold
        paragraph.font.color.rgb = _colour(print_palette().ink)


def _chart(page: Any, slide: Slide, drawing: Drawing, *, top: float) -> None:
    data = CategoryChartData(number_format="0")
    data.categories = [_named(row, drawing.kind) for row in drawing.rows]
    for place, name in enumerate(drawing.names):
        data.add_series(name, [mark.value if (mark := row.marks[place]) else None for row in drawing.rows])
    frame = page.shapes.add_chart(_TYPES[drawing.kind], *_box(top, 6.2 - top), data)
    # What is read aloud in the place of the chart.
    frame._element.nvGraphicFramePr.cNvPr.set("descr", slide.alt_text)
    chart = frame.chart
    chart.has_title = False
    chart.has_legend = len(drawing.names) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        chart.legend.font.size = Pt(CHART)
    _axes(chart, drawing)
    colours = _colours(len(drawing.names))
    for place, series in enumerate(chart.plots[0].series):
        _series(series, [row.marks[place] for row in drawing.rows], colours[place], drawing.kind)


def _named(row: Row, kind: Kind) -> str:
    """Beside a mean there is no room for its interval, so both stand with the name."""
    return row.name if kind is not Kind.POINTS else f"{row.name}: {', '.join(mark.said for mark in row.marks if mark)}"


def _axes(chart: Any, drawing: Drawing) -> None:
    chart.plots[0].gap_width = 45
    chart.plots[0].overlap = 100 if drawing.kind is Kind.PARTS else -10
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order, names.has_major_gridlines = True, False
    names.tick_labels.font.size = Pt(CHART)
    names.tick_labels.font.color.rgb = _colour(print_palette().ink)
    names.format.line.color.rgb = _colour(print_palette().soft)
    values.minimum_scale, values.maximum_scale, values.visible, values.has_major_gridlines = 0, _most(drawing), False, False


def _most(drawing: Drawing) -> float:
    """Parts fill the width, and rounded they may be more than the whole; beside a bar there has to be room for its number."""
    wholes = (sum(mark.value for mark in row.marks if mark) for row in drawing.rows)
    return max(100, *wholes) + 1 if drawing.kind is Kind.PARTS else 115


def _series(series: Any, marks: Sequence[Mark | None], colour: str, kind: Kind) -> None:
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = _colour(colour)
    series.invert_if_negative = False
    is_light = sum(bytes.fromhex(colour.lstrip("#"))) > 3 * 140
    for place, mark in enumerate(marks):
        if mark and kind is not Kind.POINTS:
            light = _paled(series.points[place], colour) if mark.at_most else is_light
            label = series.points[place].data_label
            label.position = XL_LABEL_POSITION.CENTER if kind is Kind.PARTS else XL_LABEL_POSITION.INSIDE_BASE
            label.text_frame.text = mark.said
            font = label.text_frame.paragraphs[0].font
            font.size, font.bold = Pt(CHART - 2), True
            font.color.rgb = _colour(print_palette().ink if light else "#FFFFFF")
    if any(mark and mark.low is not None for mark in marks):
        # The schema has them before the names and the numbers, and PowerPoint opens nothing that is out of order.
        series._element.find(f"{{{_C}}}cat").addprevious(_error_bars(marks))


def _paled(point: Any, colour: str) -> bool:
    """In the accent, what is only known to be at most so much is pale; whether it is light now."""
    if colour == print_palette().accent:
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = _colour(PALE)
    return True


def _error_bars(marks: Sequence[Mark | None]) -> Any:
    """The interval of each mean as a line of its own; python-pptx has no word for it."""
    bars = etree.Element(f"{{{_C}}}errBars", nsmap={"c": _C})
    for tag, value in (("errBarType", "both"), ("errValType", "cust"), ("noEndCap", "0")):
        etree.SubElement(bars, f"{{{_C}}}{tag}", val=value)
    for tag, ends in (("plus", _above(marks)), ("minus", _below(marks))):
        literal = etree.SubElement(etree.SubElement(bars, f"{{{_C}}}{tag}"), f"{{{_C}}}numLit")
        etree.SubElement(literal, f"{{{_C}}}formatCode").text = "0"
        etree.SubElement(literal, f"{{{_C}}}ptCount", val=str(len(marks)))
        for place, end in enumerate(ends):
            point = etree.SubElement(literal, f"{{{_C}}}pt", idx=str(place))
            etree.SubElement(point, f"{{{_C}}}v").text = f"{end:g}"
    return bars


def _above(marks: Sequence[Mark | None]) -> Iterator[float]:
    yield from (mark.high - mark.value if mark and mark.high is not None else 0 for mark in marks)


def _below(marks: Sequence[Mark | None]) -> Iterator[float]:
    yield from (mark.value - mark.low if mark and mark.low is not None else 0 for mark in marks)


def _colours(count: int) -> list[str]:
    """The last one in the accent: the newest round, the favourable side, what is wished for."""
    colours = print_palette()
    return [*["#D8D2C6", "#B9B1A3", "#8F8778"][-(count - 1) :][: count - 1], colours.accent] if count > 1 else [colours.accent]


def _colour(code: str) -> RGBColor:
    return RGBColor.from_string(code.lstrip("#"))
