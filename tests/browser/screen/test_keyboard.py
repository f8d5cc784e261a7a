"""From the start page to the profile, through the journal and to a link without a mouse, always seeing where one is."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from data.instrument.answers import Step
from tests.browser.sharing.test_sharing import make_link, open_link
from tests.browser.visitor import walk
from tests.browser.visitor.people import Person
from tests.browser.visitor.visits import Visits

# More Tabs than any screen has stops.
FAR = 160
_FOCUSED = """
async () => {
  const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  let at = document.activeElement
  while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement
  const label = at.closest('label')
  const named = at.getAttribute('aria-label') || (label && label.innerText) || at.innerText || at.value || ''
  // Streamlit draws the focus of some inputs on a box around them.
  const around = [at.parentElement, at.parentElement?.parentElement, at.parentElement?.parentElement?.parentElement]
  // Seen is what looks different from when it is not focused.
  const look = () => [at, at.firstElementChild, label, ...around].filter(Boolean).map(shown => {
    const style = getComputedStyle(shown)
    return [style.outline, style.boxShadow, style.border, style.backgroundColor, style.textDecoration].join()
  }).join()
  // Without a break, or what is left would take it for that; where the machine is busy, again once what is late is drawn.
  const differs = () => {
    const focused = look()
    at.blur()
    const seen = focused !== look()
    at.focus()
    return seen
  }
  // Where the page itself led, such as to the heading of what a press has made, is no stop of Tab.
  let seen = at.tabIndex < 0 || differs()
  for (let late = 0; late < 10 && !seen; late++) {
    await drawn()
    seen = differs()
  }
  return { name: named.trim(), kind: at.type || at.getAttribute('role') || at.tagName.toLowerCase(), group: at.name || '', seen }
}
"""


def focused(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(_FOCUSED)
    return found


def tab_to(page: Page, name: str) -> None:
    """Press Tab until that is focused, with the focus to be seen at every stop."""
    for _ in range(FAR):
        page.keyboard.press("Tab")
        here = focused(page)
        # Chromium also stops at what scrolls, which has nothing to press; a box for text shows its caret.
        assert here["seen"] or here["kind"] in ("section", "main", "body", "text"), f"the focus on {here['name']!r} cannot be seen"
        # The name of an icon is read before the words of its button.
        if here["name"].rpartition("\n")[2] == name:
            return
    raise AssertionError(f"Tab never reaches {name!r}")


def answer_by_keyboard(page: Page, step: Step) -> None:
    """Each group is one stop of Tab: Space takes what is focused, an arrow moves on to the next point of the scale."""
    answered: set[str] = set()
    for _ in range(FAR):
        page.keyboard.press("Tab")
        here = focused(page)
        if here["kind"] == "radio" and here["group"] in set(walk.asked(step)) - answered:
            page.keyboard.press("Space")
            page.keyboard.press("ArrowDown")
            answered.add(here["group"])
        if len(answered) == len(walk.asked(step)):
            return
    raise AssertionError(f"Tab reaches only {sorted(answered)}")


def test_the_whole_way_to_a_shared_link_can_be_gone_on_a_phone_by_keyboard_alone(visit: Visits) -> None:
    """From the start page to the profile, and on to a link to a part of it: Tab, Space, arrows and Enter, and no press of a mouse."""
    page = visit.page(viewport={"width": 390, "height": 844})
    page.goto("/")
    walk.on(page, "Where are you with your work?")
    tab_to(page, "I am 18 or over and want to take part. My answers are stored to show me my result.")
    page.keyboard.press("Space")
    walk.settled(page)
    tab_to(page, "Start")
    page.keyboard.press("Enter")
    walk.on_step(page, Step.LIFE_STAGE)
    for step, after in zip(list(Step), list(Step)[1:], strict=False):
        if walk.asked(step):
            answer_by_keyboard(page, step)
        tab_to(page, "Continue")
        page.keyboard.press("Enter")
        walk.on_step(page, after)
    tab_to(page, "See my profile")
    page.keyboard.press("Enter")
    keep = page.get_by_role("button", name="Keep my answers")
    expect(keep.or_(page.get_by_role("heading", name="Keep it"))).to_be_visible()
    if keep.is_visible():
        tab_to(page, "Keep my answers")
        page.keyboard.press("Enter")

    walk.on_profile(page)
    # Disagree, the second point of every scale: half of every area counts for and half against.
    tab_to(page, "Show as table")
    page.keyboard.press("Enter")
    walk.settled(page)
    scores = {row["Dimension"]: float(row["Score"]) for row in walk.rows(page, "Eight dimensions")}
    assert scores == dict.fromkeys((dimension.name for dimension in walk.RK.dimensions), 50)
    tab_to(page, "Share part of my profile")
    page.keyboard.press("Enter")
    walk.on(page, "Share part of my profile")
    share(page, "Dimensions")
    assert "/open#" in walk.link(page)


def share(page: Page, section: str) -> None:
    tab_to(page, section)
    page.keyboard.press("Space")
    tab_to(page, "Preview")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Make the link")).to_be_visible()
    walk.settled(page)
    tab_to(page, "Make the link")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your link is made")).to_be_visible()
    walk.settled(page)


def test_a_note_is_kept_and_a_part_is_shown_and_withdrawn_by_keyboard_alone(visit: Visits, key_of: Callable[[Person], str]) -> None:
    page = visit.page(key_of(Person.FINISHED))
    page.goto("/journal")
    walk.on(page, "Journal")
    expect(page.get_by_role("button", name="Save today's note")).to_be_visible()
    tab_to(page, "One good thing")
    page.keyboard.type("A good talk")
    tab_to(page, "Save today's note")
    page.keyboard.press("Enter")
    expect(page.get_by_text(": A good talk")).to_be_visible()

    page.goto("/share")
    walk.on(page, "Share part of my profile")
    share(page, "Week")
    tab_to(page, "Withdraw")
    page.keyboard.press("Enter")
    expect(page.get_by_text("The link is withdrawn.")).to_be_visible()


def test_two_links_are_laid_side_by_side_on_a_phone_by_keyboard_alone(visit: Visits, key_of: Callable[[Person], str]) -> None:
    link = make_link(visit.page(key_of(Person.FINISHED)), "Dimensions")
    page = open_link(visit.page(viewport={"width": 390, "height": 844}), link)

    tab_to(page, "The second link")
    page.keyboard.type(link)
    tab_to(page, "Show both side by side")
    page.keyboard.press("Enter")
    expect(walk.title(page, "Side by side")).to_be_visible()
    walk.settled(page)
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollWidth - main.clientWidth") <= 0
    tab_to(page, "Close comparison")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Their eight dimensions")).to_be_visible()
