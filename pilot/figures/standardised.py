"""What a fitted factor model says in figures that people compare: loadings, correlations of factors, omega, the spread of agreeing."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pilot.figures import intervals
from pilot.figures.factor_models import AGREEING, Fit

# Of a parameter's size; central differences are then right to about eight digits.
_NUDGE = 1e-5

Name = tuple[str, str, str]


def table(fit: Fit) -> pd.DataFrame:
    """`loading` of a statement, `omega` of a factor's plain sum, `correlation` of two factors, `agreeing` (SD in steps of the answers).

    Intervals by the delta method, from the expected information.
    """
    model = fit.estimated
    found = dict(_figures(fit))
    slopes = _slopes(fit)
    variance = np.einsum("ij,jk,ik->i", slopes, model.calc_fim(inverse=True)[1], slopes)
    # Where the information is not positive, an interval would be an invention.
    errors = np.sqrt(np.where(variance > 0, variance, np.nan))
    lines = zip(found.items(), errors, strict=True)
    return pd.DataFrame(
        [
            {"figure": what, "of": of, "with": other, "n": fit.n, **intervals.around(value, float(error)).columns("value")}
            for ((what, of, other), value), error in lines
        ]
    )


def _figures(fit: Fit) -> Iterator[tuple[Name, float]]:
    model = fit.estimated
    statements, factors = model.names_lambda
    loads, implied = model.mx_lambda, model.calc_sigma()[0]
    spread, unit = np.sqrt(np.diag(implied)), np.sqrt(np.diag(model.mx_psi))
    places = {name: place for place, name in enumerate(factors)}
    for name in fit.model.factors:
        own = np.flatnonzero(loads[:, places[name]])
        for row in own:
            yield ("loading", statements[row], name), float(loads[row, places[name]] * unit[places[name]] / spread[row])
        yield ("omega", name, ""), float((loads[own, places[name]].sum() * unit[places[name]]) ** 2 / implied[np.ix_(own, own)].sum())
    for one, other in combinations(fit.model.factors, 2):
        a, b = places[one], places[other]
        yield ("correlation", one, other), float(model.mx_psi[a, b] / (unit[a] * unit[b]))
    if AGREEING in places:
        yield ("agreeing", "all statements", ""), float(unit[places[AGREEING]])


def _slopes(fit: Fit) -> NDArray[np.float64]:
    """How each figure answers to each parameter. The model is left as it was."""
    model, best = fit.estimated, fit.estimated.param_vals.copy()
    columns = []
    for place, value in enumerate(best):
        step = _NUDGE * max(1.0, abs(value))
        ends = []
        for side in (step, -step):
            nudged = best.copy()
            nudged[place] += side
            model.update_matrices(nudged)
            ends.append(np.array([figure for _, figure in _figures(fit)]))
        columns.append((ends[0] - ends[1]) / (2 * step))
    # Whoever reads the fitted model after this must find it at its best and not nudged.
    model.update_matrices(best)
    return np.array(columns).T
