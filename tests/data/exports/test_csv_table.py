import csv
import io

import pytest

from data.exports import csv_table


def read(file: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""), strict=True))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\u00a0@", "＝", "\0="])
def test_no_text_can_act_as_a_formula(start: str) -> None:
    (cell,) = read(csv_table.write([[f"{start}1+1"]]))[0]

    assert cell.startswith("'")


def test_a_number_stays_a_number_however_negative_it_is() -> None:
    assert csv_table.write([["points", -5, 2.5, None]]).decode("utf-8-sig") == '"points",-5,2.5,""\r\n'


def test_quotes_commas_and_lines_within_a_text_stay_in_their_cell() -> None:
    assert read(csv_table.write([['a "b", c\nd', "e"]])) == [['a "b", c\nd', "e"]]
