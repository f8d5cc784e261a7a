from hypothesis import given
from hypothesis import strategies as st

from data.instrument import instrument
from data.instrument.answers import Likeness, Portrait
from data.profile import job_and_work, rules
from data.profile.job_and_work import Orientation
from tests import oracle
from tests.invented import worked_example
from tests.invented.sheets import sheets

RK = instrument.load("rk-1.0")
RULES = rules.of(RK)


def test_the_worked_example_is_a_calling_with_its_home_outside_the_job() -> None:
    place = job_and_work.place_on_map(RK, RULES.score(worked_example.STATEMENTS))

    assert job_and_work.orientation(RK, worked_example.PORTRAITS) == "calling"
    assert place == job_and_work.MapPlace(job_and_work.Quadrant.OUTSIDE_ONLY, ())


RATINGS: list[Likeness] = [0, 1, 2, 3]


@given(portraits=st.dictionaries(st.sampled_from(Portrait), st.sampled_from(RATINGS)))
def test_the_orientation_agrees_with_the_rule_done_by_hand(portraits: dict[Portrait, Likeness]) -> None:
    expected = oracle.orientation(dict(portraits.items()))

    assert job_and_work.orientation(RK, portraits) == expected


@given(sheet=sheets())
def test_the_place_on_the_map_agrees_with_the_rule_done_by_hand(sheet: oracle.Sheet) -> None:
    place = job_and_work.place_on_map(RK, RULES.score(sheet))

    assert (place and (place.quadrant, list(place.near_line))) == oracle.quadrant(sheet)


def test_a_blend_is_made_of_the_portraits_it_names() -> None:
    assert Orientation.CAREER_CALLING.parts == (Portrait.CAREER, Portrait.CALLING)
    assert Orientation.MIXED.parts == tuple(Portrait)
    assert Orientation.UNSETTLED.parts == ()
