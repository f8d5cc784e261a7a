import numpy as np
import pytest

from pilot.selftest.five_points import Steps, correlation

HALVES = Steps((0.0,))
FIVE = Steps((-1.5, -0.5, 0.5, 1.5))


@pytest.mark.parametrize("r", [-0.5, 0.0, 0.3, 0.6])
def test_two_halves_correlate_by_the_arcsine(r: float) -> None:
    """Sheppard 1899."""
    assert float(correlation(np.array(r), HALVES, HALVES)) == pytest.approx(2 / np.pi * np.arcsin(r), abs=1e-6)


def test_a_half_keeps_the_part_that_is_known() -> None:
    """The point-biserial correlation at the median: the square root of 2 / pi."""
    assert HALVES.kept == pytest.approx(np.sqrt(2 / np.pi))


def test_five_steps_are_what_a_very_large_sample_shows() -> None:
    rng = np.random.default_rng(6)
    one, noise = rng.standard_normal((2, 400_000))
    other = 0.6 * one + 0.8 * noise

    assert np.corrcoef(FIVE.of(one), HALVES.of(other))[0, 1] == pytest.approx(float(correlation(np.array(0.6), FIVE, HALVES)), abs=0.005)
    assert FIVE.of(one).std() == pytest.approx(FIVE.sd, abs=0.005)
