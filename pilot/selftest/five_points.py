"""What becomes of the correlations of normal variables that are asked about in a few ordered steps: exact, as a truth to test against."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.polynomial import hermite_e
from numpy.typing import NDArray
from scipy import special, stats

# The terms fall like a power of the correlation; here none is above .9, and 60 terms are right to more than ten digits below .7.
_TERMS = 60

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Steps:
    """A standard normal variable cut into ordered steps, each worth one more than the one below it."""

    cuts: tuple[float, ...]

    def of(self, values: Floats) -> Floats:
        """From 0 on."""
        return np.searchsorted(self.cuts, values).astype(float)

    @cached_property
    def terms(self) -> Floats:
        """The steps as a series of Hermite polynomials of unit variance, from the linear one on."""
        orders = np.arange(_TERMS)
        density = stats.norm.pdf(self.cuts)[:, None]
        values = np.stack([hermite_e.hermeval(np.array(self.cuts), np.eye(_TERMS)[order]) for order in orders], axis=1)
        return np.asarray((density * values).sum(axis=0) / np.exp(special.gammaln(orders + 2) / 2))

    @cached_property
    def sd(self) -> float:
        """From the probability of each step."""
        shares = np.diff(stats.norm.cdf([-np.inf, *self.cuts, np.inf]))
        steps = np.arange(len(shares))
        return float(np.sqrt(shares @ steps**2 - (shares @ steps) ** 2))

    @property
    def kept(self) -> float:
        """The correlation of the steps with the variable: what is left of a loading."""
        return float(self.terms[0]) / self.sd


def correlation(of_the_variables: Floats, one: Steps, other: Steps) -> Floats:
    """Of the steps, from that of the normal variables (Mehler's formula)."""
    powers = np.asarray(of_the_variables)[..., None] ** np.arange(1, _TERMS + 1)
    return np.asarray(powers @ (one.terms * other.terms) / (one.sd * other.sd))
