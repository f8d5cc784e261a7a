"""What insights say of single statements, turned so that the favourable side is always to the right."""

from collections.abc import Iterator
from functools import partial

from components.charts.drawing import Kind
from components.charts.figure import Figure
from components.charts.of_groups import percentages_chart
from components.charts.theme import Palette
from components.insights import drawings
from components.insights.section import Part, Shown, alt_text, summary, with_names
from components.screen.published_words import percentage_words
from components.session import resources
from data.instrument.questions import Item
from data.totals import highlights
from data.totals.published import Published, Side

# How many stand at either end.
_NAMED = 5


def most(of: Shown) -> Iterator[Part]:
    """The statements with the most positive answers."""
    words = resources.group_words().insights
    yield _ends(of, "statements_most", words.statements_most, sorted(of.whole.statements, key=lambda id: -_good(of, id)))


def least(of: Shown) -> Iterator[Part]:
    """The statements with the fewest positive answers; those that are alike keep their order, so that nothing finer is told."""
    words = resources.group_words().insights
    yield _ends(of, "statements_least", words.statements_least, sorted(of.whole.statements, key=lambda id: _good(of, id)))


def _good(of: Shown, id: str) -> int:
    return of.whole.statements[id][Side.FAVOURABLE].points


def _ends(of: Shown, key: str, title: str, ids: list[str]) -> Part:
    words = resources.group_words().insights
    items = {item.id: item for item in of.rules.items}
    figure = _figure_of(of.whole, title, [items[id] for id in ids[:_NAMED]], of.colours)
    return Part(key, title, words.statements_ends, (figure,), (), _caption(), drawings.sure_of_percentages(of.whole.n_band))


def parts(of: Shown) -> Iterator[Part]:
    """Every statement, by area."""
    words = resources.group_words().insights
    good = {id: percentages[Side.FAVOURABLE] for id, percentages in of.whole.statements.items()}
    texts = {item.id: _text(item, words.quoted.format(text=item.text.rstrip("."))) for item in of.rules.items}
    high = with_names(words.statements_high, (texts[id] for id in highlights.most(good)))
    low = with_names(words.statements_low, (texts[id] for id in highlights.least(good)))
    figures = tuple(_figure_of(of.whole, name, items, of.colours) for name, items in _asked(of).items() if items)
    yield Part("statements", words.statements_title, summary(high, low), figures, caption=_caption())


def of_area(of: Shown, area: str) -> Iterator[Part]:
    """Every statement of one area, by its name."""
    words = resources.group_words().insights
    for items in filter(None, (_asked(of).get(area),)):
        lead, figure = words.statements_area.format(name=area), _figure_of(of.whole, area, items, of.colours)
        yield Part("statements_area", area, lead, (figure,), caption=_caption())


def _asked(of: Shown) -> dict[str, list[Item]]:
    """By the name of its area what was asked, and may be told."""
    rules, told = of.rules, of.whole.statements
    return {dimension.name: [item for item in rules.items_of(dimension.id) if item.id in told] for dimension in rules.dimensions}


def _caption() -> str:
    words = resources.group_words().insights
    return f"{words.statements_caption} {words.rounded}"


def _figure_of(whole: Published, name: str, items: list[Item], colours: Palette) -> Figure:
    words = resources.group_words().insights
    kinds = {Side.UNFAVOURABLE: words.unfavourable, Side.NEUTRAL: words.neutral, Side.FAVOURABLE: words.favourable}
    shown = [percentages_chart.Row(_text(item, item.text), tuple(whole.statements[item.id][side] for side in Side)) for item in items]
    unfavourable, neutral, favourable = (kinds[side] for side in Side)
    draw = partial(percentages_chart.diverging, shown, (unfavourable, neutral, favourable), colours=colours)
    rows = tuple((row.name, *map(percentage_words, row.percentages)) for row in shown)
    columns = (words.statement, *kinds.values())
    drawing = drawings.percentages(Kind.PARTS, columns[1:], shown)
    return Figure(draw, alt_text(name, rows), name, columns, rows, drawing, listed=True)


def _text(item: Item, text: str) -> str:
    return resources.group_words().insights.reversed.format(text=text) if item.reverse else text
