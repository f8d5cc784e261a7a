"""What machines and their people's settings make of a screen: forced colours, a dark room, paper, a blocked font, spaced text."""

from collections.abc import Callable
from io import BytesIO

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from data.instrument.answers import Step
from tests.browser.visitor import walk
from tests.browser.visitor.people import Person
from tests.browser.visitor.visits import Visits

KeyOf = Callable[[Person], str]

# The browser's own word for what a test keeps from coming.
BLOCKED = "ERR_FAILED"
# What one's own style may set without loss (WCAG 2.2, 1.4.12).
SPACED = "* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important }"
# A chart has shared out its room by the letters as they were, so that wider ones would be cut or lie across each other.
WIDTHS = "charts => charts.map(chart => [...chart.querySelectorAll('text')].map(text => [text.textContent, text.getComputedTextLength()]))"
# The accent of charts in the dark theme (.streamlit/config.toml), and what it becomes on paper.
DARK, ON_PAPER = "#F0A261", "rgb(168, 72, 15)"
DRAWN_IN = f"""() => [...document.querySelectorAll('[role=graphics-document] *')].flatMap(mark => ['fill', 'stroke']
  .filter(kind => mark.getAttribute(kind) === '{DARK}').map(kind => getComputedStyle(mark)[kind]))"""


def on_profile(page: Page) -> Page:
    page.goto("/profile")
    walk.on_profile(page)
    return page


def test_what_is_chosen_can_be_seen_in_forced_colours(visit: Visits, key_of: KeyOf) -> None:
    """By pixels: life stage, portraits, beside whom to stand, obstacles and consent.

    Seen to fail: without page.css.
    """
    page = visit.page(key_of(Person.CAREFUL), forced_colors="active")
    walk.open_step(page, Step.LIFE_STAGE)
    radios = filled(page.get_by_role("radiogroup", name=walk.RK.life_stage[0].text), RADIO)
    walk.open_step(page, Step.JOB_AND_WORK)
    radios += filled(page.get_by_role("radiogroup", name=walk.RK.portraits[0].text), RADIO)
    again = on_profile(visit.page(key_of(Person.RETAKEN), forced_colors="active"))
    beside = filled(again.get_by_role("radiogroup", name="Show", exact=True), RADIO)
    assert [is_chosen for _, is_chosen in beside] == [True, False]
    walk.open_step(page, Step.BALANCE)
    boxes = filled(page.get_by_role("group", name="Tick"), BOX)
    back = visit.page(key_of(Person.FINISHED), forced_colors="active")
    back.goto("/")
    walk.on(back, "Where are you with your work?")
    boxes += filled(back.get_by_test_id("stForm"), BOX)

    assert all(is_filled == is_chosen for is_filled, is_chosen in radios + beside + boxes)
    assert {is_chosen for _, is_chosen in radios} == {is_chosen for _, is_chosen in boxes} == {True, False}


# What Streamlit draws for an answer, and of it the mark beside its words.
RADIO = ("stRadioOption", "> div > div")
BOX = ("stCheckbox", "label > span + div")


def filled(group: Locator, drawn: tuple[str, str]) -> list[tuple[bool, bool]]:
    """Of each answer of a group, whether its mark is filled with what stands out from the page, and whether it is chosen."""
    answers = group.get_by_test_id(drawn[0])
    expect(answers.first).to_be_visible()
    walk.settled(group.page)
    return [(ink(one.locator(drawn[1]).first.screenshot()) > HALF, one.locator("input").is_checked()) for one in answers.all()]


# A ring or a frame alone is less of its mark.
HALF = 0.5


def ink(picture: bytes) -> float:
    """How much of it stands out from white by 3:1 or more, which is what a graphical object needs (WCAG 2.2, 1.4.11)."""
    parts = Image.open(BytesIO(picture)).convert("RGB").tobytes()
    pixels = list(zip(parts[::3], parts[1::3], parts[2::3], strict=True))
    return sum(1.05 / (luminance(*pixel) + 0.05) >= 3 for pixel in pixels) / len(pixels)


def luminance(*pixel: int) -> float:
    parts = [part / 255 for part in pixel]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# What opens a keyboard; a phone zooms into nothing else.
TYPED_INTO = "textarea, input:not([type=radio], [type=checkbox], [type=range], [type=file])"


def test_no_box_is_so_small_that_a_phone_zooms_into_it(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.CAREFUL))
    sizes: list[float] = []
    for path in (Step.REFLECT, "team"):
        page.goto(f"/{path}")
        expect(page.get_by_role("textbox").first).to_be_visible()
        sizes += page.locator(TYPED_INTO).evaluate_all("boxes => boxes.map(box => parseFloat(getComputedStyle(box).fontSize))")

    assert min(sizes) >= 16


def test_a_chart_follows_its_device_into_the_dark_and_onto_paper(visit: Visits, key_of: KeyOf) -> None:
    page = on_profile(visit.page(key_of(Person.FINISHED)))
    expect(walk.charts(page).first).to_be_visible()

    page.emulate_media(color_scheme="dark")
    # Some marks are filled with it, others drawn in it; a line has no height to be seen by.
    expect(page.locator(f'[role=graphics-document] :is([fill="{DARK}"], [stroke="{DARK}"])')).not_to_have_count(0)
    page.emulate_media(color_scheme="dark", media="print")

    assert set(page.evaluate(DRAWN_IN)) == {ON_PAPER}
    assert page.get_by_test_id("stApp").evaluate("app => getComputedStyle(app).backgroundColor") == "rgba(0, 0, 0, 0)"
    assert page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") == "rgb(255, 255, 255)"
    # Boxes and radios are drawn by the browser, which goes by this alone.
    assert page.locator("html").evaluate("page => getComputedStyle(page).colorScheme") == "light"
    assert page.get_by_role("heading", level=1).evaluate("words => getComputedStyle(words).color") == "rgb(21, 18, 15)"


def test_whoever_prints_before_the_charts_have_come_gets_no_grey_bars(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.FINISHED))
    page.route("**/*Vega*", lambda _: None)
    on_profile(page)
    expect(page.get_by_test_id("stSkeleton").first).to_be_visible()

    page.emulate_media(media="print")

    expect(page.get_by_test_id("stSkeleton").filter(visible=True)).to_have_count(0)


def test_an_icon_without_its_font_is_not_written_across_words(visit: Visits, key_of: KeyOf) -> None:
    visit.expected.append(BLOCKED)
    page = visit.page(key_of(Person.FINISHED))
    page.route("**/*MaterialSymbols*", lambda route: route.abort())
    on_profile(page)

    expect(page.get_by_test_id("stIconMaterial").first).to_be_attached()
    expect(page.get_by_test_id("stIconMaterial").filter(visible=True)).to_have_count(0)


def test_words_of_a_chart_keep_their_room_where_somebody_spaces_them_wider(visit: Visits, key_of: KeyOf) -> None:
    """Seen to fail: without the rule of page.css for letters of charts."""
    page = on_profile(visit.page(key_of(Person.FINISHED)))
    expect(walk.charts(page).first).to_be_visible()
    walk.settled(page)
    charts = page.locator("[role=graphics-document] svg")
    before = charts.evaluate_all(WIDTHS)

    page.add_style_tag(content=SPACED)

    assert page.get_by_role("heading", level=1).evaluate("words => getComputedStyle(words).letterSpacing") != "normal"
    assert charts.evaluate_all(WIDTHS) == before != []
