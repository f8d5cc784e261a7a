"""A statement is read by a voice of the device itself, and by no other.

Seen to fail: with voices from the net.
"""

from collections.abc import Callable

from playwright.sync_api import expect

from data.instrument.answers import Step
from tests.browser.visitor import walk
from tests.browser.visitor.people import Person
from tests.browser.visitor.visits import Visits

KeyOf = Callable[[Person], str]
# No browser of a test has a voice of its own.
VOICES = """
window.spoken = []
const local = { lang: 'en-GB', localService: true }, far = { lang: 'en-GB', localService: false }
const foreign = { lang: 'fr-FR', localService: true }
speechSynthesis.getVoices = () => WHICH
speechSynthesis.speak = said => { window.saying = said; window.spoken.push([said.text, said.lang, said.voice === local]) }
speechSynthesis.cancel = () => window.spoken.push('silence')
window.SpeechSynthesisUtterance = function (text) { this.text = text }
"""


def test_a_statement_is_read_in_the_language_of_the_page_and_stops_at_a_second_press(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.STARTED), viewport={"width": 390, "height": 844})
    page.add_init_script(VOICES.replace("WHICH", "[foreign, far, local]"))
    walk.open_step(page, Step.DRIVE)
    first, second = (next(item.text for item in walk.RK.items if item.id == asked) for asked in walk.asked(Step.DRIVE)[:2])
    read = page.get_by_role("button", name=f"Read aloud: {first}", exact=True)
    box = read.bounding_box()
    assert box and box["height"] >= 44 and box["width"] >= 24
    assert page.get_by_role("radiogroup", name=first, exact=True).evaluate("group => group.clientHeight") <= 200

    read.click()
    page.get_by_role("button", name=f"Stop reading: {first}", exact=True).click()
    read.click()
    page.get_by_role("button", name=f"Read aloud: {second}", exact=True).click()
    expect(read).to_be_visible()
    page.evaluate("saying.onend()")

    expect(page.get_by_role("button", name="Stop reading")).to_have_count(0)
    spoken = [said for said in page.evaluate("spoken") if said != "silence"]
    assert spoken == [[text, "en", True] for text in (first, first, second)]


def test_where_the_device_has_no_voice_of_its_own_there_is_no_button(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.STARTED))
    page.add_init_script(VOICES.replace("WHICH", "[foreign, far]"))
    walk.open_step(page, Step.DRIVE)
    statement = walk.statement(page, walk.asked(Step.DRIVE)[0])
    expect(statement.locator(".read")).to_be_attached()

    expect(statement.get_by_role("button", name="Read aloud")).to_have_count(0)
    expect(statement.locator(".read")).to_be_hidden()


def test_a_section_of_a_profile_is_read_as_it_is_seen(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.FINISHED))
    page.add_init_script(VOICES.replace("WHICH", "[local]"))
    page.goto("/profile")
    walk.on_profile(page)

    for name in ("Summary and pattern", "Week"):
        page.get_by_role("button", name=f"Read aloud: {name}", exact=True).click()

    first, week = [said[0] for said in page.evaluate("spoken") if said != "silence"]
    assert "Outlet outside" in first
    # Not the menu, not the next section.
    assert "Keep and share" not in first and "Your eight dimensions" not in first
    assert week.startswith("Your week")
    assert "Your next step" not in week
