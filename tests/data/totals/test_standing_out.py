import random
from collections.abc import Sequence
from statistics import fmean

import pytest

from data.instrument.answers import Answers
from data.instrument.instrument import load
from data.instrument.rk_1_1 import SecondRules
from data.profile import profile
from data.record.record import Result
from data.totals import disclosure_control, standing_out
from data.totals.published import Alike, Ends, Published, StandingOut
from tests.invented import waiting
from tests.invented.records import TODAY
from tests.invented.waiting import counted

OWN = next(own for own in [load("rk-1.1").rules] if isinstance(own, SecondRules))
DIMENSIONS = {of.id for of in load("rk-1.1").dimensions}
EVERYONE = waiting.crowd(120)
REST = counted(EVERYONE)


def scores(sheets: Sequence[Answers], dimension: str) -> list[float]:
    found = [profile.from_result(Result(instrument="rk-1.1", taken_on=TODAY, answers=sheet)).scores[dimension].value for sheet in sheets]
    return [value for value in found if value is not None]


def team(people: int, *, seed: int = 9, spread: float = 0.9, **moods: float) -> list[Answers]:
    """People like everyone else, but for the areas that are named."""
    dice, mooded = random.Random(seed), []
    for _ in range(people):
        sheet = waiting.attentive(dice, spread=spread)
        for area, mood in moods.items():
            own = waiting.attentive(dice, mood=mood, spread=0.1).statements
            sheet = sheet.model_copy(
                update={"statements": {**sheet.statements, **{item.id: own[item.id] for item in load("rk-1.1").items_of(area)}}}
            )
        mooded.append(sheet)
    return mooded


@pytest.mark.parametrize(("people", "step"), [(12, 5), (40, 5)])
def test_a_sure_difference_is_told_as_coarsely_as_a_mean(people: int, step: int) -> None:
    unlike = team(people, balance=1.4)

    found = standing_out.by_second_rules(OWN, counted(unlike), REST)

    exact = fmean(scores(unlike, "balance")) - fmean(scores(EVERYONE, "balance"))
    assert found.differences["balance"] == step * int(exact / step - 0.5)
    assert {*found.differences, *found.no_difference} == DIMENSIONS
    assert not {*found.differences} & {*found.no_difference}


def test_a_team_like_everyone_else_has_no_clear_difference() -> None:
    found = standing_out.by_second_rules(OWN, counted(EVERYONE[:30]), REST)

    assert (found.differences, {*found.no_difference}) == ({}, DIMENSIONS)
    assert found.alike == dict.fromkeys(DIMENSIONS, Alike.LIKE_EVERYONE)


@pytest.mark.parametrize(("people", "others"), [(9, 120), (10, 49)])
def test_below_ten_or_beside_fewer_than_fifty_nobody_is_compared(people: int, others: int) -> None:
    found = standing_out.by_second_rules(OWN, counted(team(people, balance=1.2)), counted(EVERYONE[:others]))

    assert found == StandingOut()


def test_how_alike_a_team_is_needs_twenty_people() -> None:
    close = team(20, support=3.4)

    assert standing_out.by_second_rules(OWN, counted(close), REST).alike["support"] is Alike.CLOSER
    assert standing_out.by_second_rules(OWN, counted(close[:19]), REST).alike == {}


def test_the_highest_and_the_lowest_are_named_from_twenty_people_and_whatever_everyone_is_like() -> None:
    uneven = team(20, spread=0.3, spark=4.8, balance=1.2)

    for others in (REST, counted([])):
        assert standing_out.by_second_rules(OWN, counted(uneven), others).ends == Ends(("spark",), ("balance",))
    assert standing_out.by_second_rules(OWN, counted(uneven[:19]), REST).ends is None


def test_whoever_is_left_out_does_not_make_a_team_large_enough() -> None:
    hurried = [sheet.model_copy(update={"statements": dict.fromkeys(sheet.statements, 4)}) for sheet in EVERYONE[:5]]

    found = standing_out.by_second_rules(OWN, counted([*team(19, balance=1.2), *hurried]), REST)

    assert (found.ends, found.alike) == (None, {})
    assert found.differences["balance"] < 0


def test_the_first_version_names_ends_by_its_published_means_from_six_people_on() -> None:
    dice = random.Random(3)
    six = counted([waiting.attentive(dice, "rk-1.0") for _ in range(6)], "rk-1.0")
    shown = disclosure_control.published(six, "team")
    high = Published("team", "6-9", "rk-1.0", {d: mean._replace(value=90 if d == "spark" else 50) for d, mean in shown.means.items()})

    found = standing_out.by_first_rules(six, counted([], "rk-1.0"), high)

    assert found == StandingOut(ends=Ends(("spark",), ()))
