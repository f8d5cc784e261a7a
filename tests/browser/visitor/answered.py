"""What a person who has answered sees again on a step, and how they start over."""

from playwright.sync_api import Page, expect

from data.instrument.answers import Step
from tests.browser.visitor import people, walk

SHEET = people.example()


def shows_statements(page: Page, step: Step) -> None:
    """The statements of a step stand as the example answers them, and no other is answered."""
    for item in walk.asked(step):
        if item in SHEET.statements:
            expect(walk.choice(page, item, SHEET.statements[item])).to_be_checked()
        else:
            expect(walk.statement(page, item).get_by_role("radio", checked=True)).to_have_count(0)


def shows(page: Page, step: Step) -> None:
    """Everything that the example answers on a step is there."""
    shows_statements(page, step)
    if step is Step.LIFE_STAGE:
        expect(page.get_by_role("radio", name="Reassessing", checked=True)).to_have_count(1)
    if step is Step.JOB_AND_WORK:
        expect(page.get_by_role("textbox", name="My work is")).to_have_value(SHEET.job_and_work.work_is)
        for portrait in walk.RK.portraits:
            likeness = walk.RK.likeness[SHEET.job_and_work.portraits[portrait.id]]
            expect(page.get_by_role("radiogroup", name=portrait.text).get_by_role("radio", name=likeness)).to_be_checked()
    if step is Step.BALANCE:
        expect(page.get_by_role("slider", name=f"Career: {walk.RK.week.now}")).to_have_value("50")
        expect(page.get_by_role("textbox", name="Something else, in your own words")).to_have_value(SHEET.obstacles.other)
    if step is Step.REFLECT:
        for outcome in walk.RK.outcomes.questions if walk.RK.outcomes else ():
            chosen = page.get_by_role("radiogroup", name=outcome.text).get_by_role("radio", checked=True)
            expect(chosen).to_have_accessible_name(str(SHEET.outcomes[outcome.id]))
        expect(page.get_by_role("textbox", name="What first drew you to this line of work?")).to_have_value(SHEET.reflections["1"])


def start_over(page: Page) -> None:
    page.goto("/")
    walk.settled(page)
    walk.press(page, "Start over")
    walk.press(page, "Yes, clear them")
    expect(page.get_by_role("checkbox", name="I am 18 or over")).to_be_visible()
    walk.settled(page)
