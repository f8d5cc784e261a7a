"""The three worked examples of rk-1.1 read off real screens, every number and word (docs/rk11.md 2.11 to 2.13)."""

import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from data.instrument.answers import Answers, Step
from data.instrument.instrument import load
from data.instrument.norms import Norms
from data.keys import new_key
from data.profile.scoring import rounded
from data.record import record_store
from data.record.record import Consents, Draft, Record, Result
from data.storage.engines.duckdb_store import DuckDBStore
from tests.browser.screen.test_axe import findings
from tests.browser.visitor import visits, walk
from tests.invented import rk_1_1
from tests.invented.full_record import result as of_rk_1_0
from tests.invented.records import becoming
from tests.server.forks import ForkedServer, Forks

RK = load("rk-1.1")
NAMES = {dimension.id: dimension.name for dimension in RK.dimensions}
LEVELS = {"low": "Low", "mid": "Middle", "high": "High"}
TITLES = {
    "strongest": "Strongest",
    "higher_than_the_rest": "Higher than the rest",
    "to_look_after": "Could use attention",
    "lower_than_the_rest": "Lower than the rest",
}
CHIPS = TITLES | {"to_look_after": "Could use attention: below the rest"}
ORIENTATIONS = {"calling": "Calling.", "mixed": "All three alike.", "unsettled": "Unsettled.", "job": "Job."}
PATTERNS = {pattern.id: pattern for pattern in RK.patterns.all}
FIRST, SECOND, THIRD = rk_1_1.examples()
TODAY = date.today()
THEN, LONG_AGO = TODAY - timedelta(days=40), TODAY - timedelta(days=200)
AGREED = Consents(wording="consent-2", given_on=TODAY, take_part=True, count_in_reference=True)
MEASURED = rk_1_1.invented_norms().model_copy(update={"people": 240, "day": THEN})
LEFT_OUT = "As it stands, your answers will not be counted in any total. Look again if you would like them to be."


@dataclass(frozen=True)
class Read:
    """A screen, and what the manual says that it shows."""

    page: Page
    example: Mapping[str, Any]
    expected: Mapping[str, Any]


def said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def drafted(example: Mapping[str, Any]) -> Record:
    """Everything is answered, and the last button not yet pressed."""
    return Record(
        consents=AGREED,
        draft=Draft(instrument="rk-1.1", tag=secrets.token_hex(8), answers=rk_1_1.sheet(example), saved=dict.fromkeys(Step, 1)),
    )


def finished(day: date, answers: Answers, norms: Norms | None = None) -> Result:
    return Result(instrument="rk-1.1", taken_on=day, answers=answers, norms=norms)


RECORDS = {
    "first": drafted(FIRST),
    "second": drafted(SECOND),
    "looking again": drafted(SECOND),
    "third": drafted(THIRD),
    "retake": Record(
        results=(finished(THEN, rk_1_1.sheet(THIRD)), finished(TODAY, rk_1_1.sheet(THIRD["second"], worked=THIRD["worked"]), MEASURED))
    ),
    "retake by the same norms": Record(results=(finished(THEN, rk_1_1.sheet(THIRD)), finished(TODAY, rk_1_1.sheet(THIRD["second"])))),
    "both versions": Record(results=(of_rk_1_0(LONG_AGO), of_rk_1_0(THEN), finished(TODAY, rk_1_1.sheet(FIRST)))),
}


@pytest.fixture(scope="module")
def visit(browser: Browser, forks: Forks, tmp_path_factory: pytest.TempPathFactory) -> Iterator["Visitors"]:
    server = ForkedServer(forks, tmp_path_factory.mktemp("served"), way="streamlit")
    keys, store = {name: new_key() for name in RECORDS}, DuckDBStore(server.database)
    for name, key in keys.items():
        record_store.change(store, key, becoming(RECORDS[name]), keep_until=TODAY + timedelta(days=365))
    store.close()
    with server, visits.opened(browser, server) as opened:
        yield Visitors(opened, keys)
    assert "Traceback" not in server.log


