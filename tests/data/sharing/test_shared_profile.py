import itertools
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from data.database_address import Database
from data.instrument.answers import Answers, LifeStage, StageSelf
from data.profile.profile import from_result
from data.record.record import Result
from data.record.viewer_link import Section
from data.sharing.percentile_ranges import compare
from data.sharing.shared_profile import Compared, ComparedScore, SharedProfile, comparison_of, copy_of, own_copy
from data.totals import publishing
from data.totals.published import Published, Rank
from tests.databases import store_at
from tests.invented import crowd, rk_1_1
from tests.invented.full_record import HOSTILE, SECTIONS, profile, result

PARTS = {
    Section.SUMMARY: "summary",
    Section.DIMENSIONS: "scores",
    Section.MAP: "map",
    Section.WEEK: "week",
    Section.NEXT_STEPS: "steps",
    Section.COMPARISON: "comparison",
}
COMPARED = Compared(people="50+", as_of=date(2026, 11, 22), scores=(ComparedScore(dimension="spark", low=45, high=75),))
RANKS = (Rank(0.0, 5), Rank(30.0, 25), Rank(60.5, 70))
EVERYONE = Published("everyone", "50+", "rk-1.0", {}, ranks={dimension.id: RANKS for dimension in profile().instrument.dimensions})


def some_of_the_sections() -> Iterator[tuple[Section, ...]]:
    for count in range(1, len(SECTIONS) + 1):
        yield from itertools.combinations(SECTIONS, count)


@pytest.mark.parametrize("chosen", list(some_of_the_sections()), ids="+".join)
def test_it_holds_the_chosen_sections_and_no_other(chosen: tuple[Section, ...]) -> None:
    shown = copy_of(profile(), chosen, compared=COMPARED)

    assert {section for section, part in PARTS.items() if getattr(shown, part) is not None} == set(chosen)
    assert shown.sections == chosen


def test_what_was_shared_reads_back_equal_from_its_envelope() -> None:
    shown = copy_of(profile(), SECTIONS, until=date(2027, 1, 1), compared=COMPARED)

    assert SharedProfile.model_validate_json(shown.model_dump_json()) == shown


@pytest.mark.parametrize("example", rk_1_1.examples(), ids=lambda example: example["id"])
def test_a_copy_of_rk_1_1_says_what_its_owner_is_told(example: dict[str, Any]) -> None:
    """By what it holds alone: both patterns, how to call what stands out, what is close to a line, and the norms."""
    own = from_result(
        Result(instrument="rk-1.1", taken_on=date(2026, 11, 22), answers=rk_1_1.sheet(example), norms=rk_1_1.invented_norms())
    )

    shown = SharedProfile.model_validate_json(copy_of(own, SECTIONS).model_dump_json())

    assert shown.summary is not None
    said, found = shown.summary, shown.summary.pattern_found(own.instrument)
    assert (found and own.rules.pattern_said(found)) == (None if own.care else own.rules.pattern_said(own.pattern))
    assert said.stands_out == own.stands_out
    assert said.close == {score.dimension: score.neighbours for score in own.scored if score.borderline}
    assert (shown.norms, shown.label) == (rk_1_1.invented_norms(), "rk-1.1 / norms-1")
    assert shown.known_scores == own.scores


def test_a_week_is_shared_in_whole_points_and_its_owner_sees_it_as_ever() -> None:
    """Exact shares gave the exact hours in nearly half of all cases (docs/security.md 2.4)."""
    own = profile()

    shown, for_its_owner = copy_of(own, SECTIONS).week, own_copy(own, SECTIONS).week

    assert shown is not None and shown.now is not None and shown.tilt is not None
    assert for_its_owner == own.week != shown
    assert {
        points % 1 for shares in (shown.now, shown.wish, shown.energy, shown.gap, shown.tilt) for points in (shares or {}).values()
    } == {0}
    assert own_copy(own, [Section.SUMMARY]) == copy_of(own, [Section.SUMMARY])


@pytest.mark.parametrize("words", HOSTILE)
def test_no_word_of_ones_own_is_ever_in_it(words: str) -> None:
    text = copy_of(profile(words), SECTIONS).model_dump_json()

    assert [piece for piece in words.split() if len(piece) > 8 and piece in text] == []
    assert copy_of(profile(words), SECTIONS) == copy_of(profile("other words"), SECTIONS)


def test_no_single_answer_is_in_it() -> None:
    """Neither statements nor hours, obstacles, portraits or the life stage."""
    text = copy_of(profile(), SECTIONS).model_dump_json()
    statements = [item.id for item in profile().instrument.items]

    assert [id for id in (*statements, "stage_self", "money", "portraits", "page_seconds", "reflections") if id in text] == []


def test_another_life_stage_shares_the_very_same_profile() -> None:
    """Its advice would give it away, so advice for a stage is left out."""
    other = result(date(2026, 11, 22))
    later = other.answers.model_copy(update={"life_stage": LifeStage(stage_self=StageSelf.LATER)})

    assert copy_of(from_result(other.model_copy(update={"answers": later})), SECTIONS) == copy_of(profile(), SECTIONS)


def test_where_things_look_heavy_no_pattern_and_no_steps_are_shared() -> None:
    """Their owner is not shown them either (docs/instrument.md 8.1)."""
    heavy = {item.id: 5 if item.reverse else 1 for item in profile().instrument.items}
    answers = result(date(2026, 11, 22)).answers.model_copy(update={"statements": heavy})

    shown = copy_of(from_result(Result(instrument="rk-1.0", taken_on=date(2026, 11, 22), answers=answers)), SECTIONS)

    assert shown.summary is not None
    assert (shown.summary.pattern, shown.summary.also, shown.summary.near, shown.steps) == (None, (), (), ())


def test_the_comparison_is_a_copy_of_what_is_published_of_everyone_that_day() -> None:
    day = date(2026, 11, 30)

    found = comparison_of(profile(), EVERYONE, day=day)

    assert found is not None
    assert (found.people, found.as_of) == ("50+", day)
    assert {one.dimension: (one.low, one.high) for one in found.scores} == {
        score.dimension: compare(score, EVERYONE) for score in profile().scored
    }


def test_with_too_few_people_there_is_no_comparison_to_share(database: Database) -> None:
    store = store_at(database)
    crowd.counted(store, 60)
    everyone = publishing.reference_group(store)
    store.close()

    assert isinstance(everyone, Published)
    assert comparison_of(profile(), everyone, day=date(2026, 11, 30)) is None


def test_whoever_is_not_compared_on_their_own_screen_shares_no_comparison() -> None:
    """Where things look heavy (docs/instrument.md 8.1)."""
    heavy = {item.id: 5 if item.reverse else 1 for item in profile().instrument.items}
    result = Result(instrument="rk-1.0", taken_on=date(2026, 11, 22), answers=Answers(statements=heavy))

    assert comparison_of(from_result(result), EVERYONE, day=date.max) is None


def test_the_map_alone_tells_two_scores_and_not_the_other_six() -> None:
    assert set(copy_of(profile(), [Section.MAP]).known_scores) == {"alignment", "outlet"}
    assert len(copy_of(profile(), [Section.DIMENSIONS]).known_scores) == 8
    assert copy_of(profile(), [Section.WEEK]).known_scores == {}
