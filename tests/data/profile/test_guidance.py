import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.instrument import instrument
from data.instrument.advice import Pattern, Stage
from data.instrument.answers import Answer, Area, LifeStage, Obstacles, Responsibility, StageSelf, Week, YearsBand
from data.profile import guidance, scoring, week
from data.profile.job_and_work import Orientation
from tests import oracle
from tests.invented import worked_example
from tests.invented.sheets import sheets

RK = instrument.load()
EXAMPLE = scoring.score(RK, worked_example.STATEMENTS)


def favourable(**levels: int) -> dict[str, Answer]:
    """A sheet where every statement of a dimension has the same favourable answer, 3 where none is given."""
    answers = {s: levels.get(dimension, 3) for s, dimension, _ in oracle.STATEMENTS}
    turned = {s: answers[s] if key == "+" else 6 - answers[s] for s, _, key in oracle.STATEMENTS}
    return {s: _RATINGS[answer] for s, answer in turned.items()}


_RATINGS: dict[int, Answer] = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5}


def ids(patterns: tuple[Pattern, ...]) -> list[str]:
    return [pattern.id for pattern in patterns]


def test_the_worked_example_finds_its_outlet_outside() -> None:
    found = guidance.pattern(RK, EXAMPLE)

    assert (found.chosen.id, ids(found.also), ids(found.near)) == ("outlet_outside", [], ["running_low", "parked"])
    assert found.rule == "alignment below 50 and outlets 62.5 or more"


def test_the_retake_of_the_worked_example_is_steady_and_close_to_in_tune() -> None:
    found = guidance.pattern(RK, scoring.score(RK, worked_example.RETAKE))

    assert (found.chosen.id, ids(found.also), ids(found.near)) == ("steady", [], ["in_tune"])
    assert found.rule == "none of the other rules holds"


def test_a_sheet_with_too_few_answers_names_what_a_pattern_needs() -> None:
    found = guidance.pattern(RK, scoring.score(RK, {}))

    assert found.chosen.title == "Not enough answers yet"
    assert found.rule == "any of spark, alignment, momentum, balance, outlets is missing"


@example(favourable(spark=5, balance=1, momentum=1, alignment=1, outlet=5))
@example(favourable(alignment=5, spark=5, balance=5, outlet=5))
@example(favourable(alignment=5, outlet=1))
# Balance at exactly 37.5, which four answers reach and five do not.
@example({s: answer for s, answer in favourable(spark=5).items() if s != "bal_flex"} | {"bal_care": 2, "bal_split": 2})
@given(sheets())
def test_the_pattern_agrees_with_the_rules_done_by_hand(sheet: oracle.Sheet) -> None:
    found = guidance.pattern(RK, scoring.score(RK, sheet))

    assert (found.chosen.id, ids(found.also), ids(found.near)) == oracle.pattern(sheet)


@example(favourable(balance=1))
@example(favourable(balance=1) | {"bal_energy": 3})
@example(favourable(balance=1) | {"bal_energy": 4})
@example(favourable(spark=1, support=1))
@example(favourable(growth=1, support=1, momentum=1))
@given(sheets())
def test_the_care_note_is_shown_exactly_when_the_rule_done_by_hand_says_so(sheet: oracle.Sheet) -> None:
    note = guidance.care_note(RK, scoring.score(RK, sheet), sheet)

    assert (note is not None) == oracle.heavy(sheet)


def test_the_care_note_offers_one_action_to_rest() -> None:
    sheet = favourable(balance=1)

    note = guidance.care_note(RK, scoring.score(RK, sheet), sheet)

    assert note is not None
    assert note.rest_first.id == "balance.low.2"
    assert note.words.links[0].url == "https://findahelpline.com"


@given(
    st.sampled_from([None, *StageSelf]),
    st.sampled_from([None, *YearsBand]),
    st.lists(st.sampled_from(Responsibility)).map(tuple),
)
def test_the_stage_for_advice_agrees_with_the_rule_done_by_hand(
    own: StageSelf | None, years: YearsBand | None, carried: tuple[Responsibility, ...]
) -> None:
    stage = guidance.stage(LifeStage(stage_self=own, years_band=years, responsibilities=carried))

    assert stage == oracle.life_stage(own, years, carried)


def test_next_steps_start_with_the_pattern_and_go_on_with_the_lowest_set() -> None:
    steps = guidance.next_steps(RK, EXAMPLE, Stage.MID)

    assert [step.name for step in steps] == ["Outlets", "Alignment", "Balance"]
    assert [action.id for action in steps[1].actions] == ["alignment.low.1", "alignment.low.2"]
    assert [step.for_stage and step.for_stage.id for step in steps] == ["outlet.stage.mid", "alignment.stage.mid", "balance.stage.mid"]


def test_a_borderline_dimension_offers_the_neighbouring_level_too() -> None:
    steps = guidance.next_steps(RK, EXAMPLE, None)

    assert [action.id for action in steps[2].neighbouring] == ["balance.mid.1", "balance.mid.2"]
    assert steps[1].neighbouring == ()


def test_without_a_known_stage_there_is_no_stage_action() -> None:
    assert all(step.for_stage is None for step in guidance.next_steps(RK, EXAMPLE, None))


