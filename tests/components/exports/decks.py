"""A deck as any round may give it: every kind of drawing, lines alone, and a team name with every sign that may stand in one."""

from datetime import date

from components.charts.drawing import Drawing, Kind, Mark, Row
from components.exports.deck import Deck, Slide
from data.groups.team_name import clean_team_name

TODAY = date(2026, 11, 27)
NAME = clean_team_name("Ämter & Co’s (a+b), c_d/e#1–2, 第二 队)")
LONG = "I do my job only out of habit, and have done so for years on end. (reversed)"
POINTS = Drawing(
    Kind.POINTS,
    ("1: 11 May", "2: 30 Jul"),
    (Row("Growth", (Mark(70, "70"), Mark(75, "75 (65 to 85)", 65, 85))), Row("Balance", (None, Mark(40, "40 (31 to 52)", 31, 52)))),
)
BARS = Drawing(
    Kind.BARS, ("Percentage",), (Row("Too little time & <money>", (Mark(60, "60 %"),)), Row("Fear", (Mark(10, "≤ 10 %", at_most=True),)))
)
PARTS = Drawing(
    Kind.PARTS,
    ("negative", "neutral", "positive"),
    (
        Row(
            "I do my job only out of habit, and have done so for years on end. (reversed)",
            (Mark(10, "≤ 10 %"), Mark(30, "30 %"), Mark(60, "60 %")),
        ),
    ),
)
ENDS = Drawing(
    Kind.PARTS,
    ("Low", "Middle: not told", "High"),
    (Row("Growth", (Mark(30, "≤ 30 %", at_most=True), None, Mark(40, "40 %"))), Row("Balance", (Mark(60, "60 %"), None, Mark(60, "60 %")))),
)
NOTES = ("You may say: this.", "Do not say or ask who.")
DECK = Deck(
    NAME,
    "20 to 49 people",
    "Totals only.",
    (
        Slide("How is our work for us?", "Rekindle", lines=("We look at totals only.",), notes=NOTES),
        Slide(
            "How do the areas stand?",
            "Highest overall: Growth.",
            POINTS,
            caption="In brackets: 19 of 20 cases.",
            notes=NOTES,
            alt_text="Means",
        ),
        Slide("What stands in the way?", "Time.", BARS, caption="Up to 22 points off.", notes=NOTES, alt_text="Obstacles"),
        Slide("Which statements?", "5 of all.", PARTS, caption="Up to 22 points off.", notes=NOTES, alt_text="Statements"),
        Slide("How many are low?", "Most often low: Balance.", ENDS, caption="Up to 22 points off.", notes=NOTES, alt_text="Levels"),
        Slide("What do we want to talk about?", lines=tuple(f"Question {number}" for number in range(6)), notes=NOTES),
    ),
)


def words(slide: Slide) -> list[str]:
    """Everything that is said on a slide itself, drawn numbers included."""
    rows = slide.drawing.rows if slide.drawing else ()
    drawn = [text for row in rows for text in (row.name, *(mark.said for mark in row.marks if mark))]
    return [text for text in (slide.title, slide.said, *slide.lines, slide.caption, *drawn, NAME, DECK.people, DECK.rule) if text]


def values(drawing: Drawing) -> list[list[float | None]]:
    """Its numbers, a list for each name."""
    return [[mark and mark.value for mark in marks] for marks in zip(*(row.marks for row in drawing.rows), strict=True)]
