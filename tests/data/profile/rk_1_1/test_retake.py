import random
from itertools import pairwise

import pytest

from data.instrument import instrument
from data.instrument.rk_1_1 import SecondRules
from data.profile import rules
from data.profile.findings import Certainty, Measured, Word
from data.profile.rk_1_1 import retake
from tests.invented import rk_1_1

RK = instrument.load("rk-1.1")
OWN = next(own for own in [RK.rules] if isinstance(own, SecondRules))
RULES = rules.of(RK)
FIRST = RULES.score(rk_1_1.statements(rk_1_1.examples()[2]["answers"]))
SECOND = RULES.score(rk_1_1.statements(rk_1_1.examples()[2]["second"]["answers"]))


def test_only_what_the_headline_or_the_area_worked_on_names_is_called_a_clear_change() -> None:
    dice = random.Random(1)
    measured = [Measured(RULES.score(rk_1_1.anybody(dice)), RULES.assumed_norms) for _ in range(400)]
    for before, after in pairwise(measured):
        found = RULES.changes(before, after, dice.choice([None, "balance", "growth"]))

        clear = {d for d, change in found.each.items() if change.certainty is Certainty.CLEAR}
        on = {found.worked.dimension} if found.worked and found.worked.word is not Word.AS_EXPECTED else set()
        assert clear == {*found.named, *on}


def test_a_change_counts_only_where_it_holds_by_the_norms_of_either_result() -> None:
    one = RULES.changes(Measured(FIRST), Measured(SECOND))
    both = RULES.changes(Measured(FIRST), Measured(SECOND, rk_1_1.invented_norms()))

    assert (one.two_norms, both.two_norms) == (False, True)
    assert all(abs(both.each[d].rci) <= abs(one.each[d].rci) + 1e-9 for d in both.each)


def test_the_area_worked_on_is_never_in_the_headline() -> None:
    assert RULES.changes(Measured(FIRST), Measured(SECOND)).named == ("balance",)
    assert RULES.changes(Measured(FIRST), Measured(SECOND), "balance").named == ()


def test_two_people_are_spoken_of_only_from_the_larger_cut_on() -> None:
    apart = RULES.apart(Measured(FIRST), Measured(SECOND))

    assert list(apart) == ["balance"]
    assert RULES.apart(Measured(FIRST), Measured(FIRST)) == {}


def test_without_any_norms_nothing_can_be_compared() -> None:
    with pytest.raises(ValueError, match="only by the norms they were made with"):
        retake.apart(OWN.retake, Measured(FIRST), Measured(SECOND))
