from data.counts import Counts, added
from data.instrument import CURRENT, load

INSTRUMENT = load(CURRENT)
COUNTS = Counts(
    INSTRUMENT,
    {
        "stage": {0: 1, 2: 6},
        "answer.align_vehicle": {0: 1, 1: 2, 4: 3, 6: 1},
        "answer.align_drift": {0: 1, 1: 2, 4: 3, 6: 1},
        "score.spark": {-1: 2, 144: 5},
        "sum.spark": {-1: 3, 17: 4},
        "week.now.rest": {-1: 1, 0: 3, 9: 3},
        "quadrant": {-1: 2, 1: 5},
    },
)


def item(id: str) -> int:
    return [item.id for item in INSTRUMENT.items].index(id)


def test_everybody_is_counted_by_their_stage() -> None:
    assert COUNTS.people == 7


def test_answers_leave_out_gaps_and_turn_what_is_reversed() -> None:
    assert COUNTS.answers(INSTRUMENT.items[item("align_vehicle")]) == {1: 2, 4: 3}
    assert COUNTS.answers(INSTRUMENT.items[item("align_drift")]) == {5: 2, 2: 3}


def test_scores_and_sums_leave_out_whoever_has_none() -> None:
    assert COUNTS.scores("spark") == {60.0: 5}
    assert COUNTS.sums("spark") == {17: 4}


def test_shares_of_the_week_are_taken_at_the_middle_of_their_bin() -> None:
    assert COUNTS.week("week.now.rest") == {5.0: 3, 95.0: 3}


def test_places_are_named_in_the_order_they_were_coded_in() -> None:
    assert COUNTS.places("quadrant", ("both", "job_only", "neither")) == {"both": 0, "job_only": 5, "neither": 0}


def test_what_was_never_counted_is_nobody() -> None:
    assert (COUNTS.codes("score.unheard_of"), Counts(INSTRUMENT, {}).people) == ({}, 0)


def test_two_groups_are_added_code_by_code() -> None:
    assert added({"a": {1: 2, 3: 1}}, {"a": {1: 5}, "b": {0: 4}}) == {"a": {1: 7, 3: 1}, "b": {0: 4}}
