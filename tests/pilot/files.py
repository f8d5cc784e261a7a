"""Files of rows as a pilot would hold them, made from the invented people of the self-test."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from pilot import rows
from pilot.selftest import invented
from pilot.sheets import Sheets


def table(people: int = 60, seed: int = 1) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    return invented.rows(invented.people(people, rng), rng)


def answered(cells: Mapping[str, object], told: pd.DataFrame | None = None) -> pd.DataFrame:
    """The first person changed in these columns."""
    told = table() if told is None else told
    return told.assign(**{name: [cell, *told[name].iloc[1:]] for name, cell in cells.items()})


def written(folder: Path, told: pd.DataFrame) -> Path:
    path = folder / "rows.csv"
    told.to_csv(path, index=False)
    return path


def sheets(folder: Path, told: pd.DataFrame) -> Sheets:
    return rows.load(written(folder, told))
