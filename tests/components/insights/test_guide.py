"""The guide as whoever prints it sees it."""

from pathlib import Path

from components.insights import guide
from components.session import resources
from tests.components.exports.file_readers import pdf_pages, with_poppler

WORDS = resources.guide_words()
# The longest that insights can ask: three of the eight areas each, and an action of two lines.
LONG = tuple("Spark, Alignment and Momentum: lowest on the whole. What would make it a little easier next month? " * 2 for _ in range(4))


def printed(questions: tuple[str, ...], folder: Path) -> str:
    return " ".join(with_poppler("pdftotext", guide.write(questions), folder).split())


def test_the_guide_says_who_says_what_what_nobody_is_asked_and_the_questions(tmp_path: Path) -> None:
    said = printed(LONG[:1], tmp_path)

    for text in (WORDS.lead, *(step.text for step in WORDS.steps), *WORDS.not_asked, *WORDS.wrong, LONG[0].strip()):
        assert text in said
    assert "0 to 5 min: Begin" in said and "37 to 45 min" in said


def test_the_guide_is_one_page_however_long_the_questions_are(tmp_path: Path) -> None:
    """Seen to fail: with letters of twice the size."""
    assert len(pdf_pages(guide.write(LONG), tmp_path)) == 1
