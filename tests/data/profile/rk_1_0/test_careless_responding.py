import statistics
from collections.abc import Mapping

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.instrument import instrument
from data.instrument.answers import Answer, Answers, Step
from data.instrument.rk_1_0 import FirstRules
from data.profile.rk_1_0 import careless_responding
from tests import oracle
from tests.invented import worked_example
from tests.invented.sheets import sheets

RK = instrument.load("rk-1.0")
CARELESS = next(own.careless for own in [RK.rules] if isinstance(own, FirstRules))
PAGES = (Step.JOB_AND_WORK, Step.DRIVE, Step.PATH, Step.BALANCE)
STRAIGHT: dict[str, Answer] = {item.id: 4 for item in RK.items if item.id not in ("bal_split", "bal_care")}


def flags(sheet: Mapping[str, Answer], seconds: Mapping[Step, float] | None = None) -> tuple[str, ...]:
    return careless_responding.flags(RK, CARELESS, Answers(statements=sheet, page_seconds=seconds or {}))


def test_the_worked_example_shows_no_sign_of_hurry() -> None:
    statements = worked_example.STATEMENTS
    raw = [answer for answer in (statements.get(item.id) for item in RK.items) if isinstance(answer, int)]

    assert careless_responding.longstring(RK, statements) == 3
    assert careless_responding.antonym_inconsistency(RK, CARELESS, statements) == pytest.approx(0.3750)
    assert statistics.stdev(raw) == pytest.approx(0.9173, abs=5e-5)
    assert flags(statements) == ()


def test_the_straight_line_of_the_second_example_shows_two_signs() -> None:
    assert careless_responding.longstring(RK, STRAIGHT) == 34
    assert careless_responding.antonym_inconsistency(RK, CARELESS, STRAIGHT) == 2
    assert flags(STRAIGHT) == ("longstring", "irv")


@example(STRAIGHT, [17.9, 18, 17.9, 18])
@given(sheets(), st.lists(st.floats(0, 60), min_size=4, max_size=4))
def test_the_flags_agree_with_the_rules_done_by_hand(sheet: oracle.Sheet, seconds: list[float]) -> None:
    found = flags(sheet, dict(zip(PAGES, seconds, strict=True)))

    assert list(found) == oracle.flags(sheet, seconds)


def test_a_run_is_long_from_twelve_identical_answers_on() -> None:
    twelve: dict[str, Answer] = {item.id: 3 for item in RK.items[:12]}
    eleven: dict[str, Answer] = {item.id: 3 for item in RK.items[:11]}

    assert flags(twelve) == ("longstring",)
    assert flags(eleven) == ()


def test_a_small_spread_needs_27_answers_to_be_told() -> None:
    few: dict[str, Answer] = {item.id: 3 for item in RK.items[:26]}
    enough: dict[str, Answer] = {item.id: 3 for item in RK.items[:27]}

    assert "irv" not in flags(few)
    assert "irv" in flags(enough)


@pytest.mark.parametrize(("pairs", "gap"), [(4, None), (5, 2.0), (8, 2.0)])
def test_opposites_are_compared_from_five_answered_pairs_on(pairs: int, gap: float | None) -> None:
    agreeing: dict[str, Answer] = {id: 4 for pair in RK.antonym_pairs[:pairs] for id in pair}

    assert careless_responding.antonym_inconsistency(RK, CARELESS, agreeing) == gap


@pytest.mark.parametrize(("fives", "inconsistent"), [(0, False), (1, True)])
def test_opposites_are_inconsistent_from_a_mean_gap_of_nine_quarters_on(fives: int, inconsistent: bool) -> None:
    # Eight pairs of 4 and 4 have a gap of 2 each; 5 and 5 make it 4, so one such pair gives exactly 18 / 8.
    sheet: dict[str, Answer] = {id: 5 if n < fives else 4 for n, pair in enumerate(RK.antonym_pairs) for id in pair}

    assert ("inconsistent" in flags(sheet)) is inconsistent


def test_every_sheet_answered_alike_in_both_directions_is_inconsistent() -> None:
    agreeing: dict[str, Answer] = {item.id: 5 for item in RK.items}

    assert "inconsistent" in flags(agreeing)


def test_steps_without_statements_never_count_as_fast() -> None:
    assert careless_responding.fast_pages(RK, CARELESS, {Step.LIFE_STAGE: 0.5, Step.REFLECT: 0.5, Step.PATH: 17.9, Step.DRIVE: 18.0}) == 1
