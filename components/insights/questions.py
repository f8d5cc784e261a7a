"""The questions for a conversation that a team's totals lead to."""

from collections.abc import Iterator

from components.insights import standing
from components.insights.section import Part, Shown, dimensions, with_names
from components.insights.standing import Standing
from components.session import resources
from data.instrument.instrument import Instrument
from data.totals import highlights

QUESTIONS = "questions"
# Where less stands out, others are asked that suit every team.
_QUESTIONS = 3


def parts(of: Shown) -> Iterator[Part]:
    """The section, whatever the size of the round."""
    words = resources.group_words().insights
    yield Part(QUESTIONS, words.questions_title, words.questions_lead, lines=asked(of))


def asked(of: Shown) -> tuple[str, ...]:
    """The questions alone: three, and something to try where an area is named as the lowest."""
    words, found = resources.group_words().insights, standing.out(of)
    own = tuple(_asked(of.rules, found)) or (words.question_none,)
    return (*own, *words.question_any[: max(0, _QUESTIONS - len(own))], *_to_try(of, found))


def _asked(rules: Instrument, found: Standing) -> Iterator[str]:
    words = resources.group_words().insights
    questions = zip((words.question_high, words.question_wide, words.question_low), (found.highest, found.apart, found.lowest), strict=True)
    yield from (with_names(question, dimensions(rules, ids)) for question, ids in questions if ids)


def _to_try(of: Shown, found: Standing) -> Iterator[str]:
    for id in found.lowest[:1]:
        action = highlights.first_action(of.rules, id, of.whole.means[id])
        yield resources.group_words().insights.question_try.format(action=action.text)
