"""The questions for a conversation that a team's totals lead to."""

from collections.abc import Iterator

from components.insights import beside_everyone
from components.insights.section import Part, Shown, dimensions, with_names
from components.session import resources
from data.profile import rules as versions
from data.totals import highlights
from data.totals.published import Ends

QUESTIONS = "questions"


def parts(of: Shown) -> Iterator[Part]:
    """The section, whatever the size of the round."""
    words = resources.group_words().insights
    yield Part(QUESTIONS, words.questions_title, words.questions_lead, lines=asked(of))


def asked(of: Shown) -> tuple[str, ...]:
    """The questions alone; there is always one."""
    return tuple(_asked(of)) or (resources.group_words().insights.question_none,)


def _asked(of: Shown) -> Iterator[str]:
    words, ends = resources.group_words().insights, of.insights.standing_out.ends or Ends()
    by_test = versions.of(of.rules).team_words is not None
    standing = (
        (words.question_high, ends.highest),
        (words.question_wide, beside_everyone.further(of.insights) if by_test else highlights.most_spread(of.whole)),
        (words.question_low, ends.lowest),
    )
    yield from (with_names(question, dimensions(of.rules, found)) for question, found in standing if found)
    if ends.lowest:
        yield words.question_try.format(action=highlights.first_action(of.rules, ends.lowest[0], of.whole.means[ends.lowest[0]]).text)