@pytest.mark.parametrize(
    ("picked", "dimensions"),
    [
        (["growth"], ["outlet", "alignment", "growth"]),
        (["growth", "spark"], ["outlet", "growth", "spark"]),
        (["growth", "spark", "support"], ["outlet", "growth", "spark"]),
        (["outlet"], ["outlet", "alignment", "balance"]),
        (["balance"], ["outlet", "alignment", "balance"]),
        (["outlet", "spark"], ["outlet", "alignment", "spark"]),
    ],
)
def test_what_the_person_picks_takes_the_place_of_the_lowest_set(picked: list[str], dimensions: list[str]) -> None:
    steps = guidance.next_steps(RK, EXAMPLE, None, picked=picked)

    assert [step.dimension for step in steps] == dimensions


def test_a_steady_person_starts_with_the_lowest_dimension() -> None:
    steps = guidance.next_steps(RK, scoring.score(RK, favourable(support=2)), None)

    assert steps[0].dimension == "support"


def test_the_lowest_set_is_gone_through_from_the_lowest_score_up() -> None:
    steps = guidance.next_steps(RK, scoring.score(RK, favourable() | {"growth_goal": 1, "bal_flex": 2}), None)

    assert [step.dimension for step in steps] == ["growth", "balance", "spark"]


def test_an_empty_sheet_has_no_next_step_even_when_one_is_picked() -> None:
    assert guidance.next_steps(RK, scoring.score(RK, {}), Stage.EARLY, picked=["spark"]) == ()


@given(sheets(), st.lists(st.sampled_from(oracle.DIMENSIONS), max_size=8))
def test_there_are_never_more_than_three_next_steps_and_none_twice(sheet: oracle.Sheet, picked: list[str]) -> None:
    steps = guidance.next_steps(RK, scoring.score(RK, sheet), Stage.LATER, picked=picked)

    assert len({step.dimension for step in steps}) == len(steps) <= 3
    assert all(len(step.actions) == 2 and step.for_stage for step in steps)


def test_obstacles_bring_their_actions_with_the_starred_ones_first() -> None:
    advice = guidance.obstacle_advice(RK, Obstacles(ticked=("money", "made_up", "time"), starred=("time",)))

    assert [obstacle.id for obstacle in advice] == ["time", "money"]
    assert advice[0].action == "Give one passion a 30-minute slot this week and defend it."


def test_none_of_these_clears_every_other_obstacle() -> None:
    assert guidance.obstacle_advice(RK, Obstacles(ticked=("money", "none"))) == ()


@pytest.mark.parametrize(
    ("orientation", "name", "first_words"),
    [
        (Orientation.JOB, "Job", ["Your job funds"]),
        (Orientation.CAREER_CALLING, "Career and calling", ["You are on", "The work itself"]),
        (Orientation.MIXED, "All three alike", ["Your job funds", "You are on", "The work itself"]),
        (Orientation.UNSETTLED, "Unsettled", ["None of the"]),
    ],
)
def test_blends_and_mixed_show_the_line_of_each_part(orientation: Orientation, name: str, first_words: list[str]) -> None:
    lines = guidance.orientation_lines(RK, orientation)

    assert guidance.orientation_name(RK, orientation) == name
    assert [" ".join(line.split()[:3]) for line in lines] == first_words


def test_the_week_of_the_worked_example_is_put_in_words() -> None:
    split = week.split(RK, worked_example.WEEK)

    lines = guidance.week_lines(RK, split)

    assert lines == guidance.WeekLines("You would like 8 points more for what you love. Give it a fixed slot.", ())
    assert guidance.shift_sentence(RK, split) == (
        "About 13 in 100 of your hours would have to move to make the week you wish for: a medium shift."
    )


def test_an_area_that_takes_more_energy_than_time_is_named() -> None:
    hours = dict.fromkeys(Area, 20)
    split = week.split(RK, Week(now=hours, wish=hours, energy={Area.CARE: 9, Area.REST: 1}))

    assert guidance.week_lines(RK, split) == guidance.WeekLines(
        "Your week is close to what you wish for.", ("Care: it takes more energy than time.",)
    )


def test_a_week_without_hours_has_no_lines() -> None:
    split = week.split(RK, Week())

    assert guidance.week_lines(RK, split) is None
    assert guidance.shift_sentence(RK, split) is None


@pytest.mark.parametrize(("answer", "shown"), [(3, False), (4, True), (5, True), ("na", False)])
def test_the_drift_note_follows_the_raw_answer(answer: Answer, shown: bool) -> None:
    assert (guidance.drift_note(RK, {"align_drift": answer}) is not None) is shown


def test_the_drift_note_is_not_shown_for_a_skipped_statement() -> None:
    assert guidance.drift_note(RK, {}) is None


def test_every_rule_can_be_read_out_in_words() -> None:
    rules = {pattern.id: guidance.rule_in_words(RK, pattern) for pattern in RK.patterns.all}

    assert rules["in_tune"] == "alignment 62.5 or more and spark 62.5 or more and balance 50 or more and outlets 50 or more"
    assert rules["parked"] == "momentum below 37.5"
