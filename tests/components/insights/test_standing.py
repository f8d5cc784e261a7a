"""What stands out of a round, in boxes above everything else: only what may be named, each with the figure behind it."""

from collections.abc import Mapping

from components.charts import theme
from components.insights import all_sections
from components.insights.section import Part
from components.session import resources
from data.instrument.instrument import load
from data.instrument.scoring_rules import Level
from data.totals.published import Alike, Ends, Insights, Mean, Percentage, Published, StandingOut
from tests.invented.records import TODAY

WORDS, RK = resources.group_words().insights, load("rk-1.1")
MEANS = {"growth": Mean(75, 65, 85), "spark": Mean(60, 50, 70), "purpose": Mean(60, 50, 70), "balance": Mean(40, 30, 50)}
WHOLE = Published("team", "20-49", RK.version, MEANS)
NAMED = StandingOut(alike={"spark": Alike.FURTHER, "growth": Alike.CLOSER}, ends=Ends(("growth",), ("balance",)))


def parts(out: StandingOut, whole: Published = WHOLE, everyone: Mapping[str, int] | None = None) -> dict[str, Part]:
    insights = Insights("North", TODAY, whole, standing_out=out, everyone=everyone or {})
    return {part.key: part for part in all_sections.sections_of(insights, whole, colours=theme.print_palette())}


def test_three_boxes_name_the_highest_the_lowest_and_where_people_lie_furthest_apart() -> None:
    """Seen to fail: with the areas on which people are closer together."""
    boxes = parts(NAMED)["means"].boxes

    assert [box.said for box in boxes] == ["Highest: Growth", "Lowest: Balance", "Furthest apart: Spark"]
    assert [box.figure for box in boxes] == ["Average: 75 (65 to 85)", "Average: 40 (30 to 50)", WORDS.box_tested]


def test_what_may_not_be_named_has_no_box_and_the_sentence_says_why() -> None:
    small = parts(StandingOut(ends=None))["means"]
    close = parts(StandingOut(ends=Ends()))["means"]

    assert (small.boxes, close.boxes) == ((), ())
    assert (small.lead, close.lead) == ("With fewer than 20 people no area is named as the highest or the lowest.", WORDS.means_alike)


def test_the_means_go_from_the_highest_down_and_those_alike_keep_the_order_of_the_page() -> None:
    (figure,) = parts(NAMED)["means"].figures

    assert [row[0] for row in figure.rows] == ["Growth", "Spark", "Purpose", "Balance"]
    assert [row["name"] for rows in figure.chart.to_dict()["datasets"].values() for row in rows if "mean" in row] == [
        row[0] for row in figure.rows
    ]


def test_everyones_middle_is_a_mark_of_its_own_and_a_column_where_everyone_may_be_shown() -> None:
    alone, beside = (parts(NAMED, everyone=everyone)["means"] for everyone in ({}, {"growth": 58, "balance": 54}))

    assert [part.figures[0].columns[-1] for part in (alone, beside)] == [WORDS.interval, WORDS.everyone_middle]
    assert [row[-1] for row in beside.figures[0].rows] == ["58", "–", "–", "54"]
    assert [WORDS.means_everyone in part.caption for part in (alone, beside)] == [False, True]
    layers = [len(part.figures[0].chart.to_dict(validate=True)["layer"]) for part in (alone, beside)]
    assert layers[1] == layers[0] + 1


def test_there_are_three_questions_whatever_stands_out() -> None:
    none = parts(StandingOut(ends=None))["questions"].lines
    two = parts(StandingOut(ends=Ends(("growth",), ("balance",))))["questions"].lines
    three = parts(NAMED)["questions"].lines

    assert none == (WORDS.question_none, *WORDS.question_any)
    assert two[2] == WORDS.question_any[0]
    tried = WORDS.question_try.partition("{")[0]
    assert [len([line for line in lines if not line.startswith(tried)]) for lines in (none, two, three)] == [3, 3, 3]
    assert [lines[-1].startswith(tried) for lines in (none, two, three)] == [False, True, True]


def test_by_the_old_rules_people_are_furthest_apart_where_many_are_high_and_many_low() -> None:
    levels = {Level.LOW: Percentage(40), Level.HIGH: Percentage(40)}
    old = Published("team", "20-49", load("rk-1.0").version, MEANS, levels={"growth": levels})

    assert [(box.said, box.figure) for box in parts(StandingOut(ends=Ends()), old)["means"].boxes] == [
        ("Furthest apart: Growth", WORDS.box_spread)
    ]
