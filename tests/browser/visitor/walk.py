"""The steps of the journey, by the words and roles that a person goes by."""

import re
from collections.abc import Mapping
from contextlib import suppress

from playwright.sync_api import Locator, Page, expect

from data.instrument.answers import Answer, Answers, Outcome, Portrait, Step, Week
from data.instrument.instrument import Instrument, load

RK = load()
TITLES = {
    Step.LIFE_STAGE: "Life stage",
    Step.JOB_AND_WORK: "Job and work",
    Step.DRIVE: "Drive",
    Step.PATH: "Path",
    Step.BALANCE: "Balance",
    Step.REFLECT: "Reflect and finish",
}


def title(page: Page, name: str | None = None) -> Locator:
    """The heading of the screen."""
    return page.get_by_role("heading", level=1, name=name, exact=True)


def settled(page: Page) -> None:
    """Wait until the server has said all it has to say about this screen."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def fetched(page: Page) -> None:
    """Wait until no script of what is drawn is still on its way: of one that is cut off then, the element never comes."""
    expect(page.get_by_test_id("stSkeleton").filter(visible=True)).to_have_count(0)
    page.wait_for_load_state("networkidle")


def on(page: Page, name: str) -> None:
    """Wait for the screen of this title."""
    expect(title(page, name)).to_be_visible()
    settled(page)


def on_step(page: Page, step: Step) -> None:
    on(page, TITLES[step])
    expect(page).to_have_url(f"{origin(page)}/{step}")


def origin(page: Page) -> str:
    answer: str = page.evaluate("location.origin")
    return answer


def open_step(page: Page, step: Step) -> None:
    page.goto(f"/{step}")
    on(page, TITLES[step])


def begin(page: Page) -> None:
    """Agree to take part, and start."""
    page.goto("/")
    on(page, "Where are you with your work?")
    page.get_by_role("checkbox", name="I am 18 or over").press("Space")
    page.get_by_role("button", name="Start", exact=True).click()
    on_step(page, Step.LIFE_STAGE)


def press(page: Page, name: str) -> None:
    """Press what stands still: a button that is drawn anew between a finger's down and up was never pressed."""
    settled(page)
    page.get_by_role("button", name=name, exact=True).click()


def go_on(page: Page, *, to: Step) -> None:
    press(page, "Continue")
    on_step(page, to)


def go_back(page: Page, *, to: Step) -> None:
    press(page, "Back")
    on_step(page, to)


def choose(page: Page, question: str, choice: str) -> None:
    """Choose in one of Streamlit's own radio groups."""
    page.get_by_role("radiogroup", name=question).get_by_text(choice, exact=True).click()


def statement(page: Page, item: str, *, of: Instrument = RK) -> Locator:
    """The radio group of a statement, by the words that it has in a version."""
    text = next(statement.text for statement in of.items if statement.id == item)
    return page.get_by_role("radiogroup", name=text, exact=True)


def label(answer: Answer) -> str:
    return RK.does_not_apply if answer == "na" else RK.scale[answer - 1]


def choice(page: Page, item: str, answer: Answer, *, of: Instrument = RK) -> Locator:
    return statement(page, item, of=of).get_by_role("radio", name=label(answer), exact=True)


def asked(step: Step, *, of: Instrument = RK) -> list[str]:
    return [item.id for item in of.page(step)]


def answer(page: Page, step: Step, sheet: Mapping[str, Answer], *, of: Instrument = RK) -> None:
    """Answer those statements of a step that the sheet answers."""
    for item in asked(step, of=of):
        if item in sheet:
            choice(page, item, sheet[item], of=of).check()


def rate_outcomes(page: Page, outcomes: Mapping[Outcome, int]) -> None:
    """Choose a number for each outcome; both ends carry a word as well."""
    for question in RK.outcomes.questions if RK.outcomes else ():
        if question.id in outcomes:
            number = re.compile(rf"^{outcomes[question.id]}\b")
            page.get_by_role("radiogroup", name=question.text).get_by_role("radio", name=number).check()


def rate_portraits(page: Page, portraits: Mapping[Portrait, int]) -> None:
    for portrait in RK.portraits:
        if portrait.id in portraits:
            choose(page, portrait.text, RK.likeness[portraits[portrait.id]])


def fill_week(page: Page, week: Week) -> None:
    """Move every slider by keyboard, from zero to where the week says; a week without hours is left alone."""
    if not week.now:
        return
    for area in RK.areas:
        questions = ((RK.week.now, week.now), (RK.week.wish, week.wish), (RK.week.energy, week.energy))
        for question, amounts in questions:
            slide(page.get_by_role("slider", name=f"{area.name}: {question}"), amounts[area.id])
    total = f"Hours now: {sum(week.now.values())}. Hours wished for: {sum(week.wish.values())}."
    expect(page.get_by_text(total)).to_be_visible()
    settled(page)


