"""What only the rules of rk-1.1 know, as content: their numbers and their words (docs/rk11.md)."""

from typing import Annotated, Literal

from pydantic import Field

from data.content.files import Content, Sentence, Text, with_placeholders
from data.instrument.answers import Transition
from data.instrument.scoring_rules import Count, Points, Positive, Share


class NormsRules(Content):
    """The figures assumed to begin with, and how measured ones come about (docs/rk11.md 2.2)."""

    mean: Points
    sd: Positive
    inter_item: Share
    # Steps lie 300 people apart or more, so that two norms subtracted tell nothing about one person (docs/rk11.md 2.2).
    ladder: Annotated[tuple[Count, ...], Field(min_length=1)]
    alpha_min: Share
    alpha_max: Share
    round_mean: Positive
    round_sd: Positive
    round_alpha: Positive


class CertaintyRules(Content):
    """How many standard errors make something worth a word (docs/rk11.md 2.1, 2.4 and 2.6)."""

    close: Positive
    stand_out: Positive
    stand_out_dimensions: Count
    most_named: Count
    pattern_plain: Positive
    steady_plain: Positive


class RetakeRules(Content):
    """How many standard errors of the difference a change must be (docs/rk11.md 2.9)."""

    all: Positive
    one: Positive
    worked: Positive
    side_by_side: Positive


class SignRules(Content):
    """From where on each sign of hurry counts, and when a sheet is left out of totals (docs/rk11.md 2.8)."""

    seconds: Positive
    fast_pages: Count
    fast_answers: Count
    scatter: Positive
    scatter_answers: Count
    scatter_dimensions: Count
    same: Count
    lag_from: Count
    lag_to: Count
    repeat: Share
    repeat_pairs: Count
    leave_out: Count
    scatter_strong: Positive


class DriftRules(Content):
    """No note from so many points on, and which change a promotion is (docs/rk11.md 2.7)."""

    dimension: str
    below: Points
    transition: Transition


class GroupRules(Content):
    """People that a figure needs, and the risk of a wrong word that eight areas share (docs/rk11.md 3)."""

    difference_family: Share
    spread_family: Share
    difference_from: Count
    detail_from: Count
    rest_from: Count
    worth_points: Points
    stand_out: Positive


class BandWords(Content):
    """What the figures behind the bands rest on."""

    assumed: Text
    measured: Annotated[Sentence, with_placeholders("people", "day")]


class LevelWords(Content):
    close: Annotated[Sentence, with_placeholders("level")]
    close_of: Annotated[Sentence, with_placeholders("name", "close")]


class StandsOutWords(Content):
    strongest: Text
    higher_than_the_rest: Text
    to_look_after: Text
    # The same, where the level of each area stands beside it.
    to_look_after_at_a_level: Text
    lower_than_the_rest: Text
    nothing: Text
    note: Text
    lower_note: Text


class PatternWords(Content):
    between: Annotated[Sentence, with_placeholders("one", "other")]
    steady_short: Text
    between_words: Text
    also: Annotated[Sentence, with_placeholders("title")]
    margin: Text


class QuadrantWords(Content):
    between: Annotated[Sentence, with_placeholders("one", "other")]
    middle: Text


_Day = Annotated[Sentence, with_placeholders("day")]
_Changed = Annotated[Sentence, with_placeholders("day", "names")]
_Worked = Annotated[Sentence, with_placeholders("name", "then", "now", "expected")]


class RetakeWords(Content):
    """The headline, the words of the list, the area worked on, and what always stands beneath (docs/rk11.md 2.9)."""

    none: _Day
    none_else: Text
    up: _Changed
    down: _Changed
    all_up: _Day
    all_down: _Day
    all_only: Text
    clear: Text
    other: Text
    ask: _Day
    ask_none: Text
    worked_higher: _Worked
    worked_lower: _Worked
    worked_as_expected: _Worked
    regression: Text
    norms: _Day
    when: Text
    version: _Day


class SideBySideWords(Content):
    alike: Text
    apart: Text


class TeamWords(Content):
    closer: Text
    further: Text
    like_everyone: Text
    no_difference: Text
    too_few_to_name: Text
    in_between: Text


class SignWords(Content):
    """One sentence for each sign, between an opening and an end (docs/rk11.md 2.8)."""

    intro: Text
    fast: Text
    scattered: Text
    same_page: Text
    repeating: Text
    end: Text
    not_counted: Text
    review: Text
    keep: Text


class DriftWords(Content):
    plain: Text
    after_new_role: Text


class MigrationWords(Content):
    """8: what somebody is asked who is half way through older statements."""

    draft: Text
    finish_old: Text
    take_new: Text
    take_new_sure: Text


class Words(Content):
    band: BandWords
    level: LevelWords
    stands_out: StandsOutWords
    pattern: PatternWords
    quadrant: QuadrantWords
    retake: RetakeWords
    side_by_side: SideBySideWords
    team: TeamWords
    signs: SignWords
    drift: DriftWords
    migration: MigrationWords


class SecondRules(Content):
    kind: Literal["rk-1.1"]
    norms: NormsRules
    certainty: CertaintyRules
    retake: RetakeRules
    signs: SignRules
    drift: DriftRules
    groups: GroupRules
    words: Words
