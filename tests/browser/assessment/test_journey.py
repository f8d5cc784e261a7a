"""The whole way in a real browser, and both worked examples of rk-1.0 read off the profile (docs/instrument.md 9.1 and 9.2)."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from data.instrument.answers import Answers, JobAndWork, LifeStage, StageSelf, Step
from data.profile.scoring import rounded
from tests import oracle
from tests.browser.conftest import House
from tests.browser.visitor import visits, walk
from tests.browser.visitor.people import BEFORE as RK
from tests.browser.visitor.people import Person
from tests.browser.visitor.visits import Visits
from tests.invented import worked_example

NAMES = {dimension.id: dimension.name for dimension in RK.dimensions}
LEVELS = {"low": "Low", "mid": "Middle", "high": "High"}
FIRST = Answers(
    life_stage=LifeStage(stage_self=StageSelf.MID),
    job_and_work=JobAndWork(portraits=worked_example.PORTRAITS),
    statements=worked_example.STATEMENTS,
    week=worked_example.WEEK,
)


@pytest.fixture(scope="module")
def first(browser: Browser, house: House) -> Iterator[Page]:
    """The first worked example, typed in from the start page to the profile. Its tests only read."""
    with visits.opened(browser, house.server) as visit:
        page = visit.page(house.key_of(Person.BEGUN_BEFORE))
        finish_what_was_begun(page)
        walk.type_in(page, FIRST, of=RK)
        walk.finish(page)
        walk.unfold(page)
        yield page


def finish_what_was_begun(page: Page) -> None:
    """With the statements of rk-1.0, although there are new ones."""
    page.goto("/")
    walk.press(page, "Finish what I began")
    walk.on_step(page, Step.LIFE_STAGE)


def whole(figure: float) -> str:
    return str(rounded(figure))


def names(dimensions: list[str]) -> str:
    return ", ".join(NAMES[dimension] for dimension in dimensions)


def test_every_score_band_level_and_count_of_the_first_example_stands_in_the_table(first: Page) -> None:
    asked = {dimension: sum(item.dimension == dimension for item in RK.items) for dimension in NAMES}

    assert walk.rows(first, "Eight dimensions") == [
        {
            "Dimension": NAMES[dimension],
            "Score": whole(score),
            "Level": LEVELS[level],
            "Usual level (80 %)": f"{whole(band80[0])} to {whole(band80[1])}",
            "Wider band (95 %)": f"{whole(band95[0])} to {whole(band95[1])}",
            "Answered": f"{answered} of {asked[dimension]}",
        }
        for dimension, answered, _, score, level, _, band80, band95 in sorted(worked_example.TABLE, key=lambda row: -row[3])
    ]


def test_strongest_and_lowest_are_named_as_sets(first: Page) -> None:
    sheet = worked_example.STATEMENTS

    expect(first.get_by_text("Strongest", exact=True)).to_be_visible()
    for title, most in (("Strongest", max), ("To look after", min)):
        expect(first.get_by_text(f"{title}: {names(oracle.alike(sheet, most))}.")).to_be_visible()


def test_what_is_close_to_the_line_is_named(first: Page) -> None:
    close = [dimension for dimension in NAMES if oracle.neighbours(worked_example.STATEMENTS, dimension)]

    expect(first.get_by_text(f"Close to the line: {names(close)}.")).to_be_visible()


def test_the_pattern_comes_with_its_rule_and_with_what_is_near(first: Page) -> None:
    expect(walk.title(first, "Outlet outside")).to_be_visible()
    expect(first.get_by_text("The rule: alignment below 50 and outlets 62.5 or more.")).to_be_visible()
    expect(
        first.get_by_text("This is a prompt for thought, not a type. You are also close to: Bright but running low, Parked.")
    ).to_be_visible()
    expect(first.get_by_text("This fits too")).to_have_count(0)


def test_the_drift_note_is_shown_for_duties_that_moved_away(first: Page) -> None:
    expect(first.get_by_text("Your duties may have moved away from what motivated you.")).to_be_visible()


def test_orientation_and_quadrant_are_said_in_words(first: Page) -> None:
    expect(first.get_by_text("Calling. The work itself matters.")).to_be_visible()
    expect(first.get_by_text("Outside the job", exact=True).first).to_be_visible()
    expect(first.get_by_text("near the line")).to_have_count(0)


def test_the_map_lists_both_its_scores_with_their_bands(first: Page) -> None:
    bands = {dimension: (score, band80, band95) for dimension, _, _, score, _, _, band80, band95 in worked_example.TABLE}

    assert walk.rows(first, "Alignment 25 and outlets 75, each from 0 to 100: Outside the job.") == [
        {
            "Dimension": NAMES[dimension],
            "Score": whole(score),
            "Usual level (80 %)": f"{whole(band80[0])} to {whole(band80[1])}",
            "Wider band (95 %)": f"{whole(band95[0])} to {whole(band95[1])}",
        }
        for dimension, (score, band80, band95) in ((dimension, bands[dimension]) for dimension in ("alignment", "outlet"))
    ]


def test_the_shares_gaps_and_tilts_of_the_week_stand_in_its_table(first: Page) -> None:
    now, wish, energy = (
        oracle.shares(dict(amounts.items())) or {}
        for amounts in (worked_example.WEEK.now, worked_example.WEEK.wish, worked_example.WEEK.energy)
    )

    assert walk.rows(first, "Your week now and as you would like it") == [
        {
            "Area": area.name,
            "Now": whole(float(now[area.id])),
            "Wished for": whole(float(wish[area.id])),
            "Wished for minus now": whole(float(wish[area.id] - now[area.id])),
            "Energy": whole(float(energy[area.id])),
            "Energy minus time": whole(float(energy[area.id] - now[area.id])),
        }
        for area in RK.areas
    ]


def test_the_week_says_what_would_have_to_move_and_what_is_missed_most(first: Page) -> None:
    expect(
        first.get_by_text("About 13 in 100 of your hours would have to move to make the week you wish for: a medium shift.")
    ).to_be_visible()
    expect(first.get_by_text("You would like 8 points more for what you love. Give it a fixed slot.")).to_be_visible()


def test_the_overall_value_is_shown_small_and_with_its_margin(first: Page) -> None:
    expect(first.get_by_text("All together 54, give or take 5, from 8 dimensions.")).to_be_visible()


def test_next_steps_start_with_the_pattern_and_go_on_with_the_lowest_set(first: Page) -> None:
    steps = [heading for heading in first.get_by_role("heading", level=3).all_inner_texts() if heading in NAMES.values()]

    assert steps == ["Outlets", "Alignment", "Balance"]
    expect(first.get_by_text("Bring back one passion you set aside when work got busy.")).to_be_visible()


def test_the_retake_of_the_first_example_says_what_changed_and_how_surely(visit: Visits, key_of: Callable[[Person], str]) -> None:
    page = visit.page(key_of(Person.RETAKEN_BEFORE))
    page.goto("/profile")
    walk.on_profile(page)

    expect(walk.title(page, "Steady, with room to rekindle")).to_be_visible()
    expect(page.get_by_text("You are also close to: In tune.")).to_be_hidden()
    # On the first screen, and over time.
    expect(page.get_by_text("There is a clear change in Alignment.")).to_have_count(2)
    each = walk.open_fold(page, "Each area in words").get_by_role("listitem")
    expect(each.first).to_be_visible()
    said = each.all_inner_texts()
    assert "Alignment: 25 then, 65 now, clear change." in said
    assert "Balance: 31 then, 55 now, possible change." in said
    assert "Momentum: 45 then, 60 now, within the wobble." in said
    assert "Spark: 60 then, 60 now, within the wobble." in said
    assert sum("clear change" in line for line in said) == 1
    assert sum("possible change" in line for line in said) == 1


def test_the_straight_line_of_the_second_example_is_asked_to_look_again_and_kept(visit: Visits, key_of: Callable[[Person], str]) -> None:
    page = visit.page(key_of(Person.BEGUN_BEFORE))
    finish_what_was_begun(page)
    walk.type_in(page, Answers(statements=worked_example.STRAIGHT_LINE), of=RK)

    walk.press(page, "See my profile")
    expect(page.get_by_text("You went through some pages quickly. Want to look again?")).to_be_visible()
    walk.press(page, "Review")
    walk.on_step(page, Step.JOB_AND_WORK)
    expect(walk.choice(page, "align_vehicle", 4, of=RK)).to_be_checked()
    for step in (Step.DRIVE, Step.PATH, Step.BALANCE, Step.REFLECT):
        walk.go_on(page, to=step)
    walk.press(page, "See my profile")
    walk.press(page, "Keep my answers")
    walk.on_profile(page)

    expect(walk.title(page, "Not enough answers yet")).to_be_visible()
    walk.open_fold(page, "Show as table")
    scores = {row["Dimension"]: (row["Score"], row["Answered"]) for row in walk.rows(page, "Eight dimensions")}
    assert scores == {
        "Spark": ("55", "5 of 5"),
        "Purpose": ("63", "4 of 4"),
        "Alignment": ("55", "5 of 5"),
        "Momentum": ("55", "5 of 5"),
        "Growth": ("63", "4 of 4"),
        "Balance": ("–", "3 of 5"),
        "Outlets": ("63", "4 of 4"),
        "Support": ("63", "4 of 4"),
    }
    expect(page.get_by_text("3 of 5 statements answered: too few for a score.")).to_be_visible()


def test_whoever_took_time_and_varied_goes_straight_to_the_profile(visit: Visits, key_of: Callable[[Person], str]) -> None:
    page = visit.page(key_of(Person.CAREFUL))
    walk.open_step(page, Step.REFLECT)

    walk.press(page, "See my profile")

    walk.on_profile(page)
    expect(walk.title(page, "Outlet outside")).to_be_visible()


def test_what_is_still_unanswered_is_named_and_leads_back(visit: Visits, key_of: Callable[[Person], str]) -> None:
    page = visit.page(key_of(Person.CAREFUL))
    walk.open_step(page, Step.REFLECT)

    fold = walk.open_fold(page, "Path: 1 unanswered")
    expect(fold.get_by_text("I leave my career to luck.")).to_be_visible()
    fold.get_by_role("link", name="Go to Path").click()

    walk.on_step(page, Step.PATH)
    expect(walk.statement(page, "mom_luck").get_by_text("Not answered yet")).to_be_visible()


@pytest.mark.parametrize("then", ["See my result", "Not now"])
def test_a_heavy_sheet_meets_a_kind_word_before_anything_else(visit: Visits, key_of: Callable[[Person], str], then: str) -> None:
    page = visit.page(key_of(Person.TIRED))
    page.goto("/profile")
    note = page.get_by_text("Some of your answers suggest that things are hard right now.")
    expect(note).to_be_visible()
    walk.settled(page)
    expect(page.get_by_role("link", name="Free helplines by country").first).to_have_attribute("href", "https://findahelpline.com")
    expect(page.get_by_text("Put one hour of rest or joy in your diary first, as a fixed appointment.")).to_be_visible()
    expect(page.get_by_role("heading")).to_have_count(0)
    expect(walk.charts(page)).to_have_count(0)

    walk.press(page, then)

    if then == "Not now":
        expect(page.get_by_text("That is fine. Your profile is saved. You can come back to it at any time.")).to_be_visible()
        expect(page.get_by_role("heading")).to_have_count(0)
    else:
        expect(walk.title(page, "Your profile")).to_be_visible()
        walk.on_profile(page)
        expect(note).to_be_visible()
        expect(page.get_by_role("heading", name="Your next step")).to_have_count(0)
        expect(page.get_by_text("This is a prompt for thought, not a type.")).to_have_count(0)
