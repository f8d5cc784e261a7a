import random
from collections.abc import Mapping
from statistics import median, variance

import pytest

from data.instrument.answers import Answer, Answers, Outcome, Step
from data.instrument.instrument import load
from data.profile import rules
from data.profile.rk_1_1.careless_responding import Sign
from data.profile.scoring import keyed, rating
from data.totals import tally_statistics
from data.totals.published import Bound, Percentage
from data.totals.reliability import figures as reliability_figures
from data.totals.reliability.shown import Agreeing, Alpha, OutcomeBand
from tests.invented import rk_1_1
from tests.invented.waiting import counted

_RATINGS: tuple[Answer, ...] = (1, 2, 3, 4, 5)
FIRST, SECOND = load("rk-1.0"), load("rk-1.1")


def leaning(sheet: Mapping[str, Answer], steps: int) -> dict[str, Answer]:
    """The sheet of somebody who agrees so many steps more with whatever is asked."""
    return {id: answer if answer == "na" else _RATINGS[min(5, max(1, answer + steps)) - 1] for id, answer in sheet.items()}


def people(number: int, seed: int = 1) -> list[Answers]:
    dice = random.Random(seed)
    return [
        Answers(
            statements=leaning(rk_1_1.anybody(dice), dice.choice((-1, 0, 0, 0, 1, 1))),
            outcomes={outcome: dice.randrange(11) for outcome in Outcome if dice.random() < 0.9},
            page_seconds={Step.LIFE_STAGE: 90.0, Step.DRIVE: dice.uniform(20, 400), Step.PATH: dice.uniform(5, 400)},
        )
        for _ in range(number)
    ]


def about(part: int, of: int) -> Percentage:
    """Of 1,000 people and more in steps of two; from 200 on of five; of fewer, of ten."""
    step = 2 if of >= 1_000 else 5 if of >= 200 else 10
    points = step * int(100 * part / of / step + 0.5)
    if 100 * part / of >= 100 - step:
        return Percentage(100 - step, Bound.AT_LEAST)
    return Percentage(step, Bound.AT_MOST) if 100 * part / of <= step else Percentage(points)


EVERYBODY = people(400)
SIGNS = [rules.of(SECOND).signs(sheet) for sheet in EVERYBODY]
KEPT = [sheet for sheet, signs in zip(EVERYBODY, SIGNS, strict=True) if not signs.left_out]
FOUND = reliability_figures.reliability(counted(EVERYBODY))


def test_alpha_leaves_out_whoever_answered_without_rhyme_or_reason() -> None:
    items = SECOND.items_of("balance")
    rows = [[rating(sheet.statements, item.id) for item in items] for sheet in KEPT]
    turned = [[None if raw is None else keyed(item, raw) for item, raw in zip(items, row, strict=True)] for row in rows]
    whole = [[raw for raw in row if raw is not None] for row in turned if None not in row]
    rated = [[raw for row in turned if (raw := row[place]) is not None] for place in range(len(items))]

    value = 6 / 5 * (1 - sum(variance(of_one) for of_one in rated) / variance([sum(row) for row in whole]))

    interval = tally_statistics.alpha_interval(value, people=len(whole), statements=6)
    assert FOUND.alphas["balance"] == Alpha(round(value, 2), round(interval.low, 2), round(interval.high, 2))
    assert 100 < len(KEPT) < len(EVERYBODY)


def test_nobody_who_is_left_out_is_told_to_have_skipped_a_statement() -> None:
    skipped = sum("mom_luck" not in sheet.statements for sheet in KEPT)
    not_mine = sum(sheet.statements.get("mom_luck") == "na" for sheet in KEPT)

    assert FOUND.gaps["mom_luck"] == (about(skipped, len(KEPT)), about(not_mine, len(KEPT)))
    assert FOUND.hurried == about(len(EVERYBODY) - len(KEPT), len(EVERYBODY))


def test_each_sign_of_hurry_has_a_share_of_all_sheets() -> None:
    shares = {sign: about(sum(sign in signs.shown for signs in SIGNS), len(SIGNS)) for sign in Sign}

    assert FOUND.signs == shares
    assert shares[Sign.SCATTERED].points >= 10


def test_agreeing_with_whatever_is_asked_is_told_in_three_shares() -> None:
    quarters = [int(4 * signs.agreeing + 8.5) / 4 - 2 for signs in SIGNS if signs.agreeing is not None and not signs.left_out]

    assert FOUND.agreeing == {
        Agreeing.DISAGREES: about(sum(a < -0.5 for a in quarters), len(quarters)),
        Agreeing.NEITHER: about(sum(-0.5 <= a <= 0.5 for a in quarters), len(quarters)),
        Agreeing.AGREES: about(sum(a > 0.5 for a in quarters), len(quarters)),
    }
    assert all(share.points > 5 for share in FOUND.agreeing.values())


def test_outcomes_are_told_in_bands_and_each_by_itself() -> None:
    for outcome in Outcome:
        given = [sheet.outcomes[outcome] for sheet in KEPT if outcome in sheet.outcomes]

        bands = FOUND.outcomes[outcome]

        assert bands == {
            OutcomeBand.BADLY: about(sum(one <= 4 for one in given), len(given)),
            OutcomeBand.MIDDLE: about(sum(4 < one <= 7 for one in given), len(given)),
            OutcomeBand.WELL: about(sum(one > 7 for one in given), len(given)),
        }


def test_minutes_are_those_on_statements_of_whoever_is_counted() -> None:
    spent = [sum(seconds for step, seconds in sheet.page_seconds.items() if SECOND.page(step)) // 60 for sheet in KEPT]

    assert FOUND.minutes == int(median(spent) + 0.5)


@pytest.mark.parametrize(("asked", "told"), [(99, False), (100, True)])
def test_what_fewer_than_a_hundred_answered_is_missing(asked: int, told: bool) -> None:
    sheets = [sheet.model_copy(update={"outcomes": {Outcome.WORKING_LIFE: 5} if n < asked else {}}) for n, sheet in enumerate(KEPT[:110])]

    found = reliability_figures.reliability(counted(sheets))

    assert (Outcome.WORKING_LIFE in found.outcomes, Outcome.LIFE_OUTSIDE in found.outcomes) == (told, False)


def test_a_hundred_people_of_whom_some_are_left_out_have_no_gaps_told() -> None:
    assert reliability_figures.reliability(counted([*KEPT[:99], *(sheet for sheet in EVERYBODY if sheet not in KEPT)])).gaps == {}
    assert reliability_figures.reliability(counted(KEPT[:100])).gaps


def test_reliability_of_the_first_version_is_told_from_a_hundred_whole_answers() -> None:
    dice = random.Random(150)
    whole = [Answers(statements={item.id: dice.choice((1, 2, 3, 4, 5)) for item in FIRST.items}) for _ in range(150)]
    gaps = [sheet.model_copy(update={"statements": {k: v for k, v in sheet.statements.items() if k != "sup_alone"}}) for sheet in whole]

    found, open_ones = (reliability_figures.reliability(counted(sheets, "rk-1.0")) for sheets in (whole, gaps))

    assert found.alphas.keys() == {d.id for d in FIRST.dimensions}
    assert all(alpha.low <= alpha.value <= alpha.high for alpha in found.alphas.values())
    assert {round(number, 2) - number for alpha in found.alphas.values() for number in alpha} == {0}
    assert "support" not in open_ones.alphas
    assert open_ones.gaps["sup_alone"].skipped == Percentage(90, Bound.AT_LEAST)
    assert (found.people, found.minutes, found.signs, found.agreeing, found.outcomes) == ("100-199", None, {}, {}, {})
