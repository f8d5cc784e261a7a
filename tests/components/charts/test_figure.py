import altair as alt

from components.charts import theme
from components.charts.figure import Figure


def test_a_chart_is_put_together_only_for_whoever_shows_one_and_once_for_all_of_them() -> None:
    made: list[alt.LayerChart] = []

    def draw() -> alt.LayerChart:
        made.append(theme.themed([alt.Chart().mark_point()], 100, theme.print_palette()))
        return made[-1]

    figure = Figure(draw, "", "Areas", ("Area",), ())
    narrower = figure.without("Area")
    assert not made

    assert figure.chart is figure.chart
    assert len(made) == 1
    assert narrower.columns == ()
