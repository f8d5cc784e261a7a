import random

from data.instrument import instrument
from data.instrument.rk_1_1 import SecondRules
from data.profile import rules
from data.profile.findings import StandsOut
from data.profile.rk_1_1 import standing_out
from tests.invented import rk_1_1

RK = instrument.load("rk-1.1")
OWN = next(own for own in [RK.rules] if isinstance(own, SecondRules))
WORDS = OWN.words.stands_out


def test_no_area_is_ever_on_both_sides_and_never_more_than_three_on_one() -> None:
    dice, by = random.Random(1), rules.of(RK)
    found = [by.stands_out(by.score(rk_1_1.anybody(dice))) for _ in range(2_000)]

    assert any(one.higher and one.lower for one in found)
    assert [one for one in found if set(one.higher) & set(one.lower)] == []
    assert max(len(names) for one in found for names in (one.higher, one.lower)) == 3


def test_an_area_that_is_only_higher_or_lower_than_the_rest_is_called_that() -> None:
    said = standing_out.said(WORDS, StandsOut(("spark",), ("growth",), higher_is_strong=False, lower_needs_care=False))

    assert [(box.title, box.words) for box in said.boxes] == [
        ("Higher than the rest", ""),
        ("Lower than the rest", "Lower than your other areas. That alone is no reason to worry."),
    ]


def test_an_empty_box_is_not_drawn_and_nothing_at_all_has_words_of_its_own() -> None:
    one, none = standing_out.said(WORDS, StandsOut((), ("balance",))), standing_out.said(WORDS, StandsOut())

    assert [box.title for box in one.boxes] == ["Could use attention"]
    assert (none.boxes, none.remark) == ((), "Your areas lie close together. Nothing stands out.")


def test_with_three_dimensions_there_is_no_rest_to_stand_out_from() -> None:
    by = rules.of(RK)
    scores = by.score({item.id: 5 if item.reverse else 1 for item in RK.items if item.dimension in ("spark", "growth")})

    found = by.stands_out(scores)
    said = by.stands_out_said(found)

    assert found == StandsOut(compared=False)
    assert (said.boxes, said.remark) == ((), "")
