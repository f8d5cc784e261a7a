from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from data.content.language import ENGLISH
from data.instrument.norms import Figures, Norms
from data.profile.profile import from_result
from data.record.record import Result
from data.record.viewer_link import Section
from data.sharing.shared_profile import SharedProfile, copy_of
from data.sharing.two_profiles import compare
from tests.invented import rk_1_1, worked_example
from tests.invented.full_record import SECTIONS, result
from tests.invented.sheets import sheets
from tests.oracle import Sheet


def shared(sheet: Sheet, *sections: Section) -> SharedProfile:
    answers = result(date(2026, 11, 22)).answers.model_copy(update={"statements": sheet})
    return copy_of(from_result(Result(instrument="rk-1.0", taken_on=date(2026, 11, 22), answers=answers)), sections or SECTIONS)


EXAMPLE = rk_1_1.examples()[2]


def of_rk_1_1(example: Mapping[str, Any], norms: Norms | None = None) -> SharedProfile:
    return copy_of(
        from_result(Result(instrument="rk-1.1", taken_on=date(2026, 11, 22), answers=rk_1_1.sheet(example), norms=norms)), SECTIONS
    )


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


@pytest.mark.parametrize("newer_first", [True, False])
def test_profiles_of_different_versions_are_drawn_and_spoken_of_by_the_newer_one_but_not_compared(newer_first: bool) -> None:
    old, new = shared(worked_example.STATEMENTS), of_rk_1_1(EXAMPLE)

    both = compare(*((new, old) if newer_first else (old, new)), ENGLISH)

    assert (both.older, both.comparable, both.apart) == (old, False, ())
    assert both.rules.instrument.version == "rk-1.1"
    assert len(both.pairs) == 8


def test_two_people_of_rk_1_1_differ_only_where_it_holds_by_the_norms_of_both() -> None:
    """Balance differs by 3.94 standard errors under the assumed norms; by norms with wide bands by less than 2.73 (docs/rk11.md 2.9)."""
    first, second = of_rk_1_1(EXAMPLE), of_rk_1_1(EXAMPLE["second"])
    figures = {id: Figures(mean=60, sd=40, alpha=0.3) for id in first.known_scores}
    unsure = of_rk_1_1(EXAMPLE["second"], Norms(name="norms-1", dimensions=figures))

    assert [pair.dimension for pair in compare(first, second, ENGLISH).apart] == ["balance"]
    assert compare(first, unsure, ENGLISH).apart == ()
