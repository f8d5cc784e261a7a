import io
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest

from data.content.language import ENGLISH
from data.exports import answers_csv, workbook
from data.instrument.answers import Answers, LifeStage, StageSelf
from data.instrument.instrument import load
from data.record.record import Record, Result
from tests.invented.full_record import HOSTILE, result

DAY = date(2026, 11, 22)


def opened(file: bytes) -> Any:
    """What somebody else's reader finds."""
    return openpyxl.load_workbook(io.BytesIO(file))


def rows(record: Record) -> list[dict[str, Any]]:
    heads, *table = opened(answers_csv.write_workbook(record, ENGLISH, words=True)).active.values
    return [dict(zip(heads, row, strict=True)) for row in table]


def test_the_columns_of_the_csv_stand_in_columns_of_their_own() -> None:
    heads, *_ = opened(answers_csv.write_workbook(Record(results=(result(DAY),)), ENGLISH, words=False)).active.values

    assert {"date", "version", "part", "id", "text", "answer"} <= set(heads)


def test_numbers_are_numbers_and_scores_are_whole() -> None:
    found = {row["id"]: row for row in rows(Record(results=(result(DAY),)))}

    assert (found["spark_origin"]["answer"], found["now_career"]["answer"]) == (4, 50)
    assert [type(found["alignment"][name]) for name in ("score", "low 80 %", "high 95 %")] == [int] * 3


def test_an_answer_reads_as_it_does_on_the_screen() -> None:
    label = next(option.label for option in load("rk-1.0").life_stage[0].options if option.id == "mid")
    answers = Answers(life_stage=LifeStage(stage_self=StageSelf.MID), statements={"sup_mentor": "na"})
    found = {row["id"]: row["answer"] for row in rows(Record(results=(Result(instrument="rk-1.0", taken_on=DAY, answers=answers),)))}

    assert (found["stage_self"], found["sup_mentor"]) == (label, "Does not apply to me")


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_become_a_formula_or_a_link(words: str) -> None:
    sheet = opened(answers_csv.write_workbook(Record(results=(result(DAY, words),)), ENGLISH, words=True)).active

    assert {cell.data_type for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)} == {"s"}
    assert [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink] == []


def test_the_file_tells_no_time_of_its_making() -> None:
    assert opened(workbook.write([("date",)])).properties.created == datetime(2000, 1, 1)
