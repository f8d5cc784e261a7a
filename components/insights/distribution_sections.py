"""What insights say in percentages: agreement, what a job is for, obstacles, the map, patterns and the week."""

from collections.abc import Iterator, Mapping
from functools import partial
from textwrap import fill

import pandas as pd

from components.charts import week_chart
from components.charts.drawing import Drawing, Kind, Mark, Row
from components.charts.figure import Figure
from components.charts.of_groups import percentages_chart, quadrants_chart
from components.charts.theme import Palette
from components.insights import drawings
from components.insights.section import Part, Shown, alt_text, descending, dimensions, summary, with_names
from components.screen.published_words import percentage_words
from components.session import resources
from data.profile import guidance
from data.profile.job_and_work import ACROSS, UP, Orientation, Quadrant
from data.totals import highlights
from data.totals.published import BETWEEN, Agreement, Percentage

# Ticking that nothing weighs on one is no obstacle.
_NONE = "none"
_PLACES = {Quadrant.OUTSIDE_ONLY: (0, 1), Quadrant.BOTH: (1, 1), Quadrant.NEITHER: (0, 0), Quadrant.JOB_ONLY: (1, 0)}


def agreement(of: Shown) -> Iterator[Part]:
    """How alike views are by themselves, as rk-1.0 tells it."""
    whole, rules = of.whole, of.rules
    words = resources.group_words().insights
    named = {agreement: dimensions(rules, (id for id, found in whole.agreement.items() if found is agreement)) for agreement in Agreement}
    lines = tuple(line for agreement, names in named.items() if (line := with_names(words.agreement[agreement], names)))
    wide = with_names(words.agreement_wide, named[Agreement.WIDE]) or words.agreement_none
    yield Part("agreement", words.agreement_title, wide, lines=lines)


def orientations(of: Shown) -> Iterator[Part]:
    """What the job means to people."""
    whole, rules = of.whole, of.rules
    words = resources.group_words().insights
    names = {found: guidance.orientation_name(rules, Orientation(found)) for found in whole.orientations}
    sentence = with_names(words.most_common, (names[id] for id in highlights.most(whole.orientations)))
    figure = _listed(words.orientation_title, whole.orientations, names, of.colours)
    caption = f"{rules.notes.orientation.note} {words.rounded}"
    yield Part("orientation", words.orientation_title, summary(sentence), (figure,), caption=caption)


def patterns(of: Shown) -> Iterator[Part]:
    """How often each pattern is found."""
    whole, rules = of.whole, of.rules
    words = resources.group_words().insights
    names = {pattern.id: pattern.title for pattern in rules.patterns.all} | {BETWEEN: words.between_patterns}
    sentence = with_names(words.most_common, (names[id] for id in highlights.most(whole.patterns)))
    figure = _listed(words.patterns_title, whole.patterns, names, of.colours)
    caption = f"{rules.patterns.words.not_a_type} {words.rounded}"
    yield Part("patterns", words.patterns_title, summary(sentence), (figure,), caption=caption)


def obstacles(of: Shown) -> Iterator[Part]:
    """What was ticked as standing in the way."""
    whole, rules = of.whole, of.rules
    words = resources.group_words().insights
    names = {obstacle.id: obstacle.label for obstacle in rules.obstacles}
    real = {id: percentage for id, percentage in whole.obstacles.items() if id != _NONE}
    sentence = with_names(words.obstacles_lead, (names[id] for id in highlights.most(real)))
    figure = _listed(words.obstacles_title, whole.obstacles, names, of.colours)
    reading = drawings.sure_of_percentages(whole.n_band)
    yield Part("obstacles", words.obstacles_title, summary(sentence), (figure,), caption=words.rounded, reading=reading)


def _listed(title: str, percentages: Mapping[str, Percentage], names: Mapping[str, str], colours: Palette) -> Figure:
    words, descending_percentages = resources.group_words().insights, descending(percentages)
    shown = [percentages_chart.Row(names[id], (percentage,)) for id, percentage in descending_percentages.items()]
    rows = tuple((row.name, percentage_words(row.percentages[0])) for row in shown)
    drawing = drawings.percentages(Kind.BARS, (words.percentage,), shown)
    draw, columns = partial(percentages_chart.bars, shown, colours=colours), (words.what, words.percentage)
    return Figure(draw, alt_text(title, rows), title, columns, rows, drawing, listed=True)


def job_and_work(of: Shown) -> Iterator[Part]:
    """The four corners of the map."""
    whole, rules = of.whole, of.rules
    words, between = resources.group_words().insights, whole.quadrants.get(BETWEEN)
    names = {str(quadrant): str(getattr(rules.notes.quadrant, quadrant)) for quadrant in Quadrant} | {BETWEEN: words.between_corners}
    squares = pd.DataFrame([_square(names[corner], whole.quadrants[corner], place) for corner, place in _PLACES.items()])
    draw = partial(quadrants_chart.build, squares, colours=of.colours, axes=(rules.names((ACROSS,)), rules.names((UP,))))
    rows = tuple((names[id], percentage_words(percentage)) for id, percentage in whole.quadrants.items())
    shown = [percentages_chart.Row(names[id], (percentage,)) for id, percentage in descending(whole.quadrants).items()]
    drawing = drawings.percentages(Kind.BARS, (words.percentage,), shown)
    figure = Figure(draw, alt_text(words.map_title, rows), words.map_title, (words.what, words.percentage), rows, drawing)
    sentence = with_names(words.most_common, (names[id] for id in highlights.most(whole.quadrants)))
    lines = (words.said_of.format(names=words.between_corners, said=percentage_words(between)),) if between else ()
    reading = drawings.sure_of_percentages(whole.n_band)
    yield Part("map", words.map_title, summary(sentence), (figure,), lines, words.map_caption, reading)


def _square(name: str, percentage: Percentage, place: tuple[int, int]) -> dict[str, object]:
    wrapped = fill(name, quadrants_chart.NAME_WIDTH)
    return {"name": wrapped, "text": percentages_chart.symbol(percentage), "percentage": percentage.points, "x": place[0], "y": place[1]}


def week(of: Shown) -> Iterator[Part]:
    """How the week is and is wished for; the chart draws both, or nothing."""
    whole, rules = of.whole, of.rules
    words, shown = resources.group_words().insights, resources.wording().profile
    now, wish = whole.week["now"], whole.week["wish"]
    frame = pd.DataFrame([{"area": area.name, "now": now[area.id], "wish": wish[area.id]} for area in rules.areas])
    draw = partial(week_chart.build, frame, colours=of.colours, names=(shown.week_now, shown.week_wish))
    rows = tuple((area.name, f"{now[area.id]} %", f"{wish[area.id]} %") for area in rules.areas)
    columns = (shown.table_area, shown.week_now, shown.week_wish)
    both = ((area.id, row) for area, row in zip(rules.areas, rows, strict=True))
    marks = tuple(Row(row[0], (Mark(now[id], row[1]), Mark(wish[id], row[2]))) for id, row in both)
    drawing = Drawing(Kind.BARS, columns[1:], marks)
    figure = Figure(draw, alt_text(words.week_title, rows), words.week_title, columns, rows, drawing)
    missed = {area.name: wish[area.id] - now[area.id] for area in rules.areas}
    most = max(missed.values())
    # Nobody is missed where all areas are as wished for, and then 0 is the most.
    sentence = with_names(words.week_lead, (name for name, points in missed.items() if most > 0 and points == most))
    yield Part("week", words.week_title, sentence or words.week_close, (figure,), (), words.week_caption, resources.slide_words().week)
