from collections import Counter

from data.groups import codebook, submission, tally
from data.groups.codebook import MISSING
from tests.invented.waiting import counted, crowd, submitted

VERSION = "rk-1.1"
MEASURES = submission.measures(VERSION)
SUM = MEASURES.index(codebook.sum_of("spark"))
SCORE = MEASURES.index(codebook.score_of("spark"))


def sheets(lacking: int) -> list[list[int]]:
    """Twelve sheets, of which so many have a score of one dimension and no sum."""
    found = [[2] * len(MEASURES) for _ in range(12)]
    for sheet in found[12 - lacking :]:
        sheet[SUM] = MISSING
    return found


def test_every_counted_measure_is_counted_as_by_hand() -> None:
    people = crowd(30)
    by_hand = counted(people)
    given = [submitted(answers).codes for answers in people]

    found = tally.count(VERSION, given)

    assert {name: +codes for name, codes in found.items()} == {name: Counter(by_hand.measures[name]) for name in found}
    assert set(found) == {name for name in MEASURES if codebook.is_counted(name)}


def test_as_many_sheets_lack_a_sum_as_the_floor_asks_for_or_none() -> None:
    without = {lacking: tally.count(VERSION, sheets(lacking))[MEASURES[SUM]][MISSING] for lacking in (0, 1, 5, 6, 9)}

    assert without == {0: 0, 1: 6, 5: 6, 6: 6, 9: 9}


def test_the_first_of_the_given_order_are_those_who_join() -> None:
    given = sheets(1)
    for place, sheet in enumerate(given[:-1]):
        sheet[SUM] = place

    left = tally.count(VERSION, given)[MEASURES[SUM]]

    assert +left == Counter({MISSING: 6, **{place: 1 for place in range(5, 11)}})


def test_an_older_sheet_without_the_newest_measure_counts_for_all_others() -> None:
    given = [*sheets(0), [2] * (len(MEASURES) - 1)]

    found = tally.count(VERSION, given, with_agreements=True)

    assert (found[MEASURES[-1]][2], found[MEASURES[0]][2]) == (12, 13)


def test_what_was_said_of_agreements_is_counted_where_it_is_asked_for_alone() -> None:
    """Seen to fail: with them counted always."""
    told = {with_agreements: tally.count(VERSION, sheets(0), with_agreements=with_agreements) for with_agreements in (True, False)}

    of_a_round = {name for name in MEASURES if codebook.is_of_a_round(name)}
    assert set(told[True]) - set(told[False]) == of_a_round == {"happened.1", "happened.2"}
