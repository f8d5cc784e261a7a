"""The rules that hold between the parts of the content. Each function names every place that breaks one."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby, pairwise, product

from data.content.files import Violation
from data.instrument.advice import LOWEST, Action, Obstacle, Pattern, Patterns, Stage
from data.instrument.answers import AgeBand, Area, Outcome, Responsibility, ResponsibilityChange, StageSelf, Step, Transition, YearsBand
from data.instrument.notes import Consent, Notes
from data.instrument.questions import Dimension, Item, OutcomeQuestions, Prompt, Question
from data.instrument.rk_1_0 import FirstRules
from data.instrument.rk_1_1 import SecondRules
from data.instrument.scoring_rules import Level, Scoring

# Longer ones wrap to three lines on a small phone.
MAX_STATEMENT = 90
# People misread negated statements; reverse by meaning instead (docs/instrument.md 1.4).
_NEGATIONS = re.compile(r"\b(not|never|no|without|cannot)\b|n[\u2019']t\b", re.IGNORECASE)
# A longer run of statements keyed the same way lets a habit of agreeing pass for an answer.
MAX_SAME_KEY = 4
LEVEL_ACTIONS = 2

_CHOICES: Mapping[str, type[StrEnum]] = {
    "stage_self": StageSelf,
    "transition": Transition,
    "years_band": YearsBand,
    "responsibilities": Responsibility,
    "resp_change": ResponsibilityChange,
    "age_band": AgeBand,
}


def dimensions(shown: Sequence[Dimension], seeds: Collection[str]) -> Iterator[Violation]:
    """Ids of their own, and known seeds."""
    yield from _repeated("dimension", [dimension.id for dimension in shown])
    for number, dimension in enumerate(shown, 1):
        for seed in dimension.seeds:
            yield from _known(f"dimension {number}: seeds", seed, seeds)


def statements(items: Sequence[Item], dimensions: Sequence[str], seeds: Collection[str], *, promised: int) -> Iterator[Violation]:
    """As many statements as promised, with ids of their own, on known dimensions, each dimension with a reversed one."""
    if len(items) != promised:
        yield Violation("item", f"there must be {promised} statements, and there are {len(items)}")
    yield from _repeated("item", [item.id for item in items])
    for number, item in enumerate(items, 1):
        yield from _known(f"item {number}: dimension", item.dimension, dimensions)
        yield from _known(f"item {number}: seed", item.seed, seeds)
    for number, dimension in enumerate(dimensions, 1):
        if not any(item.reverse for item in items if item.dimension == dimension):
            yield Violation(f"dimension {number}", f"{dimension} must have at least one reversed statement")
    yield from _order(items)


def english(items: Sequence[Item]) -> Iterator[Violation]:
    """Statements as English must say them: short, and without a negation. Other languages negate and run on in ways of their own."""
    for number, item in enumerate(items, 1):
        if len(item.text) > MAX_STATEMENT:
            yield Violation(f"item {number}: text", f"a statement should have at most {MAX_STATEMENT} characters")
        if found := _NEGATIONS.search(item.text):
            yield Violation(f"item {number}: text", f"a statement must not say '{found.group()}'")


def rules(own: FirstRules | SecondRules, dimensions: Sequence[str], items: Sequence[Item]) -> Iterator[Violation]:
    """What only rk-1.1's rules need: known dimensions, steps that rise, and halves that score alike."""
    if isinstance(own, SecondRules):
        yield from _known("drift: dimension", own.drift.dimension, dimensions)
        if list(own.norms.ladder) != sorted(set(own.norms.ladder)):
            yield Violation("norms: ladder", "the steps must rise")
        yield from _halves(dimensions, items)


def _halves(dimensions: Sequence[str], items: Sequence[Item]) -> Iterator[Violation]:
    """As many statements reversed as not, so that agreeing whatever is asked moves no score (docs/rk11.md 1.2)."""
    for dimension in dimensions:
        keys = [item.reverse for item in items if item.dimension == dimension]
        if 2 * sum(keys) != len(keys):
            yield Violation("kind", f"half of the statements of {dimension} must be reversed, and {sum(keys)} of {len(keys)} are")


