from dataclasses import replace
from datetime import date

import pytest

from data.content.language import Language
from data.profile import history
from data.profile.findings import Certainty
from data.profile.profile import Profile, from_result
from data.record.record import Record, Result
from tests.invented import rk_1_1, worked_example
from tests.invented.full_record import result

FIRST, SECOND = date(2026, 8, 22), date(2026, 11, 22)


def retaken() -> Record:
    again = result(SECOND)
    changed = again.answers.model_copy(update={"statements": worked_example.RETAKE})
    return Record(results=(result(FIRST), again.model_copy(update={"answers": changed})))


def test_results_are_in_the_order_of_their_days() -> None:
    record = Record(results=(result(SECOND), result(FIRST)))

    assert [profile.result.taken_on for profile in history.profiles(record)] == [FIRST, SECOND]


def test_the_retake_of_the_manual_is_told_in_its_four_statements_and_its_headline() -> None:
    compared = history.last_two(history.profiles(retaken()))

    assert compared is not None and compared.statements is not None
    said = {one.name: (one.before, one.after, one.words) for one in compared.statements}
    assert said["Alignment"] == (25, 65, "clear change")
    assert said["Balance"] == (31, 55, "possible change")
    assert said["Momentum"] == (45, 60, "within the wobble")
    assert said["Spark"] == (60, 60, "within the wobble")
    assert [one.name for one in compared.headline] == ["Alignment"]
    assert (compared.after.pattern.chosen.id, [near.id for near in compared.after.pattern.near]) == ("steady", ["in_tune"])


def test_without_a_sure_change_there_is_no_headline() -> None:
    compared = history.last_two(history.profiles(Record(results=(result(FIRST), result(SECOND)))))

    assert compared is not None and compared.statements is not None
    assert {one.change.certainty for one in compared.statements} == {Certainty.WOBBLE}
    assert compared.headline == ()


def test_one_result_has_nothing_to_be_compared_with() -> None:
    assert history.last_two(history.profiles(Record(results=(result(FIRST),)))) is None


def test_results_of_different_versions_are_never_compared() -> None:
    before, after = history.profiles(retaken())
    newer = after.instrument.model_copy(update={"version": "rk-2.0"})
    compared = history.last_two((before, replace(after, instrument=newer)))

    assert compared is not None
    assert compared.statements is None
    assert compared.headline == ()


def test_a_result_is_compared_with_the_latest_of_its_own_version_whatever_lies_between() -> None:
    """A round that was opened earlier may ask older statements once more (docs/rk11.md 8)."""
    sheet = rk_1_1.sheet(rk_1_1.examples()[0])
    first, last = (Result(instrument="rk-1.1", taken_on=day, answers=sheet) for day in (FIRST, SECOND))

    compared = history.last_two(history.profiles(Record(results=(first, result(date(2026, 10, 1)), last))))

    assert compared is not None
    assert (compared.before.result, compared.after.result) == (first, last)
    assert compared.changes is not None and not compared.changes.is_any


def test_of_a_record_only_the_two_that_are_compared_are_scored(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen to fail: with every result scored."""
    sheet = rk_1_1.sheet(rk_1_1.examples()[0])
    first, last = (Result(instrument="rk-1.1", taken_on=day, answers=sheet) for day in (FIRST, SECOND))
    others = tuple(result(date(2026, 9, day)) for day in (1, 2, 3))
    record = Record(results=(last, *others, first))
    whole, scored = history.last_two(history.profiles(record)), []

    def counted(one: Result, spoken: Language) -> Profile:
        scored.append(one)
        return from_result(one, spoken)

    monkeypatch.setattr(history, "from_result", counted)

    assert history.of_record(record) == whole
    assert scored == [first, last]


def test_of_a_record_with_one_result_nothing_is_compared() -> None:
    assert history.of_record(Record(results=(result(FIRST),))) is None


def test_every_dimension_has_its_course_with_version_and_bands() -> None:
    courses = history.courses(history.profiles(retaken()))

    alignment = next(course for course in courses if course.dimension == "alignment")
    assert len(courses) == 8
    assert [(moment.taken_on, moment.version, moment.score.value) for moment in alignment.moments] == [
        (FIRST, "rk-1.0", 25.0),
        (SECOND, "rk-1.0", 65.0),
    ]
    assert all(moment.score.band80 for moment in alignment.moments)


def test_a_result_without_a_score_leaves_a_gap_in_the_course() -> None:
    empty = Result(instrument="rk-1.0", taken_on=SECOND, answers=result(SECOND).answers.model_copy(update={"statements": {}}))

    courses = history.courses(history.profiles(Record(results=(result(FIRST), empty))))

    assert {len(course.moments) for course in courses} == {1}
    assert history.courses(()) == ()


@pytest.mark.parametrize(("today", "waits"), [(date(2026, 11, 22), True), (date(2026, 12, 19), True), (date(2026, 12, 20), False)])
def test_waiting_is_worth_it_until_four_weeks_have_gone_by(today: date, waits: bool) -> None:
    until = history.worth_waiting_until(Record(results=(result(SECOND),)), today)

    assert until == (date(2026, 12, 20) if waits else None)


def test_nobody_waits_for_a_first_result() -> None:
    assert history.worth_waiting_until(Record(), SECOND) is None
