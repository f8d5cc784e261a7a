"""How Rekindle works, as somebody who grades tests would read it: every chapter, and the figures that are live."""

import random

import pytest

from components.session import resources
from data.groups import cohort_store
from data.instrument.instrument import load
from data.totals import publishing
from tests.invented import waiting
from tests.invented.records import TODAY
from tests.pages.conftest import Somebody

WORDS = resources.method_words()
FIGURES = WORDS.figures
NEW = load("rk-1.1")


def counted(people: int, version: str = NEW.version) -> None:
    dice = random.Random(people)
    waiting.wait(resources.store(), [waiting.attentive(dice, version) for _ in range(people)], version)
    cohort_store.run_daily(resources.store(), TODAY)


def said(somebody: Somebody) -> str:
    return "\n".join(line.value for line in somebody.opens("method").markdown)


def test_every_chapter_that_a_reviewer_asks_for_is_there_with_what_is_not_known(somebody: Somebody) -> None:
    drawn = somebody.opens("method")

    assert [header.value for header in drawn.header] == [chapter.title for chapter in WORDS.chapters]
    text = "\n".join(line.value for line in drawn.markdown)
    assert "40 statements, ten on a page" in text and "about 9 minutes" in text and "rk-1.1" in text
    assert [chapter.id for chapter in WORDS.chapters if "not known" in chapter.text.lower()] == [
        "statements", "norms", "reliability", "validity", "fairness", "reports",
    ]  # fmt: skip


def test_the_rules_in_plain_words_are_linked_from_the_top(somebody: Somebody) -> None:
    drawn = somebody.opens("method")

    assert "(#rules)" in drawn.markdown[0].value
    assert "rules" in [header.anchor for header in drawn.header]


def test_the_method_names_the_research_and_the_idea_behind_every_statement(somebody: Somebody) -> None:
    tables = [table.value for table in somebody.opens("method").table]

    areas, concepts, statements = tables[:3]
    assert list(concepts[FIGURES.concept]) == [dimension.anchor for dimension in NEW.dimensions]
    assert list(areas[FIGURES.asked].astype(int)) == [len(NEW.items_of(dimension.id)) for dimension in NEW.dimensions]
    assert list(statements[FIGURES.statement]) == [item.text for item in NEW.items]
    assert list(statements[FIGURES.idea]) == [item.idea for item in NEW.items]
    assert sum(area == FIGURES.turned.format(area=NEW.dimension("spark").name) for area in statements[FIGURES.area]) == 3


def test_until_norms_are_measured_those_in_use_are_said_to_be_assumed(somebody: Somebody) -> None:
    text = said(somebody)

    assert "norms-0" in text
    assert "The bands assume figures that nobody has measured yet." in text


def test_measured_norms_are_shown_with_their_number_and_day(somebody: Somebody) -> None:
    counted(210)
    found = publishing.measure_norms(resources.store(), NEW.version, day=TODAY)

    text = said(somebody)

    assert found is not None and found.name == "norms-1"
    assert f"norms-1.** The bands rest on the answers of 200 people, as counted on {resources.dates().day(TODAY)}." in text


def test_too_few_people_say_nothing_about_reliability(somebody: Somebody) -> None:
    counted(99)

    drawn = somebody.opens("method")

    assert FIGURES.withheld in [line.value for line in drawn.markdown]
    # Areas, concepts, statements and the norms in use.
    assert drawn.table.len == 4


def test_from_a_hundred_people_on_the_figures_are_live(somebody: Somebody) -> None:
    counted(110)

    drawn = somebody.opens("method")
    tables = {tuple(table.value.columns): table.value for table in drawn.table}

    assert [drawn.exception.len, drawn.error.len] == [0, 0]
    assert FIGURES.people.format(people="100 to 199") in [line.value for line in drawn.markdown]
    assert tables[FIGURES.area, FIGURES.alpha_column, FIGURES.interval].shape == (8, 3)
    assert tables[FIGURES.statement, FIGURES.skipped, FIGURES.does_not_apply].shape == (40, 3)
    assert tables[FIGURES.sign, FIGURES.percentage].shape == (4, 2)
    assert tables[FIGURES.agreeing, FIGURES.percentage].shape == (3, 2)


@pytest.mark.parametrize("people", [99, 110])
def test_figures_of_older_statements_stay_under_their_name(somebody: Somebody, people: int) -> None:
    counted(people, "rk-1.0")

    drawn = somebody.opens("method")

    assert [one.value for one in drawn.subheader] == ([FIGURES.version.format(version="rk-1.0")] if people >= 100 else [])
    assert FIGURES.withheld in [line.value for line in drawn.markdown]
