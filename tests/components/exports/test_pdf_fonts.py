from fpdf import FPDF
from fpdf.fonts import TTFFont

from components.exports import pdf_fonts


def test_the_sign_for_a_missing_letter_is_in_every_font_that_may_set_it() -> None:
    assert all(pdf_fonts.NO_LETTER in pdf_fonts._letters(font) for font in (pdf_fonts.BODY, pdf_fonts.BOLD, pdf_fonts.HEADING))


def test_a_page_is_given_the_fonts_of_its_own_script_and_lets_their_files_go() -> None:
    page = FPDF()
    pdf_fonts.bring(page, (pdf_fonts.BODY,), ["Plain", "שלום"])

    page.add_page()
    page.set_font(pdf_fonts.BODY, size=12)
    page.multi_cell(0, 7, "שלום")

    written = page.output()
    pdf_fonts.close(page)
    files = [font.ttffile.name for font in page.fonts.values() if isinstance(font, TTFFont)]
    assert files == ["SourceSansPro-Regular.ttf", "NotoSansHebrew[wght].ttf"]
    assert b"NotoSansHebrew" in written


def test_plain_text_needs_no_other_font() -> None:
    assert pdf_fonts.fallbacks_for(["Plain words, Ünïcödé and Ελληνικά"]) == ()
    assert pdf_fonts.is_plain("Plain words")


def test_each_script_brings_its_own_font_and_no_other() -> None:
    assert pdf_fonts.fallbacks_for(["שלום"]) == ("NotoSansHebrew[wght].ttf",)
    assert pdf_fonts.fallbacks_for(["🎉"]) == ("NotoEmoji[wght].ttf",)
    assert not pdf_fonts.is_plain("שלום")


def test_what_joins_letters_is_left_out_only_where_no_font_has_it() -> None:
    assert pdf_fonts.printable("a\ufe0fb\ufeffc") in ("abc", "a\ufe0fbc", "a\ufe0fb\ufeffc", "ab\ufeffc")
    assert pdf_fonts.printable("\x00\t\x1b") == f"{pdf_fonts.NO_LETTER} {pdf_fonts.NO_LETTER}"
