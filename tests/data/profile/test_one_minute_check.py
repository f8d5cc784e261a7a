from datetime import date, timedelta

import pytest

from data.errors import AnswerNotAllowed, BadFile
from data.instrument import instrument
from data.instrument.answers import Answer
from data.profile import history, one_minute_check
from data.record import journal
from data.record.journal_entries import Check
from data.record.record import Record, Result
from data.record.record_file import parse, write
from tests.invented import rk_1_1

START = date(2026, 11, 2)
RK = instrument.load()
ACTION = RK.action("spark.low.1")
BEST: dict[str, Answer] = {item.id: 1 if item.reverse else 5 for item in RK.items_of("spark")}


def working_on_spark() -> Record:
    """A result, and a goal that was suggested for spark."""
    record = Record(results=(Result(instrument=RK.version, taken_on=START, answers=rk_1_1.sheet(rk_1_1.examples()[0])),))
    return journal.take_up(record, ACTION, dimension="spark", today=START)


def test_it_asks_the_statements_of_the_area_and_no_other() -> None:
    record = working_on_spark()

    assert one_minute_check.dimension(record) == "spark"
    assert {item.dimension for item in one_minute_check.statements(record, "spark")} == {"spark"}
    assert len(one_minute_check.statements(record, "spark")) == 6


def test_without_a_goal_a_result_or_an_area_there_is_none() -> None:
    record = working_on_spark()

    assert one_minute_check.dimension(journal.finish_goal(record)) is None
    assert one_minute_check.dimension(record.model_copy(update={"results": ()})) is None
    assert one_minute_check.dimension(journal.set_goal(journal.finish_goal(record), "My own", today=START)) is None


def test_a_check_has_a_band_of_its_own_by_the_norms_of_the_result_that_it_follows() -> None:
    record = one_minute_check.add(working_on_spark(), "spark", BEST, today=START + timedelta(days=9))

    (moment,) = one_minute_check.moments(record, "spark")
    assert (moment.taken_on, moment.score.value) == (START + timedelta(days=9), 100)
    assert moment.score.band80 and moment.score.band80.high == 100 and moment.score.band80.low > 50


def test_there_is_at_most_one_a_week() -> None:
    record = one_minute_check.add(working_on_spark(), "spark", BEST, today=START)

    assert one_minute_check.next_day(record, "spark") == START + timedelta(days=7)
    with pytest.raises(AnswerNotAllowed, match="check_too_soon"):
        one_minute_check.add(record, "spark", BEST, today=START + timedelta(days=6))
    again = one_minute_check.add(record, "spark", BEST, today=START + timedelta(days=7))
    assert len(one_minute_check.moments(again, "spark")) == 2


def test_too_few_answers_for_a_score_are_no_check() -> None:
    few = dict(list(BEST.items())[:3])

    with pytest.raises(AnswerNotAllowed, match="check_too_few"):
        one_minute_check.add(working_on_spark(), "spark", few, today=START)


def test_it_is_never_a_result_and_survives_a_file() -> None:
    before = working_on_spark()

    after = parse(write(one_minute_check.add(before, "spark", BEST, today=START)))

    assert after.results == before.results and after.contributions == ()
    assert history.profiles(after) == history.profiles(before)
    assert len(one_minute_check.moments(after, "spark")) == 1


@pytest.mark.parametrize("wrong", [{"statements": {"bal_care": 5}}, {"dimension": "made_up"}, {"instrument": "rk-9.9"}])
def test_a_file_with_a_check_of_what_is_not_asked_is_refused(wrong: dict[str, object]) -> None:
    check = Check(day=START, instrument=RK.version, dimension="spark", statements=BEST).model_copy(update=wrong)

    with pytest.raises(BadFile):
        parse(write(working_on_spark().model_copy(update={"checks": (check,)})))