class Visitors:
    """Each record in a browser of its own, opened once."""

    def __init__(self, opened: visits.Visits, keys: Mapping[str, str]) -> None:
        self._opened, self._keys = opened, keys
        self._pages: dict[str, Page] = {}

    def page(self, name: str) -> Page:
        return self._opened.page(self._keys[name])

    def profile(self, name: str) -> Page:
        """The profile with everything unfolded; a draft is finished first, by whoever keeps the answers and wants to see the result."""
        if name not in self._pages:
            self._pages[name] = page = self.page(name)
            if RECORDS[name].draft:
                walk.open_step(page, Step.REFLECT)
                walk.press(page, "See my profile")
                keep, see = page.get_by_role("button", name="Keep my answers"), page.get_by_role("button", name="See my result")
                expect(keep.or_(see).or_(page.get_by_role("heading", name="Keep it"))).to_be_visible()
                for button in (keep, see):
                    if button.is_visible():
                        button.click()
            else:
                page.goto("/profile")
            walk.on_profile(page)
            walk.unfold(page)
        return self._pages[name]


@pytest.fixture(params=["first", "second", "third", "retake"])
def read(request: pytest.FixtureRequest, visit: Visitors) -> Read:
    told = {"first": FIRST, "second": SECOND, "third": THIRD, "retake": THIRD["second"]}[request.param]
    expected = THIRD["expected_second"] if request.param == "retake" else told["expected"]
    return Read(visit.profile(request.param), told, expected)


def lines(page: Page) -> str:
    """Everything that the screen says, with single blanks."""
    return re.sub(r"\s+", " ", page.get_by_test_id("stMain").inner_text())


def between(ends: list[float]) -> str:
    return f"{rounded(ends[0])} to {rounded(ends[1])}"


def level(numbers: Mapping[str, Any]) -> str:
    return ", ".join([LEVELS[numbers["level"]], *(f"close to {LEVELS[near].lower()}" for near in numbers["close"])])


def row(dimension: str, numbers: Mapping[str, Any]) -> dict[str, str]:
    return {
        "Dimension": NAMES[dimension],
        "Score": str(numbers["shown"]),
        "Level": level(numbers),
        "Answered": f"{numbers['n']} of {len(RK.items_of(dimension))}",
        "Likely range (80 %)": between(numbers["band80"]),
        "Wider range (95 %)": between(numbers["band95"]),
    }


def test_every_score_level_band_and_count_stands_in_the_table_as_whole_numbers(read: Read) -> None:
    shown = walk.rows(read.page, "Eight dimensions")

    wanted = [row(*one) for one in read.expected["dimensions"].items()]
    # The highest first; equal ones in the usual order.
    assert shown == sorted(wanted, key=lambda cells: -int(cells["Score"]))


def test_the_usual_order_is_one_choice_away_in_the_chart_and_in_its_table(visit: Visitors) -> None:
    page = visit.page("retake by the same norms")
    page.goto("/profile")
    walk.on_profile(page)
    usual, alone = list(NAMES.values()), walk.charts(page).first
    expect(alone).to_be_visible()
    assert from_the_top(alone) != usual

    page.get_by_role("checkbox", name="In the usual order").press("Space")

    expect(page.get_by_role("checkbox", name="In the usual order")).to_be_checked()
    walk.settled(page)
    walk.open_fold(page, "Show as table")
    assert [cells["Dimension"] for cells in walk.rows(page, "Eight dimensions")] == usual
    assert from_the_top(walk.charts(page).first) == usual


def from_the_top(chart: Locator) -> list[str]:
    """The areas in the order in which a chart draws them."""
    drawn = [(words.bounding_box(), words.inner_html()) for words in chart.locator("text").all()]
    return [name for _, name in sorted((box["y"], name) for box, name in drawn if box and name in NAMES.values())]


def test_what_lies_close_to_a_line_is_named_with_the_level_across_it(read: Read) -> None:
    close = [(NAMES[d], near) for d, numbers in read.expected["dimensions"].items() for near in numbers["close"]]
    sentence = " ".join(f"{name}: close to {LEVELS[near].lower()}." for name, near in close)

    assert sentence in lines(read.page)
    assert lines(read.page).count(": close to ") == len(close)


