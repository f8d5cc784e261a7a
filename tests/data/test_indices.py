from hypothesis import given
from hypothesis import strategies as st

from data import indices, instrument, scoring
from data.answers import Likeness, Portrait
from data.indices import Orientation
from tests.data import plain_oracle, worked_example
from tests.data.sheets import sheets

RK = instrument.load()


def test_the_worked_example_is_a_calling_with_its_home_outside_the_job() -> None:
    place = indices.place_on_map(RK, scoring.score(RK, worked_example.STATEMENTS))

    assert indices.orientation(RK, worked_example.PORTRAITS) == "calling"
    assert place == indices.MapPlace(indices.Quadrant.OUTSIDE_ONLY, ())


RATINGS: list[Likeness] = [0, 1, 2, 3]


@given(portraits=st.dictionaries(st.sampled_from(Portrait), st.sampled_from(RATINGS)))
def test_the_orientation_agrees_with_the_rule_done_by_hand(portraits: dict[Portrait, Likeness]) -> None:
    expected = plain_oracle.orientation(dict(portraits.items()))

    assert indices.orientation(RK, portraits) == expected


@given(sheet=sheets())
def test_the_place_on_the_map_agrees_with_the_rule_done_by_hand(sheet: plain_oracle.Sheet) -> None:
    place = indices.place_on_map(RK, scoring.score(RK, sheet))

    assert (place and (place.quadrant, list(place.near_line))) == plain_oracle.quadrant(sheet)


def test_a_blend_is_made_of_the_portraits_it_names() -> None:
    assert Orientation.CAREER_CALLING.parts == (Portrait.CAREER, Portrait.CALLING)
    assert Orientation.MIXED.parts == tuple(Portrait)
    assert Orientation.UNSETTLED.parts == ()
