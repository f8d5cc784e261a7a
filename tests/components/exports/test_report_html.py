from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.exports import report_html
from components.exports.report import Own, Report
from components.profile import profile_report
from data.sharing.shared_profile import copy_of
from tests.components.exports.file_readers import Page
from tests.invented.full_record import HOSTILE, SECTIONS, profile

REFERS = {"src", "href", "xlink:href", "data", "srcset", "poster", "background"}
LOADS = {"script", "link", "img", "iframe", "object", "embed", "audio", "video", "source", "use", "image", "base", "form"}


def of_words(words: str) -> Page:
    return Page(report_html.write(Report(words, (Own(words, words),))))


@pytest.mark.parametrize("words", [*HOSTILE, "x" * 5000])
def test_whatever_somebody_wrote_is_text_on_the_page(words: str) -> None:
    page = of_words(words)

    assert page.tags.isdisjoint(LOADS)
    assert [name for _, attributes in page.elements for name in attributes if name.startswith("on")] == []
    if words.isprintable():
        assert page.text.count(words) == 4


@given(st.text(max_size=400))
@settings(deadline=None)
def test_any_text_at_all_adds_no_element_to_the_page(words: str) -> None:
    assert of_words(words).elements == of_words("plain").elements


def test_the_page_of_a_whole_profile_refers_to_nothing_outside_itself() -> None:
    file = report_html.write(profile_report.of_profile(profile(HOSTILE[5]), words=True))
    page = Page(file)

    named = [value for _, attributes in page.elements for name, value in attributes.items() if name in REFERS]
    assert page.tags.isdisjoint(LOADS)
    assert named == []
    assert b"@import" not in file and b"url(http" not in file
    policies = [attributes.get("content") for tag, attributes in page.elements if tag == "meta"]
    assert "default-src 'none'; style-src 'unsafe-inline'" in policies


def test_charts_are_vectors_with_words_for_whoever_cannot_see_them() -> None:
    page = Page(report_html.write(profile_report.of_share(copy_of(profile(), SECTIONS))))

    charts = [attributes for tag, attributes in page.elements if tag == "svg"]
    assert [chart["role"] for chart in charts] == ["img", "img", "img"]
    assert all(len(chart["aria-label"] or "") > 40 for chart in charts)
    assert "Alignment" in page.text


def test_every_chart_has_its_numbers_as_a_table_with_heads() -> None:
    page = Page(report_html.write(profile_report.of_share(copy_of(profile(), SECTIONS))))

    scopes = [attributes.get("scope") for tag, attributes in page.elements if tag == "th"]
    assert [tag for tag, _ in page.elements].count("table") == 3
    assert scopes.count("row") == 8 + 2 + 4
    assert "81" in page.text and "68 to 95" in page.text


def test_no_two_things_on_the_page_share_a_name() -> None:
    page = Page(report_html.write(profile_report.of_share(copy_of(profile(), SECTIONS))))
    names = [attributes["id"] or "" for _, attributes in page.elements if "id" in attributes]

    assert sorted(names) == sorted(set(names))


def test_headings_go_down_one_step_at_a_time() -> None:
    page = Page(report_html.write(profile_report.of_profile(profile(), words=True)))
    levels = [int(tag[1]) for tag, _ in page.elements if tag in ("h1", "h2", "h3")]

    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
