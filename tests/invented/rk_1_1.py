"""Sheets of rk-1.1: the three worked examples of its manual with every number, and random people by the handful."""

import json
import random
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from data.instrument.answers import Answer, Answers, JobAndWork, LifeStage, Portrait, Step, Week
from data.instrument.norms import Figures, Norms
from data.profile.profile import Profile, from_result
from data.record.record import Result
from tests import oracle_rk_1_1 as oracle

_FILE = Path(__file__).with_suffix(".json")
_RATINGS: Mapping[int, Answer] = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5}
# Favourable answers to draw from, one for each dimension: drawn one by one they would nearly always average out in the middle.
_MOODS = ((1,), (1, 2), (2, 3), (3,), (3, 4), (4, 5), (5,), (1, 2, 3, 4, 5))
_GAPS = (0, 0, 0.05, 0.2, 0.4)


@cache
def _held() -> dict[str, Any]:
    return dict(json.loads(_FILE.read_text(encoding="utf-8")))


def examples() -> list[dict[str, Any]]:
    """Each with `answers` and what else was said, and `expected`: every number that the manual gives."""
    return list(_held()["examples"])


def invented_norms() -> Norms:
    """Those that the retake of the third example was made with."""
    figures = {dimension: Figures(**of) for dimension, of in _held()["invented_norms"].items()}
    return Norms(name="norms-1", dimensions=figures)


def for_oracle(norms: Norms) -> oracle.Norms:
    """The same figures as the oracle takes them."""
    return {d: oracle.Norm(of.mean, of.sd, of.inter_item(len(oracle.ITEMS[d]))) for d, of in norms.dimensions.items()}


def statements(given: Mapping[str, Any]) -> dict[str, Answer]:
    """Skipped ones left out, as a sheet holds them."""
    return {statement: "na" if answer == "na" else _RATINGS[answer] for statement, answer in given.items() if answer is not None}


def sheet(example: Mapping[str, Any], *, worked: str | None = None) -> Answers:
    """One example as somebody filled it in."""
    return Answers(
        life_stage=LifeStage(stage_self=example["stage_self"], transition=example["transition"], years_band=example["years"]),
        job_and_work=JobAndWork(portraits={Portrait(portrait): likeness for portrait, likeness in example["portraits"].items()}),
        statements=statements(example["answers"]),
        week=Week(now=example["now"], wish=example["wish"], energy=example["energy"]),
        worked=worked,
        page_seconds={Step(page.replace("_", "-")): spent for page, spent in example["seconds"].items()},
    )


def profile(example: Mapping[str, Any], norms: Norms | None = None) -> Profile:
    """What an example's owner is shown, by those norms or the assumed ones."""
    return from_result(Result(instrument="rk-1.1", taken_on=date(2026, 11, 22), answers=sheet(example), norms=norms))


def anybody(dice: random.Random) -> dict[str, Answer]:
    """A random sheet: mostly people of some kind, with gaps, and a fifth of them without rhyme or reason."""
    if dice.random() < 0.2:
        return {statement: _RATINGS[dice.randint(1, 5)] for statement in oracle.ORDER}
    mood = {dimension: dice.choice(_MOODS) for dimension in oracle.DIMENSIONS}
    gaps, given = dice.choice(_GAPS), {}
    for statement, dimension, key in oracle.STATEMENTS:
        favourable, chance = dice.choice(mood[dimension]), dice.random()
        if chance >= gaps:
            given[statement] = _RATINGS[favourable if key == "+" else 6 - favourable]
        elif chance < gaps / 2:
            given[statement] = "na"
    return given
