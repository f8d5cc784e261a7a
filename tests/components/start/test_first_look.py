import pytest

from components.start.first_look import PATTERN, SCORES
from data.instrument.instrument import load, versions


@pytest.mark.parametrize("version", versions())
def test_the_invented_result_is_one_that_its_scores_would_give(version: str) -> None:
    """Seen to fail: with balance at 40."""
    conditions = load(version).patterns.named(PATTERN).conditions

    assert all(condition.at_least is None or SCORES[condition.dimension] > condition.at_least + 5 for condition in conditions)
    assert all(condition.below is None or SCORES[condition.dimension] < condition.below - 5 for condition in conditions)
