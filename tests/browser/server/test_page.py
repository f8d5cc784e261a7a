"""What a browser does to a page by itself: it translates it, and it remembers what was typed into its boxes."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from data.instrument.answers import Step
from tests.browser.visitor import walk
from tests.browser.visitor.people import Person
from tests.browser.visitor.visits import Visits

# As translators do it, for whatever stands on the page now or later. Some move the text that they found, others put one of their own there.
MOVED = "wrapper.append(text); text.data = mark + text.data"
REPLACED = "wrapper.append(mark + text.data)"
TRANSLATOR = """
const mark = '¿'
const translate = () => {
  const every = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
  const found = []
  while (every.nextNode()) found.push(every.currentNode)
  for (const text of found) {
    if (!text.data.trim() || text.parentElement.closest('font, script, style, [translate=no]')) continue
    const wrapper = document.createElement('font')
    text.replaceWith(wrapper)
    PUT
  }
}
new MutationObserver(() => setTimeout(translate, 20)).observe(document, { childList: true, subtree: true, characterData: true })
"""
SCREENS = {"Journal": "Journal", "Team": "Team check-in", "Method": "How it works", "Privacy": "What we hold about you"}
BOXES = "input:not([type=checkbox], [type=radio], [type=range]), textarea"


@pytest.mark.parametrize("put", [MOVED, REPLACED], ids=["moved", "replaced"])
def test_a_translated_page_goes_on_and_shows_no_words_of_another(visit: Visits, key_of: Callable[[Person], str], put: str) -> None:
    page = visit.page(key_of(Person.FINISHED))
    page.add_init_script(TRANSLATOR.replace("PUT", put))
    page.goto("/profile")
    expect(page.get_by_role("heading", name="¿Keep it")).to_be_visible()

    for menu, heading in SCREENS.items():
        page.get_by_role("link", name=f"¿{menu}", exact=True).click()

        expect(page.get_by_role("heading", level=1)).to_have_text(f"¿{heading}")
    page.get_by_role("link", name="¿My profile", exact=True).click()
    expect(page.get_by_role("heading", name="¿Keep it")).to_be_visible()
    # What one wrote, and what a link is made of, is not the translator's.
    expect(page.get_by_text("keeping bees", exact=True)).to_be_visible()
    page.get_by_text("¿My link").click()
    # In an element of ours, which the translator of this test does not look into.
    for name in ("Your personal link", "My link"):
        link = page.get_by_role("textbox", name=name, exact=True)
        expect(link).to_have_value(re.compile(rf"^{re.escape(visit.server.url)}/open#[\w-]+$"))
        expect(link).to_have_attribute("translate", "no")


def test_no_browser_remembers_what_is_typed_into_a_box(visit: Visits, key_of: Callable[[Person], str]) -> None:
    has_profile, answers = visit.page(key_of(Person.FINISHED)), visit.page(key_of(Person.CAREFUL))
    screens = [(has_profile, path) for path in ("profile", "journal", "share", "team")]
    screens += [(answers, path) for path in (Step.JOB_AND_WORK, Step.BALANCE, Step.REFLECT)]
    for page, path in screens:
        page.goto(f"/{path}")
        walk.settled(page)

        expect(page.locator(f":is({BOXES})").first).to_be_attached()
        expect(page.locator(f":is({BOXES}):not([autocomplete=off])")).to_have_count(0)
