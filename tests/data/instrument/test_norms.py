import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from data.instrument import norms
from data.instrument.norms import Figures, Norms


@given(st.sampled_from([4, 6]), st.floats(0.05, 0.9))
def test_alpha_and_how_far_statements_go_together_are_two_ways_of_saying_the_same(statements: int, together: float) -> None:
    alpha = norms.alpha(statements, together)

    assert Figures(mean=60, sd=20, alpha=alpha).inter_item(statements) == pytest.approx(together)


def test_the_assumed_reliability_is_that_of_the_manual() -> None:
    assert (norms.alpha(6, 0.35), norms.alpha(4, 0.35)) == pytest.approx((0.7636, 0.6829), abs=5e-5)


@pytest.mark.parametrize("name", ["mine", "norms-", "norms-1 ", "norms-12345"])
def test_norms_are_named_by_their_number_and_by_nothing_else(name: str) -> None:
    with pytest.raises(ValidationError):
        Norms(name=name, dimensions={})
