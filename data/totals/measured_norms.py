"""Norms measured from counts of everyone (docs/rk11.md 2.2): what no count of one person could tell, rounded and at wide steps. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.instrument.norms import Figures, Norms
from data.instrument.rk_1_1 import NormsRules
from data.profile.scoring import rounded
from data.totals import tally_statistics
from data.totals.tally_statistics import Tally


@dataclass(frozen=True)
class ScaleCounts:
    """One dimension: of each statement the keyed answers of whoever rated it, and the sums of those who rated them all."""

    answers: Sequence[Tally]
    sums: Tally


def measured(rules: NormsRules, scales: Mapping[str, ScaleCounts], *, day: date) -> Norms | None:
    """The version that so many whole answers allow; `people` is the step, never the exact number.

    None before the first step, and while people hardly differ in some dimension.
    """
    step = rung(rules, min(sum(scale.sums.values()) for scale in scales.values()))
    figures = {dimension: found for dimension, scale in scales.items() if step and (found := _figures(rules, scale))}
    if figures.keys() != scales.keys():
        return None
    return Norms(name=f"norms-{step}", dimensions=figures, day=day, people=rules.ladder[step - 1])


def rung(rules: NormsRules, people: int) -> int:
    """How many steps of the ladder that many whole answers reach; the number in the name of the norms."""
    return sum(people >= step for step in rules.ladder)


def _figures(rules: NormsRules, scale: ScaleCounts) -> Figures | None:
    k, sums = len(scale.answers), tally_statistics.sample(scale.sums)
    alpha = tally_statistics.alpha(scale.answers, scale.sums)
    if sums is None or alpha is None or (sd := _to(rules.round_sd, 25 / k * sums.sd)) == 0:
        return None
    return Figures(
        mean=_to(rules.round_mean, 25 * (sums.mean / k - 1)),
        sd=sd,
        alpha=min(rules.alpha_max, max(rules.alpha_min, _to(rules.round_alpha, alpha))),
    )


def _to(step: float, value: float) -> float:
    """To the nearest step. Steps below 1 divide 1 evenly, so that .35 is .35 and not the sum of 35 hundredths."""
    parts = round(1 / step)
    return rounded(value * parts) / parts
