"""How each dimension goes together with the outcome questions and with every criterion that was asked beside them."""

import pandas as pd

from pilot.figures import intervals
from pilot.sheets import Sheets


def table(sheets: Sheets) -> pd.DataFrame:
    """Pearson's r, one line for each outcome and dimension."""
    scores = sheets.scores
    return pd.DataFrame([_line(sheets.outcomes[outcome], scores[name]) for outcome in sheets.outcomes for name in scores])


def _line(outcome: pd.Series, score: pd.Series) -> dict[str, object]:
    both = int((outcome.notna() & score.notna()).sum())
    return {"outcome": outcome.name, "dimension": score.name, "n": both, **intervals.pearson(outcome, score).columns("r")}
