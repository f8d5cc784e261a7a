import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.instrument import instrument
from data.instrument.advice import Stage
from data.instrument.answers import Area, LifeStage, Obstacles, Responsibility, StageSelf, Week, YearsBand
from data.profile import guidance, rules, week
from data.profile.job_and_work import Orientation
from tests import oracle
from tests.invented import worked_example
from tests.invented.sheets import favourable, sheets

RK = instrument.load("rk-1.0")
RULES = rules.of(RK)
EXAMPLE = RULES.score(worked_example.STATEMENTS)


@example(favourable(balance=1))
@example(favourable(balance=1) | {"bal_energy": 3})
@example(favourable(balance=1) | {"bal_energy": 4})
@example(favourable(spark=1, support=1))
@example(favourable(growth=1, support=1, momentum=1))
@given(sheets())
def test_the_care_note_is_shown_exactly_when_the_rule_done_by_hand_says_so(sheet: oracle.Sheet) -> None:
    note = guidance.care_note(RK, RULES.score(sheet), sheet)

    assert (note is not None) == oracle.heavy(sheet)


def test_the_care_note_offers_one_action_to_rest() -> None:
    sheet = favourable(balance=1)

    note = guidance.care_note(RK, RULES.score(sheet), sheet)

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
    steps = guidance.next_steps(RK, RULES.score(favourable(support=2)), None)

    assert steps[0].dimension == "support"


def test_the_lowest_set_is_gone_through_from_the_lowest_score_up() -> None:
    steps = guidance.next_steps(RK, RULES.score(favourable() | {"growth_goal": 1, "bal_flex": 2}), None)

    assert [step.dimension for step in steps] == ["growth", "balance", "spark"]


def test_an_empty_sheet_has_no_next_step_even_when_one_is_picked() -> None:
    assert guidance.next_steps(RK, RULES.score({}), Stage.EARLY, picked=["spark"]) == ()


@given(sheets(), st.lists(st.sampled_from(oracle.DIMENSIONS), max_size=8))
def test_there_are_never_more_than_three_next_steps_and_none_twice(sheet: oracle.Sheet, picked: list[str]) -> None:
    steps = guidance.next_steps(RK, RULES.score(sheet), Stage.LATER, picked=picked)

    assert len({step.dimension for step in steps}) == len(steps) <= 3
    assert all(len(step.actions) == 2 and step.for_stage for step in steps)


def test_obstacles_bring_their_actions_with_the_starred_ones_first() -> None:
    advice = guidance.obstacle_advice(RK, Obstacles(ticked=("money", "made_up", "time"), starred=("time",)))

    assert [obstacle.id for obstacle in advice] == ["time", "money"]
    assert advice[0].action.text == "Give one passion a 30-minute slot this week and defend it."


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
