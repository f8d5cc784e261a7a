"""Held to figures that others published."""

import numpy as np
import pandas as pd
import pytest
from semopy.examples import holzinger39

from pilot.figures import intervals


def test_alpha_is_that_of_a_published_example() -> None:
    """Holzinger and Swineford 1939, three tests of reading: .883 in the manual of semTools."""
    assert intervals.alpha(holzinger39.get_data()[["x4", "x5", "x6"]]).value == pytest.approx(0.8827069, abs=1e-6)


def test_the_interval_of_alpha_is_feldts() -> None:
    """The seven questions on attitude that R's psych shows: 30 people, alpha .843, from .739 to .916."""
    rng = np.random.default_rng(1)
    answers = rng.standard_normal((30, 1)) + rng.standard_normal((30, 7))
    found = intervals.alpha(pd.DataFrame(answers))

    ends = [1 - (1 - 0.8431428) * (1 - end) / (1 - found.value) for end in (found.low, found.high)]

    assert ends == pytest.approx([0.739, 0.916], abs=6e-4)


def test_agreement_is_that_of_shrout_and_fleiss() -> None:
    """Four judges and six targets, 1979: ICC(2,1) is .29, from .019 to .761."""
    ratings = pd.DataFrame([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]])

    assert intervals.agreement(ratings) == pytest.approx((0.2898, 0.0188, 0.7611), abs=1e-4)


def test_a_correlation_has_fishers_interval_over_those_who_have_both() -> None:
    """r = .5 of 28 people lies between tanh(.5493 - 1.96 / 5) and tanh(.5493 + 1.96 / 5)."""
    one = pd.Series(np.tile([1.0, 1.0, -1.0, -1.0], 7))
    other = one * 0.5 + np.sqrt(0.75) * np.tile([1.0, -1.0, 1.0, -1.0], 7)

    found = intervals.pearson(pd.concat([one, pd.Series([9.0])], ignore_index=True), other)

    assert found == pytest.approx((0.5, 0.156, 0.736), abs=1e-3)


def test_a_correlation_with_something_that_never_moves_is_not_known() -> None:
    found = intervals.pearson(pd.Series([1.0, 2, 3, 4, 5]), pd.Series([2.0] * 5))

    assert np.isnan(found).all()


def test_a_share_has_wilsons_interval() -> None:
    """Nobody of ten: up to .278."""
    assert intervals.share(0, 10) == pytest.approx((0, 0, 0.2775), abs=1e-4)


def test_a_mean_has_the_interval_of_students_t() -> None:
    """1 to 5 and a gap: 3, with 2.776 standard errors of .7071."""
    assert intervals.mean(pd.Series([1.0, 2, 3, 4, 5, np.nan])) == pytest.approx((3, 1.037, 4.963), abs=1e-3)
