"""One list: whatever joins it, or changes its place in it, does so on every screen and in every file."""

from collections.abc import Iterable
from datetime import date

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components.charts.figure import Figure
from components.charts.theme import print_palette
from components.exports.report import Block, Heading
from components.profile import all_sections, profile_report
from components.profile.section import ProfileSection, View
from components.session import resources
from data.record.viewer_link import Section
from data.sharing.shared_profile import Compared, ComparedScore, copy_of
from tests.invented.full_record import profile
from tests.pages.conftest import PATIENCE, Request

COMPARED = Compared(people="50+", as_of=date(2026, 11, 22), scores=(ComparedScore(dimension="spark", low=45, high=75),))
WHOLE = copy_of(profile(), tuple(Section), compared=COMPARED)


@pytest.fixture(autouse=True)
def _browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "context", Request())


def shared_view() -> None:
    from components.sharing import shared_view
    from tests.components.profile.test_all_sections import WHOLE

    shared_view.show(WHOLE)


def choice() -> None:
    from components.sharing import make_link
    from tests.invented.full_record import profile

    make_link.ask(profile())


def headers() -> list[str]:
    return [header.value for header in AppTest.from_function(shared_view, default_timeout=PATIENCE).run().header]


def headings() -> list[str]:
    """Without the last, which says what a report must not be used for."""
    return [block.text for block in profile_report.of_share(WHOLE).blocks if isinstance(block, Heading)][:-1]


def choices() -> list[str]:
    return [box.label for box in AppTest.from_function(choice, default_timeout=PATIENCE).run().checkbox]


def labels(parts: Iterable[Section]) -> list[str]:
    return [resources.wording().sharing.sections[part] for part in parts]


def test_everything_that_can_be_shared_is_one_section_with_a_label() -> None:
    assert sorted(all_sections.shareable()) == sorted(Section)
    assert set(resources.wording().sharing.sections) == set(Section)


def test_every_section_that_can_be_shared_is_there_in_a_full_copy_and_says_something_in_a_report() -> None:
    silent = [section for section in all_sections.SECTIONS if section.share_as and not list(section.blocks(View(WHOLE)))]

    assert all_sections.there(WHOLE) == all_sections.shareable()
    assert silent == []


def test_screen_and_report_tell_the_sections_in_the_same_order() -> None:
    assert headers() == headings()
    assert len(headers()) == len(Section) - 1


def test_what_to_share_is_chosen_in_the_order_in_which_it_is_shown() -> None:
    """Nobody is counted here, so there is nothing of others to stand beside."""
    assert choices() == labels(part for part in all_sections.shareable() if part is not Section.COMPARISON)


def test_what_joins_the_list_or_moves_in_it_does_so_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    def draw(_: View) -> None:
        st.header("Invented")

    def blocks(_: View) -> Iterable[Block]:
        return (Heading("Invented"),)

    former, chosen = headings(), choices()
    monkeypatch.setattr(all_sections, "SECTIONS", (*reversed(all_sections.SECTIONS), ProfileSection(draw, blocks)))

    assert headings() == [*reversed(former), "Invented"]
    assert headers() == headings()
    assert choices() == [*reversed(chosen)]


def test_a_report_draws_the_very_figures_that_screens_draw() -> None:
    """Their numbers as tables may have fewer columns where there is less room."""
    drawn = AppTest.from_function(shared_view, default_timeout=PATIENCE).run()
    on_screen = [chart.proto.alt for chart in drawn.get("vega_lite_chart")]

    figures = [block for block in profile_report.of_share(WHOLE).blocks if isinstance(block, Figure)]

    assert [figure.alt_text for figure in figures] == on_screen
    assert len(figures) == len(all_sections.drawn(WHOLE)) == 3


def test_a_card_has_room_for_the_first_chart_alone() -> None:
    week = copy_of(profile(), [Section.SUMMARY, Section.WEEK])
    first, other = all_sections.figure(WHOLE, print_palette()), all_sections.figure(week, print_palette())

    assert first and first.title == resources.wording().profile.shape_title
    assert other and other.title == resources.wording().profile.week_title
    assert all_sections.figure(copy_of(profile(), [Section.SUMMARY, Section.NEXT_STEPS]), print_palette()) is None
