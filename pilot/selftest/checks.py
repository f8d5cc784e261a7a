"""Tries the whole analysis, from the files on, on invented people of whom the truth is known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from threadpoolctl import threadpool_limits

from pilot import rows, statements
from pilot.figures import correlations, factor_models, fairness, gaps, outcomes, retest, standardised
from pilot.figures.intervals import Interval
from pilot.selftest import invented, known
from pilot.sheets import Sheets

PEOPLE, AGAIN = 1000, 400
# Enough for the bars below, which ask for no more than the first digits of an interval's ends.
_DRAWS = 200
# Of 95 % intervals this share must hold the truth. Figures of one file share their luck, so 95 % itself would be missed every other time.
_HELD = 0.75


@dataclass(frozen=True)
class Check:
    what: str
    known: str
    recovered: str
    bar: str
    ok: bool


def run(folder: Path, seed: int, *, quick: bool) -> list[Check]:
    """The files are left in the folder. `quick` looks for DIF only in the dimensions where some was planted."""
    rng = np.random.default_rng(seed)
    write(folder, rng)
    first, second, groups = (rows.load(folder / f"{name}.csv") for name in ("first", "second", "groups"))
    planted = {s.dimension for s in statements.load() if s.id in invented.EASIER | invented.WEAKER}
    looked_at = [name for name in statements.dimensions() if not quick or name in planted]
    with threadpool_limits(limits=1):
        return [*_models(first), *_htmt(first, rng), *_retest(first, second), *_outcomes(first), *_fairness(groups, looked_at)]


def write(folder: Path, rng: np.random.Generator) -> None:
    """first.csv, second.csv (some of the same people later) and groups.csv (others, in two groups)."""
    folder.mkdir(parents=True, exist_ok=True)
    people = invented.people(PEOPLE, rng)
    invented.rows(people, rng).to_csv(folder / "first.csv", index=False)
    invented.rows(invented.later(people, rng), rng).head(AGAIN).to_csv(folder / "second.csv", index=False)
    invented.rows_of_two_groups(invented.people(PEOPLE, rng), rng).to_csv(folder / "groups.csv", index=False)


def _models(sheets: Sheets) -> Iterator[Check]:
    whole = sheets.keyed[sheets.scored]
    covariance = gaps.covariance(whole)
    without, apart = (factor_models.fit(model, covariance, len(whole)) for model in factor_models.models(covariance)[:2])
    yield Check("CFI, 8 factors, agreeing apart", "1.00", f"{apart.cfi:.3f}", "at least .970", apart.cfi >= 0.97)
    yield Check("RMSEA, 8 factors, agreeing apart", "0.00", f"{apart.rmsea.value:.3f}", "at most .020", apart.rmsea.value <= 0.02)
    yield Check("CFI, 8 factors", "a bad fit", f"{without.cfi:.3f}", "at most .900", without.cfi <= 0.90)
    found = standardised.table(factor_models.settled([apart], factor_models.EIGHT_APART))
    yield from compared("loadings", known.loadings(), _named(found[found["figure"] == "loading"], ["of"], "value"), 0.12)
    yield from compared("omega", known.omega(), _named(found[found["figure"] == "omega"], ["of"], "value"), 0.08)
    yield from compared(
        "correlations of factors", known.factors(), _named(found[found["figure"] == "correlation"], ["of", "with"], "value"), 0.15
    )
    yield from compared("agreeing, SD in steps", known.agreeing(), _named(found[found["figure"] == "agreeing"], ["of"], "value"), 0.05)


def _htmt(sheets: Sheets, rng: np.random.Generator) -> Iterator[Check]:
    found = correlations.with_intervals(sheets.keyed, rng, draws=_DRAWS)
    return compared("HTMT", known.htmt(), {pair: each for (what, pair), each in found.items() if what == "htmt"}, 0.18)


def _retest(first: Sheets, second: Sheets) -> Iterator[Check]:
    found = retest.table(first, second)
    yield from compared("retest r", known.retest(), _named(found, ["dimension"], "r"), 0.15)
    yield from compared("retest ICC", known.retest(), _named(found, ["dimension"], "icc"), 0.15)


def _outcomes(sheets: Sheets) -> Iterator[Check]:
    return compared("outcome r", known.outcomes(), _named(outcomes.table(sheets), ["outcome", "dimension"], "r"), 0.15)


def _fairness(sheets: Sheets, dimensions: list[str]) -> Iterator[Check]:
    (comparison,) = fairness.comparisons(sheets.groups)
    table = fairness.table(sheets, comparison, dimensions)
    for name, planted in invented.EASIER.items():
        yield _planted(name, f"uniform, {_way(planted)}", fairness.matters(table))
    for name in invented.WEAKER:
        yield _planted(name, "non-uniform, lower", fairness.matters(table))
    others = table[~table["statement"].isin([*invented.EASIER, *invented.WEAKER])]
    false = int(others["statement"].isin(fairness.matters(table)["statement"]).sum())
    yield Check(f"DIF in {others['statement'].nunique()} other statements", "none", str(false), "none moderate or large", false == 0)


def _planted(statement: str, truth: str, lines: pd.DataFrame) -> Check:
    found = lines[lines["statement"] == statement]
    told = [f"{kind}, {_way(effect)}" for kind, effect in zip(found["kind"], found["effect"], strict=True)]
    return Check(f"DIF planted in {statement}", truth, "; ".join(told) or "nothing", "found as such", truth in told)


def _way(effect: float) -> str:
    return "higher" if effect > 0 else "lower"


def compared(what: str, truth: Mapping[str, float], found: Mapping[str, Interval], furthest: float) -> Iterator[Check]:
    """Whether the figure that is furthest off is near enough, and whether enough intervals hold the truth."""
    worst = max(truth, key=lambda name: abs(found[name].value - truth[name]))
    off = abs(found[worst].value - truth[worst])
    name = f"{what}, furthest off of {len(truth)}: {worst}" if len(truth) > 1 else what
    yield Check(name, f"{truth[worst]:.3f}", _told(found[worst]), f"off by {furthest:.2f} at most", off <= furthest)
    held = sum(found[each].low <= truth[each] <= found[each].high for each in truth)
    if len(truth) > 1:
        yield Check(f"{what}, held by their intervals", f"{len(truth)}", f"{held}", f"at least {_HELD:.0%}", held >= _HELD * len(truth))


def _told(found: Interval) -> str:
    return f"{found.value:.3f} [{found.low:.3f}, {found.high:.3f}]"


def _named(table: pd.DataFrame, labels: list[str], column: str) -> dict[str, Interval]:
    """By the labels of each line, joined with a hyphen."""
    ends = table[[column, f"{column}_low", f"{column}_high"]].itertuples(index=False)
    return {"-".join(name): Interval(*map(float, each)) for name, each in zip(table[labels].to_numpy(), ends, strict=True)}
