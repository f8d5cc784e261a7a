"""The same people some weeks later: how far their scores hold still."""

import pandas as pd

from pilot import statements
from pilot.errors import BadFile
from pilot.figures import intervals
from pilot.sheets import Sheets

# An interval of a correlation is then about half as wide as the scale.
FEWEST = 30


def table(first: Sheets, second: Sheets) -> pd.DataFrame:
    """One line a dimension: Pearson's r (whether the order stays), ICC (whether the score stays), and the mean change in points."""
    return pd.DataFrame([_line(name, pairs(first, second, name)) for name in statements.dimensions()])


def pairs(first: Sheets, second: Sheets, dimension: str) -> pd.DataFrame:
    """Whoever has a score in both files. Raises BadFile where they are too few to say anything."""
    both = pd.concat({"then": first.scores[dimension], "now": second.scores[dimension]}, axis=1, join="inner").dropna()
    if len(both) < FEWEST:
        raise BadFile(
            f"Only {len(both)} people have a score in {dimension} in both files, and {FEWEST} are needed. "
            "People are joined by the column person: use the same code in both."
        )
    # An agreement of 1 would be printed as a finding.
    if both["then"].equals(both["now"]):
        raise BadFile(f"Everybody has the very same score in {dimension} in both files. Is it one file twice?")
    return both


def _line(dimension: str, both: pd.DataFrame) -> dict[str, object]:
    return {
        "dimension": dimension,
        "n": len(both),
        **intervals.pearson(both["then"], both["now"]).columns("r"),
        **intervals.agreement(both).columns("icc"),
        **intervals.mean(both["now"] - both["then"]).columns("change"),
    }
