import random
from collections import Counter
from collections.abc import Sequence

import pytest

from data.groups import submission
from data.instrument.answers import Answers, Rating
from data.instrument.instrument import load
from data.instrument.scoring_rules import Level
from data.profile import profile
from data.profile.job_and_work import Quadrant
from data.record.record import Result
from data.totals import disclosure_control
from data.totals.counts import Counts
from data.totals.disclosure_control import Scored
from data.totals.published import BETWEEN, Agreement, Bound, Mean, Percentage, Side
from tests import oracle
from tests.invented import waiting, worked_example
from tests.invented.crowd import sheet
from tests.invented.records import TODAY
from tests.oracle import Sheet

# The worked example is a sheet of this one.
VERSION = "rk-1.0"
DETAIL = ("statements", "agreement", "quadrants", "patterns")


def counted(sheets: Sequence[Sheet]) -> Counts:
    """The counts of people with these sheets."""
    tallies: dict[str, Counter[int]] = {name: Counter() for name in submission.measures(VERSION)}
    for statements in sheets:
        given = submission.from_profile(
            profile.from_result(Result(instrument=VERSION, taken_on=TODAY, answers=Answers(statements=statements)))
        )
        for name, code in zip(tallies, given.codes, strict=True):
            tallies[name][code] += 1
    return Counts(load(VERSION), tallies)


def people(number: int) -> list[Sheet]:
    dice = random.Random(number)
    return [sheet(dice, VERSION) for _ in range(number)]


@pytest.mark.parametrize(("number", "levels", "detail"), [(6, False, False), (9, False, False), (10, True, False), (19, True, False)])
def test_what_a_group_below_twenty_does_not_allow_is_empty(number: int, levels: bool, detail: bool) -> None:
    found = disclosure_control.published(counted([worked_example.STATEMENTS] * number), "team")

    assert found.means
    assert bool(found.levels) == levels
    assert [part for part in DETAIL if getattr(found, part)] == []


def test_from_twenty_statements_and_distributions_are_shown() -> None:
    found = disclosure_control.published(counted([worked_example.STATEMENTS] * 20), "team")

    assert [part for part in DETAIL if not getattr(found, part)] == []
    assert found.ranks == {}


@pytest.mark.parametrize(("number", "told"), [(199, False), (200, True)])
def test_a_place_among_others_is_told_from_two_hundred_people_on(number: int, told: bool) -> None:
    scored = {"spark": Scored(number, [number // 10] * 10)}

    found = disclosure_control.reference(load("rk-1.0"), "everyone", number, scored)

    assert bool(found.ranks) is told
    assert found.bars


def test_a_part_of_a_group_is_as_coarse_as_the_size_it_is_given() -> None:
    found = disclosure_control.published(counted(people(30)), "early", size=7)

    assert {mean.value % 5 for mean in found.means.values()} == {0}
    assert (found.levels, found.bars, found.statements) == ({}, {}, {})


def test_means_and_levels_equal_a_hand_calculation() -> None:
    sheets = people(24)
    scores = [float(oracle.score(s, "purpose")) for s in sheets if oracle.has_score(s, "purpose")]

    found = disclosure_control.published(counted(sheets), "team")

    assert found.means["purpose"].value == 5 * int(sum(scores) / len(scores) / 5 + 0.5)
    high = sum(score >= 62.5 for score in scores)
    # As of an odd number of people.
    assert found.levels["purpose"].keys() == {Level.LOW, Level.HIGH}
    assert found.levels["purpose"][Level.HIGH] == Percentage(20 * int(100 * high / (len(scores) // 2 * 2 + 1) / 20 + 0.5))


def test_statements_are_told_by_their_favourable_side_also_where_they_are_reversed() -> None:
    agree: Sheet = {**worked_example.STATEMENTS, "growth_still": 5}
    sheets = [agree] * 12 + [{**agree, "growth_still": 3}] * 8

    found = disclosure_control.published(counted(sheets), "team")

    assert found.statements["growth_still"] == {
        Side.UNFAVOURABLE: Percentage(60),
        Side.NEUTRAL: Percentage(40),
        Side.FAVOURABLE: Percentage(30, Bound.AT_MOST),
    }


def test_a_dimension_that_too_few_have_a_score_for_is_left_out() -> None:
    without = {id: answer for id, answer in worked_example.STATEMENTS.items() if not id.startswith("out_")}

    found = disclosure_control.published(counted([without] * 7 + [worked_example.STATEMENTS] * 5), "team")

    assert "outlet" not in found.means
    assert found.means["spark"] == Mean(60)
    assert "outlet" not in found.levels


def test_a_scale_that_few_of_many_answered_is_shown_as_coarsely_as_those_few_allow() -> None:
    without = {id: answer for id, answer in worked_example.STATEMENTS.items() if not id.startswith("out_")}

    found = disclosure_control.published(counted([without] * 30 + [worked_example.STATEMENTS] * 8), "team")

    assert found.means["outlet"] == Mean(75)
    assert "outlet" not in found.levels
    assert not [id for id in found.statements if id.startswith("out_")]


@pytest.mark.parametrize(("answers", "word"), [((4, 4), Agreement.ALIKE), ((1, 5), Agreement.WIDE)])
def test_agreement_is_told_in_a_word(answers: tuple[Rating, Rating], word: Agreement) -> None:
    sheets: list[Sheet] = [{**worked_example.STATEMENTS, **dict.fromkeys(_SPARK, answers[i % 2])} for i in range(20)]

    assert disclosure_control.published(counted(sheets), "team").agreement["spark"] is word


_SPARK = ("spark_origin", "spark_fulfil", "spark_moments", "spark_motions", "spark_drag")


def test_what_lies_between_two_is_one_share_from_the_second_version_on() -> None:
    found = disclosure_control.published(waiting.counted(waiting.crowd(40)), "team")
    first = disclosure_control.published(
        waiting.counted([waiting.attentive(random.Random(n), "rk-1.0") for n in range(40)], "rk-1.0"), "team"
    )

    assert (list(found.quadrants), list(found.patterns)[-1]) == ([*Quadrant, BETWEEN], BETWEEN)
    assert found.quadrants[BETWEEN].points > 10 and found.patterns[BETWEEN].points > 10
    assert BETWEEN not in {*first.quadrants, *first.patterns}


def test_how_alike_views_are_by_themselves_is_told_in_the_first_version_alone() -> None:
    assert disclosure_control.published(waiting.counted(waiting.crowd(40)), "team").agreement == {}


def test_shares_of_patterns_and_corners_are_of_whoever_is_not_left_out() -> None:
    sheets = waiting.crowd(30)
    hurried = [sheet.model_copy(update={"statements": dict.fromkeys(sheet.statements, 4)}) for sheet in sheets]

    with_them = disclosure_control.published(waiting.counted([*sheets, *hurried]), "team", size=30)

    alone = disclosure_control.published(waiting.counted(sheets), "team")
    assert (with_them.patterns, with_them.quadrants, with_them.means) == (alone.patterns, alone.quadrants, alone.means)
