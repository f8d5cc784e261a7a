import pytest

from data.errors import BadContent
from data.instrument import instrument
from data.instrument.answers import Step
from tests import oracle

RK = instrument.load("rk-1.0")


@pytest.mark.parametrize("version", instrument.versions())
def test_every_shipped_version_keeps_every_rule(version: str) -> None:
    assert instrument.load(version).version == version


def test_the_current_version_is_read_once_and_shared() -> None:
    assert instrument.load() is instrument.load(instrument.CURRENT)


@pytest.mark.parametrize("version", ["rk-0.9", "", "..", "../en", "rk-1.0/"])
def test_an_unknown_version_is_refused_in_words_for_a_person(version: str) -> None:
    with pytest.raises(BadContent, match="version_unknown"):
        instrument.load(version)


def test_the_statements_stand_in_the_order_and_with_the_keys_of_the_manual() -> None:
    shipped = [(item.id, item.dimension, "R" if item.reverse else "+") for item in RK.items]

    assert shipped == oracle.STATEMENTS


def test_the_pairs_of_opposites_are_those_of_the_manual() -> None:
    assert list(RK.antonym_pairs) == oracle.OPPOSITES


def test_four_steps_hold_nine_statements_each_and_the_others_none() -> None:
    assert {step: len(RK.page(step)) for step in Step} == {
        Step.LIFE_STAGE: 0,
        Step.JOB_AND_WORK: 9,
        Step.DRIVE: 9,
        Step.PATH: 9,
        Step.BALANCE: 9,
        Step.REFLECT: 0,
    }


def test_every_dimension_is_found_by_its_id_with_its_own_statements() -> None:
    assert [RK.dimension(id).id for id in oracle.DIMENSIONS] == oracle.DIMENSIONS
    assert [item.id for item in RK.items_of("growth")] == ["growth_goal", "growth_stretch", "growth_still", "growth_time"]


@pytest.mark.parametrize("version", instrument.versions())
def test_there_are_72_actions_and_each_names_the_article_it_grew_from(version: str) -> None:
    asked = instrument.load(version)

    assert len(asked.actions) == 72
    assert all(asked.seed(action.seed).file.endswith(".txt") and action.idea for action in asked.actions)


@pytest.mark.parametrize("version", instrument.versions())
def test_the_consent_says_what_the_totals_really_do(version: str) -> None:
    consent = instrument.load(version).consent

    # A team's round asks for itself, where it is joined.
    assert [box.id for box in consent.boxes] == ["take_part", "count_in_reference"]
    assert "reference group used for comparisons" in consent.boxes[1].label
    assert (
        consent.change_of_mind == "I can change my mind as long as my scores are waiting; a total that is already formed keeps its number."
    )
