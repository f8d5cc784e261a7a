"""Confirmatory factor models of the statements, with and without a factor for agreeing whatever is asked (acquiescence)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd
import semopy
from scipy import optimize, stats

from pilot import statements
from pilot.errors import PilotError
from pilot.figures import gaps, intervals

AGREEING = "agreeing"
EIGHT, EIGHT_APART = "8 factors", "8 factors, agreeing apart"
# Three areas that may turn out to be one.
_MAY_MERGE = ("spark", "alignment", "momentum")
# RMSEA comes with a 90 % interval by custom, so that its lower end is a test at 5 %.
_RMSEA_TAIL = 0.05


@dataclass(frozen=True)
class FactorModel:
    name: str
    factors: Mapping[str, Sequence[str]]
    # The sign of each statement on the factor for agreeing; without it there is no such factor.
    signs: Mapping[str, int] | None = None

    def text(self) -> str:
        """In the language that semopy and lavaan share. The first statement of each factor sets its unit."""
        # Scaled by a variance of 1 instead, semopy never came to an end (pilot/README.md).
        lines = [f"{name} =~ {' + '.join(own)}" for name, own in self.factors.items()]
        if self.signs:
            lines.append(f"{AGREEING} =~ {' + '.join(f'{sign}*{name}' for name, sign in self.signs.items())}")
            # Agreeing has nothing to do with the eight, which is what makes it a factor apart.
            lines += [f"{AGREEING} ~~ 0*{name}" for name in self.factors]
        return "\n".join(lines) + "\n"


@dataclass(frozen=True)
class Fit:
    model: FactorModel
    n: int
    settled: bool
    chi2: float
    freedom: int
    cfi: float
    tli: float
    rmsea: intervals.Interval
    srmr: float
    estimated: semopy.Model

    def line(self) -> dict[str, object]:
        """As a line of a table; without figures where no best solution was found."""
        named: dict[str, object] = {"model": self.model.name, "n": self.n}
        if not self.settled:
            return named
        figures = {
            "chi2": self.chi2,
            "df": self.freedom,
            "p": float(stats.chi2.sf(self.chi2, self.freedom)),
            "cfi": self.cfi,
            "tli": self.tli,
        }
        # Up to a constant the BIC of each model of the same covariances (Raftery 1995); semopy's own leaves out the likelihood.
        bic = self.chi2 - self.freedom * float(np.log(self.n))
        return named | figures | self.rmsea.columns("rmsea") | {"srmr": self.srmr, "bic": bic}


def models(covariance: pd.DataFrame) -> list[FactorModel]:
    """The eight dimensions with and without agreeing, and what they are held against: two of them as one, and all as one."""
    eight = {name: _strongest_first(covariance, statements.members(name)) for name in statements.dimensions()}
    signs = {s.id: s.sign for s in statements.load()}
    merged = [_merged(eight, pair) for pair in combinations(_MAY_MERGE, 2)]
    one = {"everything": _strongest_first(covariance, statements.ids())}
    rivals = [FactorModel(f"7 factors: {next(reversed(factors))}, agreeing apart", factors, signs) for factors in merged]
    return [FactorModel(EIGHT, eight), FactorModel(EIGHT_APART, eight, signs), *rivals, FactorModel("1 factor, agreeing apart", one, signs)]


def fit(model: FactorModel, covariance: pd.DataFrame, n: int) -> Fit:
    """By maximum likelihood, of covariances divided by n."""
    estimated = semopy.Model(model.text())
    order = [name for own in model.factors.values() for name in own]
    result = estimated.fit(cov=covariance.loc[order, order], n_samples=n)
    told = semopy.calc_stats(estimated).loc["Value"]
    chi2, freedom = float(told["chi2"]), int(told["DoF"])
    return Fit(
        model,
        n,
        bool(result.success),
        chi2,
        freedom,
        # semopy goes beyond 1 where chi2 is less than its degrees of freedom.
        min(1.0, float(told["CFI"])),
        float(told["TLI"]),
        _rmsea(chi2, freedom, n),
        _srmr(estimated),
        estimated,
    )


def settled(fits: Sequence[Fit], name: str) -> Fit:
    """Raises PilotError where that model has no best solution, as with too few people for it."""
    found = next(fit for fit in fits if fit.model.name == name)
    if not found.settled:
        raise PilotError(f"The model '{name}' did not settle with {found.n} people, so there are no loadings and no omega.")
    return found


def fit_all(keyed: pd.DataFrame) -> list[Fit]:
    covariance = gaps.covariance(keyed)
    return [fit(model, covariance, len(keyed)) for model in models(covariance)]


def _strongest_first(covariance: pd.DataFrame, own: list[str]) -> list[str]:
    """A unit set by a statement that hardly goes with the rest would leave the whole factor without one."""
    spread = np.sqrt(np.diag(covariance.loc[own, own]))
    correlations = covariance.loc[own, own] / np.outer(spread, spread)
    return [str(name) for name in correlations.sum().sort_values(ascending=False, kind="stable").index]


def _merged(eight: Mapping[str, Sequence[str]], pair: tuple[str, str]) -> dict[str, Sequence[str]]:
    """Named after both; it comes last."""
    rest = {name: own for name, own in eight.items() if name not in pair}
    return rest | {"_and_".join(pair): [*eight[pair[0]], *eight[pair[1]]]}


def _rmsea(chi2: float, freedom: int, n: int) -> intervals.Interval:
    """With the 90 % interval from the noncentral chi-square (Browne and Cudeck 1993)."""

    def noncentrality(tail: float) -> float:
        def miss(guess: float) -> float:
            return float(stats.ncx2.cdf(chi2, freedom, guess)) - tail

        return float(optimize.brentq(miss, 1e-9, 10 * chi2)) if miss(1e-9) > 0 else 0.0

    ends = (max(0.0, chi2 - freedom), noncentrality(1 - _RMSEA_TAIL), noncentrality(_RMSEA_TAIL))
    return intervals.Interval(*(float(np.sqrt(end / (freedom * (n - 1)))) for end in ends))


def _srmr(estimated: semopy.Model) -> float:
    """Root mean square of what the correlations differ from those of the model, the diagonal included."""
    found, implied = estimated.mx_cov, estimated.calc_sigma()[0]
    spread = np.sqrt(np.diag(found))
    return float(np.sqrt((((found - implied) / np.outer(spread, spread))[np.tril_indices(len(found))] ** 2).mean()))
