"""The row of each area on the screen: its mean, its levels and how alike people are, the same as files say them apart."""

from collections.abc import Mapping
from dataclasses import replace

from components.charts import theme
from components.charts.drawing import Drawing
from components.insights import all_sections
from components.insights.breakdowns import area_by_area
from components.insights.section import Part, View
from components.insights.slides import findings
from components.session import resources
from data.instrument.instrument import load
from data.instrument.scoring_rules import Level
from data.totals.published import Agreement, Alike, Insights, Mean, Percentage, Published, StandingOut
from tests.invented.records import TODAY

WORDS = resources.group_words().insights
ENDS = {Level.LOW: Percentage(20), Level.HIGH: Percentage(40)}
MEANS = {"spark": Mean(55), "growth": Mean(75), "balance": Mean(40)}
ALIKE = {"growth": Alike.CLOSER, "balance": Alike.FURTHER, "spark": Alike.LIKE_EVERYONE}


def whole_of(version: str) -> Published:
    return Published("team", "20-49", load(version).version, MEANS, levels=dict.fromkeys(MEANS, ENDS))


def row_by_row(whole: Published, alike: Mapping[str, Alike]) -> tuple[Part, Drawing]:
    insights = Insights("North", TODAY, whole, standing_out=StandingOut(alike=alike))
    (part,) = area_by_area.parts(all_sections.shown(insights, whole, colours=theme.print_palette()))
    (figure,) = part.figures
    assert figure.drawing
    return part, figure.drawing


def test_a_row_holds_the_mean_the_levels_and_how_alike_people_are_from_the_highest_mean_down() -> None:
    """Seen to fail: in the order of the instrument."""
    part, drawing = row_by_row(whole_of("rk-1.1"), ALIKE)

    assert [(row.before, row.name, row.after) for row in drawing.rows] == [
        ("75", "Growth", "closer together"),
        ("55", "Spark", "about as far apart"),
        ("40", "Balance", "further apart"),
    ]
    assert [[mark.said for mark in row.marks if mark] for row in drawing.rows] == [["20 %", "40 %"]] * 3
    assert drawing.names == ("Low", "Middle: not told", "High")
    assert [drawing.is_untold(place) for place in range(3)] == [False, True, False]
    assert (drawing.before, drawing.after) == (WORDS.mean, WORDS.alike_column)
    assert WORDS.alike_caption in part.caption


def test_the_old_rules_say_how_alike_views_are_by_themselves() -> None:
    whole = replace(whole_of("rk-1.0"), agreement={"growth": Agreement.ALIKE, "balance": Agreement.WIDE})
    _, drawing = row_by_row(whole, {})

    assert [row.after for row in drawing.rows] == ["alike", "", "differ widely"]
    assert drawing.after == WORDS.agreement_column


def test_where_nothing_is_told_of_how_alike_people_are_there_is_no_such_column() -> None:
    part, drawing = row_by_row(whole_of("rk-1.1"), {})

    assert (drawing.after, {row.after for row in drawing.rows}) == ("", {""})
    assert part.caption == " ".join((WORDS.levels_caption, WORDS.levels_untold, WORDS.levels_untold_why))


def test_files_and_slides_have_each_of_it_by_itself_and_a_screen_draws_it_once() -> None:
    """Seen to fail: with the key of the levels, which then were on two slides."""
    whole = whole_of("rk-1.1")
    insights = Insights("North", TODAY, whole, standing_out=StandingOut(alike=ALIKE))
    of = all_sections.shown(insights, whole, colours=theme.print_palette())

    in_files = [part.key for part in all_sections.sections_of(insights, whole, colours=of.colours)]
    on_screen = [part.key for section in all_sections.in_view(View.AREAS, of) for part in section.parts(of)]
    assert [in_files.count(key) for key in ("levels", "alike")] == [1, 1]
    assert (on_screen.count("area_by_area"), "levels" in on_screen, "alike" in on_screen) == (1, False, False)
    titles = [slide.title for slide in findings.of(of).slides]
    assert len(titles) == len(set(titles))
