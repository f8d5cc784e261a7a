import math
from collections import Counter
from collections.abc import Sequence
from statistics import fmean, stdev, variance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.totals import tally_statistics
from data.totals.tally_statistics import Interval, Sample

# Twelve people, four growth statements as answered; the last one is reversed (docs/instrument.md 9.3).
ANSWERED = [
    (4, 4, 3, 2), (2, 3, 2, 4), (3, 3, 4, 3), (5, 4, 5, 2), (1, 2, 3, 5), (4, 3, 4, 1),
    (3, 5, 3, 3), (2, 1, 2, 3), (5, 5, 4, 1), (3, 2, 4, 4), (4, 4, 2, 3), (2, 2, 3, 4),
]  # fmt: skip
KEYED = [(a, b, c, 6 - d) for a, b, c, d in ANSWERED]
REFERENCE = [15, 25, 30, 35, 35, 40, 45, 50, 55, 60, 65, 70]

people = st.lists(st.tuples(*[st.integers(1, 5)] * 4), min_size=3, max_size=60)


def tally(values: Sequence[float]) -> Counter[float]:
    return Counter(values)


def columns(rows: Sequence[tuple[int, ...]]) -> list[Counter[float]]:
    return [tally(column) for column in zip(*rows, strict=True)]


def alpha_of_counts(rows: Sequence[tuple[int, ...]]) -> float | None:
    return tally_statistics.alpha(columns(rows), tally([sum(row) for row in rows]))


def alpha_of_answers(rows: Sequence[tuple[int, ...]]) -> float | None:
    """From the covariances between single answers, as the manual defines it; there are no covariances in counts."""
    k, n = len(rows[0]), len(rows)
    means = [fmean(column) for column in zip(*rows, strict=True)]
    table = [[sum((r[i] - means[i]) * (r[j] - means[j]) for r in rows) / (n - 1) for j in range(k)] for i in range(k)]
    whole = sum(map(sum, table))
    return None if whole <= 1e-12 else k / (k - 1) * (1 - sum(table[i][i] for i in range(k)) / whole)


@pytest.mark.parametrize(
    ("freedom", "t"),
    [(4, 2.776445), (9, 2.262157), (11, 2.200985), (19, 2.093024), (29, 2.045230), (49, 2.009575), (99, 1.984217), (1e9, 1.959966)],
)
def test_quantiles_of_t_are_those_of_the_manual(freedom: float, t: float) -> None:
    assert tally_statistics.t_quantile(0.975, freedom) == pytest.approx(t, abs=5e-7)


@pytest.mark.parametrize(("d1", "d2", "f"), [(1, 1, 647.8), (5, 5, 7.15), (10, 20, 2.77), (20, 10, 3.42), (120, 120, 1.43)])
def test_quantiles_of_f_are_those_of_printed_tables(d1: int, d2: int, f: float) -> None:
    assert tally_statistics.f_quantile(0.975, d1, d2) == pytest.approx(f, rel=2e-3)
    assert tally_statistics.f_quantile(0.025, d2, d1) == pytest.approx(1 / tally_statistics.f_quantile(0.975, d1, d2))


# Made with SciPy 1.17, at the levels that differences, spreads and the interval of alpha are told by.
@pytest.mark.parametrize(
    ("share", "freedom", "t"),
    [
        (0.998125, 9, 3.8767404937737844),
        (0.998125, 14.37, 3.4532022954584187),
        (0.998125, 19, 3.3018134153270973),
        (0.998125, 49, 3.043862874962679),
        (0.998125, 5000, 2.8998231403596693),
        (0.975, 2.5, 3.5746548420036817),
    ],
)
def test_quantiles_of_t_are_those_of_a_reference_to_nine_digits(share: float, freedom: float, t: float) -> None:
    assert tally_statistics.t_quantile(share, freedom) == pytest.approx(t, rel=1e-9)


@pytest.mark.parametrize(
    ("share", "d1", "d2", "f"),
    [
        (0.00625, 19, 4999, 0.37248910146152253),
        (0.00625, 49, 199, 0.5416949874907936),
        (0.00625, 19, 60, 0.34562579571447466),
        (0.99375, 19, 4999, 1.994834367586252),
        (0.99375, 49, 199, 1.694256242565098),
        (0.99375, 19, 60, 2.35471854691485),
        (0.025, 99, 495, 0.7244149759629336),
        (0.975, 99, 495, 1.337413359542562),
    ],
)
def test_quantiles_of_f_are_those_of_a_reference_to_nine_digits(share: float, d1: int, d2: int, f: float) -> None:
    assert tally_statistics.f_quantile(share, d1, d2) == pytest.approx(f, rel=1e-9)


@given(st.floats(0.001, 0.999), st.floats(0.5, 500), st.floats(0.5, 500))
def test_the_beta_quantile_undoes_the_beta_share(share: float, a: float, b: float) -> None:
    assert tally_statistics.beta_share(tally_statistics.beta_quantile(share, a, b), a, b) == pytest.approx(share, abs=1e-9)


