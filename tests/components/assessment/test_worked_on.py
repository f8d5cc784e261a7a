import pytest

from components.assessment import worked_on
from data.errors import AnswerNotAllowed
from data.record.record import Draft

DRAFT = Draft(instrument="rk-1.1", tag="mine")


@pytest.mark.parametrize("given", ["balance", "none", None])
def test_an_area_none_of_them_and_no_answer_are_kept(given: str | None) -> None:
    assert worked_on.parse(DRAFT, given) == given


@pytest.mark.parametrize("given", ["", "everything", "bal_care"])
def test_an_area_that_is_not_offered_is_refused(given: str) -> None:
    with pytest.raises(AnswerNotAllowed):
        worked_on.parse(DRAFT, given)
