"""Held to the example that every program shows: Holzinger and Swineford 1939, nine tests, three factors, as lavaan's tutorial prints it."""

import pandas as pd
import pytest
from semopy.examples import holzinger39

from pilot import statements
from pilot.errors import PilotError
from pilot.figures import factor_models, standardised
from pilot.figures.factor_models import FactorModel, Fit

TESTS = {"visual": ["x1", "x2", "x3"], "textual": ["x4", "x5", "x6"], "speed": ["x7", "x8", "x9"]}


@pytest.fixture(scope="module")
def fitted() -> Fit:
    data = holzinger39.get_data()[[name for own in TESTS.values() for name in own]]
    return factor_models.fit(FactorModel("three factors", TESTS), data.cov(ddof=0), len(data))


@pytest.fixture(scope="module")
def figures(fitted: Fit) -> pd.DataFrame:
    return standardised.table(fitted).set_index(["figure", "of", "with"])


def test_the_fit_is_the_one_that_lavaan_prints(fitted: Fit) -> None:
    line = fitted.line()

    assert (line["n"], line["df"]) == (301, 24)
    assert line["chi2"] == pytest.approx(85.306, abs=1e-3)
    assert (line["cfi"], line["tli"]) == pytest.approx((0.931, 0.896), abs=5e-4)
    assert (line["rmsea"], line["rmsea_low"], line["rmsea_high"]) == pytest.approx((0.092, 0.071, 0.114), abs=6e-4)
    assert line["srmr"] == pytest.approx(0.065, abs=5e-4)


@pytest.mark.parametrize(
    ("test", "factor", "loading", "error"),
    [("x1", "visual", 0.772, 0.055), ("x2", "visual", 0.424, 0.060), ("x4", "textual", 0.852, 0.023), ("x9", "speed", 0.665, 0.051)],
)
def test_loadings_and_their_errors_are_those_that_lavaan_prints(
    figures: pd.DataFrame, test: str, factor: str, loading: float, error: float
) -> None:
    found = figures.loc["loading"].xs(test, level="of").loc[[factor]]

    assert found["value"].tolist() == pytest.approx([loading], abs=6e-4)
    assert ((found["value_high"] - found["value"]) / 1.96).tolist() == pytest.approx([error], abs=6e-4)


def test_correlations_of_factors_are_those_that_lavaan_prints(figures: pd.DataFrame) -> None:
    found = figures.loc["correlation"]

    assert found["value"].tolist() == pytest.approx([0.459, 0.471, 0.283], abs=6e-4)
    assert ((found["value_high"] - found["value"]) / 1.96).tolist() == pytest.approx([0.064, 0.073, 0.069], abs=6e-4)


def test_omega_is_the_one_that_semtools_prints(figures: pd.DataFrame) -> None:
    assert figures.loc["omega"]["value"].tolist() == pytest.approx([0.6253, 0.8852, 0.6878], abs=2e-4)


def test_rivals_keep_every_statement_and_the_sign_of_agreeing() -> None:
    asked = statements.ids()
    spread = pd.DataFrame([[1.0 if a == b else 0.3 for b in asked] for a in asked], index=asked, columns=asked)

    made = factor_models.models(spread)

    assert [len(model.factors) for model in made] == [8, 8, 7, 7, 7, 1]
    assert all(sorted(name for own in model.factors.values() for name in own) == sorted(asked) for model in made)
    assert "-1*mom_luck" in made[1].text()
    assert "agreeing" not in made[0].text()


def test_the_strongest_statement_sets_the_unit_of_its_factor() -> None:
    asked = statements.ids()
    spread = pd.DataFrame([[1.0 if a == b else 0.3 for b in asked] for a in asked], index=asked, columns=asked)
    for other in ("bal_care", "bal_first"):
        spread.loc["bal_energy", other] = spread.loc[other, "bal_energy"] = 0.6

    assert factor_models.models(spread)[0].factors["balance"][0] == "bal_energy"


def test_a_model_that_did_not_settle_has_no_figures(fitted: Fit) -> None:
    lost = Fit(**{**vars(fitted), "settled": False})

    with pytest.raises(PilotError, match="did not settle with 301 people"):
        factor_models.settled([lost], "three factors")

    assert lost.line() == {"model": "three factors", "n": 301}
