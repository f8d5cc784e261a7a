from pathlib import Path

import pytest

from pilot import statements
from pilot.errors import BadFile
from pilot.figures import retest
from tests.pilot.files import sheets, table


def test_people_are_joined_by_their_code_and_not_by_their_line(tmp_path: Path) -> None:
    first = sheets(tmp_path, table(80))
    one_each = {statements.members(name)[0]: [2, 4] * 40 for name in statements.dimensions()}
    second = sheets(tmp_path, table(80).iloc[::-1].assign(**one_each))

    found = retest.table(first, second)

    assert found["r"].min() > 0.7
    assert found["n"].tolist() == (first.scores.notna() & second.scores.reindex(first.scores.index).notna()).sum().tolist()
    assert found["n"].min() < 80


def test_one_file_given_twice_is_noticed(tmp_path: Path) -> None:
    told = sheets(tmp_path, table())

    with pytest.raises(BadFile, match="Is it one file twice"):
        retest.table(told, told)


def test_files_that_share_hardly_anybody_are_refused(tmp_path: Path) -> None:
    first, others = table(), table(seed=2)
    others["person"] = [f"q{code}" for code in others["person"]]

    with pytest.raises(BadFile, match="Only 0 people have a score in alignment in both files"):
        retest.table(sheets(tmp_path, first), sheets(tmp_path, others))


def test_a_change_that_all_share_lowers_icc_and_leaves_r(tmp_path: Path) -> None:
    first = sheets(tmp_path, table(80))
    second = sheets(tmp_path, table(80))
    second.__dict__["scores"] = first.scores + 20 + first.scores.index.to_series().str[-1].astype(float).to_numpy()[:, None] / 9

    line = retest.table(first, second).set_index("dimension").loc["spark"]

    assert line["r"] > 0.99
    assert line["icc"] < 0.8
    assert line["change"] == pytest.approx(20.5, abs=0.1)
