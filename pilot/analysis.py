"""All that is computed of one pilot, as tables by name."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from threadpoolctl import threadpool_limits

from pilot import bars, statements
from pilot.errors import PilotError
from pilot.figures import answers, correlations, factor_models, fairness, intervals, outcomes, retest, standardised
from pilot.figures.factor_models import Fit
from pilot.sheets import Sheets

# Forty statements of which each has a loading and an error of its own: below this a factor model fits noise.
FEWEST_FOR_MODELS = 150


@dataclass
class Analysis:
    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    # The factor models in the language that semopy and lavaan share, by name.
    models: dict[str, str] = field(default_factory=dict)
    # What was left out, and why.
    remarks: list[str] = field(default_factory=list)


def analyse(first: Sheets, second: Sheets | None, rng: np.random.Generator) -> Analysis:
    # Matrices of 40 by 40: several threads would wait for each other far longer than they work.
    with threadpool_limits(limits=1):
        return _analysed(first, second, rng)


def _analysed(first: Sheets, second: Sheets | None, rng: np.random.Generator) -> Analysis:
    done = Analysis()
    done.tables["sample"] = _sample(first, second)
    done.tables["statements"] = answers.table(first)
    close = correlations.with_intervals(first.keyed, rng)
    done.tables["dimensions"] = _dimensions(first, close)
    done.tables["pairs"] = _pairs(first, close)
    _add_models(done, first)
    _add_fairness(done, first)
    done.tables["outcomes"] = outcomes.table(first)
    if second is not None:
        done.tables["retest"] = retest.table(first, second)
    done.tables["bars"] = bars.table(done.tables)
    return done


def _sample(first: Sheets, second: Sheets | None) -> pd.DataFrame:
    files = {"first": first} | ({"second": second} if second is not None else {})
    return pd.DataFrame(
        [
            {
                "file": name,
                "people": len(sheets.raw),
                "every_dimension_scored": int(sheets.scored.sum()),
                "every_statement_rated": len(sheets.raw.dropna()),
                "n_minutes": int(sheets.minutes.notna().sum()),
                "minutes": float(sheets.minutes.median()),
            }
            for name, sheets in files.items()
        ]
    )


def _dimensions(sheets: Sheets, close: dict[correlations.Name, intervals.Interval]) -> pd.DataFrame:
    return pd.DataFrame([_dimension(sheets, name, close) for name in statements.dimensions()])


def _dimension(sheets: Sheets, name: str, close: dict[correlations.Name, intervals.Interval]) -> dict[str, object]:
    whole = sheets.keyed[statements.members(name)].dropna()
    score = sheets.scores[name]
    return {
        "dimension": name,
        "k": len(whole.columns),
        "n": int(score.notna().sum()),
        **intervals.mean(score).columns("mean"),
        "sd": float(score.std()),
        "n_whole": len(whole),
        **intervals.alpha(whole).columns("alpha"),
        **close["within", name].columns("within"),
        **close["across_keys", name].columns("across_keys"),
    }


def _pairs(sheets: Sheets, close: dict[correlations.Name, intervals.Interval]) -> pd.DataFrame:
    return pd.DataFrame(
        [{"pair": pair, "n": len(sheets.raw), **found.columns("htmt")} for (what, pair), found in close.items() if what == "htmt"]
    )


def _add_models(done: Analysis, sheets: Sheets) -> None:
    whole = sheets.keyed[sheets.scored]
    if len(whole) < FEWEST_FOR_MODELS:
        done.remarks.append(
            f"No factor models and no omega: they need {FEWEST_FOR_MODELS} people with every dimension scored, and {len(whole)} are there."
        )
        return
    fits = factor_models.fit_all(whole)
    done.models = {fit.model.name: fit.model.text() for fit in fits}
    done.tables["models"] = _with_distance(pd.DataFrame([fit.line() for fit in fits]))
    try:
        _add_standardised(done, factor_models.settled(fits, factor_models.EIGHT_APART))
    # The other tables say what they say without this one.
    except PilotError as trouble:
        done.remarks.append(str(trouble))


def _with_distance(models: pd.DataFrame) -> pd.DataFrame:
    # Of BIC only differences mean anything.
    return models.assign(bic_above_best=models["bic"] - models["bic"].min()).drop(columns="bic")


def _add_standardised(done: Analysis, fit: Fit) -> None:
    found = standardised.table(fit)
    done.tables["factors"] = found
    omega = found[found["figure"] == "omega"].rename(columns=lambda name: name.replace("value", "omega"))
    kept = omega.rename(columns={"of": "dimension", "n": "n_omega"})[["dimension", "n_omega", "omega", "omega_low", "omega_high"]]
    done.tables["dimensions"] = done.tables["dimensions"].merge(kept, on="dimension")
    done.tables["pairs"] = done.tables["pairs"].merge(_correlations(found), on="pair")


def _correlations(found: pd.DataFrame) -> pd.DataFrame:
    wanted = found[found["figure"] == "correlation"]
    columns = {"n": "n_factors", "value": "factors", "value_low": "factors_low", "value_high": "factors_high"}
    return wanted.assign(pair=wanted["of"] + "-" + wanted["with"]).rename(columns=columns)[["pair", *columns.values()]]


def _add_fairness(done: Analysis, sheets: Sheets) -> None:
    compared = fairness.comparisons(sheets.groups)
    small = [str(column) for column in sheets.groups if column not in {comparison.column for comparison in compared}]
    done.remarks += [f"No DIF by {column}: it needs two groups of {fairness.FEWEST_IN_GROUP} people or more." for column in small]
    found = {comparison: fairness.table(sheets, comparison, list(statements.dimensions())) for comparison in compared}
    if not found:
        return
    done.tables["dif"] = pd.concat(found.values(), ignore_index=True)
    done.tables["dif_counts"] = _counted(found)


def _counted(found: dict[fairness.Comparison, pd.DataFrame]) -> pd.DataFrame:
    return pd.DataFrame([{"comparison": table["group"].iloc[0], "lines": len(fairness.matters(table))} for table in found.values()])