def test_all_dimensions_together_are_told_small_and_with_their_margin(read: Read) -> None:
    overall = read.expected["overall"]

    expect(read.page.get_by_text(f"Overall: {overall['shown']} (give or take {overall['margin80']}), from 8 dimensions.")).to_be_visible()


def test_what_stands_out_is_named_with_what_it_is_and_its_level_and_no_empty_chip_is_drawn(read: Read) -> None:
    out, levels, heavy = read.expected["stands_out"], read.expected["dimensions"], read.expected["care_note"]
    boxes = [] if heavy else [(out[f"{side}_title"], out[side]) for side in ("higher", "lower") if out[side]]

    for title, dimensions in boxes:
        for dimension in dimensions[:2]:
            named = f"{NAMES[dimension]}, {RK.dimension(dimension).brief}: {LEVELS[levels[dimension]['level']]}"
            expect(chip(read.page, CHIPS[title]).get_by_role("listitem").filter(has_text=named)).to_have_count(1)
        expect(read.page.get_by_text(f"{TITLES[title]}: {', '.join(NAMES[dimension] for dimension in dimensions)}.")).to_be_visible()
    for title in set(CHIPS.values()) - {CHIPS[title] for title, _ in boxes}:
        expect(read.page.get_by_text(title, exact=True)).to_have_count(0)
    nothing = "Your areas lie close together. Nothing stands out."
    note = "Named only where an area lies clearly above or below your own other areas. About 9 in 10 of those named are right."
    expect(read.page.get_by_text(note)).to_have_count(1 if boxes else 0)
    expect(read.page.get_by_text(nothing)).to_have_count(0 if boxes or heavy else 1)


def test_the_mark_says_in_words_how_full_it_is_and_is_not_drawn_after_the_care_note(read: Read) -> None:
    score = read.expected["dimensions"]["spark"]["shown"]
    mark = read.page.get_by_role("img", name=f"A flame for Spark, filled to {score} of 100")

    expect(mark).to_have_count(0 if read.expected["care_note"] else 1)


def chip(page: Page, title: str) -> Locator:
    return page.locator(".cell").filter(has=page.get_by_text(title, exact=True))


def test_a_pattern_is_named_with_its_conditions_and_two_only_with_both_their_texts(read: Read) -> None:
    found, heavy = read.expected["pattern"], read.expected["care_note"]
    short = [PATTERNS[id].title if id != "steady" else "Steady" for id in found["names"]]
    title = PATTERNS[found["names"][0]].title if found["kind"] == "plain" else f"Between “{short[0]}” and “{short[1]}”"

    if heavy:
        expect(walk.title(read.page, "Your profile")).to_be_visible()
        for id in found["names"]:
            expect(read.page.get_by_text(PATTERNS[id].text)).to_have_count(0)
            expect(read.page.get_by_text(PATTERNS[id].title)).to_have_count(0)
        return
    expect(walk.title(read.page, title)).to_be_visible()
    for id in found["names"]:
        expect(read.page.get_by_text(PATTERNS[id].text)).to_be_visible()
    assert "This fits too" not in lines(read.page)
    near = "Your answers lie near the line between these two. Read both and see which fits you better."
    assert (near in lines(read.page)) == (found["kind"] == "between")
    rules = {
        "outlet_outside": "The rule: alignment below 50 and outlets 63 or more.",
        "steady": "The rule: no other is near.",
    }
    for id in found["names"]:
        assert rules[id] in lines(read.page)
    assert (
        "A title stands alone only where each of its conditions holds by a clear margin. This is a prompt for thought, not a type."
        in lines(read.page)
    )


def test_the_map_is_named_by_its_certainty_and_lists_both_scores(read: Read) -> None:
    place, by = read.expected["quadrant"], read.expected["dimensions"]
    names = [getattr(RK.notes.quadrant, name) for name in place["names"]]
    here = {"plain": "{0}", "between": "Between “{0}” and “{1}”", "middle": "Near the middle"}[place["kind"]].format(*names)

    shown = [walk.rows(read.page, f"each from 0 to 100: {here}.")]

    expect(read.page.locator("strong").get_by_text(here, exact=True)).to_be_visible()
    wanted = [{name: cell for name, cell in row(d, by[d]).items() if name not in ("Level", "Answered")} for d in ("alignment", "outlet")]
    assert shown == [wanted]


