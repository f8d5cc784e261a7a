"""What a team agreed on after a round; and of what it agreed on before it, what people say and what has changed beside it."""

from collections.abc import Iterator, Mapping
from functools import partial

from components.charts.figure import Figure
from components.charts.of_groups import percentages_chart
from components.charts.theme import Palette
from components.insights.section import Part, Shown, alt_text
from components.screen.published_words import percentage_words
from components.session import resources
from data.totals import between_rounds
from data.totals.published import Insights, Percentage

AGREED, HAPPENED = "agreed", "happened"


def agreed(of: Shown) -> Iterator[Part]:
    """Each thing with how to start."""
    words = resources.agreement_words()
    found = map(words.named, of.insights.agreements.agreed)
    lines = tuple(words.insights.line.format(text=one.text, how=one.how) for one in found)
    yield Part(AGREED, words.title, words.insights.lead_agreed, lines=lines)


def happened(of: Shown) -> Iterator[Part]:
    """What people say of each thing, and what the section on rounds says of the areas that these are meant for."""
    words, found = resources.agreement_words(), of.insights.agreements.happened
    figures = tuple(_figure(words.named(id).text, said, of.colours) for id, said in found.items() if said)
    few = (words.insights.few.format(text=words.named(id).text) for id, said in found.items() if not said)
    areas = tuple(dict.fromkeys(words.named(id).dimension for id in found))
    caption = words.insights.caption if figures else ""
    yield Part(HAPPENED, words.insights.title, words.insights.lead_asked, figures, (*few, *_changed(of, areas)), caption)


def asked_again(insights: Insights) -> tuple[str, ...]:
    """What the guide for the conversation asks about each thing that was agreed on before this round."""
    words = resources.agreement_words()
    return tuple(words.guide.line.format(text=words.named(id).text) for id in insights.agreements.happened)


def _figure(title: str, said: Mapping[str, Percentage], colours: Palette) -> Figure:
    words = resources.agreement_words()
    shown = [percentages_chart.Row(words.said[answer], (percentage,)) for answer, percentage in said.items()]
    rows = tuple((row.name, *map(percentage_words, row.percentages)) for row in shown)
    columns = (words.insights.answer, words.insights.percentage)
    return Figure(partial(percentages_chart.bars, shown, colours=colours), alt_text(title, rows), title, columns, rows)


def _changed(of: Shown, areas: tuple[str, ...]) -> Iterator[str]:
    """Nothing where nothing can be told."""
    words, rounds = resources.agreement_words().insights, of.insights.over_time.rounds
    place = next((place for place, round in enumerate(rounds) if round.number == of.insights.number), 0)
    changes = between_rounds.changes(rounds[place - 1], rounds[place]) if place else None
    if changes is None or not changes.compared:
        return
    for area in areas:
        points, name = changes.points.get(area, 0), of.rules.names((area,))
        form = words.more if points > 0 else words.less
        yield form.format(name=name, points=abs(points)) if points else words.alike.format(name=name)
