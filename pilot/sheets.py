"""What a file of rows holds, ready to be counted: one line a person, one column a statement."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from pilot import statements

# A dimension is scored from three quarters of its statements on in rk-1.1.
_ENOUGH = 0.75


@dataclass(frozen=True)
class Sheets:
    """Every frame is indexed by the person's code."""

    # 1 to 5 as it was chosen; missing where it was skipped or does not apply.
    raw: pd.DataFrame
    does_not_apply: pd.DataFrame
    # The two questions of rk-1.1, and every criterion that was asked beside them.
    outcomes: pd.DataFrame
    groups: pd.DataFrame
    minutes: pd.Series

    @cached_property
    def keyed(self) -> pd.DataFrame:
        """1 to 5, where more always means more of the dimension."""
        reversed_ones = [s.id for s in statements.load() if s.sign < 0]
        return self.raw.assign(**{name: 6 - self.raw[name] for name in reversed_ones})

    @cached_property
    def scores(self) -> pd.DataFrame:
        """0 to 100 in each dimension, by the rule of rk-1.1: each half counts the same, and too few answers give none."""
        return pd.DataFrame({name: self._score(name) for name in statements.dimensions()})

    @cached_property
    def scored(self) -> pd.Series:
        """Whether every dimension of a person can be scored: of such people the factor models are made."""
        return self.scores.notna().all(axis=1)

    def _score(self, dimension: str) -> pd.Series:
        asked = statements.dimensions()[dimension]
        # A half without any answer has no mean, and so the dimension no score.
        halves = [self.keyed[[s.id for s in asked if s.sign == sign]].mean(axis=1) for sign in (1, -1)]
        answered = self.raw[statements.members(dimension)].notna().sum(axis=1)
        return (25 * ((halves[0] + halves[1]) / 2 - 1)).where(answered >= np.ceil(_ENOUGH * len(asked)))