def slide(slider: Locator, to: int) -> None:
    """From zero up: Page Up moves by a tenth of the scale, an arrow by one."""
    slider.focus()
    tenth = int(slider.get_attribute("max") or 0) // 10
    for key in [*["PageUp"] * (to // tenth), *["ArrowRight"] * (to % tenth)]:
        slider.press(key)
    expect(slider).to_have_value(str(to))


def finish(page: Page) -> None:
    """From the last step to the profile; whoever is asked to look again keeps the answers."""
    press(page, "See my profile")
    keep = page.get_by_role("button", name="Keep my answers")
    expect(keep.or_(page.get_by_role("heading", name="Keep it"))).to_be_visible()
    if keep.is_visible():
        keep.click()
    on_profile(page)


def on_profile(page: Page) -> None:
    expect(page.get_by_role("heading", name="Keep it")).to_be_visible()
    expect(page).to_have_url(f"{origin(page)}/profile")
    settled(page)


def type_in(page: Page, sheet: Answers, *, of: Instrument = RK) -> None:
    """The first five steps and the outcomes, with everything that a sheet holds."""
    if sheet.life_stage.stage_self:
        question = RK.life_stage[0]
        choose(page, question.text, next(option.label for option in question.options if option.id == sheet.life_stage.stage_self))
    if sheet.worked:
        choose(page, "Which one area have you worked on", RK.dimension(sheet.worked).name)
    go_on(page, to=Step.JOB_AND_WORK)
    page.get_by_role("textbox", name="My work is").fill(sheet.job_and_work.work_is)
    page.get_by_role("textbox", name="My job is").fill(sheet.job_and_work.job_is)
    rate_portraits(page, sheet.job_and_work.portraits)
    answer(page, Step.JOB_AND_WORK, sheet.statements, of=of)
    go_on(page, to=Step.DRIVE)
    answer(page, Step.DRIVE, sheet.statements, of=of)
    go_on(page, to=Step.PATH)
    answer(page, Step.PATH, sheet.statements, of=of)
    go_on(page, to=Step.BALANCE)
    fill_week(page, sheet.week)
    answer(page, Step.BALANCE, sheet.statements, of=of)
    go_on(page, to=Step.REFLECT)
    rate_outcomes(page, sheet.outcomes)


def open_fold(page: Page, name: str, *, number: int = 0) -> Locator:
    """Open what is folded away; the fold."""
    fold = page.get_by_role("group").filter(has=page.get_by_text(name, exact=True)).nth(number)
    fold.get_by_text(name, exact=True).click()
    expect(fold).to_have_attribute("open", "")
    return fold


# By then a fold that was pressed has opened, even where the machine has much to do.
_LOST_MILLISECONDS = 10_000


def unfold(page: Page) -> None:
    """Open everything on the screen that is folded away."""
    settled(page)
    closed, opened = page.locator("details:not([open]) > summary"), page.locator("details[open]")
    # Again and again: what is opened may hold folds of its own, and is drawn when it is opened.
    while closed.count():
        # Not by how many are still closed: one that holds another one leaves as many as before.
        before = opened.count()
        closed.first.click()
        # Where a screen is just being drawn anew a press may be lost; whoever meets that presses again, once.
        with suppress(AssertionError):
            expect(opened).not_to_have_count(before, timeout=_LOST_MILLISECONDS)
        if opened.count() == before:
            closed.first.click()
        expect(opened).not_to_have_count(before)
        settled(page)


def rows(page: Page, name: str) -> list[dict[str, str]]:
    """What the table of this name says; a wide one is shown as several below each other, whose rows are put together again."""
    parts = page.get_by_role("table", name=name)
    expect(parts.first).to_be_visible()
    read = [_rows(part) for part in parts.all()]
    return [{column: cell for part in same for column, cell in part.items()} for same in zip(*read, strict=True)]


def _rows(table: Locator) -> list[dict[str, str]]:
    heads = table.get_by_role("columnheader").all_inner_texts()
    body = table.get_by_role("row").filter(has=table.page.get_by_role("cell")).all()
    return [dict(zip(heads, row.get_by_role("cell").all_inner_texts(), strict=True)) for row in body]


def link(page: Page) -> str:
    """The first link that stands on the screen to be copied."""
    return page.locator(".box input").first.input_value()


def charts(page: Page) -> Locator:
    """Playwright does not know the role that Vega gives a chart."""
    return page.locator("[role=graphics-document]")
