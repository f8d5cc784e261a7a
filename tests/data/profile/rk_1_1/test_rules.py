"""The rules of rk-1.1 as a whole: the worked examples with every number, and five thousand random sheets against the rules done by hand."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from data.instrument import instrument
from data.instrument.answers import Answer, Answers, LifeStage, Step, Transition
from data.instrument.norms import Norms
from data.profile import guidance, rules
from data.profile.findings import Measured, PatternFound
from data.profile.job_and_work import MapPlace, Quadrant
from data.profile.profile import Profile, from_result
from data.profile.rk_1_1.careless_responding import repeated, scatter
from data.profile.rk_1_1.rules import Rk11
from data.profile.rk_1_1.standing_out import from_the_rest
from data.profile.scoring import Score, rounded
from data.record.record import Result
from tests import oracle_rk_1_1 as oracle
from tests.invented import rk_1_1

RK = instrument.load("rk-1.1")
RULES = next(by for by in [rules.of(RK)] if isinstance(by, Rk11))
MEASURED = rk_1_1.invented_norms()
BY_HAND = rk_1_1.for_oracle(MEASURED)
DAY = date(2026, 11, 22)
SHEETS = 5_000

EXAMPLES: list[tuple[str, Mapping[str, Any], Any, Norms | None]] = [(e["id"], e, e["expected"], None) for e in rk_1_1.examples()]
EXAMPLES += [("low_scorer again", rk_1_1.examples()[2]["second"], rk_1_1.examples()[2]["expected_second"], MEASURED)]
WORKED = pytest.mark.parametrize(("example", "expected", "norms"), [case[1:] for case in EXAMPLES], ids=[case[0] for case in EXAMPLES])


def profile(example: Mapping[str, Any], norms: Norms | None) -> Profile:
    return from_result(Result(instrument="rk-1.1", taken_on=DAY, answers=rk_1_1.sheet(example), norms=norms))


def near(number: float | None) -> Any:
    return number if number is None else pytest.approx(number, abs=5e-5)


@WORKED
def test_every_score_of_a_worked_example_is_that_of_the_manual(example: Mapping[str, Any], expected: Any, norms: Norms | None) -> None:
    for dimension, numbers in expected["dimensions"].items():
        score = profile(example, norms).scores[dimension]

        assert (score.answered, score.level, list(score.neighbours)) == (numbers["n"], numbers["level"], numbers["close"])
        assert (score.value, score.sem, score.effective) == (near(numbers["S"]), near(numbers["sem"]), near(numbers["n_eff"]))
        assert (score.shown, score.band80) == (numbers["shown"], near(numbers["band80"]))
        assert score.band95 == near(numbers["band95"])


@WORKED
def test_what_a_worked_example_shows_beside_its_scores_is_that_of_the_manual(
    example: Mapping[str, Any], expected: Any, norms: Norms | None
) -> None:
    found = profile(example, norms)

    assert found.overall is not None
    assert (found.overall.value, found.overall.sem) == (near(expected["overall"]["S"]), near(expected["overall"]["sem"]))
    assert rounded(RK.scoring.z80 * found.overall.sem) == expected["overall"]["margin80"]
    assert found.orientation == expected["orientation"]
    assert guidance.stage(found.answers.life_stage) == expected["stage"]
    assert (found.week.now, found.week.gap, found.week.tilt) == tuple(near(expected["week"][part]) for part in ("now", "gap", "tilt"))
    assert (found.week.shift, found.week.most_missed or "none") == (near(expected["week"]["shift"]), expected["week"]["most_missed"])
    assert (found.care is not None) == expected["care_note"]
    words = RULES.own.words.drift
    assert found.drift == {None: None, "plain": words.plain, "after_new_role": words.after_new_role}[expected["drift"]]


@WORKED
def test_what_stands_out_and_which_pattern_it_is_are_those_of_the_manual(
    example: Mapping[str, Any], expected: Any, norms: Norms | None
) -> None:
    found = profile(example, norms)
    out, pattern, place = expected["stands_out"], expected["pattern"], expected["quadrant"]

    assert from_the_rest({d: (s.value or 0, s.sem or 0) for d, s in found.scores.items()}) == near(out["z"])
    assert (list(found.strongest), list(found.lowest)) == (out["higher"], out["lower"])
    titles = [getattr(RULES.own.words.stands_out, title) for title in (out["higher_title"], out["lower_title"]) if title]
    assert [box.title for box in RULES.stands_out_said(found.stands_out).boxes] == titles
    assert (named(found.pattern), [also.id for also in found.pattern.also]) == (pattern["names"], pattern["also"])
    assert found.pattern.margins == near(pattern["margins"])
    assert found.place is not None
    assert len(found.place.near_line) == ["plain", "between", "middle"].index(place["kind"])
    steps = guidance.next_steps(RK, found.scores, None, picked=example["picked"])
    assert [step.dimension for step in steps] == expected["next_steps"]


@WORKED
def test_the_signs_of_hurry_in_a_worked_example_are_those_of_the_manual(
    example: Mapping[str, Any], expected: Any, norms: Norms | None
) -> None:
    sheet = rk_1_1.sheet(example)
    found, spread = RULES.signs(sheet), scatter(RK, RULES.own.signs, sheet.statements)

    assert spread == (near(expected["A"]), near(expected["W"]))
    assert repeated(RK, RULES.own.signs, sheet.statements) == near(expected["repeats"])
    assert (list(found.shown), found.left_out, found.agreeing) == (expected["signs"], expected["left_out"], near(expected["A"]))


@pytest.mark.parametrize(("worked", "again", "key"), [("balance", MEASURED, "expected_retake"), (None, None, "expected_retake_same_norms")])
def test_the_retake_of_the_third_example_is_that_of_the_manual(worked: str | None, again: Norms | None, key: str) -> None:
    example = rk_1_1.examples()[2]
    before, after, expected = profile(example, None), profile(example["second"], again), example[key]

    found = RULES.changes(before.measured, after.measured, worked)

    assert {d: change.points for d, change in found.each.items()} == near(expected["points"])
    assert {d: change.rci for d, change in found.each.items()} == near(expected["z"])
    assert (found.together, found.together_is_clear, list(found.named)) == (near(expected["z_all"]), expected["all"], expected["named"])
    assert (found.worked is None) == (expected["worked"] is None)
    if found.worked:
        assert (found.worked.z, found.worked.expected) == (near(expected["worked"]["z"]), near(expected["worked"]["expected"]))
        assert found.worked.word == expected["worked"]["word"]


def sheets(seed: int) -> list[dict[str, Answer]]:
    dice = random.Random(seed)
    return [rk_1_1.anybody(dice) for _ in range(SHEETS)]


def named(found: PatternFound) -> list[str]:
    return [found.chosen.id, *([found.other.id] if found.other else [])]


def map_by_hand(place: MapPlace | None) -> str | None:
    """The place as the oracle says it."""
    if place is None or len(place.near_line) == 2:
        return None if place is None else "middle"
    job, outside = place.quadrant in (Quadrant.BOTH, Quadrant.JOB_ONLY), place.quadrant in (Quadrant.BOTH, Quadrant.OUTSIDE_ONLY)
    names = {(True, True): "both", (True, False): "job_only", (False, True): "outside_only", (False, False): "neither"}
    across = names[job != ("alignment" in place.near_line), outside != ("outlet" in place.near_line)]
    return f"{place.quadrant}/{across}" if place.near_line else str(place.quadrant)


def same_scores(scores: Mapping[str, Score], by_hand: Mapping[str, oracle.Found]) -> bool:
    known = {d: score for d, score in scores.items() if score.value is not None}
    return known.keys() == by_hand.keys() and all(same_score(score, by_hand[d]) for d, score in known.items())


def same_score(score: Score, by_hand: oracle.Found) -> bool:
    figures = (score.sem, *(score.band80 or ()), *(score.band95 or ()))
    expected = (by_hand["sem"], *by_hand["band80"], *by_hand["band95"])
    close = all(abs((one or 0) - other) < 1e-9 for one, other in zip(figures, expected, strict=True))
    exact = (score.answered, score.value, score.level, list(score.neighbours))
    return close and exact == (by_hand["n"], by_hand["S"], by_hand["level"], by_hand["close"])


def test_scores_bands_and_levels_of_five_thousand_sheets_agree_with_the_rules_done_by_hand() -> None:
    wrong = [
        sheet
        for sheet in sheets(1)
        for norms, by_hand in ((None, oracle.ASSUMED), (MEASURED, BY_HAND))
        if not same_scores(RULES.score(sheet, norms), oracle.score(sheet, by_hand))
    ]

    assert wrong == []


def test_what_five_thousand_sheets_are_told_agrees_with_the_rules_done_by_hand() -> None:
    dice, wrong = random.Random(2), []
    for sheet in sheets(3):
        scores, by_hand = RULES.score(sheet, MEASURED), oracle.score(sheet, BY_HAND)
        out, pattern, picked = RULES.stands_out(scores), RULES.pattern(scores), dice.sample(oracle.DIMENSIONS, dice.randint(0, 3))
        titles = [box.title for box in RULES.stands_out_said(out).boxes]
        told = (
            (list(out.higher), list(out.lower), titles),
            (named(pattern), [also.id for also in pattern.also]),
            map_by_hand(RULES.place(scores)),
            RULES.suggested(scores, picked, 3),
            guidance.care_note(RK, scores, sheet) is not None,
        )
        expected = (
            oracle.stands_out(by_hand),
            oracle.pattern(by_hand),
            oracle.quadrant(by_hand),
            oracle.next_steps(by_hand, picked),
            oracle.heavy(sheet, by_hand),
        )
        wrong += [sheet] if told != expected else []

    assert wrong == []


def test_signs_of_hurry_and_drift_of_five_thousand_sheets_agree_with_the_rules_done_by_hand() -> None:
    dice, wrong, words = random.Random(4), [], RULES.own.words.drift
    for statements in sheets(5):
        spent = {page: dice.choice([5.0, 15, 19.9, 20, 60]) for page in oracle.PAGES if dice.random() < 0.9}
        transition = dice.choice([None, Transition.NEW_ROLE, Transition.STARTING_OUT])
        sheet = Answers(
            statements=statements, page_seconds={Step(p): s for p, s in spent.items()}, life_stage=LifeStage(transition=transition)
        )
        scores, found = RULES.score(statements), RULES.signs(sheet)
        drift = oracle.drift(statements, oracle.score(statements), new_role=transition is Transition.NEW_ROLE)
        said = {None: None, "plain": words.plain, "after_new_role": words.after_new_role}[drift]
        if (list(found.shown), found.left_out) != oracle.signs(statements, spent) or RULES.drift(scores, sheet) != said:
            wrong.append(statements)

    assert wrong == []


def test_five_thousand_retakes_agree_with_the_rules_done_by_hand() -> None:
    dice, wrong = random.Random(6), []
    for first, second in zip(sheets(7), sheets(8), strict=True):
        worked = dice.choice([None, "none", *oracle.DIMENSIONS])
        before, after = Measured(RULES.score(first)), Measured(RULES.score(second, MEASURED), MEASURED)
        found, by_hand = RULES.changes(before, after, worked), oracle.retake(first, second, (oracle.ASSUMED, BY_HAND), worked)
        z = {d: change.rci for d, change in found.each.items()}
        on = (found.worked.z, found.worked.expected, found.worked.word.value) if found.worked else None
        apart = [d for d in by_hand["z"] if abs(by_hand["z"][d]) >= 2.7344 - oracle.EPS]
        figures = [*z.values(), found.together or 0, *(on or (0, 0))[:2]]
        expected = [*by_hand["z"].values(), by_hand["z_all"] or 0, *(by_hand["worked"] or (0, 0))[:2]]
        same = len(figures) == len(expected) and all(abs(one - other) < 1e-9 for one, other in zip(figures, expected, strict=True))
        told = (list(found.named), list(RULES.apart(before, after)), list(z), found.together is None, on and on[2])
        worded = by_hand["worked"] and by_hand["worked"][2]
        if not same or told != (by_hand["named"], apart, list(by_hand["z"]), by_hand["z_all"] is None, worded):
            wrong.append(first)

    assert wrong == []
