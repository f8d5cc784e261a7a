"""The sections of a team's insights in their order: the one list that the four views, the slides and the files walk through."""

from operator import attrgetter

from components.charts.theme import Palette
from components.insights import (
    agreements,
    beside_everyone,
    dimension_sections,
    distribution_sections,
    over_time,
    questions,
    statement_sections,
)
from components.insights.breakdowns import area_by_area, teams
from components.insights.section import InsightsSection, Part, Shown, View
from components.session import resources
from data.totals.published import Insights, Published

SECTIONS: tuple[InsightsSection, ...] = (
    # With nearly every statement left open, even a large round may have no score.
    InsightsSection(View.HEADLINE, dimension_sections.means, attrgetter("whole.means")),
    InsightsSection(View.HEADLINE, questions.parts, column=1),
    InsightsSection(View.HEADLINE, agreements.agreed, attrgetter("insights.agreements.agreed"), column=1),
    InsightsSection(View.AREAS, area_by_area.parts, attrgetter("whole.levels"), repeats=True),
    InsightsSection(None, dimension_sections.levels, attrgetter("whole.levels")),
    InsightsSection(None, distribution_sections.agreement, attrgetter("whole.agreement")),
    InsightsSection(View.AREAS, teams.parts, teams.told_teams, column=1),
    InsightsSection(View.AREAS, over_time.parts, over_time.is_there, column=1),
    InsightsSection(View.AREAS, agreements.happened, attrgetter("insights.agreements.happened")),
    InsightsSection(View.AREAS, beside_everyone.differences, beside_everyone.differs, column=1),
    InsightsSection(None, beside_everyone.alike, beside_everyone.is_alike),
    InsightsSection(
        View.AREAS,
        dimension_sections.stages,
        dimension_sections.told_stages,
        fold=attrgetter("stages_title"),
    ),
    InsightsSection(View.JOB_AND_WEEK, distribution_sections.obstacles, attrgetter("whole.obstacles")),
    InsightsSection(View.JOB_AND_WEEK, distribution_sections.job_and_work, attrgetter("whole.quadrants"), column=1),
    # The chart draws both, now and wished for, or nothing.
    InsightsSection(View.JOB_AND_WEEK, distribution_sections.week, lambda of: len(of.whole.week) == 2, column=2),
    InsightsSection(
        View.JOB_AND_WEEK,
        distribution_sections.orientations,
        attrgetter("whole.orientations"),
        fold=attrgetter("orientation_title"),
    ),
    InsightsSection(View.JOB_AND_WEEK, distribution_sections.patterns, attrgetter("whole.patterns"), fold=attrgetter("patterns_title")),
    InsightsSection(View.STATEMENTS, statement_sections.most, attrgetter("whole.statements"), repeats=True),
    InsightsSection(View.STATEMENTS, statement_sections.least, attrgetter("whole.statements"), column=1, repeats=True),
    InsightsSection(View.STATEMENTS, statement_sections.parts, attrgetter("whole.statements"), of_area=statement_sections.of_area),
)


def shown(insights: Insights, whole: Published, *, colours: Palette) -> Shown:
    return Shown(insights, whole, resources.instrument(whole.instrument), colours)


def sections_of(insights: Insights, whole: Published, *, colours: Palette) -> tuple[Part, ...]:
    """Every part that may be shown of the round, each figure once, drawn in these colours."""
    of = shown(insights, whole, colours=colours)
    return tuple(part for section in SECTIONS if not section.repeats and section.is_there(of) for part in section.parts(of))


def views(of: Shown) -> list[View]:
    """The views that have something to show."""
    there = {section.view for section in SECTIONS if section.is_there(of)}
    return [view for view in View if view in there]


def in_view(view: View, of: Shown) -> list[InsightsSection]:
    """The sections of a view that have something to show."""
    return [section for section in SECTIONS if section.view is view and section.is_there(of)]
