"""axe-core finds nothing more than minor on any screen, light and dark, wide and narrow, the size of targets included."""

from collections.abc import Callable
from typing import Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from data.instrument.answers import Step
from tests.browser.visitor import walk
from tests.browser.visitor.people import Person
from tests.browser.visitor.visits import Visits

Scheme = Literal["light", "dark"]
# Within one visit, the scheme changed once. Rules about anything but colours are asked once for each width: they are the same in the dark.
LOOKS: list[tuple[Scheme, int]] = [("light", 320), ("light", 1280), ("dark", 1280), ("dark", 320)]
HEIGHT = 900
# Everything above "minor".
GRAVE = ("moderate", "serious", "critical")
COLOURS = ["color-contrast", "link-in-text-block"]
# Waits for what is fading in or out.
FADED = (
    "() => Promise.allSettled(document.getAnimations().filter(one => one instanceof CSSTransition).map(one => one.finished)).then(() => {})"
)

Arrive = Callable[..., Page]


def findings(page: Page) -> list[str]:
    """What is more than minor on the whole screen in any look, by every rule of A and AA and of good practice: look, rule and place."""
    walk.settled(page)
    page.evaluate(AXE_SCRIPT)
    return [f"{scheme} at {width}: {found}" for scheme, width in LOOKS for found in _findings(page, scheme, width)]


def _findings(page: Page, scheme: Scheme, width: int) -> list[str]:
    page.emulate_media(color_scheme=scheme)
    expect(page.get_by_test_id("stApp")).to_have_css("color-scheme", scheme)
    page.set_viewport_size({"width": width, "height": HEIGHT})
    # What is scrolled away is not looked at, so the window is made as high as the page.
    page.set_viewport_size({"width": width, "height": max(HEIGHT, page.get_by_test_id("stMain").evaluate("main => main.scrollHeight"))})
    walk.settled(page)
    # Without "preload" axe does not fetch the style sheets again, which only a rule about screen rotation reads.
    options = {"resultTypes": ["violations"], "preload": False}
    # The only rule of A and AA that axe leaves out unless it is asked for.
    options |= {"runOnly": COLOURS} if scheme == "dark" else {"rules": {"target-size": {"enabled": True}}}
    found = _grave(page, options)
    if found:
        # Half a second after a change of colours a screen is drawn anew, and is pale while it is: only what stays is a finding.
        walk.settled(page)
        page.evaluate(FADED)
        found = _grave(page, options)
    return found


def _grave(page: Page, options: dict[str, object]) -> list[str]:
    found = page.evaluate("options => axe.run(options).then(found => found.violations)", options)
    grave = [rule for rule in found if rule["impact"] in GRAVE]
    return [f"{rule['id']} in {node['html'][:200]} at {node['target']}" for rule in grave for node in rule["nodes"]]


@pytest.fixture
def arrive(visit: Visits, key_of: Callable[[Person], str]) -> Arrive:
    """Opens a screen as somebody."""

    def opened(address: str, person: Person | None = None) -> Page:
        page = visit.page(key_of(person) if person else None)
        page.goto(address)
        return page

    return opened


def test_the_start_page_with_a_file_and_a_missing_tick_is_accessible(arrive: Arrive) -> None:
    page = arrive("/")
    walk.open_fold(page, "Lost your link?")
    walk.open_fold(page, "Start again from a file")
    walk.press(page, "Start")
    expect(page.get_by_text("To start, please tick the first box.")).to_be_visible()

    assert findings(page) == []


def test_the_start_page_of_somebody_under_way_is_accessible_while_it_asks_once_more(arrive: Arrive) -> None:
    page = arrive("/", Person.HALFWAY)
    walk.press(page, "Start over")
    expect(page.get_by_text("This clears the answers")).to_be_visible()

    assert findings(page) == []


