"""A report as PDF: text that can be selected and searched, headings as an outline, charts as vectors, fonts inside."""

import re
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from io import BytesIO

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import FontFace

from components.charts.figure import Figure
from components.charts.theme import print_palette
from components.exports import chart_images, pdf_fonts
from components.exports.report import Block, Bullets, Heading, Own, Paragraph, Report
from components.screen import demonstration
from components.session import language, resources

# Millimetres and points, as printers count.
MARGIN, FOOT = 20, 18
TEXT, SMALL, TITLE, TOP, SUB = 10.5, 9.0, 24, 15, 11.5
# Height of a line, as a multiple of its letters.
_LEADING = 1.45
_POINT = 25.4 / 72
# One unit of a chart is 1/96 inch, as on a screen.
_UNIT = 25.4 / 96
# fpdf2 looks for the direction of a sign by calling itself once for each sign in between, so a row of a thousand emoji ends in an error.
_MOST_UNDIRECTED = 200
_DIRECTED = ("L", "R", "AL", "EN", "AN")
# A heading with a line or two below it, in millimetres; and what lies around a chart, in its own units.
_ABOVE, _AROUND = 30, 60
_SMALLEST = 0.75
# What a chart is drawn for, in its own units, and how much smaller it is then set to be as wide as the page between its margins.
_WIDE = 720
_SET = (210 - 2 * MARGIN) / (_WIDE * _UNIT)
# Of the height on a screen: no finger has to hit anything here.
_LOW = 0.7
# From so many letters on the first column of a table is wider than the others.
_LONG = 30
_SVG = "{http://www.w3.org/2000/svg}"


def write(report: Report, *, today: date) -> bytes:
    """The file. `today` is the only date in it that is not an answer's; no time of day is. Waits while two other exports are made."""
    with resources.export_slots():
        page = _Page(report, today)
        try:
            for place, block in enumerate(report.blocks):
                if page.will_page_break(_untorn(report.blocks[place:], page.eph)):
                    page.add_page()
                _draw(page, block)
            return bytes(page.output())
        finally:
            pdf_fonts.close(page)


class _Page(FPDF):
    """A4 with a number at the foot, and the fonts that the report's letters need."""

    def __init__(self, report: Report, today: date) -> None:
        super().__init__()
        self.set_title(report.title)
        self.set_subject(resources.export_words().report.subject)
        self.set_creator("Rekindle")
        self.set_lang(language.current().tag)
        self.set_creation_date(datetime(today.year, today.month, today.day, tzinfo=UTC))
        pdf_fonts.bring(self, (pdf_fonts.BODY, pdf_fonts.BOLD, pdf_fonts.HEADING), (report.title, *_texts(report)))
        self.set_margins(MARGIN, MARGIN)
        self.set_auto_page_break(True, margin=FOOT + 4)
        self.colours = print_palette()
        self.add_page()
        self.say(demonstration.name(), font=pdf_fonts.BOLD, size=TEXT, colour=self.colours.accent)
        self.say(report.title, font=pdf_fonts.HEADING, size=TITLE)
        self.ln(2)

    def footer(self) -> None:
        self.set_y(-FOOT)
        self.set_font(pdf_fonts.BODY, size=SMALL)
        self.set_text_color(self.colours.soft)
        self.cell(text=str(self.page_no()), align="R", w=0)

    def say(self, text: str, *, font: str = pdf_fonts.BODY, size: float = TEXT, colour: str | None = None, indent: float = 0) -> None:
        """A paragraph in the direction of its first letter."""
        self.set_font(font, size=size)
        self.set_text_color(colour or self.colours.ink)
        self.set_x(self.l_margin + indent)
        for line in _lines(pdf_fonts.printable(text)):
            # Joins and orders the letters of scripts that need it. Latin ligatures would tear its lines where the direction changes.
            self.set_text_shaping(not pdf_fonts.is_plain(line), features={"liga": False})
            self.multi_cell(0, size * _POINT * _LEADING, line, align=_side(line), new_x=XPos.LEFT, new_y=YPos.NEXT)
            # fpdf2 takes its font for set on a page that was begun with a fallback's letters, and it is not: say it again.
            self.current_font_is_set_on_page = False
        self.ln(size * _POINT * 0.45)


def _texts(report: Report) -> list[str]:
    """Everything that is set as text: somebody's own words, and ours in whatever script our language has."""
    texts: list[str] = []
    for block in report.blocks:
        match block:
            case Heading(text) | Paragraph(text):
                texts.append(text)
            case Bullets(title, items):
                texts += (title, *items)
            case Own(question, words):
                texts += (question, words)
            case Figure():
                texts += (*block.columns, *(cell for row in block.rows for cell in row))
    return [pdf_fonts.printable(text) for text in texts]


def _draw(page: _Page, block: Block) -> None:
    match block:
        case Heading(text):
            _heading(page, text)
        case Paragraph(text, quiet):
            page.say(text, size=SMALL if quiet else TEXT)
        case Bullets(title, items):
            _bullets(page, title, items)
        case Own(question, words):
            _own(page, question, words)
        case Figure():
            _figure(page, block)


