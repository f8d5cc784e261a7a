from dataclasses import is_dataclass
from datetime import date

import pytest

from data.instrument import instrument
from data.instrument.answers import Answers
from data.profile import findings, history, rules
from data.profile.profile import from_result
from data.profile.rk_1_0.rules import Rk10
from data.profile.rk_1_1.rules import Rk11
from data.record.record import Record, Result
from tests.invented import rk_1_1, worked_example

FIRST, SECOND = date(2026, 8, 22), date(2026, 11, 22)


@pytest.mark.parametrize(("version", "kind"), [("rk-1.0", Rk10), ("rk-1.1", Rk11)])
def test_every_version_goes_by_its_own_rules(version: str, kind: type) -> None:
    assert isinstance(rules.of(instrument.load(version)), kind)


@pytest.mark.parametrize("version", instrument.versions())
def test_an_empty_sheet_of_any_version_claims_nothing_and_can_be_put_into_words(version: str) -> None:
    profile = from_result(Result(instrument=version, taken_on=FIRST, answers=Answers()))
    by = profile.rules

    assert (profile.scored, profile.overall, profile.place, profile.drift, profile.care) == ((), None, None, None, None)
    assert (profile.strongest, profile.lowest, by.signs(profile.answers).shown) == ((), (), ())
    assert by.pattern_said(profile.pattern).title == "Not enough answers yet"
    assert by.changes(profile.measured, profile.measured) == findings.Changes({}, ())


def test_a_result_is_described_by_the_norms_it_was_made_with() -> None:
    example = rk_1_1.examples()[2]
    result = Result(instrument="rk-1.1", taken_on=FIRST, answers=rk_1_1.sheet(example))

    assumed, measured = from_result(result), from_result(result.model_copy(update={"norms": rk_1_1.invented_norms()}))

    assert assumed.norms is not None and assumed.norms.name == "norms-0"
    assert measured.norms == rk_1_1.invented_norms()
    assert assumed.scores["spark"].sem != measured.scores["spark"].sem
    assert assumed.scores["spark"].value == measured.scores["spark"].value


def test_results_of_two_versions_are_drawn_beside_each_other_and_never_compared() -> None:
    old = Result(instrument="rk-1.0", taken_on=FIRST, answers=Answers(statements=worked_example.STATEMENTS))
    new = Result(instrument="rk-1.1", taken_on=SECOND, answers=rk_1_1.sheet(rk_1_1.examples()[0]))

    compared = history.last_two(history.profiles(Record(results=(old, new))))

    assert compared is not None
    assert (compared.statements, compared.changes, compared.said(day="22 August 2026")) == (None, None, None)
    assert compared.not_compared(day="22 August 2026") == (
        "The result of 22 August 2026 comes from older statements. It is shown as it was, and not compared with this one."
    )


def test_what_is_found_is_a_value_that_nobody_can_change() -> None:
    values = [value for value in vars(findings).values() if isinstance(value, type) and is_dataclass(value)]

    assert len(values) >= 10
    assert [value.__name__ for value in values if value.__setattr__ is object.__setattr__] == []
