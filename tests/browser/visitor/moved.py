"""How far what was drawn already moved by itself: Chromium's own figure, layout shift (https://web.dev/articles/cls)."""

from typing import NamedTuple

from playwright.sync_api import Page

_WATCH = """
window.moved = []
new PerformanceObserver(seen => window.moved.push(...seen.getEntries().filter(one => !one.hadRecentInput).map(one => ({
  value: one.value,
  parts: one.sources.map(({ node }) => (node?.innerText ?? node?.textContent ?? '').trim().slice(0, 40)),
})))).observe({ type: 'layout-shift', buffered: true })
"""


class Shift(NamedTuple):
    """One frame in which something moved: how much of the window by how far, and the first words of what moved most."""

    value: float
    parts: tuple[str, ...]


def watch(page: Page) -> None:
    """From the next address on."""
    page.add_init_script(_WATCH)


def in_all(page: Page) -> float:
    """All shifts since the address was opened, added up."""
    return sum(one.value for one in each(page))


def each(page: Page) -> list[Shift]:
    """Every shift since the address was opened."""
    # What is measured of a frame is told after the next one.
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))")
    return [Shift(one["value"], tuple(one["parts"])) for one in page.evaluate("moved")]
