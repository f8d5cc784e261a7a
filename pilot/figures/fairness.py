"""Whether people of two groups who stand alike in a dimension answer its statements alike (DIF), by ordinal logistic regression.

Per statement three models of the raw order: the dimension's mean; the group as well (uniform); and their product (non-uniform).
The mean holds the statement itself: without it a mere difference between the groups would look like unfairness (Zwick 1990).
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats
from statsmodels.miscmodels.ordinal_model import OrderedModel, OrderedResults
from statsmodels.stats.multitest import multipletests
from statsmodels.tools.sm_exceptions import ConvergenceWarning, HessianInversionWarning

from pilot import statements
from pilot.figures import intervals
from pilot.sheets import Sheets

# With fewer people in a group the regression finds little but its own noise.
FEWEST_IN_GROUP = 100
_LEVEL = 0.05
KINDS = ("uniform", "non-uniform")
# Uniform: what the group adds to Nagelkerke's R-square (Jodoin and Gierl 2001).
_MODERATE, _LARGE = 0.035, 0.070
# Non-uniform: that hardly moves even where a statement measures nothing in one group (the self-test plants that), so the slope decides.
# 0.64 log odds are the 1.5 that the Educational Testing Service calls large on its delta scale.
_STEEP = 0.64

Floats = NDArray[np.float64]
Line = dict[str, object]


@dataclass(frozen=True)
class Comparison:
    """Two groups of one column; `reference` is the larger one."""

    column: str
    group: str
    reference: str

    def people(self, sheets: Sheets) -> pd.Series:
        """0.5 for the group, -0.5 for the reference; nobody else."""
        # Half a step to either side: the group's effect is then the whole difference, and the slope that of both together.
        return sheets.groups[self.column].map({self.group: 0.5, self.reference: -0.5}).dropna().astype(float)


def comparisons(groups: pd.DataFrame) -> list[Comparison]:
    """Each group that is large enough against the largest of its column."""
    sizes = {column: groups[column].value_counts() for column in groups}
    enough = {column: [str(name) for name, n in count.items() if n >= FEWEST_IN_GROUP] for column, count in sizes.items()}
    return [Comparison(str(column), name, reference) for column, (reference, *rest) in _with_two(enough) for name in rest]


def table(sheets: Sheets, comparison: Comparison, dimensions: Sequence[str]) -> pd.DataFrame:
    """Two lines a statement, one for each kind; `p_holm` is corrected for all lines of the table.

    Dimensions where something was found are looked at once more, people matched without the statements that were found.
    """
    once = pd.concat([_dimension(sheets, comparison, name, frozenset()) for name in dimensions], ignore_index=True)
    found = frozenset(matters(_judged(once))["statement"])
    again = [name for name in dimensions if found & set(statements.members(name))]
    kept = once[~once["dimension"].isin(again)]
    return _judged(pd.concat([kept, *(_dimension(sheets, comparison, name, found) for name in again)], ignore_index=True))


def sure(table: pd.DataFrame) -> pd.DataFrame:
    """The lines that chance does not explain, however small."""
    return table[table["p_holm"] < _LEVEL]


def matters(table: pd.DataFrame) -> pd.DataFrame:
    """Of those, the ones that are not negligible."""
    return sure(table)[sure(table)["size"] != "negligible"]


def _with_two(enough: dict[object, list[str]]) -> list[tuple[object, list[str]]]:
    return [(column, names) for column, names in enough.items() if len(names) > 1]


def _dimension(sheets: Sheets, comparison: Comparison, dimension: str, found: frozenset[str]) -> pd.DataFrame:
    own = statements.members(dimension)
    group = comparison.people(sheets)
    answers = sheets.keyed.loc[group.index, own].dropna()
    clean = [name for name in own if name not in found]
    lines: list[Line] = []
    for name in own:
        # Everybody here said the same, so there is nothing for a group to explain.
        if answers[name].nunique() < 2:
            continue
        # One statement alone would match people by what is being asked about.
        matched = answers[[*dict.fromkeys([*clean, name])] if len(clean) > 1 else own].mean(axis=1)
        shared = {"group": f"{comparison.column}: {comparison.group}", "against": comparison.reference, "statement": name}
        lines += [
            shared | {"dimension": dimension, "n": len(answers)} | line for line in _statement(answers[name], matched, group[answers.index])
        ]
    return pd.DataFrame(lines)


def _statement(answer: pd.Series, matched: pd.Series, group: pd.Series) -> list[Line]:
    """`effect` in log odds of a higher answer: of the group, and per SD of the matched mean."""
    standing = ((matched - matched.mean()) / matched.std()).to_numpy()
    columns = np.column_stack([standing, group, standing * group])
    order = np.unique(answer, return_inverse=True)[1]
    fits = _fits(order, columns)
    explained = _nagelkerke(order, [float(fit.llf) for fit in fits])
    lines: list[Line] = []
    for place, kind in enumerate(KINDS, 1):
        effect = intervals.around(float(fits[place].params[place]), float(fits[place].bse[place]))
        p = float(stats.chi2.sf(2 * (float(fits[place].llf) - float(fits[place - 1].llf)), 1))
        lines.append({"kind": kind, **effect.columns("effect"), "explained": explained[place] - explained[place - 1], "p": p})
    return lines


def _fits(order: NDArray[np.int64], columns: Floats) -> list[OrderedResults]:
    """With one, two and three of the columns. Each begins where the one before ended, its own column at 0."""
    found: list[OrderedResults] = []
    with warnings.catch_warnings():
        # Too few answers in a cell show as an endless interval, which says it in the right place.
        warnings.simplefilter("ignore", ConvergenceWarning)
        warnings.simplefilter("ignore", HessianInversionWarning)
        for used in range(1, columns.shape[1] + 1):
            begin = np.insert(found[-1].params, used - 1, 0.0) if found else None
            found.append(OrderedModel(order, columns[:, :used], distr="logit").fit(begin, method="bfgs", disp=False, maxiter=200))
    return found


def _nagelkerke(order: NDArray[np.int64], likelihoods: list[float]) -> list[float]:
    n, counts = len(order), np.bincount(order)
    nothing = float((counts * np.log(counts / n)).sum())
    most = 1 - np.exp(2 * nothing / n)
    return [float((1 - np.exp(2 * (nothing - likelihood) / n)) / most) for likelihood in likelihoods]


def _judged(lines: pd.DataFrame) -> pd.DataFrame:
    uniform = lines["kind"] == "uniform"
    large = (uniform & (lines["explained"] >= _LARGE)) | (~uniform & (lines["effect"].abs() >= _STEEP))
    size = np.select([large, uniform & (lines["explained"] >= _MODERATE)], ["large", "moderate"], "negligible")
    return lines.assign(p_holm=multipletests(lines["p"], method="holm")[1], size=size)
