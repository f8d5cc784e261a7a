"""A team's insights as a row of sections, and the questions that they lead to."""

from collections.abc import Iterator

from components.charts.theme import Palette
from components.insights import beside_everyone, dimension_sections, distribution_sections, over_time, statement_sections
from components.insights.section import Part, dimensions, with_names
from components.session import resources
from data.instrument.instrument import Instrument
from data.profile import rules as versions
from data.totals import highlights
from data.totals.published import Ends, Insights, Published

QUESTIONS = "questions"


def sections_of(insights: Insights, whole: Published, *, colours: Palette) -> tuple[Part, ...]:
    """Every section that may be shown of the round, drawn in these colours. The statements, which are long, come after the questions."""
    rules = resources.instrument(whole.instrument)
    found = (
        *dimension_sections.parts(insights, whole, rules, colours),
        *over_time.parts(insights, rules, colours),
        *distribution_sections.parts(whole, rules, colours),
    )
    return (*found, _questions(insights, whole, rules), *statement_sections.parts(whole, rules, colours))


def _questions(insights: Insights, whole: Published, rules: Instrument) -> Part:
    words = resources.group_words().insights
    asked = tuple(_asked(insights, whole, rules)) or (words.question_none,)
    return Part(QUESTIONS, words.questions_title, words.questions_lead, lines=asked)


def _asked(insights: Insights, whole: Published, rules: Instrument) -> Iterator[str]:
    words, ends = resources.group_words().insights, insights.standing_out.ends or Ends()
    by_test = versions.of(rules).team_words is not None
    standing = (
        (words.question_high, ends.highest),
        (words.question_wide, beside_everyone.further(insights) if by_test else highlights.most_spread(whole)),
        (words.question_low, ends.lowest),
    )
    yield from (with_names(question, dimensions(rules, found)) for question, found in standing if found)
    if ends.lowest:
        yield words.question_try.format(action=highlights.first_action(rules, ends.lowest[0], whole.means[ends.lowest[0]]).text)
