"""A team's insights on the screen: what a link shows, and what it never shows."""

import json
import re

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element

from components.insights.section import View
from components.session import resources
from data.groups import cohort_store, team_store
from data.keys import new_key
from tests.components.insights import closed_rounds
from tests.invented import crowd
from tests.invented.records import TODAY
from tests.pages.conftest import Somebody

WORDS, GUIDE = resources.group_words().insights, resources.guide_words().button
SLIDES = [resources.slide_words().pptx, resources.slide_words().pdf]


def offered(drawn: AppTest) -> list[str]:
    """The files that may be taken along."""
    given = [json.loads(element.proto.json) for element in drawn.get("bidi_component") if isinstance(element, Element)]
    return [one["label"] for one in given if "why" in one]


def everything(drawn: AppTest) -> str:
    """All that is sent for a screen, but for what Streamlit numbers anew on each visit."""
    return "\n".join(str(element.proto) for element in drawn.main if hasattr(element, "proto"))


def looked_at(drawn: AppTest, view: View) -> AppTest:
    """The screen with that view chosen."""
    drawn.radio[0].set_value(view).run()
    return drawn


def test_without_a_link_the_screen_says_which_one_to_open(somebody: Somebody) -> None:
    unknown, none = somebody.opens("insights", rk_insights=new_key()), somebody.opens("insights")

    assert WORDS.nothing_open in [line.value for line in none.markdown]
    assert [line.value for line in unknown.markdown] == [line.value for line in none.markdown]
    assert [title.value for title in none.title] == [WORDS.menu]


def test_a_round_of_seven_shows_means_and_questions_and_no_more(somebody: Somebody) -> None:
    drawn = somebody.opens("insights", rk_insights=closed_rounds.closed(resources.store(), 7))

    assert [drawn.exception.len, drawn.error.len] == [0, 0]
    assert [header.value for header in drawn.header] == [WORDS.means_title, WORDS.questions_title, WORDS.export_title]
    assert "6 to 9 people" in " ".join(line.value for line in drawn.markdown)
    assert offered(drawn) == [GUIDE, WORDS.export_pdf, *SLIDES, WORDS.export_csv, WORDS.export_xlsx, WORDS.export_svg, WORDS.export_png]


def test_a_round_of_thirty_two_shows_the_ends_of_its_statements_or_all_of_an_area(somebody: Somebody) -> None:
    drawn = looked_at(somebody.opens("insights", rk_insights=closed_rounds.closed(resources.store(), 32)), View.STATEMENTS)
    of_all = [header.value for header in drawn.header]
    drawn.selectbox[0].set_value("Balance").run()

    assert [drawn.exception.len, drawn.error.len] == [0, 0]
    assert of_all == [WORDS.statements_most, WORDS.statements_least, WORDS.export_title]
    assert [header.value for header in drawn.header] == ["Balance", WORDS.export_title]
    asked = [item.text for item in resources.instrument().items_of("balance")]
    assert asked and [text for text in asked if text not in everything(drawn)] == []


def test_one_view_is_drawn_at_a_time_and_its_name_alone_stands_in_the_address(somebody: Somebody) -> None:
    drawn = somebody.opens("insights", rk_insights=closed_rounds.closed(resources.store(), 32))
    seen = {view: {header.value for header in looked_at(drawn, view).header} - {WORDS.export_title} for view in View}

    assert dict(drawn.query_params) == {"view": View.STATEMENTS}
    assert all(seen.values()) and not set.intersection(*seen.values())


@pytest.mark.parametrize("asked", ["", "everything", View.STATEMENTS])
def test_an_address_with_a_view_that_is_not_there_opens_the_first(somebody: Somebody, asked: str) -> None:
    arrived = somebody.arrives(rk_insights=closed_rounds.closed(resources.store(), 14))
    arrived.query_params["view"] = asked
    drawn = arrived.switch_page("insights.py").run()

    assert [drawn.exception.len, drawn.radio[0].value] == [0, View.HEADLINE]


def test_an_address_with_a_view_opens_it(somebody: Somebody) -> None:
    arrived = somebody.arrives(rk_insights=closed_rounds.closed(resources.store(), 14))
    arrived.query_params["view"] = View.AREAS
    drawn = arrived.switch_page("insights.py").run()

    assert [drawn.exception.len, drawn.radio[0].value] == [0, View.AREAS]
    assert WORDS.levels_title in [header.value for header in drawn.header]


