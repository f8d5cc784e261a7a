"""How sure a share of a few people can be: by the formula of any textbook."""

import pytest

from data.totals import chance


@pytest.mark.parametrize(("band", "points"), [("6-9", 41), ("10-19", 31), ("20-49", 22), ("50+", 14)])
def test_fewer_people_are_less_sure(band: str, points: int) -> None:
    assert chance.reach_of_percentages(band) == points
