"""What a closed round of rk-1.1 shows beside everyone without it, in the words of the manual (docs/rk11.md 3.2)."""

import random
from collections.abc import Iterator
from contextlib import closing

import pytest

from components.charts import theme
from components.insights import all_sections
from components.insights.section import Part
from components.session import resources
from data.groups import cohort_store, team_store
from data.instrument.answers import Answers
from data.instrument.instrument import load
from data.storage.engines.duckdb_store import DuckDBStore
from data.totals import publishing
from data.totals.published import Published
from tests.invented import waiting
from tests.invented.records import TODAY

WORDS = resources.group_words().insights
RK = load("rk-1.1")
UNCLEAR = "Spark, Purpose, Alignment, Momentum, Outlets, Support: no clear difference from everyone else"


def of_a_mood(people: int) -> list[Answers]:
    """Like everyone else, but low on balance and high on growth, and there of one mind."""
    dice, found = random.Random(people), []
    for _ in range(people):
        sheet, low, high = waiting.attentive(dice), *(waiting.attentive(dice, mood=mood, spread=0.2) for mood in (1.6, 4.8))
        own = {item.id: low.statements[item.id] for item in RK.items_of("balance")}
        own |= {item.id: high.statements[item.id] for item in RK.items_of("growth")}
        found.append(sheet.model_copy(update={"statements": {**sheet.statements, **own}}))
    return found


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DuckDBStore]:
    with closing(DuckDBStore(tmp_path_factory.mktemp("rounds") / "rounds.duckdb")) as store:
        waiting.wait(store, waiting.crowd(120))
        cohort_store.run_daily(store, TODAY)
        yield store


def sections(store: DuckDBStore, sheets: list[Answers]) -> dict[str, Part]:
    """Those of a round in which these took part."""
    keys = team_store.create(store, "Harbour crew", closes_on=TODAY, today=TODAY)
    round_id = team_store.closable_round(store, keys.manage).round_id
    store.write("UPDATE round SET instrument = 'rk-1.1' WHERE round_id = $1", [round_id])
    waiting.wait(store, sheets, round_id=round_id)
    cohort_store.close_round(store, keys.manage, TODAY)
    insights = publishing.round_insights(store, keys.insights)
    assert isinstance(insights.whole, Published)
    return {part.key: part for part in all_sections.sections_of(insights, insights.whole, colours=theme.print_palette())}


def test_below_twenty_people_no_area_is_named_as_an_end_and_nothing_is_said_of_spread(store: DuckDBStore) -> None:
    found = sections(store, of_a_mood(14))

    assert found["means"].lead == "With fewer than 20 people no area is named as the highest or the lowest."
    assert not {"alike", "agreement"} & found.keys()
    assert found["questions"].lines == (WORDS.question_none, *WORDS.question_any)


def test_what_differs_from_everyone_else_is_told_and_so_is_what_does_not(store: DuckDBStore) -> None:
    more, less, same = sections(store, of_a_mood(14))["differences"].lines

    assert more.startswith("Growth: about ") and more.endswith(" points higher than everyone else who used Rekindle")
    assert less.startswith("Balance: about ") and less.endswith(" points lower than everyone else who used Rekindle")
    assert same == UNCLEAR


def test_six_people_are_compared_with_nobody(store: DuckDBStore) -> None:
    assert sections(store, of_a_mood(7)).keys() == {"means", "questions"}


def test_how_alike_a_team_is_reads_in_the_three_phrases_of_the_manual(store: DuckDBStore) -> None:
    wide = [*of_a_mood(20), *of_a_mood(20)]
    extreme = [sheet.model_copy(update={"statements": {**sheet.statements, **all_or_nothing(n)}}) for n, sheet in enumerate(wide)]

    found = sections(store, extreme)["alike"]

    said = {phrase: names for names, _, phrase in (line.partition(": ") for line in found.lines)}
    assert said.keys() == {
        "closer together than people in general",
        "further apart than people in general",
        "about as far apart as people in general",
    }
    assert said["further apart than people in general"] == "Outlets"
    assert found.lead == WORDS.alike_unlike.format(names=f"{said['closer together than people in general']}, Outlets")


def test_areas_further_apart_than_usual_are_what_the_team_is_asked_about(store: DuckDBStore) -> None:
    wide = [sheet.model_copy(update={"statements": {**sheet.statements, **all_or_nothing(n)}}) for n, sheet in enumerate(of_a_mood(40))]

    found = sections(store, wide)

    assert WORDS.question_wide.format(names="Outlets") in found["questions"].lines


def test_from_twenty_people_on_the_highest_and_the_lowest_area_are_named(store: DuckDBStore) -> None:
    found = sections(store, of_a_mood(32))

    assert found["means"].lead == "Highest overall: Growth. Lowest: Balance."


def test_what_lies_between_two_patterns_or_corners_is_one_share(store: DuckDBStore) -> None:
    found = sections(store, of_a_mood(32))

    assert WORDS.between_patterns in [row[0] for row in found["patterns"].figures[0].rows]
    between = [line for line in found["map"].lines if line.startswith(WORDS.between_corners)]
    assert len(between) == 1 and between[0].endswith("%")
    assert [row[0] for row in found["map"].figures[0].rows][-1] == WORDS.between_corners


def all_or_nothing(number: int) -> dict[str, int]:
    """Outlets of somebody who is all for it, or not at all."""
    return {item.id: 5 if item.reverse is bool(number % 2) else 1 for item in RK.items_of("outlet")}
