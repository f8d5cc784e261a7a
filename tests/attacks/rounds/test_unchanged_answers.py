"""The attack of docs/anonymity.md 4.16: two rounds in which whoever stays answers alike, and measures that somebody skipped.

Whoever knows who took part, that nobody changed an answer and who skipped what, and has one own sheet, lays together all that is published
of an area on every page. The search is of whole numbers: for each score that a person may have, sheets of everybody are looked for that are
published alike, figure for figure, so that no other search could rule that score out.

Seen to fail: with the middle level and five bars told, as they were until November 2026, where of a newcomer fewer than five scores are
left at every size from ten on but 199, and one at 50. With both ends told as of as many people as there are, the newcomer at 19, in worlds
five and twenty of forty. With means and percentages to a point, where one score is left in some worlds and fewer than five in all; and
of who answered too little for a score, not every answer. With statements, ten bars and all figures to a point from six people on, who
stays (three scores left at six) and who skipped one statement (four at seven).
"""

import random
from collections.abc import Callable, Iterator, Sequence

import pytest

from data.privacy_limits import DETAIL_FROM
from tests.attacks.test_colluders import Sheet, anybody
from tests.attacks.worlds.alike import ALL, EVERY, NONE, Groups, Places, Search, View, sixteenths

ENOUGH = 5
# Of rounds of which only means and levels are told, and of those of which more is, which takes longer.
WORLDS, LARGE_WORLDS = 16, 8


def left(others: Groups, own: Sheet, views: Sequence[View], of: Callable[[Sheet], int]) -> int:
    """How many values the person may have, the likeliest first; when five are found no more are looked for."""
    found = 1
    for value in sorted({of(sheet) for sheet in EVERY} - {of(own)}, key=lambda value: abs(value - of(own))):
        if found < ENOUGH:
            found += Search(others, own, views, [sheet for sheet in EVERY if of(sheet) == value]).finds()
    return found


def worlds(size: int) -> Iterator[list[Sheet]]:
    """A reader, somebody, and the others, so many; and one more."""
    dice = random.Random(size)
    yield from ([anybody(dice) for _ in range(size + 1)] for _ in range(WORLDS if size < DETAIL_FROM else LARGE_WORLDS))


def score_of(answered: Places) -> Callable[[Sheet], int]:
    return lambda sheet: sixteenths(sheet, answered) or 0


@pytest.mark.parametrize("size", [6, 10, 14, 19, 20, 30, 49, 50, 99, 199])
def test_of_who_comes_or_leaves_between_two_rounds_five_scores_are_left(size: int) -> None:
    """Who leaves is read off the same two pages, the other way round. In more worlds than these there are a few with four (5.8)."""
    for reader, own, *others in worlds(size):
        assert left([others], own, [View(NONE, (reader,)), View(ALL, (reader,))], score_of(ALL)) == ENOUGH


@pytest.mark.parametrize("size", [6, 10, 20, 49, 50])
def test_of_who_stays_two_pages_leave_five_scores_even_where_it_is_known_what_the_newcomer_answered(size: int) -> None:
    for reader, comes, own, *others in worlds(size):
        assert left([others], own, [View(ALL, (reader,)), View(ALL, (reader, comes))], score_of(ALL)) == ENOUGH


@pytest.mark.parametrize("size", [7, 10, 20, 49, 50])
def test_who_skipped_one_statement_may_have_any_of_five_scores(size: int) -> None:
    for reader, own, *others in worlds(size):
        assert left([others], own, [View((0, 1, 2), (reader,))], score_of((0, 1, 2))) == ENOUGH


@pytest.mark.parametrize("size", [20, 21, 50])
def test_who_answered_too_little_for_a_score_may_have_given_any_answer(size: int) -> None:
    """They are counted in two statements, and in neither the others nor the scores."""
    for reader, own, *others in worlds(size):
        assert left([others], own, [View((0, 2), (reader,))], lambda sheet: sheet[0]) == ENOUGH
