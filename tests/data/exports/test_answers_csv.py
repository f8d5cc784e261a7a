import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.content.language import ENGLISH
from data.exports import answers_csv
from data.instrument.answers import Answers, Outcome
from data.instrument.instrument import load, versions
from data.record.record import Record, Result
from tests.invented import rk_1_1
from tests.invented.full_record import HOSTILE, result

DAY = date(2026, 11, 22)


def rows(record: Record, *, words: bool = True) -> list[dict[str, str]]:
    text = answers_csv.write(record, ENGLISH, words=words).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def own(words: str) -> list[str]:
    record = Record(results=(result(DAY, words),))
    return [row["answer"] for row in rows(record) if row["part"] == "own words"]


def starts_a_formula(cell: str) -> bool:
    return cell.lstrip(" \u00a0\ufeff").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\0"))


@pytest.mark.parametrize("words", HOSTILE)
def test_no_cell_of_text_can_act_as_a_formula(words: str) -> None:
    record = Record(results=(result(DAY, words),))

    assert [cell for row in rows(record) for name, cell in row.items() if name in ("text", "answer", "id") and starts_a_formula(cell)] == []


@given(st.text(max_size=160))
def test_any_words_at_all_stay_in_their_own_cell(words: str) -> None:
    expected = words.replace("\0", "")

    assert [cell.removeprefix("'") for cell in own(words)] == [expected.removeprefix("'")] * len(own(words))


def test_words_that_look_like_a_formula_can_still_be_read() -> None:
    assert set(own("=1+1")) == {"'=1+1"}


def test_own_words_are_there_only_if_asked_for() -> None:
    record = Record(results=(result(DAY, "A sentence of my own"),))

    assert "A sentence of my own" not in answers_csv.write(record, ENGLISH, words=False).decode()
    assert "A sentence of my own" in answers_csv.write(record, ENGLISH, words=True).decode()


def test_every_answer_and_every_score_of_every_result_has_its_row() -> None:
    record = Record(results=(result(date(2026, 8, 1)), result(DAY)))

    table = rows(record, words=False)

    assert {row["date"] for row in table[:-1]} == {"2026-08-01", "2026-11-22"}
    assert sum(row["part"] == "statement" for row in table) == 72
    assert [row["score"] for row in table if row["id"] == "alignment"] == ["25.0", "25.0"]
    assert [row["answer"] for row in table if row["id"] == "sup_mentor"] == ["Does not apply to me"] * 2
    assert [row["answer"] for row in table if row["id"] == "now_career"] == ["50", "50"]


def test_numbers_stay_numbers_and_everything_else_is_quoted() -> None:
    text = answers_csv.write(Record(results=(result(DAY),)), ENGLISH, words=False).decode()
    line = next(line for line in text.splitlines() if '"spark_origin"' in line)

    assert line.endswith(',4,"","","","",""')


def test_a_record_without_results_is_a_table_with_its_heads_only() -> None:
    assert rows(Record()) == []


def test_each_result_stands_with_its_version_and_the_norms_behind_its_bands() -> None:
    example = rk_1_1.examples()[0]
    new = Result(instrument="rk-1.1", taken_on=DAY, answers=rk_1_1.sheet(example), norms=rk_1_1.invented_norms())

    table = rows(Record(results=(result(date(2026, 8, 1)), new)), words=False)

    assert {(row["date"], row["version"], row["norms"]) for row in table[:-1]} == {
        ("2026-08-01", "rk-1.0", ""),
        ("2026-11-22", "rk-1.1", "norms-1"),
    }


def test_the_outcome_questions_are_in_the_table_of_ones_own_answers() -> None:
    """And nowhere else: no screen, report, copy or picture has them (docs/rk11.md 1.9)."""
    answers = rk_1_1.sheet(rk_1_1.examples()[0]).model_copy(update={"outcomes": {Outcome.WORKING_LIFE: 0, Outcome.LIFE_OUTSIDE: 10}})

    table = rows(Record(results=(Result(instrument="rk-1.1", taken_on=DAY, answers=answers),)))

    assert [(row["id"], row["answer"]) for row in table if row["part"] == "outcome"] == [("working_life", "0"), ("life_outside", "10")]


@pytest.mark.parametrize("version", versions())
def test_a_table_says_once_and_last_what_it_must_not_be_used_for(version: str) -> None:
    results = (
        Result(instrument="rk-1.0", taken_on=date(2026, 8, 1), answers=Answers()),
        Result(instrument=version, taken_on=date(2026, 11, 22), answers=Answers()),
    )

    table = rows(Record(results=results))

    assert [row["text"] for row in table if row["part"] == "rules of use"] == [load(version).notes.adverse_use]
    assert table[-1]["part"] == "rules of use"
    assert rows(Record()) == []
