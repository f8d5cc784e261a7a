"""A guide for the conversation about a team's totals: one page to print, with the questions that the totals lead to."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from fpdf import FPDF

from components.exports import pdf_fonts
from components.screen import demonstration
from components.session import language, resources

# Millimetres of an A4 page, and points of its letters: all of it must fit on one page, in longer languages too.
MARGIN, BIG, MIDDLE, SMALL = 16, 19, 11, 9.5
# A point is .35 mm, and lines want some air.
_AIR = 0.46


def write(questions: Sequence[str], agreed: Sequence[str] = ()) -> bytes:
    """The guide as PDF; `agreed`: what is asked about what was agreed on before.

    It names no team, and holds no figure but those in the questions.
    """
    words, lines = resources.guide_words(), list(_lines(questions, agreed))
    page = FPDF(format="A4")
    title = words.title.format(minutes=words.minutes)
    page.set_title(title)
    page.set_lang(language.current().tag)
    pdf_fonts.bring(page, (pdf_fonts.BODY, pdf_fonts.BOLD), (title, *(text for _, _, text in lines)))
    page.set_margin(MARGIN)
    page.set_auto_page_break(True, MARGIN)
    page.add_page()
    for font, size, text in ((pdf_fonts.BOLD, BIG, title), *lines):
        if font == pdf_fonts.BOLD:
            page.ln(2)
        page.set_font(font, size=size)
        page.multi_cell(0, size * _AIR, text, align="L", new_x="LMARGIN", new_y="NEXT")
    guide = bytes(page.output())
    pdf_fonts.close(page)
    return guide


def _lines(questions: Sequence[str], agreed: Sequence[str]) -> Iterator[tuple[str, float, str]]:
    """Each with its font and size; what is bold begins a part."""
    words, ends = resources.guide_words(), list(accumulate(step.minutes for step in resources.guide_words().steps))
    yield pdf_fonts.BODY, MIDDLE, words.lead
    for step, end in zip(words.steps, ends, strict=True):
        yield pdf_fonts.BOLD, MIDDLE, words.step.format(from_minute=end - step.minutes, to_minute=end, title=step.title)
        yield pdf_fonts.BODY, MIDDLE, step.text
    before = resources.agreement_words().guide.title
    for title, listed in (
        *([(before, agreed)] if agreed else []),
        (words.questions_title, questions),
        (words.not_asked_title, words.not_asked),
        (words.wrong_title, words.wrong),
    ):
        yield pdf_fonts.BOLD, MIDDLE, title
        yield from ((pdf_fonts.BODY, MIDDLE, f"\u2022 {line}") for line in listed)
    yield pdf_fonts.BODY, SMALL, resources.instrument().notes.adverse_use
    if demonstration.name():
        yield pdf_fonts.BODY, SMALL, demonstration.name()
