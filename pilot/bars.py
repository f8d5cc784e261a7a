"""The bars that a pilot of rk-1.1 states before it looks (protocol.md 8), and whether each is met.

The figure decides; where its whole interval lies on one side, it does so clearly.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

# No more than this are named in a line; the tables hold all.
_NAMED = 6

Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True)
class Bar:
    words: str
    # Which column of which table, and which of its columns name a line.
    table: str
    column: str
    label: str
    least: float | None = None
    most: float | None = None
    # Only lines whose label is one of these.
    only: tuple[str, ...] = ()

    def missed(self, values: pd.Series) -> pd.Series:
        # Asked what is met and turned round: a figure that could not be computed is neither, and so is missed.
        return ~(values >= self.least if self.least is not None else values <= self.most)


BARS = (
    Bar("300 people or more", "sample", "people", "file", least=300, only=("first",)),
    Bar("Median time of 9 minutes at most", "sample", "minutes", "file", most=9, only=("first",)),
    Bar("'Does not apply' chosen by fewer than 10 in 100", "statements", "na", "statement", most=0.10),
    Bar("Correlation with the rest of the dimension at least .30", "statements", "rest", "statement", least=0.30),
    Bar(
        "mom_name, sup_circle: at most 60 in 100 strongly agree",
        "statements",
        "at_5",
        "statement",
        most=0.60,
        only=("mom_name", "sup_circle"),
    ),
    Bar("Mean correlation within a dimension at least .30", "dimensions", "within", "dimension", least=0.30),
    Bar("Mean correlation within a dimension at most .55", "dimensions", "within", "dimension", most=0.55),
    Bar("Mean correlation of forward with reversed ones at least .25", "dimensions", "across_keys", "dimension", least=0.25),
    Bar("Alpha at least .70", "dimensions", "alpha", "dimension", least=0.70),
    Bar("Omega at least .70", "dimensions", "omega", "dimension", least=0.70),
    Bar("CFI at least .90", "models", "cfi", "model", least=0.90, only=("8 factors, agreeing apart",)),
    Bar("RMSEA at most .08", "models", "rmsea", "model", most=0.08, only=("8 factors, agreeing apart",)),
    Bar(
        "No rival has a lower BIC than 8 factors, agreeing apart",
        "models",
        "bic_above_best",
        "model",
        most=0,
        only=("8 factors, agreeing apart",),
    ),
    Bar("HTMT below .85", "pairs", "htmt", "pair", most=0.85),
    Bar("100 people or more in the retest", "retest", "n", "dimension", least=100),
    Bar("No statement with moderate or large DIF", "dif_counts", "lines", "comparison", most=0),
)


def table(tables: Tables) -> pd.DataFrame:
    """One line a bar. What was not measured is said to be so, and is not met."""
    return pd.DataFrame([{"bar": bar.words, **_judged(bar, tables.get(bar.table))} for bar in BARS])


def _judged(bar: Bar, frame: pd.DataFrame | None) -> dict[str, object]:
    wanted = frame[frame[bar.label].isin(bar.only)] if frame is not None and bar.only else frame
    if wanted is None or bar.column not in wanted or wanted[bar.column].isna().all():
        return {"met": "not measured", "of": 0, "missed": 0, "clearly": 0, "which": ""}
    missed = bar.missed(wanted[bar.column])
    # The end of the interval that lies nearer to the bar.
    nearer = f"{bar.column}_{'high' if bar.least is not None else 'low'}"
    clearly = bar.missed(wanted[nearer]) & missed if nearer in wanted else missed
    names = [str(name) for name in wanted[bar.label][missed]]
    which = ", ".join(names[:_NAMED]) + (" ..." if len(names) > _NAMED else "")
    return {"met": "no" if names else "yes", "of": len(wanted), "missed": len(names), "clearly": int(clearly.sum()), "which": which}
