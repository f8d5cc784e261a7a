from datetime import date

import pytest

from components.charts.figure import Figure
from components.exports.report import Bullets, Heading, Own, Paragraph, Report
from components.profile import profile_report
from data.profile.profile import from_result
from data.record.record import Result
from data.record.viewer_link import Section
from data.sharing.shared_profile import Compared, ComparedScore, copy_of
from tests.invented.full_record import SECTIONS, profile, result

COMPARED = Compared(people="50+", as_of=date(2026, 11, 22), scores=(ComparedScore(dimension="spark", low=45, high=75),))


def headings(of: Report) -> list[str]:
    return [block.text for block in of.blocks if isinstance(block, Heading)]


def said(of: Report) -> str:
    return "\n".join(block.text for block in of.blocks if isinstance(block, Paragraph))


def test_a_report_of_a_profile_holds_everything_that_its_owner_sees() -> None:
    whole = profile_report.of_profile(profile(), words=True)

    assert whole.title == "Outlet outside"
    assert headings(whole) == [
        "Your eight dimensions",
        "Your job and your work",
        "Your week",
        "Next steps",
        "In my own words",
        "What this is, and what it is not",
    ]
    assert "Strongest: Purpose, Outlets, Support." in said(whole)
    assert "Your duties may have moved away" in said(whole)
    assert len([block for block in whole.blocks if isinstance(block, Figure)]) == 3


def test_own_words_are_in_it_only_if_they_were_ticked() -> None:
    own = profile("A sentence of my own")

    assert [block for block in profile_report.of_profile(own, words=False).blocks if isinstance(block, Own)] == []
    assert {block.words for block in profile_report.of_profile(own, words=True).blocks if isinstance(block, Own)} == {
        "A sentence of my own"
    }


def test_a_report_of_a_share_tells_neither_words_nor_what_only_the_owner_is_told() -> None:
    shown = profile_report.of_share(copy_of(profile("A sentence of my own"), SECTIONS, compared=COMPARED))

    bullets = [item for block in shown.blocks if isinstance(block, Bullets) for item in block.items]
    assert "duties may have moved" not in said(shown)
    assert not any("life stage" in item or "Money worries" in item for item in bullets)
    assert not any(isinstance(block, Own) for block in shown.blocks)
    assert "Spark: between 45 and 75 in 100 people who used Rekindle scored lower." in bullets
    assert "As it was on 22 November 2026. 50+ people who used Rekindle and agreed to be counted." in said(shown)


@pytest.mark.parametrize(
    ("section", "heading"),
    [
        (Section.DIMENSIONS, "Your eight dimensions"),
        (Section.MAP, "Your job and your work"),
        (Section.WEEK, "Your week"),
        (Section.NEXT_STEPS, "Next steps"),
        (Section.COMPARISON, "Beside others"),
    ],
)
def test_a_share_of_one_section_is_a_report_of_that_section(section: Section, heading: str) -> None:
    shown = profile_report.of_share(copy_of(profile(), [section], compared=COMPARED))

    assert headings(shown) == [heading, "What this is, and what it is not"]
    assert shown.title == "Your profile"


def test_every_report_says_what_it_must_not_be_used_for() -> None:
    for shown in (profile_report.of_profile(profile(), words=False), profile_report.of_share(copy_of(profile(), [Section.MAP]))):
        assert "Must not be used for hiring" in said(shown)
        assert "not a diagnosis" in said(shown)


def test_a_result_without_answers_still_makes_a_report() -> None:
    empty = result(date(2026, 11, 22)).answers.model_copy(update={"statements": {}, "week": type(profile().answers.week)()})

    bare = profile_report.of_profile(from_result(Result(instrument="rk-1.0", taken_on=date(2026, 11, 22), answers=empty)), words=False)

    assert bare.title == "Not enough answers yet"
    assert not any(isinstance(block, Figure) for block in bare.blocks)
    assert "0 of 5 statements answered" in said(bare)
