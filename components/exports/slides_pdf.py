"""Slides as pages to print: landscape A4, drawn with lines and letters, so that every number can be selected and searched."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any

from fpdf import FPDF

from components.charts.drawing import Drawing, Kind, Mark, Row
from components.charts.theme import print_palette
from components.exports import pdf_fonts
from components.exports.deck import Deck, Slide
from components.session import language, resources

# Millimetres of A4 on its side, and points of its letters.
WIDE, HIGH, MARGIN = 297, 210, 18
TITLE, SAID, ROW, FOOT = 27, 15, 13, 10
_POINT = 25.4 / 72
# The names take a third; beside the bars is room for the longest number.
_NAMES, _NUMBER, _FOOT = 88, 34, 36
# A row is at most so high.
_ROW = 16
# Several numbers beside one row.
_SEVERAL = 9
# Of earlier rounds and the other sides; of the ground behind a mean, and of its interval.
_GREYS = ("#D8D2C6", "#B9B1A3")
_TRACK, _REACH = "#F3F0EA", "#E0B79D"


def write(deck: Deck, *, today: date) -> bytes:
    """The file. `today` is the only date in it that is not the round's. Waits while two other exports are made."""
    with resources.export_slots():
        page = _Page(deck, today)
        try:
            for slide in deck.slides:
                page.draw(slide)
            return bytes(page.output())
        finally:
            pdf_fonts.close(page)