def test_a_round_that_is_too_small_looks_like_one_that_is_empty(somebody: Somebody) -> None:
    screens = [somebody.opens("insights", rk_insights=closed_rounds.closed(resources.store(), people)) for people in (0, 1, 5)]

    said = [[line.value for line in (*screen.title, *screen.text, *screen.markdown, *screen.caption, *screen.header)] for screen in screens]
    assert said[0] == said[1] == said[2]
    assert WORDS.withheld_few in said[0]


@pytest.mark.parametrize("more_weeks", [0, 2])
def test_a_round_of_up_to_five_looks_the_same_whatever_its_size_and_offers_nothing(somebody: Somebody, more_weeks: int) -> None:
    store, drawn = resources.store(), []
    for people in range(6):
        keys = team_store.create(store, "Harbour crew", closes_on=TODAY, today=TODAY, more_weeks=more_weeks)
        closed_rounds.answered(store, people, keys)
        drawn.append(somebody.opens("insights", rk_insights=keys.insights))

    assert [WORDS.withheld_few in everything(screen) for screen in drawn] == [True] * 6
    assert {everything(screen) for screen in drawn} == {everything(drawn[0])}
    assert [offered(screen) for screen in drawn] == [[]] * 6
    assert resources.slide_words().present not in everything(drawn[0])


def test_what_is_withheld_is_explained_without_a_number(somebody: Somebody) -> None:
    for reason in (WORDS.withheld_few, WORDS.withheld_open):
        assert re.search(r"\d", reason) is None


def test_an_open_round_says_when_its_totals_appear(somebody: Somebody) -> None:
    keys = team_store.create(resources.store(), "Harbour crew", closes_on=TODAY, today=TODAY)

    drawn = somebody.opens("insights", rk_insights=keys.insights)

    assert WORDS.withheld_open in [line.value for line in drawn.markdown]
    assert offered(drawn) == []


@pytest.mark.parametrize("people", [0, 7])
def test_the_rules_of_use_stand_at_the_foot_whatever_is_shown(somebody: Somebody, people: int) -> None:
    drawn = somebody.opens("insights", rk_insights=closed_rounds.closed(resources.store(), people))

    assert resources.instrument().notes.adverse_use in [caption.value for caption in drawn.caption]


def test_the_name_of_a_team_is_never_read_as_markup(somebody: Somebody) -> None:
    drawn = somebody.opens("insights", rk_insights=closed_rounds.closed(resources.store(), 7, name="Crew (a+b), c_d_e"))

    assert "Crew (a+b), c_d_e" in [text.value for text in drawn.text]
    assert [line.value for line in (*drawn.title, *drawn.markdown) if "Crew" in line.value] == []


def test_a_round_that_left_everything_open_has_neither_means_nor_their_chart(somebody: Somebody) -> None:
    keys = team_store.create(resources.store(), "Harbour crew", closes_on=TODAY, today=TODAY)
    round = team_store.invitation(resources.store(), keys.join).round
    for _ in range(6):
        silent = crowd.Person(statements={})
        silent.finish(resources.store())
        silent.join(resources.store(), round)
    cohort_store.close_round(resources.store(), keys.manage, TODAY)

    drawn = somebody.opens("insights", rk_insights=keys.insights)

    assert [drawn.exception.len, drawn.error.len] == [0, 0]
    assert [header.value for header in drawn.header] == [WORDS.questions_title, WORDS.export_title]
    assert offered(drawn) == [GUIDE, WORDS.export_pdf, *SLIDES, WORDS.export_csv, WORDS.export_xlsx]


def test_a_round_is_chosen_and_stands_beside_the_others(somebody: Somebody) -> None:
    store = resources.store()
    key = closed_rounds.closed_in_turn(store, (24, 3, 26, 0))
    drawn = looked_at(somebody.opens("insights", rk_insights=key), View.AREAS)

    said = " ".join(line.value for line in drawn.markdown)
    assert WORDS.over_time_title in [header.value for header in drawn.header]
    assert [info.value for info in drawn.info] == [WORDS.newer_too_few.format(day=f"{TODAY:%-d %B %Y}")]
    assert [drawn.selectbox[0].value, len(drawn.selectbox[0].options)] == [3, 2]
    assert "20 to 49 people" in said and WORDS.over_time_first not in said
    drawn.selectbox[0].set_value(1).run()

    assert [drawn.exception.len, drawn.error.len] == [0, 0]
    assert WORDS.over_time_first in [line.value for line in drawn.markdown]