def _untorn(blocks: Sequence[Block], most: float) -> float:
    """How much room the first block needs, so that a heading or a title is not left alone at the foot of a page, its chart on the next."""
    first, *others = blocks
    if not isinstance(first, Heading | Paragraph):
        return 0
    following = next((block for block in others if not isinstance(block, Paragraph)), None)
    chart = min(_height(following), most - 2 * _ABOVE) if isinstance(following, Figure) else 0
    if isinstance(first, Heading):
        return _ABOVE + chart
    return _ABOVE / 2 + chart if chart and following is others[0] else 0


def _height(block: Figure) -> float:
    """About how high a chart is drawn, with its axis and legend."""
    height: float = block.chart.height * _LOW + _AROUND
    return height * _UNIT * _SET


def _heading(page: _Page, text: str) -> None:
    page.ln(4)
    page.start_section(text)
    page.say(text, font=pdf_fonts.HEADING, size=TOP)


def _bullets(page: _Page, title: str, items: tuple[str, ...]) -> None:
    if page.will_page_break(14):
        page.add_page()
    page.say(title, font=pdf_fonts.BOLD, size=SUB)
    for item in items:
        page.say(f"•  {item}", indent=3)
        page.ln(-TEXT * _POINT * 0.3)
    page.ln(TEXT * _POINT * 0.3)


def _own(page: _Page, question: str, words: str) -> None:
    page.say(question, font=pdf_fonts.BOLD, size=SUB)
    page.say(words, indent=3)
    if pdf_fonts.NO_LETTER in pdf_fonts.printable(words):
        page.say(resources.export_words().report.no_letter.format(sign=pdf_fonts.NO_LETTER), size=SMALL)


def _figure(page: _Page, block: Figure) -> None:
    lower = block.chart.properties(height=block.chart.height * _LOW)
    chart, width, height = _vectors(chart_images.svg(lower, name="chart", width=_WIDE))
    width, height = width * _UNIT, height * _UNIT
    scale = min(1.0, page.epw / width)
    # One that is nearly as high as a page is set smaller rather than torn from its heading.
    room = (page.page_break_trigger - page.get_y()) / height
    scale = room if _SMALLEST <= room < scale else scale
    if page.will_page_break(height * scale - 0.01):
        page.add_page()
    page.image(BytesIO(chart), w=width * scale, h=height * scale, alt_text=block.alt_text)
    page.ln(3)
    _table(page, block)


def _table(page: _Page, block: Figure) -> None:
    height = SMALL * _POINT * 1.7
    if page.will_page_break(height * (len(block.rows) + 1)):
        page.add_page()
    page.set_font(pdf_fonts.BODY, size=SMALL)
    page.set_text_color(page.colours.ink)
    page.set_draw_color(page.colours.soft)
    page.set_text_shaping(False)
    head = FontFace(family=pdf_fonts.BOLD, emphasis="", color=page.colours.ink)
    first = 3 if max(len(row[0]) for row in block.rows) > _LONG else 1
    widths = (first, *(1 for _ in block.columns[1:]))
    with page.table(
        borders_layout="HORIZONTAL_LINES", text_align="LEFT", headings_style=head, line_height=height, col_widths=widths
    ) as table:
        for row in (block.columns, *block.rows):
            table.row(row)
    page.ln(3)


def _lines(text: str) -> Iterator[str]:
    """The lines of a text, begun anew where signs without a direction of their own go on for too long."""
    for line in text.split("\n"):
        begun, undirected = 0, 0
        for place, letter in enumerate(line):
            undirected = 0 if unicodedata.bidirectional(letter) in _DIRECTED else undirected + 1
            if undirected > _MOST_UNDIRECTED:
                yield line[begun:place]
                begun, undirected = place, 1
        yield line[begun:]


def _side(line: str) -> str:
    strong = (side for letter in line if (side := unicodedata.bidirectional(letter)) in ("L", "R", "AL"))
    return "L" if next(strong, "L") == "L" else "R"


def _vectors(svg: str) -> tuple[bytes, float, float]:
    """An SVG of vl-convert's as fpdf2 reads it, with its width and height: it knows neither empty paths nor lines from nowhere."""
    root = ElementTree.fromstring(svg)
    for parent in root.iter():
        for path in [child for child in parent if child.tag == f"{_SVG}path" and not child.get("d", "").startswith("M")]:
            parent.remove(path)
    for line in root.iter(f"{_SVG}line"):
        for end in ("x1", "y1", "x2", "y2"):
            line.set(end, line.get(end, "0"))
    for parent in root.iter():
        _single_lines(parent)
    for text in root.iter(f"{_SVG}text"):
        text.set("font-family", pdf_fonts.BOLD if _is_bold(text.get("font-weight", "")) else pdf_fonts.BODY)
        text.attrib.pop("font-weight", None)
    ElementTree.register_namespace("", _SVG.strip("{}"))
    return ElementTree.tostring(root), float(root.get("width", 0)), float(root.get("height", 0))


def _single_lines(parent: ElementTree.Element) -> None:
    """Every line of a text as a text of its own: fpdf2 would begin all of them where the first one ends."""
    for text in [child for child in parent if child.tag == f"{_SVG}text" and len(child)]:
        down = 0.0
        for line in text:
            down += float(line.get("dy", 0))
            alone = ElementTree.SubElement(parent, f"{_SVG}g", {"transform": f"translate(0,{down})"})
            ElementTree.SubElement(alone, f"{_SVG}text", dict(text.attrib)).text = line.text
        parent.remove(text)


def _is_bold(weight: str) -> bool:
    return weight == "bold" or bool(re.fullmatch(r"[6-9]00", weight))