class _Page(FPDF):
    """Pages of one deck, with the fonts that its letters need."""

    def __init__(self, deck: Deck, today: date) -> None:
        super().__init__(orientation="landscape", format="A4")
        self.deck, self.colours = deck, print_palette()
        self.set_title(deck.slides[0].title)
        self.set_creator("Rekindle")
        self.set_lang(language.current().tag)
        self.set_creation_date(datetime(today.year, today.month, today.day, tzinfo=UTC))
        texts = [pdf_fonts.printable(text) for text in _texts(deck)]
        pdf_fonts.bring(self, (pdf_fonts.BODY, pdf_fonts.BOLD, pdf_fonts.HEADING), texts)
        self.set_margins(MARGIN, MARGIN)
        self.set_auto_page_break(False)

    def draw(self, slide: Slide) -> None:
        self.add_page()
        self.start_section(pdf_fonts.printable(slide.title))
        self.say(slide.title, font=pdf_fonts.HEADING, size=TITLE)
        self.ln(3)
        if slide.said:
            self.say(slide.said, size=SAID)
            self.ln(3)
        if slide.drawing:
            self.chart(slide.drawing)
        for line in slide.lines:
            self.say(line, size=SAID + 7 if len(slide.lines) <= 4 else SAID)
            self.ln(3)

    def footer(self) -> None:
        slide = self.deck.slides[self.page_no() - 1]
        lines = [line for line in (slide.caption, f"{self.deck.team}. {self.deck.people}.", self.deck.rule) if line]
        self.set_y(HIGH - _FOOT)
        for line in lines:
            self.say(line, size=FOOT)
        self.set_xy(WIDE - MARGIN - 20, HIGH - 12)
        self.set_font(pdf_fonts.BODY, size=FOOT)
        self.cell(w=20, text=f"{self.page_no()} / {len(self.deck.slides)}", align="R")

    def say(self, text: str, *, font: str = pdf_fonts.BODY, size: float) -> None:
        text = pdf_fonts.printable(text)
        self.set_font(font, size=size)
        self.set_text_color(self.colours.ink)
        self.set_x(MARGIN)
        self.set_text_shaping(not pdf_fonts.is_plain(text), features={"liga": False})
        self.multi_cell(0, size * _POINT * 1.35, text, align="L", new_x="LMARGIN", new_y="NEXT")
        # fpdf2 takes its font for set on a page that was begun with a fallback's letters, and it is not: say it again.
        self.current_font_is_set_on_page = False

    def chart(self, drawing: Drawing) -> None:
        if len(drawing.names) > 1:
            self.legend(drawing)
        top = self.get_y()
        height = min(
            16.0 * (1 if drawing.kind is Kind.PARTS else max(1, len(drawing.names) * 0.7)), (HIGH - _FOOT - 4 - top) / len(drawing.rows)
        )
        for place, row in enumerate(drawing.rows):
            self.row(drawing, row, top + place * height, height)

    def legend(self, drawing: Drawing) -> None:
        self.set_font(pdf_fonts.BODY, size=FOOT + 1)
        self.set_x(MARGIN + _NAMES)
        for place, (name, colour) in enumerate(zip(drawing.names, _colours(len(drawing.names)), strict=True)):
            self.part(None if drawing.is_untold(place) else colour, self.get_x(), self.get_y() + 1.2, 4, 4)
            self.set_x(self.get_x() + 6)
            self.cell(text=pdf_fonts.printable(name), h=6)
            self.set_x(self.get_x() + 6)
        self.ln(8)

    def row(self, drawing: Drawing, row: Row, top: float, height: float) -> None:
        self.set_font(pdf_fonts.BODY, size=ROW)
        self.set_text_color(self.colours.ink)
        name = pdf_fonts.printable(row.name)
        lines: Any = self.multi_cell(_NAMES - 4, ROW * _POINT * 1.15, name, align="L", dry_run=True, output="LINES")
        self.set_xy(MARGIN, top + (height - len(lines) * ROW * _POINT * 1.15) / 2)
        self.multi_cell(_NAMES - 4, ROW * _POINT * 1.15, name, align="L")
        colours = _colours(len(drawing.names))
        if drawing.kind is Kind.PARTS:
            self.parts(row.marks, colours, top + height * 0.15, height * 0.7)
            return
        if drawing.kind is Kind.POINTS:
            said = ", ".join(mark.said for mark in row.marks if mark)
            self.number(said, MARGIN + _NAMES + 100 * self.unit + 2, top + height / 2, ROW if len(row.marks) == 1 else _SEVERAL)
        thick = height * 0.8 / len(row.marks)
        for place, mark in enumerate(row.marks):
            if mark:
                draw = self.point if drawing.kind is Kind.POINTS else self.bar
                draw(mark, colours[place], top + height * 0.1 + place * thick, thick * 0.9)

    @property
    def unit(self) -> float:
        return (WIDE - 2 * MARGIN - _NAMES - _NUMBER) / 100

    def bar(self, mark: Mark, colour: str, top: float, thick: float) -> None:
        left, middle = MARGIN + _NAMES, top + thick / 2
        self.set_fill_color(self.paled(mark, colour))
        self.rect(left, top, max(mark.value, 0.3) * self.unit, thick, style="F")
        self.number(mark.said, left + mark.value * self.unit + 2, middle, min(ROW, thick / _POINT))

    def point(self, mark: Mark, colour: str, top: float, thick: float) -> None:
        left, middle, size = MARGIN + _NAMES, top + thick / 2, min(thick * 0.8, 4.5)
        self.set_fill_color(_TRACK)
        self.rect(left, top, 100 * self.unit, thick, style="F")
        if mark.low is not None and mark.high is not None:
            self.set_fill_color(_REACH)
            self.rect(left + mark.low * self.unit, middle - size / 4, (mark.high - mark.low) * self.unit, size / 2, style="F")
        self.set_fill_color(colour)
        self.circle(left + mark.value * self.unit, middle, size / 2, style="F")

    def parts(self, marks: Sequence[Mark | None], colours: list[str], top: float, thick: float) -> None:
        left = float(MARGIN + _NAMES)
        whole = sum(mark.value for mark in marks if mark) or 1
        for mark, colour in zip(marks, colours, strict=True):
            width = (mark.value if mark else max(0, 100 - whole)) * 100 / max(whole, 100) * (self.unit + _NUMBER / 100)
            drawn = self.paled(mark, colour) if mark else None
            self.part(drawn, left, top, width, thick)
            if mark and width > 8:
                self.number(mark.said, left + 1.5, top + thick / 2, ROW - 1, light=drawn == self.colours.accent)
            left += width

    def part(self, colour: str | None, left: float, top: float, width: float, thick: float) -> None:
        """A part of a whole; only its outline where it has no colour, because it is not told."""
        if colour:
            self.set_fill_color(colour)
            self.rect(left, top, width, thick, style="F")
            return
        self.set_draw_color(_GREYS[1])
        self.rect(left, top, width, thick, style="D")

    def paled(self, mark: Mark, colour: str) -> str:
        """In the accent, what is only known to be at most so much is pale."""
        return _REACH if mark.at_most and colour == self.colours.accent else colour

    def number(self, text: str, left: float, middle: float, size: float, *, light: bool = False) -> None:
        self.set_font(pdf_fonts.BOLD, size=size)
        self.set_text_color("#FFFFFF" if light else self.colours.ink)
        self.set_xy(left, middle - size * _POINT / 2)
        self.cell(text=text, h=size * _POINT)


def _colours(count: int) -> list[str]:
    """The last one in the accent: the newest round, the favourable side, what is wished for."""
    return [*_GREYS[: count - 1], print_palette().accent]


def _texts(deck: Deck) -> Iterator[str]:
    yield from (deck.team, deck.people, deck.rule)
    for slide in deck.slides:
        yield from (slide.title, slide.said, slide.caption, *slide.lines)
        if slide.drawing:
            yield from (*slide.drawing.names, *(row.name for row in slide.drawing.rows))
            yield from (mark.said for row in slide.drawing.rows for mark in row.marks if mark)
