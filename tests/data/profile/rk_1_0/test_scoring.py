import pytest
from hypothesis import given

from data.instrument import instrument
from data.instrument.answers import Answer
from data.instrument.rk_1_0 import Uncertainty
from data.instrument.scoring_rules import Level
from data.profile import rules, scoring
from data.profile.rk_1_0 import scoring as first
from tests import oracle
from tests.invented import worked_example
from tests.invented.sheets import sheets

RK = instrument.load("rk-1.0")
RULES = rules.of(RK)
UNCERTAINTY = Uncertainty(sd=20, inter_item=0.4)


@pytest.mark.parametrize(("dimension", "answered", "mean", "value", "level", "sem", "band80", "band95"), worked_example.TABLE)
def test_the_worked_example_scores_as_in_the_manual(
    dimension: str,
    answered: int,
    mean: float,
    value: float,
    level: str,
    sem: float,
    band80: tuple[float, float],
    band95: tuple[float, float],
) -> None:
    score = RULES.score(worked_example.STATEMENTS)[dimension]

    assert (score.answered, score.level) == (answered, level)
    assert score.mean == pytest.approx(mean, abs=5e-5)
    assert score.value == pytest.approx(value, abs=5e-5)
    assert score.sem == pytest.approx(sem, abs=5e-5)
    assert score.band80 == pytest.approx(band80, abs=5e-3)
    assert score.band95 == pytest.approx(band95, abs=5e-3)


def test_the_worked_example_names_sets_and_borderlines_as_in_the_manual() -> None:
    scores = RULES.score(worked_example.STATEMENTS)

    assert first.strongest(RK, scores) == ("purpose", "outlet", "support")
    assert first.lowest(RK, scores) == ("alignment", "balance")
    assert [score.dimension for score in scores.values() if score.borderline] == ["spark", "momentum", "balance", "support"]


def test_the_straight_line_of_the_second_example_scores_as_in_the_manual() -> None:
    straight: dict[str, Answer] = {item.id: 4 for item in RK.items if item.id not in ("bal_split", "bal_care")}
    scores = RULES.score(straight)

    assert {dimension: score.value for dimension, score in scores.items()} == {
        "spark": 55, "purpose": 62.5, "alignment": 55, "momentum": 55, "growth": 62.5, "balance": None, "outlet": 62.5, "support": 62.5,
    }  # fmt: skip
    assert scores["growth"].level is Level.HIGH
    assert (scores["balance"].answered, scores["balance"].asked, scores["balance"].shown) == (3, 5, None)


@pytest.mark.parametrize(
    ("answered", "sem", "half80", "half95"),
    [(3, 11.5470, 14.7981, 22.6317), (4, 10.4447, 13.3854, 20.4712), (5, 9.6077, 12.3127, 18.8307)],
)
def test_the_standard_error_follows_the_table_of_the_manual(answered: int, sem: float, half80: float, half95: float) -> None:
    error = first.standard_error(UNCERTAINTY, answered)

    assert error == pytest.approx(sem, abs=5e-5)
    assert error * RK.scoring.z80 == pytest.approx(half80, abs=5e-5)
    assert error * RK.scoring.z95 == pytest.approx(half95, abs=5e-5)


def test_an_empty_sheet_has_no_score_no_set_and_no_overall_value() -> None:
    scores = RULES.score({})

    assert all(score.value is None and score.level is None and score.band80 is None for score in scores.values())
    assert first.strongest(RK, scores) == first.lowest(RK, scores) == ()
    assert scoring.overall(RK, scores) is None


def test_an_answer_to_a_statement_nobody_asks_changes_nothing() -> None:
    scores = RULES.score(worked_example.STATEMENTS)

    assert RULES.score(worked_example.STATEMENTS | {"made_up": 5}) == scores


@given(sheet=sheets())
def test_every_score_agrees_with_the_rule_done_by_hand(sheet: oracle.Sheet) -> None:
    scores = RULES.score(sheet)

    assert list(scores) == oracle.DIMENSIONS
    for dimension, score in scores.items():
        assert score.answered == len(oracle.favourable(sheet, dimension))
        assert (score.value is not None) == oracle.has_score(sheet, dimension)


@given(sheet=sheets())
def test_values_levels_and_errors_agree_with_the_rule_done_by_hand(sheet: oracle.Sheet) -> None:
    scores = RULES.score(sheet)

    for dimension in (d for d in oracle.DIMENSIONS if oracle.has_score(sheet, d)):
        value, score = oracle.score(sheet, dimension), scores[dimension]
        assert (score.value, score.level) == (float(value), oracle.level(value))
        assert score.sem == pytest.approx(oracle.error(sheet, dimension))
        assert list(score.neighbours) == oracle.neighbours(sheet, dimension)


@given(sheet=sheets())
def test_the_overall_value_and_both_sets_agree_with_the_rule_done_by_hand(sheet: oracle.Sheet) -> None:
    scores = RULES.score(sheet)
    overall = scoring.overall(RK, scores)

    assert (overall and (overall.value, overall.sem)) == pytest.approx(oracle.overall(sheet))
    assert list(first.strongest(RK, scores)) == oracle.alike(sheet, max)
    assert list(first.lowest(RK, scores)) == oracle.alike(sheet, min)


@given(sheet=sheets())
def test_bands_lie_round_the_value_and_within_the_scale(sheet: oracle.Sheet) -> None:
    for score in RULES.score(sheet).values():
        if score.value is not None and score.band80 and score.band95:
            assert 0 <= score.band95.low <= score.band80.low <= score.value <= score.band80.high <= score.band95.high <= 100
