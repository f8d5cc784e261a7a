from components.charts import theme
from components.charts.of_groups import percentages_chart
from components.charts.of_groups.percentages_chart import Row
from data.totals.published import Bound, Percentage

LONG = "My job takes so much energy that little is left for the rest of life. (reversed)"
KINDS = ("low", "middle", "high")


def test_a_share_of_which_only_the_end_is_known_is_drawn_pale_and_marked() -> None:
    rows = [Row("a", (Percentage(10, Bound.AT_MOST),)), Row("b", (Percentage(90, Bound.AT_LEAST),)), Row("c", (Percentage(30),))]

    drawn = percentages_chart.bars(rows, colours=theme.print_palette()).to_dict()["datasets"].values()

    (opacity,) = [[bar["opacity"] for bar in bars] for bars in drawn if "opacity" in bars[0]]
    assert opacity[0] < opacity[1] == opacity[2] == 1
    assert [[end["right_text"] for end in ends] for ends in drawn if "right_text" in ends[0]] == [["≤ 10 %", "≥ 90 %", "30 %"]]


def test_both_ends_of_a_whole_begin_at_its_ends_and_never_overlap() -> None:
    rows = [Row("a", (Percentage(30, Bound.AT_MOST), Percentage(40))), Row("b", (Percentage(60), Percentage(60)))]

    drawn = percentages_chart.from_both_ends(rows, ("low", "high"), colours=theme.print_palette()).to_dict()["datasets"].values()

    (lengths,) = [[(bar["name"], bar["low"], bar["high"]) for bar in bars] for bars in drawn if "kind" in bars[0]]
    assert lengths == [("a", 0, 30), ("a", 60, 100), ("b", 0, 50), ("b", 50, 100)]
    assert [[(end["left_text"], end["right_text"]) for end in ends] for ends in drawn if "left_text" in ends[0]] == [
        [("≤ 30 %", "40 %"), ("60 %", "60 %")]
    ]


def test_a_long_name_ends_just_above_its_bar_however_many_lines_it_has() -> None:
    rows = [Row("short", (Percentage(20), Percentage(20), Percentage(60))), Row(LONG, (Percentage(20), Percentage(20), Percentage(60)))]

    chart = percentages_chart.diverging(rows, KINDS, colours=theme.print_palette()).to_dict()

    lines = [layer for layer in chart["layer"] if layer["encoding"].get("text", {}).get("field") == "line"]
    last, first = [[row["line"] for row in chart["datasets"][layer["data"]["name"]]] for layer in lines]
    assert " ".join([first[0], last[1]]) == LONG
    assert last[0] == "short"


def test_colours_are_one_hue_and_two_greys() -> None:
    colours = theme.print_palette()

    chart = percentages_chart.diverging([Row("a", (Percentage(20), Percentage(20), Percentage(60)))], KINDS, colours=colours).to_dict()

    low, middle, high = next(layer["encoding"]["color"]["scale"]["range"] for layer in chart["layer"] if "color" in layer["encoding"])
    assert (low, high) == (colours.soft, colours.accent)
    assert middle not in (low, high)
