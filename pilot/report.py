"""The tables of a pilot as text for a terminal and as files for whatever comes next."""

import math
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from pilot.analysis import Analysis
from pilot.figures import fairness

_NOTES = {
    "sample": "Who is in the files. Factor models are made of everybody whose eight dimensions can all be scored.",
    "statements": "Each statement. rest: correlation with the mean of the dimension's other statements. Shares are out of 1.",
    "dimensions": "Each dimension, 0 to 100. within: mean correlation of its statements. across_keys: of forward with reversed ones. "
    "omega: from the eight factors with agreeing apart.",
    "models": "Factor models, maximum likelihood. 'Agreeing apart': a factor on which forward ones load 1 and reversed ones -1. "
    "RMSEA has a 90 % interval.",
    "factors": "Standardised figures of the eight factors, agreeing apart.",
    "pairs": "How far apart the dimensions are: HTMT from plain correlations, and the correlation of the two factors.",
    "retest": "The same people later. r: whether the order stays. icc: whether the score stays. change: in points.",
    "dif": "Statements that two groups answer differently although they stand alike in the dimension; only what chance does not explain.",
    "outcomes": "Pearson's r of each dimension with each outcome. It goes together; nothing here shows that one leads to the other.",
    "bars": "The bars of protocol.md. clearly: of those missed, how many miss it with their whole interval.",
}


def text(done: Analysis) -> str:
    """Every table with its note; intervals stand behind their figure, 95 % unless it says otherwise."""
    parts = [f"{name.upper()}\n{note}\n\n{_printed(_shown(done, name))}" for name, note in _NOTES.items() if name in done.tables]
    return "\n\n".join(parts + [f"Left out: {remark}" for remark in done.remarks]) + "\n"


def write(done: Analysis, folder: Path) -> None:
    """Each table as NAME.csv with all its digits, the models as models.txt."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in done.tables.items():
        table.to_csv(folder / f"{name}.csv", index=False)
    if done.models:
        (folder / "models.txt").write_text("\n".join(f"# {name}\n{model}" for name, model in done.models.items()), encoding="utf-8")


def _shown(done: Analysis, name: str) -> pd.DataFrame:
    table = done.tables[name]
    return fairness.sure(table) if name == "dif" else table


def _printed(table: pd.DataFrame) -> str:
    if table.empty:
        return "nothing"
    return pd.DataFrame(dict(_columns(table))).to_string(index=False)


def _columns(table: pd.DataFrame) -> Iterator[tuple[str, list[str]]]:
    for name in table:
        # The ends of an interval are printed behind their figure and not as columns beside it.
        if str(name).removesuffix("_low").removesuffix("_high") in set(table) - {name}:
            continue
        ends = [f"{name}_low", f"{name}_high"]
        if set(ends) <= set(table):
            yield str(name), [_interval(*values) for values in table[[name, *ends]].itertuples(index=False)]
        else:
            yield str(name), [_cell(value) for value in table[name]]


def _interval(value: float, low: float, high: float) -> str:
    return _cell(value) if math.isnan(value) else f"{_cell(value)} [{_cell(low)}, {_cell(high)}]"


def _cell(value: object) -> str:
    """Three figures that count, about."""
    if not isinstance(value, float):
        return str(value)
    return "not known" if math.isnan(value) else f"{value:.{3 if abs(value) < 1 else 2 if abs(value) < 100 else 0}f}"
