"""A round as slides: one finding at a time, each under a question, in the order of the sections."""

from collections.abc import Iterator

from components.charts.drawing import Drawing, Kind
from components.exports.deck import Deck, Slide
from components.insights import all_sections
from components.insights.questions import QUESTIONS
from components.insights.section import Part, Shown
from components.screen import demonstration
from components.screen.published_words import people_words
from components.session import resources

# As many rows as can be read from the last chair; of percentages the five largest.
MOST_ROWS, MOST_SHARES = 8, 5


def of(shown: Shown) -> Deck:
    """What may be shown of the round, with a cover and an end."""
    words, closed_on = resources.slide_words(), shown.insights.closed_on
    day = resources.dates().day(closed_on) if closed_on else ""
    people = words.people.format(people=people_words(shown.whole.n_band), day=day)
    may_not = words.notes.may_not
    cover = Slide(words.cover, demonstration.name(), lines=words.cover_lines, notes=(may_not, *_rules(shown)))
    close = Slide(words.close, lines=words.close_lines, notes=(may_not,))
    return Deck(shown.insights.team, people, words.rule, (cover, *_findings(shown), close))


def _rules(shown: Shown) -> Iterator[str]:
    if shown.insights.standing_out.ends is None:
        yield resources.slide_words().notes.few
    yield shown.rules.notes.adverse_use


def _findings(shown: Shown) -> list[Slide]:
    asked = resources.slide_words().questions
    there = (section for section in all_sections.SECTIONS if section.is_there(shown))
    parts = [part for section in there for part in section.parts(shown) if part.key in asked]
    # What to talk about comes after what was found.
    return [_slide(part) for part in sorted(parts, key=lambda part: part.key == QUESTIONS)]


def _slide(part: Part) -> Slide:
    words = resources.slide_words()
    drawing = next((_readable(figure.drawing) for figure in part.figures if figure.drawing), None)
    # Beside percentages the lines are drawn already.
    said = " ".join((part.lead, *part.lines)) if drawing and drawing.kind is Kind.POINTS else part.lead
    lines = () if drawing else part.lines
    notes = (words.notes.said.format(said=said), *_read(part), words.notes.ask.format(question=words.notes.ask_all), words.notes.may_not)
    alt_text = part.figures[0].alt_text if drawing else ""
    return Slide(words.questions[part.key], said, drawing, lines, part.reading, notes, alt_text)


def _readable(drawing: Drawing) -> Drawing:
    return drawing.parted(MOST_SHARES if drawing.kind is Kind.BARS else MOST_ROWS)[0]


def _read(part: Part) -> Iterator[str]:
    if part.reading:
        yield resources.slide_words().notes.read.format(caption=part.reading)
