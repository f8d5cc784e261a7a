"""The answer scale: one row at every width, low, hit by a thumb, whole in forced colours and wide spacing, whatever the words are.

Seen to fail: where labels are never measured, and where the count does not follow.
"""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from components.screen.own_elements import elements
from data.instrument.answers import Step
from tests.browser.visitor import walk
from tests.browser.visitor.people import Person
from tests.browser.visitor.visits import Visits

KeyOf = Callable[[Person], str]
STATEMENT_STEPS = (Step.JOB_AND_WORK, Step.DRIVE, Step.PATH, Step.BALANCE)
THUMB, HIGHEST, ALL_OF_THEM = 44, 200, 7_500
GERMAN = ["Stimme überhaupt nicht zu", "Stimme eher nicht zu", "Weder noch", "Stimme eher zu", "Stimme voll und ganz zu"]
# The longest usual wording of the middle: no column of a phone holds it.
LONGER = [*GERMAN[:2], "Weder Zustimmung noch Ablehnung", *GERMAN[3:]]
# What one's own style may set without loss (WCAG 2.2, 1.4.12).
SPACED = "* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important }"
PLACES = """scales => scales.map(scale => {
  const seen = [...scale.querySelectorAll('.points label')].map(label => {
    const { x, y, width, height } = label.getBoundingClientRect()
    const words = label.querySelector('.words')
    return { x, y, width, height, whole: words.scrollWidth <= words.clientWidth, hidden: words.clientWidth <= 1 }
  })
  return { height: scale.getBoundingClientRect().height, seen }
})"""
# The very script that people get, with other words: no content of ours is in German yet.
ELSEWHERE = """async ([path, aloud, labels]) => {
  const { default: draw, style } = await import(path)
  const host = document.createElement('div')
  document.querySelector('[data-testid=stForm]').prepend(host)
  host.id = 'german'
  const root = host.attachShadow({ mode: 'open' })
  root.innerHTML = `<style>${style}</style><div class="groups"></div>`
  const questions = ['Ich habe für diesen Monat ein Lernziel.', 'Ich nehme mir Zeit, Dinge zu lernen, die mich neugierig machen.']
  draw({
    parentElement: root, setStateValue: () => {},
    data: {
      keep: 'german', seen: false, answers: { s0: 2 }, questions: questions.map((text, at) => ({ id: `s${at}`, text })),
      choices: labels.map((text, at) => ({ value: at + 1, text })), apart: { value: 'na', text: 'Trifft auf mich nicht zu' },
      words: { clear: 'Antwort löschen', open: 'Noch nicht beantwortet' }, aloud: { script: aloud, words: {} },
    },
  })
}"""


def scales(page: Page, step: Step) -> list[dict[str, Any]]:
    """Every scale of a step, measured at one moment once all of them are there."""
    expect(walk.statement(page, walk.asked(step)[-1])).to_be_visible()
    walk.settled(page)
    found: list[dict[str, Any]] = page.get_by_role("radiogroup").filter(has=page.locator(".points")).evaluate_all(PLACES)
    return found


def are_in_one_row(found: list[dict[str, Any]]) -> None:
    for scale in found:
        assert len({place["y"] for place in scale["seen"]}) == 1
        assert [place["x"] for place in scale["seen"]] == sorted({place["x"] for place in scale["seen"]})
        assert all(place["whole"] or place["hidden"] for place in scale["seen"])
        assert min(min(place["width"], place["height"]) for place in scale["seen"]) >= THUMB


def test_every_scale_is_one_low_row_that_a_thumb_hits_and_all_forty_are_a_short_way(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.CAREFUL), viewport={"width": 390, "height": 844})
    heights: list[float] = []
    for step in STATEMENT_STEPS:
        walk.open_step(page, step)
        for width in (390, 320, 1280):
            page.set_viewport_size({"width": width, "height": 844})
            found = scales(page, step)
            are_in_one_row(found)
            # English labels are read at every width, below their own points.
            assert not any(place["hidden"] for scale in found for place in scale["seen"])
            heights += [scale["height"] for scale in found] if width == 390 else []

    assert len(heights) == len(walk.RK.items)
    assert max(heights) <= HIGHEST
    assert sum(heights) <= ALL_OF_THEM


