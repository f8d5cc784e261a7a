"""What axe cannot see of a screen: named groups, what is spoken by itself, tables out of reach, targets, and spaced text at 320 px."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from data.instrument.answers import Step
from tests.browser.screen.test_machines import SPACED
from tests.browser.screen.test_phone import TARGET, beyond
from tests.browser.visitor import walk
from tests.browser.visitor.people import Person
from tests.browser.visitor.visits import Visits

KeyOf = Callable[[Person], str]
NARROW = {"width": 320, "height": 640}
# A style of one's own reaches into every element, those with a root of their own too.
SPACE_OUT = """
style => {
  const into = root => {
    root.append(Object.assign(document.createElement('style'), { textContent: style }))
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) into(element.shadowRoot)
  }
  into(document.body)
}
"""
CUT = """
() => {
  const every = root => [...root.querySelectorAll('*')].flatMap(e => [e, ...(e.shadowRoot ? every(e.shadowRoot) : [])])
  return every(document.querySelector('[data-testid=stMain]'))
    .filter(e => e.matches('button, label, legend, summary, p, li, h1, h2, h3') && e.checkVisibility() && e.clientWidth)
    .filter(e => getComputedStyle(e).overflowX === 'hidden' && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 2))
    .map(e => e.textContent)
}
"""
# What is spoken whenever it changes.
SPOKEN = "week => [...week.querySelectorAll('output, [role=status], [role=alert], [aria-live]')].map(spoken => spoken.className)"
# What Tab does to each table that is wider than its place: 0 is a stop.
WIDE = """
() => [...new Set([...document.querySelectorAll('[data-testid=stTable] > div')]
  .filter(place => place.scrollWidth > place.clientWidth).map(place => place.tabIndex))]
"""
# Areas, map, week and what changed.
CHARTS = 4
SPOKEN_OF_A_CHART = """charts => charts.flatMap(chart => [...chart.querySelectorAll('[aria-label], [role=graphics-symbol]')])
  .filter(part => !part.closest('[aria-hidden=true]')).map(part => part.outerHTML.slice(0, 200))"""
STOPS = """charts => charts.flatMap(chart => [...chart.closest('[data-testid=stElementContainer]').querySelectorAll('*')])
  .filter(part => part.tabIndex >= 0 && part.checkVisibility()).map(part => part.outerHTML.slice(0, 200))"""
PARTS_OF_A_DATE = "[data-testid=stDateInput] [role=spinbutton]"


def test_lists_to_tick_are_named_groups_and_a_week_speaks_by_its_total_alone(visit: Visits, key_of: KeyOf) -> None:
    """Seen to fail: without the groups of page.js, and with an <output> for each slider."""
    page = visit.page(key_of(Person.CAREFUL))
    walk.open_step(page, Step.LIFE_STAGE)
    carried = page.get_by_role("group", name="Which do you carry?")
    expect(carried.get_by_role("checkbox")).to_have_count(len(next(q for q in walk.RK.life_stage if q.several).options))

    walk.open_step(page, Step.BALANCE)
    expect(page.get_by_role("group", name="Tick").get_by_role("checkbox")).to_have_count(len(walk.RK.obstacles))
    assert page.locator(".week").evaluate(SPOKEN) == ["totals"]


def test_a_wide_table_is_a_stop_of_tab_and_every_part_of_a_date_is_hit_on_a_narrow_screen(visit: Visits) -> None:
    page = visit.page(viewport=NARROW)
    page.goto("/method")
    # The foot is drawn after everything else.
    expect(page.get_by_text(walk.RK.notes.footer)).to_be_visible()
    walk.unfold(page)
    expect(page.locator("[data-testid=stTable] > div[tabindex='0']").first).to_be_attached()
    assert page.evaluate(WIDE) == [0]

    page.goto("/team")
    expect(page.locator(PARTS_OF_A_DATE)).to_have_count(3)
    sizes = page.locator(PARTS_OF_A_DATE).evaluate_all("parts => parts.flatMap(part => [part.offsetWidth, part.offsetHeight])")
    assert min(sizes) >= TARGET


def test_spaced_text_is_neither_cut_nor_scrolled_sideways_at_320_pixels(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.CAREFUL), viewport=NARROW)
    found = {str(step): spaced(page, f"/{step}") for step in (Step.LIFE_STAGE, Step.BALANCE)}
    found["start"] = spaced(visit.page(viewport=NARROW), "/")

    assert found == dict.fromkeys(found, ((0, 0), []))


def test_a_chart_is_one_picture_with_one_sentence_and_no_stop_of_tab(visit: Visits, key_of: KeyOf) -> None:
    """Its table says the figures. Seen to fail: with marks that speak."""
    page = visit.page(key_of(Person.RETAKEN))
    page.goto("/profile")
    walk.on_profile(page)
    expect(walk.charts(page)).to_have_count(CHARTS)
    walk.settled(page)

    assert walk.charts(page).evaluate_all(SPOKEN_OF_A_CHART) == []
    assert walk.charts(page).evaluate_all(STOPS) == []


def spaced(page: Page, address: str) -> tuple[tuple[int, int], list[str]]:
    """How far a screen goes beyond the window, and what of it is cut, once its text is spaced."""
    page.goto(address)
    walk.title(page).first.wait_for()
    expect(page.get_by_role("button").last).to_be_visible()
    walk.settled(page)
    page.evaluate(SPACE_OUT, SPACED)
    cut: list[str] = page.evaluate(CUT)
    return beyond(page), cut
