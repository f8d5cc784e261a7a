from pathlib import Path

import pandas as pd
import pytest

from pilot import rows
from pilot.errors import BadFile
from tests.pilot.files import answered, sheets, table, written


def complaint(path: Path) -> str:
    with pytest.raises(BadFile) as caught:
        rows.load(path)
    return str(caught.value)


def test_a_good_file_holds_everybody_with_gaps_as_gaps(tmp_path: Path) -> None:
    told = answered({"align_vehicle": "na", "mom_luck": "", "sup_peers": 4}).assign(group_stage="early", criterion_wami=3.5)

    found = sheets(tmp_path, told)

    assert found.raw.shape == (60, 40)
    assert found.raw[["align_vehicle", "mom_luck", "sup_peers"]].isna().iloc[0].tolist() == [True, True, False]
    assert found.raw["sup_peers"].iloc[0] == 4
    assert found.does_not_apply[["align_vehicle", "mom_luck"]].iloc[0].tolist() == [True, False]
    assert list(found.outcomes) == ["working_life", "life_outside", "criterion_wami"]
    assert set(found.groups["group_stage"]) == {"early"}


def test_what_a_spreadsheet_leaves_in_a_file_is_taken_in_its_stride(tmp_path: Path) -> None:
    path = written(tmp_path, answered({"align_vehicle": " 4.0 "}))
    path.write_text("\ufeff" + path.read_text().replace("\n", "\r\n") + "\r\n,,,\r\n".replace(",", "," * 14), encoding="utf-8")

    found = rows.load(path)

    assert found.raw["align_vehicle"].iloc[0] == 4
    assert len(found.raw) == 60


@pytest.mark.parametrize(
    ("column", "cell", "hint"),
    [
        ("align_vehicle", "6", "write 1 to 5 as it was chosen"),
        ("align_vehicle", "2.5", "write 1 to 5 as it was chosen"),
        ("align_vehicle", "Agree", "write 1 to 5 as it was chosen"),
        ("working_life", "11", "a whole number from 0 to 10"),
        ("criterion_wami", "3,5", "a number with a point"),
        ("criterion_wami", "nan", "a number with a point"),
        ("minutes", "-7.5", "a number above 0"),
        ("person", "", "write a code of letters"),
        ("person", "kim@home.example", "never a name or an e-mail address"),
        ("group_stage", "x" * 41, "a short label"),
    ],
)
def test_a_cell_that_is_not_understood_is_said_by_line_and_column(tmp_path: Path, column: str, cell: str, hint: str) -> None:
    told = answered({column: cell}, table().assign(criterion_wami="3.5", group_stage="early"))

    path = written(tmp_path, told)
    said = complaint(path).replace(str(path), "")

    assert f"line 2, column {column}: " in said
    assert hint in said
    assert cell == "" or cell not in said.replace(hint, "")


def test_a_column_that_is_missing_or_unknown_or_there_twice_is_named(tmp_path: Path) -> None:
    told = table().drop(columns="bal_care").assign(name="Kim", group_=1)
    twice = pd.concat([told, told[["mom_luck"]]], axis=1)

    said = complaint(written(tmp_path, twice))

    assert "no column: bal_care" in said
    assert "not known: name, group_; begin your own ones with group_ or criterion_" in said
    assert "more than one column: mom_luck" in said


def test_a_code_that_stands_for_two_lines_is_named(tmp_path: Path) -> None:
    assert "the code p0007 stands in more than one line" in complaint(written(tmp_path, answered({"person": "p0007"})))


def test_of_many_mistakes_ten_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    said = complaint(written(tmp_path, table().assign(mom_luck="9")))

    assert said.count("column mom_luck") == 10
    assert said.endswith("and 50 more")


def test_a_line_with_too_few_cells_is_said(tmp_path: Path) -> None:
    path = written(tmp_path, table())
    path.write_text(path.read_text() + "p9999,3,3\n")

    assert "line 62, it has 3 cells, and the first line names 44 columns" in complaint(path)


def test_an_answer_that_everybody_gave_is_said(tmp_path: Path) -> None:
    assert "column mom_luck: everybody gave the same answer" in complaint(written(tmp_path, table().assign(mom_luck=3)))


def test_a_handful_of_people_is_refused(tmp_path: Path) -> None:
    assert "holds 49 people. Below 50" in complaint(written(tmp_path, table(49)))


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        (b"", "is empty"),
        (b"person;align_vehicle\np1;3\n", "semicolons"),
        (b"PK\x03\x04\xff\xfe", "is not a table in CSV"),
        (b'person,"align\n', "is not a table in CSV"),
    ],
)
def test_what_is_no_table_is_told_in_a_sentence(tmp_path: Path, content: bytes, hint: str) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes(content)

    assert hint in complaint(path)


def test_a_file_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    assert "nowhere.csv cannot be opened: No such file" in complaint(tmp_path / "nowhere.csv")