def test_the_small_matrix_of_the_manual_is_reproduced() -> None:
    assert alpha_of_counts(KEYED) == pytest.approx(0.8450521, abs=5e-8)
    assert alpha_of_counts(ANSWERED) == pytest.approx(-0.3673469, abs=5e-8)
    assert tally_statistics.alpha_interval(0.8450521, people=12, statements=4) == pytest.approx((0.6262, 0.9500), abs=5e-5)
    assert tally_statistics.agreement(columns(KEYED)) == pytest.approx(0.6200608, abs=5e-8)


def test_the_interval_of_alpha_for_the_attitude_data_is_that_of_the_manual() -> None:
    assert tally_statistics.alpha_interval(0.8431428, people=30, statements=7) == pytest.approx((0.739, 0.916), abs=5e-4)


def test_mean_spread_and_interval_of_the_small_matrix_are_those_of_the_manual() -> None:
    scores = [100 * sum(x - 1 for x in row) / 16 for row in KEYED]

    found = tally_statistics.sample(tally(scores))

    assert found is not None
    assert (found.people, *found[1:]) == pytest.approx((12, 54.1667, 24.6183), abs=5e-5)
    assert tally_statistics.mean_interval(found) == pytest.approx((38.5249, 69.8084), abs=5e-5)


@given(people)
def test_alpha_from_counts_equals_alpha_from_single_answers(rows: list[tuple[int, ...]]) -> None:
    expected = alpha_of_answers(rows)

    found = alpha_of_counts(rows)

    assert (found is None) == (expected is None)
    assert found is None or expected is None or found == pytest.approx(expected, rel=1e-9, abs=1e-9)


@given(st.lists(st.integers(0, 240), min_size=2, max_size=50))
def test_a_tally_has_the_mean_and_spread_of_its_values(values: list[int]) -> None:
    found = tally_statistics.sample(tally(values))

    assert found is not None
    assert tuple(found) == pytest.approx((len(values), fmean(values), stdev(values)), abs=1e-9)
    assert tally_statistics.variance(tally(values)) == pytest.approx(variance(values), abs=1e-9)


@given(st.lists(st.integers(0, 120), min_size=1, max_size=30))
def test_the_median_of_a_tally_is_the_middle_of_its_values(values: list[int]) -> None:
    values.sort()

    assert tally_statistics.median(tally(values)) == (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2


def test_nobody_has_no_mean_and_no_median() -> None:
    assert (
        tally_statistics.sample({}),
        tally_statistics.median({}),
        tally_statistics.agreement([]),
    ) == (None,) * 3


def test_one_person_has_a_mean_but_no_interval() -> None:
    alone = tally_statistics.sample({40.0: 1})

    assert alone == Sample(1, 40, 0)
    assert tally_statistics.mean_interval(alone) is None
    assert tally_statistics.difference_interval(alone, Sample(9, 50, 10)) is None


def test_an_interval_of_a_mean_ends_at_the_scale() -> None:
    assert tally_statistics.mean_interval(Sample(6, 97, 8)) == pytest.approx((88.604, 100), abs=1e-3)


def test_welch_gives_the_interval_of_a_case_worked_by_hand() -> None:
    one, other = Sample(27, 60, 12), Sample(23, 52, 16)

    found = tally_statistics.difference_interval(one, other)

    errors = 12**2 / 27 + 16**2 / 23
    freedom = errors**2 / ((12**2 / 27) ** 2 / 26 + (16**2 / 23) ** 2 / 22)
    # The printed table has 2.0211 for 40 degrees of freedom and 2.0195 for 41.
    assert 40 < freedom < 41
    assert found == pytest.approx((8 - 2.0206 * math.sqrt(errors), 8 + 2.0206 * math.sqrt(errors)), abs=2e-3)


def test_two_groups_of_one_mind_each_differ_by_exactly_their_distance() -> None:
    assert tally_statistics.difference_interval(Sample(6, 60, 0), Sample(6, 50, 0)) == Interval(10, 10)


@pytest.mark.parametrize(
    ("items", "agreement"),
    [([{3.0: 6}], 1.0), ([{1.0: 3, 5.0: 3}], 0.0), ([{2.0: 1}], None)],
    ids=["one mind", "two camps", "one person"],
)
def test_agreement_runs_from_two_camps_to_one_mind(items: list[dict[float, int]], agreement: float | None) -> None:
    assert tally_statistics.agreement(items) == agreement


def test_alpha_needs_two_statements_and_sums_that_vary() -> None:
    assert tally_statistics.alpha([{1.0: 2, 2.0: 3}], {1.0: 2, 2.0: 3}) is None
    assert tally_statistics.alpha([{3.0: 5}, {3.0: 5}], {6.0: 5}) is None


@pytest.mark.parametrize("freedom", [2438.556927849231, 185456.72758437338, 672337.3160356026])
def test_a_quantile_is_found_although_the_search_leaps_to_where_the_density_is_no_number(freedom: float) -> None:
    assert tally_statistics.t_quantile(0.975, freedom) == pytest.approx(1.96 + 2.4 / freedom, abs=1e-4)
