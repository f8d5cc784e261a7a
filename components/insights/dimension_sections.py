"""What insights say of the eight dimensions: means, what differs from everyone, levels and life stages."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import compress

import pandas as pd

from components.charts.drawing import Row
from components.charts.figure import NOTHING, Figure
from components.charts.of_groups import means_chart, percentages_chart
from components.insights import drawings, standing
from components.insights.section import Part, Shown, alt_text, dimensions, summary, with_names
from components.screen import chart_words
from components.screen.published_words import percentage_words
from components.session import resources
from data.instrument.advice import Stage
from data.instrument.instrument import Instrument
from data.instrument.scoring_rules import Level
from data.profile import rules as versions
from data.totals import highlights
from data.totals.published import Ends, Mean, Published

MEANS = "means"
_ENDS = (Level.LOW, Level.HIGH)


def means(of: Shown) -> Iterator[Part]:
    """The means, with their intervals where those are told; with nearly every statement left open, even a large round has none."""
    words, found, everyone = resources.group_words().insights, _sorted(of.whole.means), of.insights.everyone
    frame = pd.DataFrame(
        [
            {"name": of.rules.names((id,)), "mean": mean.value, "low": mean.low, "high": mean.high, "everyone": everyone.get(id)}
            for id, mean in found.items()
        ]
    )
    draw = partial(means_chart.build, frame, colours=of.colours, cuts=chart_words.cuts(of.rules))
    with_interval = any(mean.low is not None for mean in found.values())
    columns, *rows = _means_table(of, found, with_interval=with_interval)
    drawing = drawings.means((words.mean,), {of.rules.names((id,)): (mean,) for id, mean in found.items()})
    beside = tuple(map(_beside_everyone, drawing.rows, map(everyone.get, found))) if everyone else drawing.rows
    drawing = replace(drawing, rows=beside, over=chart_words.zones(of.rules), after=words.everyone_middle if everyone else "")
    said = alt_text(words.means_title, [row[:2] for row in rows])
    figure = Figure(draw, said, words.means_title, columns, tuple(rows), drawing, listed=True)
    reading = resources.slide_words().points if with_interval else resources.slide_words().points_alone
    how = (words.means_caption, words.means_interval if with_interval else words.read_with_care, words.means_everyone if everyone else "")
    lead, boxes = _ends(of.insights.standing_out.ends, of.rules), tuple(standing.boxes(of))
    yield Part(MEANS, words.means_title, lead, (figure,), (), " ".join(filter(None, how)), reading, boxes=boxes)


def _beside_everyone(row: Row, middle: int | None) -> Row:
    return replace(row, others=middle, after=NOTHING if middle is None else str(middle))


def _means_table(of: Shown, found: Mapping[str, Mean], *, with_interval: bool) -> Iterator[tuple[str, ...]]:
    """The names of its columns, then its rows, without a column that has nothing to say."""
    words, everyone = resources.group_words().insights, of.insights.everyone
    told = (True, True, with_interval, bool(everyone))
    yield tuple(compress((words.dimension, words.mean, words.interval, words.everyone_middle), told))
    for id, mean in found.items():
        middle = str(everyone[id]) if id in everyone else NOTHING
        yield tuple(compress((of.rules.names((id,)), str(mean.value), _interval(mean), middle), told))


def _sorted(means: Mapping[str, Mean]) -> dict[str, Mean]:
    """From the highest on; those that are shown alike keep their order, so that nothing finer is told."""
    return dict(sorted(means.items(), key=lambda entry: -entry[1].value))


def _ends(ends: Ends | None, rules: Instrument) -> str:
    words, own = resources.group_words().insights, versions.of(rules).team_words
    if ends is None:
        return own.too_few_to_name if own else words.means_alike
    high = with_names(words.means_high, dimensions(rules, ends.highest))
    low = with_names(words.means_low, dimensions(rules, ends.lowest))
    return summary(high, low) if high or low else words.means_alike


def _interval(mean: Mean) -> str:
    between = resources.group_words().comparison.from_to
    return NOTHING if mean.low is None else between.format(low=mean.low, high=mean.high)


def levels(of: Shown) -> Iterator[Part]:
    """How many are low and how many high; never how many are between (docs/anonymity.md 5.8)."""
    whole, rules = of.whole, of.rules
    words, names = resources.group_words().insights, rules.notes.level
    # In the order of the means, which the rows are looked at beside.
    ordered = [id for id in _sorted(whole.means) if id in whole.levels]
    shown = [percentages_chart.Row(rules.names((id,)), tuple(whole.levels[id][level] for level in _ENDS)) for id in ordered]
    draw = partial(percentages_chart.from_both_ends, shown, (names.low, names.high), colours=of.colours)
    rows = tuple((row.name, *map(percentage_words, row.percentages)) for row in shown)
    columns = (words.dimension, names.low, names.high)
    drawing = drawings.from_both_ends((names.low, words.untold.format(name=names.mid), names.high), shown)
    figure = Figure(draw, alt_text(words.levels_title, rows), words.levels_title, columns, rows, drawing, listed=True)
    found = {level: highlights.most({id: levels[level] for id, levels in whole.levels.items()}) for level in _ENDS}
    high = with_names(words.levels_high, dimensions(rules, found[Level.HIGH]))
    low = with_names(words.levels_low, dimensions(rules, found[Level.LOW]))
    reading = f"{drawings.sure_of_percentages(whole.n_band)} {words.levels_untold}"
    caption = f"{words.levels_caption} {words.levels_untold} {words.levels_untold_why}"
    yield Part("levels", words.levels_title, summary(high, low), (figure,), caption=caption, reading=reading)


def stages(of: Shown) -> Iterator[Part]:
    """The means of each life stage that is shown beside the whole."""
    whole, rules, told = of.whole, of.rules, told_stages(of)
    words, names = resources.group_words().insights, _stage_names(rules)
    everybody = pd.DataFrame([{"name": rules.names((id,)), "mean": mean.value} for id, mean in whole.means.items()])
    each = pd.DataFrame(
        [
            {"name": rules.names((id,)), "stage": names[stage], "mean": mean.value}
            for stage, part in told.items()
            for id, mean in part.means.items()
        ]
    )
    draw = partial(means_chart.build_stages, everybody, each, colours=of.colours, cuts=chart_words.cuts(rules))
    rows = tuple(
        (rules.names((id,)), str(mean.value), *(_value(part.means.get(id)) for part in told.values())) for id, mean in whole.means.items()
    )
    columns = (words.dimension, words.stages_whole, *(names[stage] for stage in told))
    figure = Figure(draw, alt_text(words.stages_title, [columns[1:], *rows]), words.stages_title, columns, rows)
    yield Part("stages", words.stages_title, words.stages_lead, (figure,), caption=words.stages_caption)


def told_stages(of: Shown) -> dict[Stage, Published]:
    """The life stages of which means are shown."""
    found = of.insights.stages
    return {stage: part for stage in Stage if isinstance(part := found.get(stage), Published) and part.means}


def _value(mean: Mean | None) -> str:
    return str(mean.value) if mean else NOTHING


def _stage_names(rules: Instrument) -> dict[str, str]:
    """The first word or two of what somebody chose: what follows the colon explains it."""
    asked = next(question for question in rules.life_stage if question.id == "stage_self")
    return {choice.id: choice.label.partition(":")[0] for choice in asked.options}
