"""All tables of one file, with everything that a pilot may bring along; what each figure is held to is in tests/pilot/figures."""

from pathlib import Path

import numpy as np
import pytest

from pilot import analysis, report
from pilot.analysis import Analysis
from tests.pilot.files import sheets, table


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    """300 people, a criterion, a group that is too small for DIF, no retest."""
    told = table(300).assign(criterion_uwes3=lambda rows: rows["working_life"] / 2, group_stage=["early"] * 250 + ["later"] * 50)
    return analysis.analyse(sheets(tmp_path_factory.mktemp("rows"), told), None, np.random.default_rng(1))


def test_every_table_is_there_with_its_n(done: Analysis) -> None:
    assert set(done.tables) == {"sample", "statements", "dimensions", "pairs", "models", "factors", "outcomes", "bars"}
    assert all("n" in table or name in ("sample", "bars") for name, table in done.tables.items())


def test_omega_and_correlations_of_factors_stand_beside_what_they_belong_to(done: Analysis) -> None:
    dimensions, pairs = done.tables["dimensions"], done.tables["pairs"]

    assert (dimensions["omega_low"] < dimensions["omega"]).all()
    assert len(dimensions) == 8
    assert len(pairs) == 28
    assert np.corrcoef(pairs["htmt"], pairs["factors"])[0, 1] > 0.9


def test_the_model_that_made_the_people_is_preferred(done: Analysis) -> None:
    models = done.tables["models"].set_index("model")["bic_above_best"]

    assert models.idxmin() == "8 factors, agreeing apart"
    assert models.min() == 0
    assert len(models) == 6


def test_a_criterion_is_an_outcome_like_the_others(done: Analysis) -> None:
    outcomes = done.tables["outcomes"]

    assert set(outcomes["outcome"]) == {"working_life", "life_outside", "criterion_uwes3"}
    assert outcomes.groupby("outcome")["r"].nunique()["criterion_uwes3"] == 8


def test_what_is_left_out_is_said_with_the_reason(done: Analysis) -> None:
    said = report.text(done)

    assert "Left out: No DIF by group_stage: it needs two groups of 100 people or more." in said
    assert "100 people or more in the retest not measured" in " ".join(said.split())


def test_an_interval_stands_behind_its_figure_and_only_there(done: Analysis) -> None:
    said = report.text(done)

    assert "_low" not in said
    alpha = done.tables["dimensions"].iloc[0]
    assert f"{alpha['alpha']:.3f} [{alpha['alpha_low']:.3f}, {alpha['alpha_high']:.3f}]" in said


def test_tables_are_written_with_all_digits_and_models_as_lavaan_reads_them(done: Analysis, tmp_path: Path) -> None:
    report.write(done, tmp_path / "figures")

    written = {path.name for path in (tmp_path / "figures").iterdir()}
    assert written == {f"{name}.csv" for name in done.tables} | {"models.txt"}
    assert "agreeing ~~ 0*spark" in (tmp_path / "figures" / "models.txt").read_text()
    assert str(done.tables["pairs"]["htmt"].iloc[0]) in (tmp_path / "figures" / "pairs.csv").read_text()


def test_too_few_people_for_a_factor_model_have_the_other_tables(tmp_path: Path) -> None:
    few = analysis.analyse(sheets(tmp_path, table(100)), sheets(tmp_path, table(100, seed=2)), np.random.default_rng(1))

    assert "No factor models and no omega: they need 150 people" in " ".join(few.remarks)
    assert {"retest", "pairs"} <= set(few.tables)
    assert few.tables["bars"].set_index("bar").at["Omega at least .70", "met"] == "not measured"
