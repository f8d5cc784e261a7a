from datetime import date

import pytest
from hypothesis import given

from data.content.language import ENGLISH
from data.profile.profile import from_result
from data.record.record import Result
from data.record.viewer_link import Section
from data.sharing.shared_profile import SharedProfile, copy_of
from data.sharing.two_profiles import compare
from tests.invented import worked_example
from tests.invented.full_record import SECTIONS, profile, result
from tests.invented.sheets import sheets
from tests.oracle import Sheet


def shared(sheet: Sheet, *sections: Section) -> SharedProfile:
    answers = result(date(2026, 11, 22)).answers.model_copy(update={"statements": sheet})
    return copy_of(from_result(Result(instrument="rk-1.0", taken_on=date(2026, 11, 22), answers=answers)), sections or SECTIONS)


def test_a_difference_is_spoken_of_only_beyond_the_uncertainty_of_both() -> None:
    """The numbers of the worked retake: alignment differs by 2.94 standard errors, balance by 1.67."""
    both = compare(shared(worked_example.STATEMENTS), shared(worked_example.RETAKE), ENGLISH)

    assert [(pair.name, pair.difference.points) for pair in both.apart if pair.difference] == [("Alignment", 40.0)]
    assert len(both.pairs) == 8


def test_the_other_way_round_only_the_sign_is_another() -> None:
    one, other = shared(worked_example.STATEMENTS), shared(worked_example.RETAKE)

    assert [pair.difference.points for pair in compare(other, one, ENGLISH).apart if pair.difference] == [-40.0]


@given(sheets())
def test_nobody_differs_from_their_own_result(sheet: Sheet) -> None:
    assert compare(shared(sheet), shared(sheet), ENGLISH).apart == ()


def test_dimensions_are_aligned_by_name_where_the_two_show_different_parts() -> None:
    both = compare(shared(worked_example.STATEMENTS, Section.MAP), shared(worked_example.RETAKE, Section.DIMENSIONS), ENGLISH)

    pairs = {pair.dimension: pair for pair in both.pairs}
    assert pairs["spark"].one is None and pairs["spark"].other is not None and pairs["spark"].difference is None
    assert pairs["alignment"].one is not None and pairs["alignment"].other is not None


def test_two_links_without_a_score_have_nothing_side_by_side() -> None:
    assert compare(shared({}, Section.WEEK), shared({}, Section.WEEK), ENGLISH).pairs == ()


def test_profiles_of_different_versions_are_drawn_but_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    one, rules = copy_of(profile(), SECTIONS), profile().instrument
    monkeypatch.setattr("data.sharing.two_profiles.load", lambda *_: rules)

    both = compare(one, shared(worked_example.RETAKE).model_copy(update={"instrument": "rk-2.0"}), ENGLISH)

    assert not both.comparable
    assert both.apart == ()
    assert len(both.pairs) == 8
