"""What is said to be true of the invented people is what a very large file of them shows, added up by hand."""

import numpy as np
import pandas as pd
import pytest

from pilot import statements
from pilot.selftest import invented, known

MANY = 40_000


@pytest.fixture(scope="module")
def drawn() -> tuple[pd.DataFrame, pd.DataFrame]:
    """The same people twice."""
    rng = np.random.default_rng(7)
    people = invented.people(MANY, rng)
    return numbers(invented.rows(people, rng)), numbers(invented.rows(invented.later(people, rng), rng))


def numbers(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({name: pd.to_numeric(rows[name], errors="coerce") for name in rows.columns.drop("person")})


def sums(rows: pd.DataFrame, dimension: str) -> pd.Series:
    return sum((rows[name] * statements.sign(name) for name in statements.members(dimension)), pd.Series(0.0, index=rows.index))


def test_a_retest_correlation_is_what_many_people_show(drawn: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    found = {name: sums(drawn[0], name).corr(sums(drawn[1], name)) for name in invented.DIMENSIONS}

    assert found == pytest.approx(known.retest(), abs=0.015)


def test_an_outcome_goes_together_as_many_people_show(drawn: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    rows, _ = drawn
    found = {
        f"{outcome}-{name}": sums(rows, name).corr(rows[outcome].astype(float)) for outcome in invented.TIES for name in invented.DIMENSIONS
    }

    assert found == pytest.approx(known.outcomes(), abs=0.02)


def test_omega_is_how_far_the_sum_follows_the_trait() -> None:
    """By its other definition, the squared correlation of sum and trait: below it by what a straight line misses of five steps."""
    rng = np.random.default_rng(8)
    people = invented.people(MANY, rng)
    rows = numbers(invented.rows(people, rng))
    found = {name: sums(rows, name).corr(pd.Series(people.traits[:, place])) ** 2 for place, name in enumerate(invented.DIMENSIONS)}

    assert found == pytest.approx(known.omega(), abs=0.035)


def test_dimensions_are_as_far_apart_as_their_traits() -> None:
    assert known.factors()["purpose-spark"] == pytest.approx(0.80 * 0.72)
