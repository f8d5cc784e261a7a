import random

import pytest

from data.instrument import instrument
from data.instrument.answers import Answer
from data.instrument.rk_1_1 import SecondRules
from data.profile.rk_1_1 import scoring
from data.profile.rk_1_1.scoring import Halves
from tests.invented import rk_1_1

RK = instrument.load("rk-1.1")
OWN = next(own for own in [RK.rules] if isinstance(own, SecondRules))
NORMS = scoring.assumed(RK, OWN)
_RATINGS: dict[int, Answer] = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5}

# Of docs/rk11.md 2.3: effective statements, of how many, reliability, standard error, and the 80 % band of five scores.
TABLE = [
    (6, 6, 0.7636, 9.7234, [(0, 25), (13, 44), (38, 63), (61, 87), (80, 100)]),
    (4, 4, 0.6829, 11.2619, [(0, 31), (11, 48), (36, 65), (58, 89), (75, 100)]),
    (4.8, 6, 0.7210, 10.5635, [(0, 28), (11, 46), (36, 64), (59, 89), (77, 100)]),
    (8 / 3, 4, 0.5895, 12.8145, [(0, 37), (9, 52), (34, 67), (56, 91), (71, 100)]),
]


@pytest.mark.parametrize(("effective", "asked", "rho", "sem", "bands"), TABLE)
def test_bands_reach_as_far_as_the_table_of_the_manual_says(
    effective: float, asked: int, rho: float, sem: float, bands: list[tuple[int, int]]
) -> None:
    of = NORMS.dimensions["spark" if asked == 6 else "purpose"]
    found = [scoring.precision(of, asked=asked, effective=effective, value=value) for value in (0, 25, 50, 75, 100)]

    assert [figure for by in found for figure in (by.rho, by.sem)] == pytest.approx([rho, sem] * 5, abs=5e-5)
    shown = [scoring.band(value, by, RK.scoring.z80) for value, by in zip((0, 25, 50, 75, 100), found, strict=True)]
    assert [(round(band.low), round(band.high)) for band in shown] == bands


def test_both_halves_count_the_same_however_many_are_answered() -> None:
    assert scoring.value_of(Halves((5, 5, 5), (5,))) == 50
    assert scoring.value_of(Halves((5, 4), (2,))) == pytest.approx(100 * (3.5 / 4 + 3 / 4) / 2)


def test_every_score_is_a_whole_number_of_240ths_of_the_scale() -> None:
    dice = random.Random(1)
    values = [s.value for _ in range(500) for s in scoring.score(RK, OWN, rk_1_1.anybody(dice), NORMS).values() if s.value is not None]

    assert max(abs(value * 2.4 - round(value * 2.4)) for value in values) < 1e-9


@pytest.mark.parametrize("share", [0, 0.12, 0.25])
def test_one_step_more_agreement_with_every_statement_moves_no_score(share: float) -> None:
    dice = random.Random(2)
    for _ in range(300):
        raw = {item.id: dice.randint(2, 4) for item in RK.items if dice.random() >= share}
        before = scoring.score(RK, OWN, {id: _RATINGS[answer] for id, answer in raw.items()}, NORMS)
        after = scoring.score(RK, OWN, {id: _RATINGS[answer + 1] for id, answer in raw.items()}, NORMS)

        assert [score.value for score in after.values()] == pytest.approx([score.value for score in before.values()], abs=1e-9)


def test_of_equal_dimensions_those_named_first_keep_their_order() -> None:
    assert scoring.furthest({"a": 1.5, "b": 2.0, "c": 1.5, "d": 1.28, "e": 1.27}, cut=1.28, most=3) == ["b", "a", "c"]
