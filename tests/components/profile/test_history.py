"""No retake of rk-1.1 contradicts itself: held on the very words that are drawn, for pairs of every kind (docs/rk11.md 2.9)."""

import random
import re
from collections.abc import Iterator
from datetime import date

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from data.instrument.answers import Answer, Answers
from data.instrument.instrument import load
from data.instrument.rk_1_1 import SecondRules
from data.profile import history
from data.profile.history import Comparison
from data.record.record import Record, Result
from tests import oracle_rk_1_1 as oracle
from tests.invented import rk_1_1
from tests.pages.conftest import PATIENCE, Request

RK = load("rk-1.1")
WORDS = next(own.words.retake for own in [RK.rules] if isinstance(own, SecondRules))
PAIRS = 250
FIRST, SECOND = date(2026, 8, 22), date(2026, 11, 22)
DAY = "22 August 2026"
# All that may ever be said of a change.
HEADLINES = (WORDS.up, WORDS.down, WORDS.all_up, WORDS.all_down, WORDS.all_only, WORDS.none, WORDS.none_else)
WORKED = (WORDS.worked_higher, WORDS.worked_lower, WORDS.worked_as_expected)
OF_EACH = "{name}: {then} then, {now} now, {words}."


def again(dice: random.Random, sheet: dict[str, Answer]) -> dict[str, Answer]:
    """Somebody else, the same once more, or the same but for one area that has become as good as can be."""
    chosen, area = dice.random(), dice.choice(oracle.DIMENSIONS)
    if chosen < 0.4:
        return rk_1_1.anybody(dice)
    best: dict[str, Answer] = {item.id: 1 if item.reverse else 5 for item in RK.items if item.dimension == area}
    return sheet | best if chosen < 0.8 else sheet


def compared() -> list[Comparison]:
    dice, pairs = random.Random(5), []
    for place in range(PAIRS):
        first = rk_1_1.anybody(dice)
        sheets = (Answers(statements=first), Answers(statements=again(dice, first), worked=dice.choice([None, "none", *oracle.DIMENSIONS])))
        norms = rk_1_1.invented_norms() if place % 2 else None
        before, after = (
            Result(instrument="rk-1.1", taken_on=FIRST, answers=sheets[0]),
            Result(instrument="rk-1.1", taken_on=SECOND, answers=sheets[1], norms=norms),
        )
        pairs.append(history.last_two(history.profiles(Record(results=(before, after)))))
    return [pair for pair in pairs if pair]


def many_changes() -> None:
    import streamlit as st

    from components.profile import history
    from tests.components.profile.test_history import compared

    for pair in compared():
        with st.container():
            history._change(pair)


@pytest.fixture(scope="module")
def screens() -> Iterator[list[list[str]]]:
    """The lines of each pair, without the heading."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(st, "context", Request())
        drawn = AppTest.from_function(many_changes, default_timeout=PATIENCE).run()
    assert not drawn.exception
    blocks = [block for block in drawn.main.children.values() if isinstance(block, Block)]
    assert len(blocks) == PAIRS
    yield [[line for part in block.markdown for line in part.value.replace("**", "").removeprefix("- ").split("\n- ")] for block in blocks]


def read(template: str, lines: list[str]) -> list[dict[str, str]]:
    """What fills the gaps of each line that says this."""
    form = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(template))
    return [found.groupdict() for line in lines if (found := re.fullmatch(form, line))]


def names(template: str, lines: list[str]) -> set[str]:
    return {name for one in read(template, lines) for name in one["names"].split(", ")}


def test_every_line_is_one_of_those_that_may_be_said_of_a_change(screens: list[list[str]]) -> None:
    known = (*HEADLINES, *WORKED, OF_EACH)
    said = {template for lines in screens for template in known if read(template, lines)}

    assert [line for lines in screens for line in lines if not any(read(template, [line]) for template in known)] == []
    assert said == set(known)


def test_a_clear_change_is_called_so_only_where_a_line_above_names_it(screens: list[list[str]]) -> None:
    for lines in screens:
        up, down = names(WORDS.up, lines), names(WORDS.down, lines)
        up |= {one["name"] for one in read(WORDS.worked_higher, lines)}
        down |= {one["name"] for one in read(WORDS.worked_lower, lines)}
        each = {one["name"]: one for one in read(OF_EACH, lines) if one["words"] in (WORDS.clear, WORDS.other)}

        assert {name for name, one in each.items() if one["words"] == WORDS.clear} == up | down
        assert not up & down
        assert all(int(each[name]["now"]) > int(each[name]["then"]) for name in up)


def test_nothing_is_both_changed_and_not_changed(screens: list[list[str]]) -> None:
    for lines in screens:
        headline = [template for template in HEADLINES[:4] if read(template, lines)]
        worked = [template for template in WORKED[:2] if read(template, lines)]

        assert bool(read(WORDS.none, lines)) == (not headline and not worked)
        assert bool(read(WORDS.none_else, lines)) == (not headline and bool(worked))
        assert bool(read(WORDS.all_only, lines)) == (bool(headline) and not set(headline) & {WORDS.up, WORDS.down})
        assert not {WORDS.all_up, WORDS.all_down} <= set(headline)


def test_the_area_worked_on_has_one_line_of_its_own_and_never_a_place_in_the_headline(screens: list[list[str]]) -> None:
    for pair, lines in zip(compared(), screens, strict=True):
        worked = pair.changes and pair.changes.worked
        own = [one["name"] for template in WORKED for one in read(template, lines)]

        assert own == ([RK.names((worked.dimension,))] if worked else [])
        assert not set(own) & (names(WORDS.up, lines) | names(WORDS.down, lines))
