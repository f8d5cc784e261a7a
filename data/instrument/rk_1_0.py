"""What only the rules of rk-1.0 know, as content: their numbers and their words."""

from typing import Annotated, Literal

from data.content.files import Content, Sentence, Text, with_placeholders
from data.instrument.scoring_rules import Count, Positive, Share


class Uncertainty(Content):
    """Spread of the scores, and how far two statements go together (docs/instrument.md 2.2)."""

    sd: Positive
    inter_item: Share


class CarelessRules(Content):
    """From where on each sign of hurried answers counts (docs/instrument.md 7.1)."""

    seconds_per_item: Positive
    fast_pages: Count
    long_run: Count
    spread: Positive
    spread_answers: Count
    antonym_gap: Positive
    antonym_pairs: Count
    leave_out: Count


class RetakeRules(Content):
    """How many standard errors a change must be, alone or as a headline among eight (docs/instrument.md 5.1 and 5.2)."""

    possible: Positive
    clear: Positive
    headline: Positive
    together: Count


class SetWords(Content):
    """The areas that cannot be told from the top one and from the bottom one."""

    strongest: Text
    lowest: Text
    note: Text


class PatternWords(Content):
    also: Annotated[Sentence, with_placeholders("titles")]
    near: Annotated[Sentence, with_placeholders("titles")]


class RetakeWords(Content):
    clear: Text
    possible: Text
    wobble: Text
    headline: Annotated[Sentence, with_placeholders("names")]
    quiet: Text
    when: Text
    versions: Text


class SideBySideWords(Content):
    alike: Text
    apart: Text


class CarelessWords(Content):
    """The kind question before a result that may have been hurried."""

    text: Text
    review: Text
    keep: Text


class Words(Content):
    close: Annotated[Sentence, with_placeholders("names")]
    near_line: Text
    drift: Text
    sets: SetWords
    pattern: PatternWords
    retake: RetakeWords
    side_by_side: SideBySideWords
    careless: CarelessWords


class FirstRules(Content):
    kind: Literal["rk-1.0"]
    uncertainty: Uncertainty
    careless: CarelessRules
    retake: RetakeRules
    words: Words
