from pathlib import Path

import numpy as np
import pandas as pd

from pilot.figures import fairness
from pilot.figures.fairness import Comparison
from pilot.selftest import invented
from tests.pilot.files import sheets, table


def test_each_group_that_is_large_enough_meets_the_largest() -> None:
    stage = ["mid"] * 150 + ["early"] * 120 + ["later"] * 100 + ["unsure"] * 99 + [None]
    groups = pd.DataFrame({"group_stage": stage, "group_caring": ["yes"] * 99 + ["no"] * 371})

    found = fairness.comparisons(groups)

    assert found == [Comparison("group_stage", "early", "mid"), Comparison("group_stage", "later", "mid")]


def test_groups_that_differ_in_the_trait_alone_are_not_called_unfair(tmp_path: Path) -> None:
    rng = np.random.default_rng(5)
    drawn = invented.people(600, rng)
    ahead = np.arange(600) >= 300
    told = invented.rows(invented.People(drawn.traits + 0.8 * ahead[:, None], drawn.agreeing), rng)
    found = sheets(tmp_path, told.assign(group_stage=np.where(ahead, "later", "early")))

    (comparison,) = fairness.comparisons(found.groups)

    lines = fairness.table(found, comparison, ["growth"])

    assert len(lines) == 8
    assert fairness.matters(lines).empty
    assert found.scores.groupby(found.groups["group_stage"])["growth"].mean().diff().iloc[-1] > 8


def test_people_without_a_group_are_in_no_comparison(tmp_path: Path) -> None:
    found = sheets(tmp_path, table(60).assign(group_stage=["early"] * 20 + ["later"] * 30 + [""] * 10))

    people = Comparison("group_stage", "early", "later").people(found)

    assert people.value_counts().to_dict() == {-0.5: 30, 0.5: 20}
