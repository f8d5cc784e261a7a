from pathlib import Path

import pytest

from pilot import statements
from tests.pilot.files import answered, sheets


def test_agreeing_with_everything_gives_the_middle_in_every_dimension(tmp_path: Path) -> None:
    told = answered(dict.fromkeys(statements.ids(), 4))

    assert sheets(tmp_path, told).scores.iloc[0].tolist() == [50] * 8


def test_each_half_counts_the_same_where_an_answer_is_missing(tmp_path: Path) -> None:
    """Forward 5, 4, 3 (75 of 100), reversed 2, 3 and a gap (keyed 4, 3: 62.5): the mean of the halves."""
    told = answered({"mom_path": 5, "mom_skills": 4, "mom_name": 3, "mom_stuck": 2, "mom_still": 3, "mom_luck": ""})

    assert sheets(tmp_path, told).scores["momentum"].iloc[0] == pytest.approx(68.75)


def test_a_dimension_with_too_few_answers_has_no_score(tmp_path: Path) -> None:
    found = sheets(tmp_path, answered({"sup_peers": "", "sup_alone": "na"}))

    assert found.scores["support"].isna().iloc[0]
    assert not found.scored.iloc[0]
