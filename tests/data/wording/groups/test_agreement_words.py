import pytest
from pydantic import ValidationError

from data.content.language import ENGLISH
from data.groups.agreements.happened import Happened
from data.instrument.instrument import CURRENT, load
from data.totals.published import YES_OR_PARTLY
from data.wording.groups import agreement_words
from data.wording.groups.agreement_words import AgreementWords

WORDS = agreement_words.load(ENGLISH)


def test_there_are_twenty_four_three_for_each_dimension_and_each_says_how_to_start() -> None:
    areas = [of.id for of in load(CURRENT).dimensions]

    assert len({one.text for one in WORDS.listed}) == len({one.how for one in WORDS.listed}) == 24
    assert [[one.id for one in WORDS.of(area)] for area in areas] == [[f"{area}.{number}" for number in (1, 2, 3)] for area in areas]


def test_none_is_so_long_that_it_does_not_fit_a_line_of_the_insights() -> None:
    assert [one.text for one in WORDS.listed if len(one.text) > 60 or one.text.endswith(".")] == []


def test_there_is_a_word_for_everything_that_can_be_said_and_for_two_together() -> None:
    assert set(WORDS.said) == {*Happened, YES_OR_PARTLY}


def test_a_list_that_lacks_one_is_refused() -> None:
    listed = WORDS.model_dump(by_alias=True)

    with pytest.raises(ValidationError, match="three agreements for each dimension"):
        AgreementWords.model_validate({**listed, "agreement": listed["agreement"][1:]})