def test_the_week_stands_in_its_table_as_whole_numbers(read: Read) -> None:
    week = read.expected["week"]
    columns = (("Now", "now"), ("Wished for", "wish"), ("Wished for minus now", "gap"), ("Energy", "energy"), ("Energy minus time", "tilt"))

    assert walk.rows(read.page, "Your week now and as you would like it") == [
        {"Area": area.name} | {title: str(rounded(week[part][area.id])) for title, part in columns} for area in RK.areas
    ]
    expect(read.page.get_by_text(f"Your ideal week would move about {rounded(week['shift'])} % of your hours")).to_be_visible()


def test_orientation_drift_and_care_are_said_where_the_manual_says_them_and_nowhere_else(read: Read) -> None:
    drift = {
        "plain": "Your tasks may have moved away from what matters to you. You need not quit to mend it.",
        "after_new_role": "That is common after a promotion, and you need not quit to mend it.",
    }

    assert ORIENTATIONS[read.expected["orientation"]] in lines(read.page)
    assert [kind for kind, words in drift.items() if words in lines(read.page)] == [read.expected["drift"]] * bool(read.expected["drift"])
    assert ("Some of your answers suggest that things are hard right now." in lines(read.page)) == read.expected["care_note"]


def test_next_steps_are_those_of_the_manual_with_what_fits_the_life_stage(read: Read) -> None:
    """The first person also picks one; to whom the care note is shown, one restful thing and no more."""
    page = read.page
    headings = page.get_by_role("heading", level=3).filter(has_text=re.compile("|".join(NAMES.values())))
    if read.expected["care_note"]:
        expect(page.get_by_role("heading", name="Your next step")).to_have_count(0)
        expect(page.get_by_text("Put one hour of rest or joy in your diary first, as a fixed appointment.")).to_be_visible()
        return
    for picked in read.example["picked"]:
        page.get_by_role("combobox", name="Look at another dimension too").click()
        page.get_by_role("combobox", name="Look at another dimension too").press("ArrowDown")
        page.get_by_role("option", name=NAMES[picked], exact=True).click()
        expect(headings.last).to_have_text(NAMES[picked])
    steps = read.expected["next_steps"]

    assert headings.all_inner_texts()[-len(steps) :] == [NAMES[step] for step in steps] if steps else True
    expect(page.get_by_text("Pick the area you care about most.", exact=True)).to_have_count(0 if steps else 1)
    for step in steps:
        expect(page.get_by_text(RK.action(f"{step}.stage.{read.expected['stage']}").text)).to_be_visible()
    offered = page.get_by_text("Your score is close to the next level, so these may fit too:")
    expect(offered).to_have_count(sum(bool(read.expected["dimensions"][step]["close"]) for step in steps))


def test_what_the_bands_mean_and_what_they_rest_on_stands_under_the_chart(read: Read) -> None:
    assert (
        "Low is 0 to 37, Middle 38 to 62, High 63 to 100. A few questions can only give an estimate. The likely range shows where "
        "many more statements of this kind would most likely put you. Other weeks may look different. "
        "Likely range: right about 8 times in 10. Wider range: right about 19 times in 20."
    ) in lines(read.page)
    assumed = "The bands assume figures that nobody has measured yet. They will be put right once 200 people have answered everything."
    measured = f"The bands rest on the answers of 240 people, as counted on {said(THEN)}. Statements and figures: rk-1.1 / norms-1."
    is_retake = read.example is THIRD["second"]
    assert (measured if is_retake else f"{assumed} Statements and figures: rk-1.1 / norms-0.") in lines(read.page)
    assert "usual level" not in lines(read.page).lower() and "wobble" not in lines(read.page)


def test_no_figure_of_a_result_has_a_decimal_on_its_screen(read: Read) -> None:
    told = lines(read.page).replace("rk-1.1", "").replace("127.0.0.1", "")

    assert re.findall(r"\b\d+\.\d+\b", told) == []


