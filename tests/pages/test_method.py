"""How scores and totals are made, and the live figures on reliability."""

import random

from components.session import resources
from data.groups import cohort_store
from tests.invented import crowd
from tests.invented.records import TODAY
from tests.pages.conftest import Somebody

WORDS = resources.group_words().method


def counted(people: int) -> None:
    dice = random.Random(people)
    for _ in range(people):
        crowd.anybody(dice).wait(resources.store())
    cohort_store.run_daily(resources.store(), TODAY)


def test_the_method_names_the_research_behind_every_dimension(somebody: Somebody) -> None:
    drawn = somebody.opens("method")

    said = "\n".join(line.value for line in drawn.markdown)
    assert [dimension.id for dimension in resources.instrument().dimensions if dimension.anchor not in said] == []


def test_too_few_people_say_nothing_about_reliability(somebody: Somebody) -> None:
    counted(99)

    drawn = somebody.opens("method")

    assert WORDS.live_withheld in [line.value for line in drawn.markdown]
    assert drawn.table.len == 0


def test_from_a_hundred_people_on_the_figures_are_live(somebody: Somebody) -> None:
    counted(110)

    drawn = somebody.opens("method")

    assert [drawn.exception.len, drawn.error.len] == [0, 0]
    assert WORDS.live_people.format(people="100 to 199") in [line.value for line in drawn.markdown]
    assert drawn.table[-1].value.shape == (40, 3)
