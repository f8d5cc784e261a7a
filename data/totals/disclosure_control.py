"""Turns the exact counts of a group into what may be shown of it (docs/anonymity.md 3.4, 3.5). Pure; called by `publishing` alone."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from data.groups import codebook
from data.groups.agreements.happened import Happened
from data.instrument.answers import Area
from data.instrument.instrument import Instrument
from data.instrument.rk_1_1 import SecondRules
from data.instrument.scoring_rules import Level
from data.privacy_limits import DETAIL_FROM, PERCENTAGES_FROM, PERCENTILE_FROM, REFERENCE_FROM, ROUND_FLOOR
from data.profile.job_and_work import Orientation, Quadrant
from data.profile.scoring import level_of
from data.totals import rounding, tally_statistics
from data.totals.counts import Counts
from data.totals.published import BETWEEN, YES_OR_PARTLY, Agreement, Mean, Percentage, Published, Side
from data.totals.tally_statistics import Tally

# Above the first views are alike, below the second they differ widely (docs/instrument.md 6.4).
_ALIKE, _WIDE = 0.70, 0.50


class Scored(NamedTuple):
    """How many people have a score, and how many, blurred, have one in each tenth of the scale."""

    people: int
    tenths: Sequence[int]


def reference(instrument: Instrument, label: str, people: int, scored: Mapping[str, Scored]) -> Published:
    """What may be shown of so many people, everyone or a life stage: how their scores lie, and nothing else (docs/anonymity.md 3.15)."""
    enough = {dimension: found for dimension, found in scored.items() if found.people >= REFERENCE_FROM}
    return Published(
        label=label,
        n_band=rounding.size_band(people),
        instrument=instrument.version,
        means={},
        bars={dimension: rounding.bars_of_everyone(found.tenths, size=people) for dimension, found in enough.items()},
        # Of everyone and of a stage only: nobody is told a place within a team (docs/instrument.md 6.1).
        ranks={
            dimension: rounding.percentile_steps(found.tenths, statements=len(instrument.items_of(dimension)))
            for dimension, found in enough.items()
            if found.people >= PERCENTILE_FROM
        },
    )


def published(counts: Counts, label: str, *, size: int | None = None) -> Published:
    """What may be shown of a round, or of a part of one, of that size; its own where none is given."""
    size = min(counts.people, size or counts.people)
    scores, means = _scores(counts), means_of(counts, size=size)
    if size < PERCENTAGES_FROM:
        return Published(label, rounding.size_band(counts.people), counts.instrument.version, means)
    return Published(
        label=label,
        n_band=rounding.size_band(counts.people),
        instrument=counts.instrument.version,
        means=means,
        levels={dimension: _levels(counts.instrument, tally, size=size) for dimension, tally in scores.items() if _many(tally)},
        orientations=rounding.percentages(counts.by_category(codebook.ORIENTATION, tuple(Orientation)), size=size),
        obstacles=_obstacles(counts, size=size),
        statements=_statements(counts, size=size),
        agreement=_agreement(counts, size=size),
        quadrants=_detail(counts.by_category(codebook.QUADRANT, _with_between(counts.instrument, *Quadrant)), size=size),
        patterns=_detail(counts.by_category(codebook.PATTERN, _with_between(counts.instrument, *_patterns(counts.instrument))), size=size),
        week=_week(counts, size=size),
    )


def means_of(counts: Counts, *, size: int) -> dict[str, Mean]:
    """The means of a group of that size, as coarse as anywhere."""
    return {dimension: found for dimension, tally in _scores(counts).items() if (found := _mean(tally, size=size))}


def happened(counts: Counts, place: int) -> dict[str, Percentage]:
    """What people said of the agreement at a place, from 10 answers; below 20, yes and partly together."""
    said = counts.by_category(codebook.happened(place), tuple(Happened))
    if sum(said.values()) < DETAIL_FROM:
        said = {YES_OR_PARTLY: said.pop(Happened.YES) + said.pop(Happened.PARTLY), **said}
    return rounding.percentages(said, size=counts.people)


def _scores(counts: Counts) -> dict[str, Tally]:
    """The scores of each dimension that at least six people have one for."""
    scores = {dimension.id: counts.scores(dimension.id) for dimension in counts.instrument.dimensions}
    return {dimension: tally for dimension, tally in scores.items() if sum(tally.values()) >= ROUND_FLOOR}


def _mean(tally: Tally, *, size: int) -> Mean | None:
    found = tally_statistics.sample(tally)
    return rounding.mean(found, size=size) if found and found.people >= ROUND_FLOOR else None


def _levels(instrument: Instrument, tally: Tally, *, size: int) -> dict[Level, Percentage]:
    levels: dict[str, int] = dict.fromkeys(Level, 0)
    for value, people in tally.items():
        levels[level_of(instrument.scoring, value)] += people
    return rounding.ends(levels, size=size)


def _many(tally: Tally) -> bool:
    return sum(tally.values()) >= PERCENTAGES_FROM


def _detail(tally: Mapping[str, int], *, size: int) -> dict[str, Percentage]:
    return rounding.percentages(tally, size=size) if min(size, sum(tally.values())) >= DETAIL_FROM else {}


def _obstacles(counts: Counts, *, size: int) -> dict[str, Percentage]:
    """Of those who ticked anything, each obstacle by itself."""
    asked = {of.id: counts.by_category(codebook.obstacle_is(of.id), ("not", "ticked")) for of in counts.instrument.obstacles}
    percentages = {id: rounding.percentages(ticked, size=size) for id, ticked in asked.items()}
    return {id: found["ticked"] for id, found in percentages.items() if found}


def _statements(counts: Counts, *, size: int) -> dict[str, dict[Side, Percentage]]:
    found = {item.id: _detail(_sides(counts.answers(item)), size=size) for item in counts.instrument.items}
    return {id: {side: sides[side] for side in Side} for id, sides in found.items() if sides}


def _sides(answers: Tally) -> dict[str, int]:
    sides: dict[str, int] = dict.fromkeys(Side, 0)
    for keyed, people in answers.items():
        sides[Side.NEUTRAL if keyed == 3 else Side.FAVOURABLE if keyed > 3 else Side.UNFAVOURABLE] += people
    return sides


def _patterns(instrument: Instrument) -> tuple[str, ...]:
    return tuple(pattern.id for pattern in instrument.patterns.all)


def _with_between(instrument: Instrument, *names: str) -> tuple[str, ...]:
    """In the order of the codes; from rk-1.1 on the last one is what lies between two."""
    return (*names, BETWEEN) if isinstance(instrument.rules, SecondRules) else names


def _agreement(counts: Counts, *, size: int) -> dict[str, Agreement]:
    if isinstance(counts.instrument.rules, SecondRules):
        return {}
    scales = {d.id: [counts.answers(item) for item in counts.instrument.items_of(d.id)] for d in counts.instrument.dimensions}
    return {dimension: _alike(items) for dimension, items in scales.items() if min(size, _fewest(items)) >= DETAIL_FROM}


def _fewest(items: Sequence[Tally]) -> int:
    return min(sum(item.values()) for item in items)


def _alike(items: Sequence[Tally]) -> Agreement:
    found = tally_statistics.agreement(items) or 0.0
    if found > _ALIKE:
        return Agreement.ALIKE
    return Agreement.MIXED if found >= _WIDE else Agreement.WIDE


def _week(counts: Counts, *, size: int) -> dict[str, dict[Area, int]]:
    found = {when: {area: counts.week(codebook.week_of(when, area)) for area in Area} for when in ("now", "wish")}
    enough = {when: areas for when, areas in found.items() if min(size, _fewest(list(areas.values()))) >= DETAIL_FROM}
    return {when: {area: rounding.week_points(tally) for area, tally in areas.items()} for when, areas in enough.items()}
