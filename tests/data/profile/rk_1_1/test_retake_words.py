from data.instrument import instrument
from data.profile import rules
from data.profile.findings import ChangesSaid, Measured
from tests.invented import rk_1_1

RULES = rules.of(instrument.load("rk-1.1"))
DAY = "22 August 2026"
FIRST = Measured(RULES.score(rk_1_1.statements(rk_1_1.examples()[2]["answers"])), RULES.assumed_norms)
AGAIN = rk_1_1.statements(rk_1_1.examples()[2]["second"]["answers"])
SECOND = Measured(RULES.score(AGAIN), RULES.assumed_norms)
BY_OTHERS = Measured(RULES.score(AGAIN, rk_1_1.invented_norms()), rk_1_1.invented_norms())
WORKED = "Balance, which you worked on: 4 then, 58 now. With no real change we would expect about 17. This is clearly higher."
ALWAYS = (
    "Low scores tend to rise a little anyway, and high ones to fall.",
    "Leave at least four weeks between two results, so that there is something to see.",
)


def said(before: Measured, after: Measured, worked: str | None = None) -> ChangesSaid:
    return RULES.changes_said(RULES.changes(before, after, worked), before, after, day=DAY)


def test_the_retake_of_the_manual_is_said_in_its_words() -> None:
    found = said(FIRST, BY_OTHERS, "balance")

    assert found.lines == ("All in all, clearly higher since 22 August 2026.", "We cannot tell which areas it comes from.", WORKED)
    assert found.remarks == (
        *ALWAYS,
        "The figures behind the bands have changed since 22 August 2026. "
        "A change is named only where it holds by the old and by the new ones.",
    )


def test_a_named_area_needs_no_word_on_where_the_change_comes_from() -> None:
    assert said(FIRST, SECOND).lines == (
        "Clearly higher since 22 August 2026: Balance.",
        "All in all, clearly higher since 22 August 2026.",
    )
    assert said(SECOND, FIRST).lines == ("Clearly lower since 22 August 2026: Balance.", "All in all, clearly lower since 22 August 2026.")


def test_without_a_clear_change_it_is_said_that_chance_does_as_much() -> None:
    found = said(FIRST, FIRST)

    assert found == ChangesSaid(("No clear change since 22 August 2026. Differences like these also come about by chance.",), ALWAYS)


def test_a_clear_change_of_the_area_worked_on_is_said_before_that_nothing_else_changed() -> None:
    only = {d: SECOND.scores[d] if d == "balance" else score for d, score in FIRST.scores.items()}

    found = said(FIRST, Measured(only, RULES.assumed_norms), "balance")

    assert found.lines == (WORKED, "Elsewhere no clear change.")


def test_an_area_worked_on_that_did_not_change_is_too_close_to_tell() -> None:
    found = said(FIRST, FIRST, "spark")

    assert found.lines[0].startswith("No clear change since")
    assert (
        found.lines[1]
        == "Spark, which you worked on: 25 then, 25 now. With no real change we would expect about 33. This is too close to tell."
    )
