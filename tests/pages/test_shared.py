"""What somebody chose to show: those parts and nothing else, until the link ends."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from components.session import resources, visit
from data.content.language import ENGLISH
from data.instrument.answers import Answers
from data.instrument.instrument import Instrument, load
from data.keys import new_key
from data.profile.profile import from_result
from data.record.record import Result
from data.record.viewer_link import Section
from data.sharing import viewer_link_store
from data.sharing.shared_profile import Compared, ComparedScore, copy_of
from tests.browser.visitor import people
from tests.invented import rk_1_1, worked_example
from tests.pages.across.test_every_screen import FINISHED, RK
from tests.pages.conftest import Somebody

WORDS = resources.wording().shared
AROUND = (WORDS.second_title, WORDS.take_title, resources.wording().taking.title)
# Without asking the visit, which would open the database of whoever runs the tests.
TODAY = datetime.now(UTC).date()
NEXT_YEAR = TODAY + timedelta(days=365)
THEM = replace(ENGLISH, of_others=True)
PROFILE = resources.wording(THEM).profile
BEFORE = Result(instrument="rk-1.0", taken_on=TODAY, answers=people.example_before())
RETAKEN = Result(instrument="rk-1.0", taken_on=TODAY + timedelta(days=90), answers=Answers(statements=worked_example.RETAKE))
LOW = rk_1_1.examples()[2]

COMPARED = Compared(people="50+", as_of=TODAY, scores=(ComparedScore(dimension="spark", low=45, high=75),))


def link(*sections: Section, result: Result = FINISHED.results[0], lasts: int | None = 7) -> str:
    """The key of a link that was made today by somebody with a record of their own."""
    owner = new_key()
    shown = copy_of(from_result(result), sections, until=viewer_link_store.last_day(TODAY, lasts), compared=COMPARED)
    return viewer_link_store.create(resources.store(), owner, shown, label="", today=TODAY, keep_until=NEXT_YEAR).key


def sections(drawn: AppTest) -> list[str]:
    """The parts that are shown, by their headings; what invites to go on has one as well."""
    return [header.value for header in drawn.header if header.value not in AROUND]


@pytest.mark.parametrize("key", [None, "no key", "A" * 22])
def test_a_link_that_opens_nothing_gets_one_calm_page(somebody: Somebody, key: str | None) -> None:
    cookies = {"rk_viewer": key} if key else {}

    drawn = somebody.opens("shared", **cookies)

    assert [title.value for title in drawn.title] == [WORDS.title]
    assert resources.error_words().rules.link_opens_nothing in [line.value for line in drawn.markdown]
    assert [drawn.error.len, len(sections(drawn))] == [0, 0]


@pytest.mark.parametrize("section", Section)
def test_a_link_shows_the_section_that_was_chosen_and_no_other(somebody: Somebody, section: Section) -> None:
    titles = {
        Section.SUMMARY: [],
        Section.DIMENSIONS: [PROFILE.shape_title],
        Section.MAP: [PROFILE.map_title],
        Section.WEEK: [PROFILE.week_title],
        Section.NEXT_STEPS: [PROFILE.steps_title],
        Section.COMPARISON: [resources.group_words().comparison.label],
    }

    drawn = somebody.opens("shared", rk_viewer=link(section))

    assert sections(drawn) == titles[section]
    assert [title.value for title in drawn.title] == ["Outlet outside" if section is Section.SUMMARY else WORDS.title]


def test_nothing_that_was_written_or_answered_is_shown_with_every_section(somebody: Somebody) -> None:
    drawn = somebody.opens("shared", rk_viewer=link(*Section))

    said = " ".join(element.value for element in (*drawn.markdown, *drawn.caption, *drawn.text, *drawn.info))
    assert not any(words in said for words in ("keeping bees", "selling honey", "Long winters", "sound of a hive"))
    assert "Your duties may have moved away" not in said
    assert PROFILE.steps_stage not in said
    assert PROFILE.steps_obstacles not in [subheader.value for subheader in drawn.subheader]
    assert RK.notes.goal not in [button.label for button in drawn.button]


@pytest.mark.parametrize("result", [FINISHED.results[0], BEFORE], ids=["rk-1.1", "rk-1.0"])
def test_a_shared_profile_is_about_them_and_never_about_you(somebody: Somebody, result: Result) -> None:
    """But for what was said to them, which is quoted. Seen to fail: with the words that its owner reads."""
    drawn = somebody.opens("shared", rk_viewer=link(*Section, result=result))

    headings = [heading.value for heading in (*drawn.title, *drawn.header, *drawn.subheader)]
    said = [element.value for element in (*drawn.markdown, *drawn.caption, *drawn.info)]
    before = said[: next(place for place, line in enumerate(said) if line == WORDS.second_lead)]
    rules = load(result.instrument)
    lines = [line for line in (*headings, *before) if line not in (rules.notes.adverse_use, *AROUND, *_footer(rules))]
    assert [line for line in lines if re.search(r"\byou", line, re.IGNORECASE) and not line.startswith("“")] == []
    assert {"Their eight dimensions", "Their job and their work", "Their week"} <= set(headings)


def _footer(rules: Instrument) -> tuple[str, ...]:
    """What stands at the foot of every screen."""
    return (rules.notes.footer, RK.notes.footer)


def test_a_shared_profile_says_who_may_not_use_it_and_until_when_it_opens(somebody: Somebody) -> None:
    drawn = somebody.opens("shared", rk_viewer=link(Section.WEEK))

    assert RK.notes.adverse_use in [caption.value for caption in drawn.caption]
    assert WORDS.until.format(day=f"{TODAY + timedelta(days=7):%-d %B %Y}") in drawn.info[0].value


def test_a_withdrawn_link_closes_the_open_page_at_its_next_action(somebody: Somebody) -> None:
    owner = new_key()
    shown = copy_of(from_result(FINISHED.results[0]), [Section.WEEK])
    out = viewer_link_store.create(resources.store(), owner, shown, label="", today=TODAY, keep_until=NEXT_YEAR)
    drawn = somebody.opens("shared", rk_viewer=out.key)
    before = len(sections(drawn))

    viewer_link_store.withdraw(resources.store(), owner, out.record.shares[0], keep_until=NEXT_YEAR)
    drawn.run()

    assert (before, len(sections(drawn))) == (1, 0)
    assert resources.error_words().rules.link_opens_nothing in [line.value for line in drawn.markdown]


def test_a_link_opens_until_its_last_day_has_ended_everywhere(somebody: Somebody, monkeypatch: pytest.MonkeyPatch) -> None:
    key = link(Section.WEEK, lasts=7)
    headers = []

    for hour in (11, 12):
        moment = datetime(TODAY.year, TODAY.month, TODAY.day, hour, tzinfo=UTC) + timedelta(days=8)
        monkeypatch.setattr(visit, "now", lambda moment=moment: moment)
        headers.append(len(sections(somebody.opens("shared", rk_viewer=key))))

    assert headers == [1, 0]


def test_two_links_are_laid_side_by_side_and_what_differs_for_sure_is_said(somebody: Somebody) -> None:
    keys = {"rk_viewer": link(Section.DIMENSIONS, result=BEFORE), "rk_viewer_2": link(Section.DIMENSIONS, result=RETAKEN)}

    drawn = somebody.opens("shared", **keys)

    said = " ".join(line.value for line in drawn.markdown)
    assert [title.value for title in drawn.title] == [WORDS.both_title]
    assert "Larger than the wobble of both together:" in said and "Alignment: 40 points higher in the second" in said
    assert "Momentum" not in said and "Spark" not in said


def test_two_links_that_are_alike_say_so_and_name_no_difference(somebody: Somebody) -> None:
    drawn = somebody.opens("shared", rk_viewer=link(Section.DIMENSIONS), rk_viewer_2=link(Section.DIMENSIONS))

    said = [line.value for line in drawn.markdown]
    assert any("No difference here is large enough to speak of." in line for line in said)
    assert not any("points" in line for line in said)


def test_two_links_without_a_score_have_nothing_to_lay_side_by_side(somebody: Somebody) -> None:
    drawn = somebody.opens("shared", rk_viewer=link(Section.SUMMARY), rk_viewer_2=link(Section.WEEK))

    assert WORDS.both_nothing in [line.value for line in drawn.markdown]


def test_a_second_link_that_has_ended_is_said_and_the_first_stays_open(somebody: Somebody) -> None:
    drawn = somebody.opens("shared", rk_viewer=link(Section.WEEK), rk_viewer_2=new_key())

    assert WORDS.second_gone in [info.value for info in drawn.info]
    assert sections(drawn) == [PROFILE.week_title]


@pytest.mark.parametrize("pasted", ["", "Kim", "https://elsewhere.example/open#", "AAAA", "A" * 300])
def test_what_is_no_link_of_ours_is_not_opened_beside_the_first(somebody: Somebody, pasted: str) -> None:
    drawn = somebody.opens("shared", rk_viewer=link(Section.WEEK))

    drawn.text_input(key="second_link_typed").input(pasted)
    next(button for button in drawn.button if button.label == WORDS.second_open).click().run()

    assert [warning.value for warning in drawn.warning] == [WORDS.second_not]


def test_neither_an_own_key_opens_the_shared_page_nor_a_viewer_key_a_profile(somebody: Somebody) -> None:
    somebody.holds(FINISHED)

    shared = somebody.opens("shared", rk_viewer=somebody.key)
    profile = Somebody(link(*Section), somebody.monkeypatch).opens("profile")

    assert (len(sections(shared)), resources.error_words().rules.link_opens_nothing in [line.value for line in shared.markdown]) == (
        0,
        True,
    )
    assert resources.wording().profile.none in [line.value for line in profile.markdown]


def test_a_heavy_result_is_shared_without_a_pattern_and_without_steps(somebody: Somebody) -> None:
    heavy = Result(instrument=RK.version, taken_on=TODAY, answers=Answers(statements=people.HEAVY))

    drawn = somebody.opens("shared", rk_viewer=link(*Section, result=heavy))

    assert PROFILE.title in [title.value for title in drawn.title]
    assert PROFILE.steps_title not in sections(drawn)
    assert RK.notes.care.text not in [info.value for info in drawn.info]


def test_a_copy_that_told_one_figure_among_few_tells_no_place_any_more(somebody: Somebody) -> None:
    """Made by a version that told places from 50 people on (docs/rk11.md 8)."""
    former = COMPARED.model_copy(update={"scores": (ComparedScore(dimension="spark", percentile=60, low=45, high=75),)})
    shown = copy_of(from_result(FINISHED.results[0]), [Section.COMPARISON], compared=former)
    key = viewer_link_store.create(resources.store(), new_key(), shown, label="", today=TODAY, keep_until=NEXT_YEAR).key

    drawn = somebody.opens("shared", rk_viewer=key)

    said = " ".join(line.value for line in drawn.markdown)
    assert "There were not enough people yet, so there is nobody to stand beside." in said
    assert "in 100 people" not in said


def test_two_links_of_rk_1_1_go_by_its_words_and_whole_numbers(somebody: Somebody) -> None:
    one, other = (Result(instrument="rk-1.1", taken_on=TODAY, answers=rk_1_1.sheet(sheet)) for sheet in (LOW, LOW["second"]))
    apart = somebody.opens("shared", rk_viewer=link(Section.DIMENSIONS, result=one), rk_viewer_2=link(Section.DIMENSIONS, result=other))
    alike = somebody.opens("shared", rk_viewer=link(Section.DIMENSIONS, result=one), rk_viewer_2=link(Section.DIMENSIONS, result=one))

    said = " ".join(line.value for line in apart.markdown)

    assert "Clearly apart:" in said and "Balance: 54 points higher in the second" in said
    assert said.count("points higher") == 1
    cells = [cell for table in apart.table for row in table.value.values.tolist() for cell in row]
    assert "+54" in cells and cells.count("too small to tell") == 7
    assert not any("." in cell for cell in cells)
    assert "No difference here is large enough to speak of." in " ".join(line.value for line in alike.markdown)


@pytest.mark.parametrize("older_first", [True, False])
def test_two_links_of_different_versions_are_drawn_apart_and_not_compared(somebody: Somebody, older_first: bool) -> None:
    newer = Result(instrument="rk-1.1", taken_on=TODAY, answers=rk_1_1.sheet(LOW))
    old, new = link(Section.DIMENSIONS, result=BEFORE), link(Section.DIMENSIONS, result=newer)
    first, second = (old, new) if older_first else (new, old)

    drawn = somebody.opens("shared", rk_viewer=first, rk_viewer_2=second)

    said, day = " ".join(line.value for line in drawn.markdown), resources.dates().day(BEFORE.taken_on)
    assert f"The result of {day} comes from older statements. It is shown as it was, and not compared with this one." in said
    assert "points" not in said and "Clearly apart" not in said
    versions = ["rk-1.0", "rk-1.1"] if older_first else ["rk-1.1", "rk-1.0"]
    assert sections(drawn) == [f"{which}: Statements {version}" for which, version in zip((WORDS.one, WORDS.other), versions, strict=True)]
    assert len(drawn.get("vega_lite_chart")) == 2
