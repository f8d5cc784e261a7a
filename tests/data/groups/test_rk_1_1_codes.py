import math
import random
from datetime import date
from typing import Any

from data.groups import codebook, submission
from data.groups.codebook import BETWEEN_CORNERS, BETWEEN_PATTERNS, MISSING, SKIPPED
from data.instrument.answers import Answers, Outcome, Step
from data.profile import profile
from data.profile.rk_1_1.careless_responding import Sign
from data.record.record import Result
from tests import oracle_rk_1_1 as oracle
from tests.invented import rk_1_1

# What is counted of a sheet that is left out of everything else.
KEPT = {"stage", "signs", "sign.fast", "sign.scattered", "sign.same_page", "sign.repeating", "minutes"}


def codes(answers: Answers) -> dict[str, int]:
    found = submission.from_profile(profile.from_result(Result(instrument="rk-1.1", taken_on=date(2026, 11, 22), answers=answers)))
    return dict(zip(submission.measures("rk-1.1"), found.codes, strict=True))


def example(id: str) -> dict[str, Any]:
    return next(one for one in rk_1_1.examples() if one["id"] == id)


def test_the_first_worked_example_gives_the_codes_of_the_manual() -> None:
    sheet = rk_1_1.sheet(example("ordinary_with_gaps"))
    found = codes(sheet.model_copy(update={"outcomes": {Outcome.LIFE_OUTSIDE: 7}}))

    assert {d: found[f"score.{d}"] for d in ("spark", "purpose", "momentum", "support")} == {
        "spark": 140, "purpose": 195, "momentum": 125, "support": 165,
    }  # fmt: skip
    assert (found["answer.mom_luck"], found["answer.sup_advice"], found["answer.align_away"]) == (0, 6, 5)
    assert (found["sum.momentum"], found["sum.support"], found["sum.outlet"]) == (MISSING, MISSING, 18)
    assert (found["stage"], found["pattern"], found["quadrant"], found["orientation"]) == (2, 3, 2, 2)
    # A is 0.1771: nearer to a quarter than to nothing.
    assert (found["signs"], found["agreeing"]) == (0, 9)
    assert (found["outcome.working_life"], found["outcome.life_outside"]) == (MISSING, 7)


def test_what_lies_between_two_patterns_or_corners_is_counted_as_neither() -> None:
    found = codes(rk_1_1.sheet(example("low_scorer")))

    assert (found["pattern"], found["quadrant"]) == (BETWEEN_PATTERNS, BETWEEN_CORNERS)


def test_a_sheet_that_is_left_out_is_counted_by_its_stage_its_signs_and_its_minutes_alone() -> None:
    sheet = rk_1_1.sheet(example("agree_to_everything"))

    found = codes(sheet.model_copy(update={"outcomes": {Outcome.WORKING_LIFE: 9}, "page_seconds": {Step.DRIVE: 12.5, Step.PATH: 110.0}}))

    assert {code for measure, code in found.items() if codebook.is_answer(measure)} == {SKIPPED}
    assert {code for measure, code in found.items() if not codebook.is_answer(measure) and measure not in KEPT} == {MISSING}
    assert {measure: found[measure] for measure in KEPT} == {
        "stage": 1, "signs": 2, "sign.fast": 0, "sign.scattered": 0, "sign.same_page": 1, "sign.repeating": 1, "minutes": 2,
    }  # fmt: skip


def test_minutes_on_statements_leave_out_the_pages_that_ask_none() -> None:
    spent = {Step.LIFE_STAGE: 200.0, Step.DRIVE: 100.0, Step.BALANCE: 100.0, Step.REFLECT: 5_000.0}
    sheet = rk_1_1.sheet(example("ordinary_with_gaps")).model_copy(update={"page_seconds": spent})

    found = codes(sheet)

    assert (found["minutes"], found["statement_minutes"]) == (90, 3)


def test_an_outcome_is_never_crossed_with_a_score() -> None:
    sheets = [rk_1_1.sheet(one).model_copy(update={"outcomes": dict.fromkeys(Outcome, 3)}) for one in rk_1_1.examples()]

    assert {codes(sheet)["pair"] for sheet in sheets} == {MISSING}


def test_codes_of_random_sheets_are_those_of_the_oracle() -> None:
    dice, left_out_sheets = random.Random(8), 0
    for _ in range(300):
        given = rk_1_1.anybody(dice)
        (shown, left_out), scores = oracle.signs(given, {}), oracle.score(given)
        counted: dict[str, oracle.Found] = {} if left_out else scores

        found = codes(Answers(statements=given))

        left_out_sheets += left_out
        assert (found["signs"], [sign for sign in Sign if found[f"sign.{sign}"]]) == (len(shown), shown)
        assert {d: found[f"score.{d}"] for d in oracle.DIMENSIONS} == {
            d: round(counted[d]["S"] * 2.4) if d in counted else MISSING for d in oracle.DIMENSIONS
        }
        assert all(abs(of["S"] * 2.4 - round(of["S"] * 2.4)) < 1e-9 for of in scores.values())
        scatter = None if left_out else oracle.scatter(given)
        assert found["agreeing"] == (MISSING if scatter is None else math.floor(4 * scatter[0] + 8.5))
    assert 20 < left_out_sheets < 200


def test_the_order_of_measures_is_that_of_the_manual_and_for_ever() -> None:
    measures = submission.measures("rk-1.1")

    assert len(measures) == len(set(measures)) == 98
    kinds = list(dict.fromkeys(measure.partition(".")[0] for measure in measures))
    assert kinds == [
        "answer", "score", "sum", "orientation", "quadrant", "pattern", "obstacle", "stage", "week",
        "outcome", "sign", "signs", "agreeing", "minutes", "statement_minutes", "pair", "happened",
    ]  # fmt: skip