def outcomes(asked: OutcomeQuestions | None) -> Iterator[Violation]:
    """Where they are asked, both of them, in their order."""
    if asked:
        yield from listed([question.id for question in asked.questions], Outcome, "outcomes: question")


def _order(items: Sequence[Item]) -> Iterator[Violation]:
    """Pages follow each other as the steps do, and no long stretch is keyed one way."""
    steps = list(Step)
    for number, (before, item) in enumerate(pairwise(items), 2):
        if steps.index(item.page) < steps.index(before.page):
            yield Violation(f"item {number}: page", "statements must stand in the order of the steps")
    start = 1
    for _, run in groupby(items, key=lambda item: item.reverse):
        length = len(list(run))
        if length > MAX_SAME_KEY:
            yield Violation(f"item {start}", f"at most {MAX_SAME_KEY} statements in a row may be keyed the same way, and here are {length}")
        start += length


def pairs(antonyms: Sequence[tuple[str, str]], items: Mapping[str, Item]) -> Iterator[Violation]:
    """Both statements are known, and exactly one of the two is reversed."""
    for number, pair in enumerate(antonyms, 1):
        place = f"antonym_pairs {number}"
        unknown = [mistake for id in pair for mistake in _known(place, id, items)]
        yield from unknown
        if not unknown and items[pair[0]].reverse == items[pair[1]].reverse:
            yield Violation(place, "one statement of a pair must be reversed and the other not")


def scoring(rules: Scoring, dimensions: Collection[str], items: Collection[str], actions: Collection[str]) -> Iterator[Violation]:
    """Cuts that rise, and rules about statements, dimensions and actions that exist."""
    if not rules.cuts.low < rules.cuts.mid < rules.cuts.high:
        yield Violation("scoring: cuts", "the cuts must rise from low over mid to high")
    yield from _known("scoring: care: item", rules.care.item, items)
    yield from _known("scoring: drift: item", rules.drift.item, items)
    yield from _known("scoring: care: alone", rules.care.alone, dimensions)
    yield from _known("scoring: care: action", rules.care.action, actions)
    for number, dimension in enumerate(rules.care.watched, 1):
        yield from _known(f"scoring: care: watched {number}", dimension, dimensions)


def listed(ids: Sequence[str], choices: type[StrEnum], place: str) -> Iterator[Violation]:
    """Exactly the ids that may be saved, in their order."""
    if list(ids) != list(choices):
        yield Violation(place, f"the ids must be exactly {', '.join(choices)}, in this order")


def life_stage(questions: Sequence[Question]) -> Iterator[Violation]:
    """Every question once, each offering exactly the answers that may be saved."""
    if [question.id for question in questions] != list(_CHOICES):
        yield Violation("question", f"the ids must be exactly {', '.join(_CHOICES)}, in this order")
    for number, question in enumerate(questions, 1):
        yield from listed([option.id for option in question.options], _CHOICES[question.id], f"question {number}: option")


def patterns(shown: Patterns, dimensions: Collection[str]) -> Iterator[Violation]:
    """Known dimensions, an order without gaps, and conditions exactly where they belong."""
    for number, dimension in enumerate(shown.required, 1):
        yield from _known(f"required {number}", dimension, dimensions)
    yield from _repeated("pattern", [pattern.id for pattern in shown.all])
    if [pattern.order for pattern in shown.all] != list(range(len(shown.all))):
        yield Violation("pattern", "the order must count up from 0 in the order of the file")
    for number, pattern in enumerate(shown.ruled, 1):
        yield from _ruled(f"pattern {number}", pattern, shown.required)
    for place, pattern in (("incomplete", shown.incomplete), ("otherwise", shown.otherwise)):
        if pattern.conditions:
            yield Violation(f"{place}: conditions", "this pattern must have no conditions")
    # It says nothing of any one dimension, so it cannot know where to begin.
    if shown.otherwise.start_with not in (LOWEST, None):
        yield Violation("otherwise: start_with", f"this pattern must start with {LOWEST} or nowhere")


