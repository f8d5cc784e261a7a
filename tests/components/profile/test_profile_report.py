import re
from datetime import date
from typing import Any

import pytest

from components.charts.figure import Figure
from components.exports.report import Block, Bullets, Heading, Own, Paragraph, Report
from components.profile import profile_report
from data.instrument.instrument import load
from data.profile.profile import from_result
from data.record.record import Result
from data.record.viewer_link import Section
from data.sharing.shared_profile import Compared, ComparedScore, copy_of
from tests.invented import rk_1_1
from tests.invented.full_record import SECTIONS, profile, result

SECOND = rk_1_1.examples()[2]["second"]
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
        (Section.DIMENSIONS, "Their eight dimensions"),
        (Section.MAP, "Their job and their work"),
        (Section.WEEK, "Their week"),
        (Section.NEXT_STEPS, "Next steps"),
        (Section.COMPARISON, "Beside others"),
    ],
)
def test_a_share_of_one_section_is_a_report_of_that_section(section: Section, heading: str) -> None:
    shown = profile_report.of_share(copy_of(profile(), [section], compared=COMPARED))

    assert headings(shown) == [heading, "What this is, and what it is not"]
    assert shown.title == "Their profile"


def test_every_report_says_what_it_must_not_be_used_for() -> None:
    for shown in (profile_report.of_profile(profile(), words=False), profile_report.of_share(copy_of(profile(), [Section.MAP]))):
        assert "Must not be used for hiring" in said(shown)
        assert "not a diagnosis" in said(shown)


@pytest.mark.parametrize("example", [*rk_1_1.examples(), SECOND], ids=["plain", "steady", "heavy", "between"])
def test_a_report_of_a_share_is_about_them_in_every_line_table_and_chart(example: dict[str, Any]) -> None:
    """But for what was said to them, which is quoted, and what whoever reads it must not do. Seen to fail: with the words to its owner."""
    shown = profile_report.of_share(copy_of(rk_1_1.profile(example), SECTIONS, compared=COMPARED))
    adverse_use = load("rk-1.1").notes.adverse_use

    lines = [line for block in shown.blocks for line in _parts(block) if line not in (adverse_use, "If you are struggling")]

    assert [line for line in lines if re.search(r"\byou", line, re.IGNORECASE) and not line.startswith("“")] == []
    assert any("their" in line for line in lines)


def _parts(block: Block) -> list[str]:
    match block:
        case Figure():
            return [block.alt_text, block.title, *block.columns, *(cell for row in block.rows for cell in row)]
        case Bullets(title, items):
            return [title, *items]
        case Heading(text) | Paragraph(text):
            return [text]
    return []


def test_a_result_without_answers_still_makes_a_report() -> None:
    empty = result(date(2026, 11, 22)).answers.model_copy(update={"statements": {}, "week": type(profile().answers.week)()})

    bare = profile_report.of_profile(from_result(Result(instrument="rk-1.0", taken_on=date(2026, 11, 22), answers=empty)), words=False)

    assert bare.title == "Not enough answers yet"
    assert not any(isinstance(block, Figure) for block in bare.blocks)
    assert "0 of 5 statements answered" in said(bare)


MEASURED = rk_1_1.invented_norms().model_copy(update={"people": 240, "day": date(2026, 11, 20)})


def test_a_report_of_rk_1_1_says_what_the_screen_says_from_a_copy_as_from_the_owner() -> None:
    own = rk_1_1.profile(SECOND, MEASURED)

    reports = (profile_report.of_profile(own, words=False), profile_report.of_share(copy_of(own, SECTIONS)))
    for shown, whose, whom in zip(reports, ("Your", "Their"), ("you", "them"), strict=True):
        assert shown.title == "Between “Steady” and “Outlet outside”"
        for words in (
            f"{whose} answers lie near the line between these two.",
            f"Steady: No one pattern sums up {whose.lower()} answers.",
            f"Outlet outside: Much of what matters to {whom} lives outside the job.",
            "Outlet outside: The rule: alignment below 50 and outlets 63 or more.",
            "Could use attention: Momentum.",
            "Momentum: close to low. Growth: close to middle. Balance: close to high.",
            "The bands rest on the answers of 240 people, as counted on 20 November 2026. Statements and figures: rk-1.1 / norms-1.",
            "Overall: 54 (give or take 5), from 8 dimensions.",
            "Between “At home in the job and beyond” and “Outside the job”.",
        ):
            assert words in said(shown)
        assert "Strongest" not in said(shown) and "wobble" not in said(shown)


def test_the_tables_of_a_report_of_rk_1_1_hold_whole_numbers_and_its_own_names_of_bands() -> None:
    shown = profile_report.of_profile(rk_1_1.profile(SECOND, MEASURED), words=False)
    dimensions = next(block for block in shown.blocks if isinstance(block, Figure))

    assert dimensions.columns == ("Dimension", "Score", "Level", "Likely range (80 %)", "Wider range (95 %)")
    assert next(row for row in dimensions.rows if row[0] == "Momentum") == (
        "Momentum",
        "42",
        "Middle, close to low",
        "29 to 56",
        "23 to 61",
    )
    assert [cell for block in shown.blocks if isinstance(block, Figure) for row in block.rows for cell in row if "." in cell] == []


def test_a_step_close_to_a_line_offers_the_neighbouring_actions_in_a_report_too() -> None:
    shown = profile_report.of_share(copy_of(rk_1_1.profile(SECOND, MEASURED), [Section.NEXT_STEPS]))
    rules = load("rk-1.1")

    steps = {block.title: block.items for block in shown.blocks if isinstance(block, Bullets)}

    assert steps["Momentum: Middle, close to low"] == tuple(f"“{rules.action(f'momentum.mid.{number}').text}”" for number in (1, 2))
    assert steps["Their score is close to the next level, so these may fit too:"] == (
        tuple(f"“{rules.action(f'momentum.low.{number}').text}”" for number in (1, 2))
    )


def test_where_things_look_heavy_a_report_of_rk_1_1_names_no_pattern_and_nothing_that_stands_out() -> None:
    shown = profile_report.of_profile(rk_1_1.profile(rk_1_1.examples()[2]), words=False)

    assert shown.title == "Your profile"
    assert not any(title in said(shown) for title in ("Parked", "Drifting"))
    assert "Higher than the rest" not in said(shown)
