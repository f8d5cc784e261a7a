"""How each statement was answered, and how it goes together with the rest of its dimension."""

import pandas as pd

from pilot import statements
from pilot.figures import intervals
from pilot.sheets import Sheets


def table(sheets: Sheets) -> pd.DataFrame:
    """One line a statement. `rest` is the correlation with the mean of the dimension's other statements, over whole ones (`n_rest`)."""
    return pd.DataFrame([_line(sheets, statement) for statement in statements.load()])


def _line(sheets: Sheets, statement: statements.Statement) -> dict[str, object]:
    told, people = sheets.raw[statement.id].dropna(), len(sheets.raw)
    whole = sheets.keyed[statements.members(statement.dimension)].dropna()
    return {
        "statement": statement.id,
        "dimension": statement.dimension,
        "key": statement.key,
        "n": len(told),
        **intervals.mean(told).columns("mean"),
        "sd": float(told.std()),
        **intervals.share(int((told == 1).sum()), len(told)).columns("at_1"),
        **intervals.share(int((told == 5).sum()), len(told)).columns("at_5"),
        **intervals.share(int(sheets.does_not_apply[statement.id].sum()), people).columns("na"),
        **intervals.share(people - len(told) - int(sheets.does_not_apply[statement.id].sum()), people).columns("skipped"),
        "n_rest": len(whole),
        **intervals.pearson(whole[statement.id], whole.drop(columns=statement.id).mean(axis=1)).columns("rest"),
    }