def _ruled(place: str, pattern: Pattern, required: Collection[str]) -> Iterator[Violation]:
    if not pattern.conditions:
        yield Violation(f"{place}: conditions", "a pattern must have at least one condition")
    for number, condition in enumerate(pattern.conditions, 1):
        yield from _known(f"{place}: conditions {number}", condition.dimension, required)
    yield from _known(f"{place}: start_with", pattern.start_with or "nothing", required)


def obstacles(shown: Sequence[Obstacle], seeds: Collection[str]) -> Iterator[Violation]:
    """Ids of their own, an action for each but `none`, which comes last."""
    yield from _repeated("obstacle", [obstacle.id for obstacle in shown])
    if not shown or shown[-1].id != "none":
        yield Violation("obstacle", "the last one must be none")
    for number, obstacle in enumerate(shown, 1):
        if (obstacle.action is None) != (obstacle.id == "none"):
            yield Violation(f"obstacle {number}: action", "every obstacle but none must have an action")
        if obstacle.seed:
            yield from _known(f"obstacle {number}: seed", obstacle.seed, seeds)


def actions(shown: Sequence[Action], dimensions: Sequence[str], seeds: Collection[str]) -> Iterator[Violation]:
    """Two actions for each level of each dimension, one for each life stage, and no other."""
    yield from _repeated("action", [action.id for action in shown])
    for number, action in enumerate(shown, 1):
        yield from _known(f"action {number}: id", action.dimension, dimensions)
        yield from _known(f"action {number}: seed", action.seed, seeds)
    # By the words of the id: a level and a life stage are both called mid.
    count = Counter(action.id.rpartition(".")[0] for action in shown if action.level)
    for dimension, level in product(dimensions, Level):
        if count[f"{dimension}.{level}"] != LEVEL_ACTIONS:
            yield Violation(f"action {dimension}.{level}", f"there must be {LEVEL_ACTIONS} actions for each level")
    staged = {action.id for action in shown if action.stage}
    for dimension, stage in product(dimensions, Stage):
        if f"{dimension}.stage.{stage}" not in staged:
            yield Violation(f"action {dimension}.stage.{stage}", "there must be one action for each life stage")


def prompts(shown: Sequence[Prompt], seeds: Collection[str]) -> Iterator[Violation]:
    """Numbers that rise, with known seeds. Two numbers belong to entries of the journal, so some may be left out."""
    numbers = [prompt.number for prompt in shown]
    if numbers != sorted(set(numbers)):
        yield Violation("prompt", "the numbers must rise")
    for number, prompt in enumerate(shown, 1):
        yield from _known(f"prompt {number}: seed", prompt.seed, seeds)


def notes(shown: Notes) -> Iterator[Violation]:
    """A line for each area that may be missed."""
    if set(shown.week.missed) != set(Area):
        yield Violation("week: missed", f"there must be a line for each of {', '.join(Area)}")


def consent(shown: Consent) -> Iterator[Violation]:
    """Two boxes, of which only the first is needed."""
    if [box.id for box in shown.boxes] != ["take_part", "count_in_reference"]:
        yield Violation("box", "the ids must be exactly take_part, count_in_reference, in this order")
    if [box.optional for box in shown.boxes] != [False, True]:
        yield Violation("box", "the first box must be needed and the other optional")


def _known(place: str, id: str, known: Collection[str]) -> Iterator[Violation]:
    if id not in known:
        yield Violation(place, f"there is no {id}")


def _repeated(place: str, ids: Sequence[str]) -> Iterator[Violation]:
    for id, times in Counter(ids).items():
        if times > 1:
            yield Violation(f"{place} {ids.index(id) + 1}: id", f"{id} is used {times} times; every id must be used once")
