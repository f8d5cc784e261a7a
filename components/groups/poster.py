"""A poster to print for a team's round: what it is, a code to scan, and the link to type."""

import io
from datetime import date

from fpdf import FPDF
from fpdf.enums import Align

from components.exports import pdf_fonts
from components.screen import demonstration, key_link
from components.session import language, resources

# Millimetres of an A4 page.
MARGIN, CODE = 25, 110


def write(address: str, closes: date) -> bytes:
    """The poster as PDF. It names no team: a name on a wall would tell strangers who takes part."""
    words = resources.group_words().team
    lead, closing = words.poster_lead.format(**resources.promised()), f"{words.closes} {resources.dates().day(closes)}"
    page = FPDF(format="A4")
    page.set_title(words.poster_title)
    page.set_lang(language.current().tag)
    pdf_fonts.bring(page, (pdf_fonts.BODY,), (words.poster_title, lead, closing, demonstration.name()))
    page.set_margin(MARGIN)
    page.add_page()
    for text, size in ((words.poster_title, 34), (lead, 18), (closing, 14)):
        page.set_font(pdf_fonts.BODY, size=size)
        # A point is .35 mm, and lines want some air.
        page.multi_cell(0, size * 0.5, text, align="C", new_x="LMARGIN", new_y="NEXT")
        page.ln(6)
    page.set_font(pdf_fonts.BODY, size=12)
    page.multi_cell(0, 7, demonstration.name(), align="C", new_x="LMARGIN", new_y="NEXT")
    page.image(io.BytesIO(key_link.picture(address)), x=Align.C, w=CODE, alt_text=words.join)
    page.ln(6)
    page.set_font(pdf_fonts.BODY, size=12)
    page.multi_cell(0, 7, address, align="C")
    poster = bytes(page.output())
    pdf_fonts.close(page)
    return poster
