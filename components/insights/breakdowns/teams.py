"""What insights of an umbrella say of its teams: the means of those that may be shown by themselves (docs/anonymity.md 3.3)."""

from collections.abc import Iterator, Mapping
from functools import partial

import pandas as pd

from components.charts.figure import NOTHING, Figure
from components.charts.of_groups import teams_chart
from components.insights.section import Part, Shown, alt_text
from components.screen import chart_words
from components.screen.published_words import people_words
from components.session import resources
from data.totals.published import Published

TEAMS = "teams"


def parts(of: Shown) -> Iterator[Part]:
    """Names stand in the chart and in a list; a table has their numbers."""
    words, told, rules = resources.group_words().umbrella, told_teams(of), of.rules
    draw = partial(teams_chart.build, _frame(of, told), colours=of.colours, cuts=chart_words.cuts(rules))
    numbered = (words.shown_column.format(number=place, people=people_words(team.n_band)) for place, team in told.items())
    columns = (resources.group_words().insights.dimension, words.shown_whole, *numbered)
    means = of.whole.means.items()
    rows = tuple((rules.names((id,)), str(mean.value), *(_value(team, id) for team in told.values())) for id, mean in means)
    figure = Figure(draw, alt_text(words.shown_title, [columns[1:], *rows]), words.shown_title, columns, rows)
    yield Part(TEAMS, words.shown_title, words.shown_lead, (figure,), caption=words.shown_caption, names=tuple(_numbered(told)))


def told_teams(of: Shown) -> dict[int, Published]:
    """The teams of which means are shown, by their places."""
    return {place: team for place, team in of.insights.teams.items() if team.means}


def _frame(of: Shown, told: Mapping[int, Published]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"name": of.rules.names((id,)), "team": named, "mean": mean.value, "whole": whole.value}
            for id, whole in of.whole.means.items()
            for named, team in zip(_numbered(told), told.values(), strict=True)
            if (mean := team.means.get(id))
        ]
    )


def _numbered(told: Mapping[int, Published]) -> Iterator[str]:
    yield from (f"{place}. {team.label}" for place, team in told.items())


def _value(team: Published, id: str) -> str:
    return str(team.means[id].value) if id in team.means else NOTHING
