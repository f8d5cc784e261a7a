"""No screen of rk-1.1 contradicts itself: held on the very words that are drawn, for people of every kind (docs/rk11.md 2.4 and 2.6)."""

import json
import random
import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from components.profile.first_screen import glance
from data.instrument.answers import Answers
from data.instrument.instrument import load
from data.profile.profile import from_result
from data.record.record import Result
from data.record.viewer_link import Section
from data.sharing.shared_profile import SharedProfile, copy_of
from tests import oracle_rk_1_1 as oracle
from tests.invented import rk_1_1
from tests.pages.conftest import PATIENCE, Request

RK = load("rk-1.1")
PEOPLE = 300
BY_NAME = {dimension.name: dimension.id for dimension in RK.dimensions}
BY_TITLE = {pattern.title: pattern.id for pattern in RK.patterns.all} | {"Steady": "steady"}
UP, DOWN = ("Strongest", "Higher than the rest"), ("Could use attention", "Lower than the rest")
NOTHING = "Your areas lie close together. Nothing stands out."


def copies() -> list[SharedProfile]:
    """Half by the assumed norms and half by others."""
    dice = random.Random(11)
    results = [
        Result(instrument="rk-1.1", taken_on=date(2026, 11, 22), answers=Answers(statements=rk_1_1.anybody(dice))) for _ in range(PEOPLE)
    ]
    norms = (None, rk_1_1.invented_norms())
    return [copy_of(from_result(one.model_copy(update={"norms": norms[place % 2]})), list(Section)) for place, one in enumerate(results)]


def many_summaries() -> None:
    import streamlit as st

    from components.profile.first_screen import summary
    from components.profile.section import View
    from tests.components.profile.first_screen.test_summary import copies

    for shown in copies():
        with st.container():
            summary.SECTION.show(View(shown))


def in_place_of_the_element(*, data: dict[str, object], **_: object) -> None:
    """AppTest does not run its script; this draws what it was given to draw."""
    st.text(json.dumps(data))


@pytest.fixture(scope="module")
def screens() -> Iterator[list[tuple[SharedProfile, Block]]]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(st, "context", Request())
        monkeypatch.setattr(glance, "_ELEMENT", in_place_of_the_element)
        drawn = AppTest.from_function(many_summaries, default_timeout=PATIENCE).run()
    assert not drawn.exception
    blocks = [block for block in drawn.main.children.values() if isinstance(block, Block)]
    yield list(zip(copies(), blocks, strict=True))


def chips(screen: Block) -> dict[str, dict[str, str]]:
    """What the first screen names, by the title of the chip: each area with its level."""
    drawn = json.loads(screen.text[0].value)["chips"] if len(screen.text) else []
    return {chip["kind"].removesuffix(": below the rest"): {name: level for name, _, level in chip["areas"]} for chip in drawn}


def boxes(screen: Block) -> dict[str, list[str]]:
    """Everything that the fold names, by its title."""
    said = (re.match(rf"({'|'.join((*UP, *DOWN))}): ([^.]+)\.", line.value) for line in screen.markdown)
    return {one[1]: [BY_NAME[name] for name in one[2].split(", ")] for one in said if one}


def words(screen: Block) -> str:
    return " ".join(line.value for line in screen.markdown)


def patterns(screen: Block) -> list[str]:
    """Every pattern that the screen names in its title or beside it."""
    title = screen.title[0].value
    between = re.fullmatch(r"Between “(.+)” and “(.+)”", title)
    also = [id for name, id in BY_TITLE.items() if f"This fits too: *{name}*." in words(screen)]
    return [BY_TITLE[name] for name in (between.groups() if between else (title,)) if name in BY_TITLE] + also


def test_no_area_stands_in_both_boxes_and_each_side_has_one_title(screens: list[tuple[SharedProfile, Block]]) -> None:
    found = [boxes(screen) for _, screen in screens]

    # Whose highest areas are low is mostly shown the care note, and then nothing stands out.
    assert any(len(one) == 2 for one in found) and {UP[0], *DOWN} <= {title for one in found for title in one} <= {*UP, *DOWN}
    for one in found:
        assert [sum(title in one for title in side) for side in (UP, DOWN)] <= [1, 1]
        assert len({id for named in one.values() for id in named}) == sum(map(len, one.values()))
        assert max(map(len, one.values()), default=0) <= 3


def test_the_first_screen_names_at_most_two_areas_of_each_box_with_their_level_in_words(screens: list[tuple[SharedProfile, Block]]) -> None:
    """Seen to fail: with the level of every chip left out."""
    for shown, screen in screens:
        levels = {id: RK.notes.level.name(score.level) for id, score in shown.known_scores.items() if score.level}

        assert {title: [BY_NAME[name] for name in areas] for title, areas in chips(screen).items()} == {
            title: named[:2] for title, named in boxes(screen).items()
        }
        assert all(level == levels[BY_NAME[name]] for areas in chips(screen).values() for name, level in areas.items())


def test_every_area_of_a_chip_is_said_in_a_few_words_and_no_middle_level_stands_under_a_bare_call_for_attention(
    screens: list[tuple[SharedProfile, Block]],
) -> None:
    """Seen to fail: without those words, and with the title of the fold."""
    drawn = [chip for _, screen in screens if len(screen.text) for chip in json.loads(screen.text[0].value)["chips"]]

    assert {brief for chip in drawn for _, brief, _ in chip["areas"]} == {dimension.brief for dimension in RK.dimensions}
    assert {chip["kind"] for chip in drawn} <= {*UP, "Could use attention: below the rest", "Lower than the rest"}


def test_a_strength_is_never_low_and_what_is_to_look_after_is_never_high(screens: list[tuple[SharedProfile, Block]]) -> None:
    for shown, screen in screens:
        values = {id: score.value or 0 for id, score in shown.known_scores.items()}
        found = boxes(screen)

        assert min((values[id] for id in found.get("Strongest", [])), default=100) >= 50
        assert max((values[id] for id in found.get("Could use attention", [])), default=0) < 62.5


def test_nothing_stands_out_is_said_instead_of_boxes_and_never_beside_them(screens: list[tuple[SharedProfile, Block]]) -> None:
    said = [
        (NOTHING in words(screen), bool(boxes(screen)), len(shown.known_scores) >= 4)
        for shown, screen in screens
        if shown.summary and shown.summary.pattern
    ]

    assert any(nothing for nothing, _, _ in said)
    assert [(nothing, drawn, enough) for nothing, drawn, enough in said if nothing != (enough and not drawn)] == []


def test_no_two_patterns_that_contradict_each_other_are_named_on_one_screen(screens: list[tuple[SharedProfile, Block]]) -> None:
    named = [patterns(screen) for _, screen in screens]
    pairs = [{one, other} for ids in named for one, other in combinations(ids, 2)]

    assert len(pairs) > 50 and max(map(len, named)) == 2
    assert [pair for pair in pairs if len(pair) == 1 or pair in [set(pair) for pair in oracle.CONTRADICTORY]] == []


def test_what_is_named_as_close_to_a_line_is_never_named_with_its_own_level(screens: list[tuple[SharedProfile, Block]]) -> None:
    names = {"low": "low", "mid": "middle", "high": "high"}
    for shown, screen in screens:
        for id, score in shown.known_scores.items():
            own = RK.names((id,))

            assert score.level and f"{own}: close to {names[score.level]}" not in words(screen)
            assert (f"{own}: close to" in words(screen)) == bool(score.neighbours)
