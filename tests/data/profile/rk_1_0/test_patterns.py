from hypothesis import example, given

from data.instrument import instrument
from data.instrument.advice import Pattern
from data.profile import pattern_rules, rules
from tests import oracle
from tests.invented import worked_example
from tests.invented.sheets import favourable, sheets

RK = instrument.load("rk-1.0")
RULES = rules.of(RK)


def ids(patterns: tuple[Pattern, ...]) -> list[str]:
    return [pattern.id for pattern in patterns]


def test_the_worked_example_finds_its_outlet_outside() -> None:
    found = RULES.pattern(RULES.score(worked_example.STATEMENTS))

    assert (found.chosen.id, ids(found.also), ids(found.near)) == ("outlet_outside", [], ["running_low", "parked"])
    assert pattern_rules.in_words(RK, found.chosen) == "alignment below 50 and outlets 62.5 or more"


def test_the_retake_of_the_worked_example_is_steady_and_close_to_in_tune() -> None:
    found = RULES.pattern(RULES.score(worked_example.RETAKE))

    assert (found.chosen.id, ids(found.also), ids(found.near)) == ("steady", [], ["in_tune"])
    assert pattern_rules.in_words(RK, found.chosen) == "none of the other rules holds"


def test_a_sheet_with_too_few_answers_names_what_a_pattern_needs() -> None:
    found = RULES.pattern(RULES.score({}))

    assert found.chosen.title == "Not enough answers yet"
    assert pattern_rules.in_words(RK, found.chosen) == "any of spark, alignment, momentum, balance, outlets is missing"


@example(favourable(spark=5, balance=1, momentum=1, alignment=1, outlet=5))
@example(favourable(alignment=5, spark=5, balance=5, outlet=5))
@example(favourable(alignment=5, outlet=1))
# Balance at exactly 37.5, which four answers reach and five do not.
@example({s: answer for s, answer in favourable(spark=5).items() if s != "bal_flex"} | {"bal_care": 2, "bal_split": 2})
@given(sheets())
def test_the_pattern_agrees_with_the_rules_done_by_hand(sheet: oracle.Sheet) -> None:
    found = RULES.pattern(RULES.score(sheet))

    assert (found.chosen.id, ids(found.also), ids(found.near)) == oracle.pattern(sheet)


def test_the_rule_and_every_title_that_fits_or_almost_does_are_said() -> None:
    said = RULES.pattern_said(RULES.pattern(RULES.score(worked_example.STATEMENTS)), emphasis="*{}*")

    assert (said.title, len(said.texts)) == ("Outlet outside", 1)
    assert said.remarks == (
        "The rule: alignment below 50 and outlets 62.5 or more.",
        "This is a prompt for thought, not a type.",
        "You are also close to: *Bright but running low*, *Parked*.",
    )