def test_the_choice_between_old_and_new_statements_is_accessible_and_leads_to_the_new_ones(arrive: Arrive) -> None:
    # Looked at by one and pressed by another: a page whose scheme was just changed draws itself anew, perhaps under the finger.
    looked_at, page = (arrive("/", Person.BEGUN_BEFORE) for _ in range(2))
    for one in (looked_at, page):
        walk.press(one, "Take the new statements")
        expect(one.get_by_role("checkbox", name="(optional) Count my answers as numbers")).not_to_be_checked()

    page.get_by_role("button", name="Take the new statements", exact=True).last.click()

    walk.on_step(page, Step.LIFE_STAGE)
    assert findings(looked_at) == []


def test_the_start_page_of_somebody_who_has_a_profile_is_accessible(arrive: Arrive) -> None:
    page = arrive("/", Person.FINISHED)
    expect(page.get_by_role("button", name="Open my profile")).to_be_visible()

    assert findings(page) == []


@pytest.mark.parametrize("step", list(Step))
def test_every_step_with_its_answers_is_accessible(arrive: Arrive, step: Step) -> None:
    page = arrive(f"/{step}", Person.CAREFUL)
    walk.on_step(page, step)

    assert findings(page) == []


def test_a_step_without_an_assessment_is_accessible(arrive: Arrive) -> None:
    page = arrive("/drive")
    expect(page.get_by_text("There is no assessment under way in this browser.")).to_be_visible()

    assert findings(page) == []


def test_the_note_on_hurried_answers_is_accessible(arrive: Arrive) -> None:
    page = arrive("/reflect", Person.HURRIED)
    walk.press(page, "See my profile")
    expect(page.get_by_role("button", name="Keep my answers")).to_be_visible()

    assert findings(page) == []


def test_the_profile_with_everything_unfolded_is_accessible(arrive: Arrive) -> None:
    page = arrive("/profile", Person.FINISHED)
    walk.on_profile(page)
    walk.unfold(page)
    expect(page.get_by_role("img", name="QR code of your personal link")).to_be_visible()

    assert findings(page) == []


def test_the_profile_that_does_not_exist_yet_is_accessible(arrive: Arrive) -> None:
    page = arrive("/profile", Person.HALFWAY)
    expect(page.get_by_text("There is no profile here yet.")).to_be_visible()

    assert findings(page) == []


def test_a_journal_in_which_nothing_is_written_yet_is_accessible(arrive: Arrive) -> None:
    page = arrive("/journal", Person.FINISHED)
    expect(page.get_by_role("button", name="Save today's note")).to_be_visible()

    assert findings(page) == []


def test_the_kind_word_before_a_heavy_result_is_accessible(arrive: Arrive) -> None:
    page = arrive("/profile", Person.TIRED)
    expect(page.get_by_role("button", name="Not now")).to_be_visible()

    assert findings(page) == []


def test_the_banner_of_an_opened_profile_is_accessible(arrive: Arrive, key_of: Callable[[Person], str]) -> None:
    page = arrive(f"/open#{key_of(Person.FINISHED)}")
    walk.on_profile(page)
    walk.press(page, "It is mine, carry on here")
    expect(page.get_by_text("From then on, this device saves to this profile.")).to_be_visible()

    assert findings(page) == []


def test_what_is_said_about_an_unknown_link_is_accessible(arrive: Arrive, visit: Visits) -> None:
    # The answer to an unknown key is a 404, which the browser logs.
    visit.expected.append("/claim$")
    page = arrive("/open#AAAAAAAAAAAAAAAAAAAAAA")
    expect(page.get_by_text("This link does not open anything here.")).to_be_visible()

    assert findings(page) == []


def test_the_question_before_a_device_is_forgotten_is_accessible(arrive: Arrive) -> None:
    page = arrive("/profile", Person.FINISHED)
    walk.on_profile(page)
    walk.press(page, "Forget me on this device")
    expect(page.get_by_role("button", name="Yes, forget me here")).to_be_visible()

    assert findings(page) == []
