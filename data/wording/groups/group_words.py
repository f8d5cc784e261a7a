"""The words of whatever is about groups, from `content/en/groups.toml`: comparison, teams and insights."""

from typing import Annotated

from data.content import files
from data.content.files import Content, Sentence, Text, with_placeholders
from data.content.language import Language
from data.wording.groups.desk_words import DeskWords
from data.wording.groups.insights_words import InsightsWords
from data.wording.groups.umbrella_words import UmbrellaWords


class ComparisonWords(Content):
    label: Text
    ask: Text
    only_me: Text
    last: Text
    everyone: Text
    stage: Text
    round: Annotated[Sentence, with_placeholders("day")]
    why_few: Text
    why_open: Text
    fell_back: Text
    people: Annotated[Sentence, with_placeholders("people")]
    as_of: Annotated[Sentence, with_placeholders("day")]
    team_people: Annotated[Sentence, with_placeholders("people")]
    legend: Text
    legend_team: Text
    legend_last: Annotated[Sentence, with_placeholders("day")]
    standpoint: Annotated[Sentence, with_placeholders("name", "low", "high")]
    team_mean: Annotated[Sentence, with_placeholders("name", "own", "mean")]
    from_to: Annotated[Sentence, with_placeholders("low", "high")]


class BoundsWords(Content):
    about: Annotated[Sentence, with_placeholders("points")]
    at_most: Annotated[Sentence, with_placeholders("points")]
    at_least: Annotated[Sentence, with_placeholders("points")]


class GivingWords(Content):
    title: Text
    waiting_everyone: Annotated[Sentence, with_placeholders("day")]
    waiting_round: Annotated[Sentence, with_placeholders("day")]
    waiting_on: Annotated[Sentence, with_placeholders("day")]
    later: Annotated[Sentence, with_placeholders("day")]
    mixed: Annotated[Sentence, with_placeholders("day")]
    erased: Annotated[Sentence, with_placeholders("day")]
    lapsed: Annotated[Sentence, with_placeholders("day")]
    withdrawn: Annotated[Sentence, with_placeholders("day")]
    withdraw: Text


class TeamWords(Content):
    menu: Text
    title: Text
    lead: Text
    steps: tuple[Text, ...]
    another: Text
    create_title: Text
    name: Text
    name_hint: Text
    closes: Text
    create: Text
    too_many: Text
    join: Text
    insights: Text
    manage: Text
    invitation_title: Text
    invitation: Annotated[Sentence, with_placeholders("day", "link", "statements", "minutes")]
    poster: Text
    poster_title: Text
    poster_lead: Annotated[Sentence, with_placeholders("statements", "minutes")]
    rules_title: Text
    rules: Text
    manage_title: Text
    round_open: Annotated[Sentence, with_placeholders("number", "day")]
    round_closed: Annotated[Sentence, with_placeholders("number", "day")]
    close: Text
    close_sure: Text
    close_yes: Text
    open_title: Text
    open: Text
    to_insights: Text


class JoiningWords(Content):
    title: Text
    team: Text
    made: Annotated[Sentence, with_placeholders("day")]
    closes: Annotated[Sentence, with_placeholders("day")]
    floor: Annotated[Sentence, with_placeholders("floor")]
    everyone: Text
    more_time: tuple[Text, Text, Text]
    perhaps_more: Annotated[Sentence, with_placeholders("day")]
    had_before: Text
    pooled: Annotated[Sentence, with_placeholders("floor")]
    warning: Text
    consent: Text
    consent_needed: Text
    join: Text
    joined_already: Text
    other_version: Text
    answer_first: Text
    answer: Text
    card_title: Annotated[Sentence, with_placeholders("team")]
    card_join: Text
    card_more: Text
    closed_title: Text
    closed: Text
    nothing: Text
    to_insights: Text


class GroupWords(Content):
    """All of them, a part for each screen."""

    comparison: ComparisonWords
    bounds: BoundsWords
    giving: GivingWords
    team: TeamWords
    desk: DeskWords
    umbrella: UmbrellaWords
    joining: JoiningWords
    insights: InsightsWords


def load(language: Language) -> GroupWords:
    return files.load(GroupWords, "groups", language)
