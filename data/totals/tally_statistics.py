"""Statistics from counts: how often each value occurred is all there ever is (docs/instrument.md 6). Pure."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

# Value to how many people have it.
Tally: TypeAlias = Mapping[float, int]

# Variance of answers that fall on five options alike (James, Demaree and Wolf 1984).
_UNIFORM = 2.0
# Beyond so many people the interval of alpha is narrower than the two decimals it is shown with, and slow to work out.
_ENOUGH = 10_000
# Newton needs about six steps; the others are for quantiles so far out that halving must help.
_STEPS = 100
_CLOSE = 1e-14
_TINY = 1e-300


class Interval(NamedTuple):
    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether the value lies within it, its ends included."""
        return self.low <= value <= self.high


class Sample(NamedTuple):
    """What a mean and its certainty need: how many, their mean, and their standard deviation (n - 1; 0 for one person)."""

    people: int
    mean: float
    sd: float


def sample(tally: Tally) -> Sample | None:
    """None for nobody."""
    people = sum(tally.values())
    if people == 0:
        return None
    return Sample(people, math.fsum(value * n for value, n in tally.items()) / people, math.sqrt(variance(tally)))


def variance(tally: Tally) -> float:
    """Unbiased; 0 for fewer than two people."""
    people = sum(tally.values())
    if people < 2:
        return 0.0
    mean = math.fsum(value * n for value, n in tally.items()) / people
    return math.fsum(n * (value - mean) ** 2 for value, n in tally.items()) / (people - 1)


def median(tally: Tally) -> float | None:
    """The middle value, or the mean of the two middle ones; None for nobody."""
    people, seen = sum(tally.values()), 0
    middle: list[float] = []
    for value in sorted(tally):
        before, seen = seen, seen + tally[value]
        middle += [value for place in ((people - 1) // 2, people // 2) if before <= place < seen]
    return sum(middle) / 2 if people else None


def mean_interval(of: Sample) -> Interval | None:
    """Where the mean lies in 95 of 100 such groups, within 0 to 100; None below two people."""
    if of.people < 2:
        return None
    half = t_quantile(0.975, of.people - 1) * of.sd / math.sqrt(of.people)
    return Interval(max(0.0, of.mean - half), min(100.0, of.mean + half))


def difference_interval(one: Sample, other: Sample) -> Interval | None:
    """The same for how far one mean lies above the other, by Welch; None below two people in either."""
    if min(one.people, other.people) < 2:
        return None
    apart, errors = one.mean - other.mean, (one.sd**2 / one.people, other.sd**2 / other.people)
    if sum(errors) == 0:
        return Interval(apart, apart)
    freedom = sum(errors) ** 2 / (errors[0] ** 2 / (one.people - 1) + errors[1] ** 2 / (other.people - 1))
    half = t_quantile(0.975, freedom) * math.sqrt(sum(errors))
    return Interval(apart - half, apart + half)


def agreement(items: Sequence[Tally]) -> float | None:
    """r_wg(j) from the keyed answers to each statement of a scale, 0 to 1; None without two answers to each."""
    if not items or any(sum(item.values()) < 2 for item in items):
        return None
    spread = sum(variance(item) for item in items) / len(items) / _UNIFORM
    if spread >= 1:
        return 0.0
    return len(items) * (1 - spread) / (len(items) * (1 - spread) + spread)


def alpha(items: Sequence[Tally], total: Tally) -> float | None:
    """Cronbach's alpha from the keyed answers of everybody who rated a statement, and the sums of those who rated all of them.

    None for one statement, or for sums that do not vary.
    """
    k, spread = len(items), variance(total)
    if k < 2 or spread <= 0:
        return None
    return k / (k - 1) * (1 - math.fsum(variance(item) for item in items) / spread)


def alpha_interval(alpha: float, *, people: int, statements: int) -> Interval:
    """Feldt's 95% interval."""
    n = min(people, _ENOUGH)
    d1, d2 = n - 1, (n - 1) * (statements - 1)
    return Interval(1 - (1 - alpha) * f_quantile(0.975, d1, d2), 1 - (1 - alpha) * f_quantile(0.025, d1, d2))


@lru_cache(maxsize=4096)
def t_quantile(share: float, freedom: float) -> float:
    """The value below which that share of Student's t lies; for shares of a half and more."""
    # Beyond this many, twelve digits are the same as for this many and the work would grow with the people.
    freedom = min(freedom, 1e6)
    x = beta_quantile(2 * (1 - share), freedom / 2, 0.5)
    return math.sqrt(freedom * (1 - x) / x)


@lru_cache(maxsize=4096)
def f_quantile(share: float, d1: float, d2: float) -> float:
    """The value below which that share of Fisher's F lies."""
    x = beta_quantile(share, d1 / 2, d2 / 2)
    return d2 * x / (d1 * (1 - x))


def beta_quantile(share: float, a: float, b: float) -> float:
    """Where the regularised incomplete beta function reaches the share: Newton's method, kept within a bracket that closes in."""
    low, high, x = 0.0, 1.0, a / (a + b)
    for _ in range(_STEPS):
        miss = beta_share(x, a, b) - share
        low, high = (x, high) if miss < 0 else (low, x)
        density = _beta_density(x, a, b)
        # Far out in the tail of a narrow one the density is too small for a number: leave the bracket, and so halve it.
        before, x = x, x - miss / density if density > 0 else low
        if not low < x < high:
            x = (low + high) / 2
        if abs(x - before) <= _CLOSE * x:
            break
    return x


def beta_share(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, by its continued fraction."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    # The fraction converges quickly on one side of the mean; the other is its mirror image.
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_share(1 - x, b, a)
    return _beta_density(x, a, b) * x * (1 - x) / a * _fraction(x, a, b)


def _beta_density(x: float, a: float, b: float) -> float:
    return math.exp((a - 1) * math.log(x) + (b - 1) * math.log1p(-x) + math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b))


def _fraction(x: float, a: float, b: float) -> float:
    """Lentz's method; the steps needed grow with the square root of a and b."""
    c, d = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, 10_000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _away_from_zero(1 + term * d)
            c = _away_from_zero(1 + term / c)
            value *= d * c
        if abs(d * c - 1) < 1e-15:
            break
    return value


def _away_from_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