def test_the_retake_names_the_whole_and_the_area_worked_on_and_calls_nothing_else_a_change(visit: Visitors) -> None:
    page, day, expected = visit.profile("retake"), said(THEN), THIRD["expected_retake"]
    then, now = THIRD["expected"]["dimensions"], THIRD["expected_second"]["dimensions"]

    told = lines(page)

    assert f"All in all, clearly higher since {day}. We cannot tell which areas it comes from." in told
    about = rounded(expected["worked"]["expected"])
    assert (
        f"Balance, which you worked on: 4 then, 58 now. With no real change we would expect about {about}. This is clearly higher." in told
    )
    for dimension, name in NAMES.items():
        words = "clear change" if dimension == "balance" else "too small to tell"
        assert f"{name}: {then[dimension]['shown']} then, {now[dimension]['shown']} now, {words}." in told
    assert (
        "Low scores tend to rise a little anyway, and high ones to fall. Leave at least four weeks between two results, so that there is "
        f"something to see. The figures behind the bands have changed since {day}. "
        "A change is named only where it holds by the old and by the new ones."
    ) in told
    assert "possible change" not in told


def test_without_an_area_chosen_beforehand_and_by_one_set_of_norms_the_headline_names_balance(visit: Visitors) -> None:
    told = lines(visit.profile("retake by the same norms"))

    assert THIRD["expected_retake_same_norms"]["named"] == ["balance"]
    assert f"Clearly higher since {said(THEN)}: Balance. All in all, clearly higher since {said(THEN)}." in told
    assert "We cannot tell" not in told and "which you worked on" not in told and "figures behind the bands have changed" not in told
    assert (told.count("clear change."), told.count("too small to tell.")) == (1, 7)


def test_whoever_agrees_to_everything_is_told_each_sign_and_that_nobody_counts_it(visit: Visitors) -> None:
    page = visit.page("looking again")
    walk.open_step(page, Step.REFLECT)
    walk.press(page, "See my profile")

    expect(page.get_by_text("Before your result, one remark.")).to_be_visible()
    walk.settled(page)
    told = lines(page)
    words = {
        "fast": "Some pages took less time than it takes to read them.",
        "scattered": "Several of your answers point in opposite directions.",
        "same_page": "On one page nearly all answers are the same, though its statements point both ways.",
        "repeating": "Your answers follow a repeating order.",
    }
    assert [sign for sign, sentence in words.items() if sentence in told] == SECOND["expected"]["signs"]
    assert "If that is how it is for you, keep them. Your result is shown either way." in told
    assert (LEFT_OUT in told) == SECOND["expected"]["left_out"]
    walk.press(page, "Look again")
    walk.on_step(page, Step.JOB_AND_WORK)
    expect(
        page.get_by_role("radiogroup", name="My job lets me do what matters to me.").get_by_role("radio", name="Agree", exact=True)
    ).to_be_checked()


def test_results_of_two_versions_stand_apart_under_their_names(visit: Visitors) -> None:
    page = visit.profile("both versions")

    told = lines(page)

    assert f"The result of {said(THEN)} comes from older statements. It is shown as it was, and not compared with this one." in told
    assert "clear change" not in told and "too small to tell" not in told
    assert [row["Day"] for row in walk.rows(page, "Statements rk-1.1")] == [said(TODAY)]
    assert [row["Day"] for row in walk.rows(page, "Statements rk-1.0")] == [said(THEN), said(LONG_AGO)]
    course = walk.rows(page, "Spark over time")
    assert [row["Day"].rpartition(" ")[2] for row in course] == ["(rk-1.0)", "(rk-1.0)", "(rk-1.1)"]
    assert [row["Score"] for row in course] == ["60", "60", "58"]


@pytest.mark.parametrize("name", ["first", "second", "third", "retake", "both versions"])
def test_a_profile_of_rk_1_1_is_accessible_with_everything_unfolded(visit: Visitors, name: str) -> None:
    assert findings(visit.profile(name)) == []