@pytest.mark.parametrize(("labels", "named"), [(GERMAN, "Stimme eher nicht zu"), (LONGER, "Stimme eher nicht zu")], ids=["long", "longest"])
def test_labels_as_long_as_german_ones_fit_or_only_the_ends_and_the_chosen_one_are_named(
    visit: Visits, key_of: KeyOf, labels: list[str], named: str
) -> None:
    page = visit.page(key_of(Person.STARTED), viewport={"width": 390, "height": 844})
    walk.open_step(page, Step.DRIVE)
    expect(walk.statement(page, walk.asked(Step.DRIVE)[0])).to_be_visible()
    page.evaluate(ELSEWHERE, [elements.path("radio_groups"), elements.path("read_aloud"), labels])
    german = page.locator("#german fieldset")
    expect(german.first.get_by_role("radio", name=named, exact=True)).to_be_checked()

    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        expect(page.locator("#german .groups")).to_have_css("width", f"{width - 32}px")
        found = german.evaluate_all(PLACES)
        are_in_one_row(found)
        assert all(scale["height"] <= HIGHEST + 25 for scale in found)
        if labels is LONGER:
            assert all(place["hidden"] for scale in found for place in scale["seen"])
            assert german.first.locator(".said").inner_text() == named
            assert german.last.locator(".ends").inner_text().split("\n") == [labels[0], labels[-1]]
    # An answer changes nothing below it.
    before = german.last.bounding_box()
    german.first.get_by_role("radio", name=labels[4], exact=True).check()
    assert german.last.bounding_box() == before


def test_the_count_is_true_at_once_and_stays_in_sight_without_a_run_of_the_script(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.HALFWAY), viewport={"width": 390, "height": 844})
    runs: list[int] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda _: runs.append(1)))
    walk.open_step(page, Step.PATH)
    first, last = walk.asked(Step.PATH)[0], walk.asked(Step.PATH)[-1]
    count = page.get_by_role("status").filter(has_text="of 40 answered")
    before = int((count.text_content() or "").split()[0])
    sent = len(runs)

    walk.choice(page, first, 4).check()
    walk.choice(page, last, "na").check()
    expect(count).to_have_text(f"{before + 2} of 40 answered")
    expect(count).to_be_in_viewport()
    under = page.get_by_test_id("stHeader").bounding_box()
    at = count.bounding_box()
    assert under and at and at["y"] >= under["y"] + under["height"] - 1
    walk.statement(page, last).get_by_role("button", name="Clear answer").click()
    expect(count).to_have_text(f"{before + 1} of 40 answered")
    expect(walk.statement(page, last).get_by_role("radio").first).to_be_focused()
    assert len(runs) == sent


def test_a_page_at_four_hundred_percent_and_one_with_spaced_words_lose_nothing(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.CAREFUL), viewport={"width": 320, "height": 256})
    walk.open_step(page, Step.DRIVE)
    are_in_one_row(scales(page, Step.DRIVE))
    focused = walk.choice(page, walk.asked(Step.DRIVE)[4], 2)
    focused.focus()
    at, header = focused.bounding_box(), page.get_by_test_id("stHeader").bounding_box()
    assert at and header and header["y"] + header["height"] <= at["y"] <= 256 - at["height"]

    page.set_viewport_size({"width": 320, "height": 844})
    page.add_style_tag(content=SPACED)
    expect(page.locator(".groups")).to_have_class("groups short")
    are_in_one_row(scales(page, Step.DRIVE))


def test_in_forced_colours_the_chosen_point_and_the_line_are_seen(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.CAREFUL), forced_colors="active")
    walk.open_step(page, Step.DRIVE)
    chosen = walk.statement(page, "spark_moments").locator(".points label:has(input:checked)")
    other = walk.statement(page, "spark_moments").locator(".points label:not(:has(input:checked))").first

    expect(chosen).to_have_css("outline-style", "solid")
    assert chosen.locator(".dot").screenshot() != other.locator(".dot").screenshot()
