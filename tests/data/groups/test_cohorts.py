from hypothesis import given
from hypothesis import strategies as st

from data.groups.cohorts import UNKNOWN, CohortPlan, partition
from data.privacy_limits import POOL_FLOOR, ROUND_FLOOR

STAGES = ("early", "mid", "later", UNKNOWN)


def as_written(ids: list[int], stage: dict[int, str], k: int) -> list[tuple[str | None, list[int]]]:
    """The partition of docs/anonymity.md 2.5, letter by letter."""
    if len(ids) < k:
        return []
    cells: dict[str, list[int]] = {}
    for i in ids:
        cells.setdefault(stage[i], []).append(i)
    big = sorted([c for c in cells.items() if len(c[1]) >= k], key=lambda c: len(c[1]))
    rest = [i for c in cells.values() if len(c) < k for i in c]
    while rest and len(rest) < k:
        rest += big.pop(0)[1]
    return [(s, c) for s, c in big] + ([(None, rest)] if rest else [])


@given(st.lists(st.sampled_from(STAGES), max_size=60), st.sampled_from([ROUND_FLOOR, POOL_FLOOR]))
def test_parts_are_those_of_the_study(stages: list[str], floor: int) -> None:
    stage = dict(enumerate(stages))
    sizes = {name: stages.count(name) for name in dict.fromkeys(stages)}

    parts = partition(sizes, floor)

    members = [sorted(i for i in stage if stage[i] in part.stages) for part in parts]
    assert members == [sorted(people) for _, people in as_written(list(stage), stage, floor)]
    assert [part.people for part in parts] == [len(people) for people in members]


@given(st.dictionaries(st.sampled_from(STAGES), st.integers(1, 30)), st.integers(1, 12))
def test_every_part_reaches_the_floor_and_nobody_is_lost(sizes: dict[str, int], floor: int) -> None:
    parts = partition(sizes, floor)

    assert all(part.people >= floor for part in parts)
    assert sorted(stage for part in parts for stage in part.stages) == (sorted(sizes) if sum(sizes.values()) >= floor else [])


def test_a_lone_small_stage_hides_the_smallest_large_one_with_it() -> None:
    assert partition({"early": 12, "mid": 7, "later": 2}, 6) == (CohortPlan(("early",), 12), CohortPlan(("later", "mid"), 9))


def test_people_of_an_unknown_stage_make_no_stage_of_their_own() -> None:
    assert [part.stage for part in partition({UNKNOWN: 10, "mid": 10}, 10)] == [None, "mid"]
