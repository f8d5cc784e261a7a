"""The words of whatever is about groups, from `content/en/groups.toml`: comparison, teams and insights."""

from collections.abc import Mapping
from typing import Annotated

from data.content import files
from data.content.files import Content, Sentence, Text, with_placeholders
from data.content.language import Language
from data.wording.groups.desk_words import DeskWords
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


class InsightsWords(Content):
    menu: Text
    title: Text
    closed: Annotated[Sentence, with_placeholders("day", "people")]
    view: Text
    headline: Text
    areas: Text
    job_and_week: Text
    statements: Text
    round: Text
    round_name: Annotated[Sentence, with_placeholders("number", "day")]
    newer_too_few: Annotated[Sentence, with_placeholders("day")]
    over_time_title: Text
    over_time_first: Text
    over_time_lead: Annotated[Sentence, with_placeholders("day")]
    over_time_more: Annotated[Sentence, with_placeholders("name", "points")]
    over_time_less: Annotated[Sentence, with_placeholders("name", "points")]
    over_time_none: Annotated[Sentence, with_placeholders("day")]
    over_time_few: Text
    over_time_versions: Text
    over_time_caption: Annotated[Sentence, with_placeholders("rounds")]
    over_time_column: Annotated[Sentence, with_placeholders("number", "day")]
    over_time_cell: Annotated[Sentence, with_placeholders("mean", "interval")]
    withheld_title: Text
    withheld_few: Text
    withheld_open: Text
    withheld_sealed: Text
    counting: Text
    nothing_open: Text
    read_with_care: Text
    rounded: Text
    none_common: Text
    most_common: Annotated[Sentence, with_placeholders("names")]
    means_title: Text
    means_high: Annotated[Sentence, with_placeholders("names")]
    means_low: Annotated[Sentence, with_placeholders("names")]
    means_alike: Text
    means_caption: Text
    means_interval: Text
    levels_title: Text
    levels_high: Annotated[Sentence, with_placeholders("names")]
    levels_low: Annotated[Sentence, with_placeholders("names")]
    spread_title: Text
    spread_lead: Annotated[Sentence, with_placeholders("names")]
    spread_none: Text
    spread_plain: Text
    spread_caption: Text
    statements_title: Text
    statements_most: Text
    statements_least: Text
    statements_ends: Text
    others: Text
    statements_high: Annotated[Sentence, with_placeholders("names")]
    statements_low: Annotated[Sentence, with_placeholders("names")]
    statements_caption: Text
    reversed: Annotated[Sentence, with_placeholders("text")]
    quoted: Annotated[Sentence, with_placeholders("text")]
    agreement_title: Text
    agreement_wide: Annotated[Sentence, with_placeholders("names")]
    agreement_none: Text
    agreement: Mapping[str, Annotated[Sentence, with_placeholders("names")]]
    alike_title: Text
    alike_unlike: Annotated[Sentence, with_placeholders("names")]
    alike_lead: Text
    alike_caption: Text
    said_of: Annotated[Sentence, with_placeholders("names", "said")]
    orientation_title: Text
    obstacles_title: Text
    obstacles_lead: Annotated[Sentence, with_placeholders("names")]
    map_title: Text
    map_caption: Text
    patterns_title: Text
    between_patterns: Text
    between_corners: Text
    week_title: Text
    week_caption: Text
    week_lead: Annotated[Sentence, with_placeholders("names")]
    week_close: Text
    stages_title: Text
    stages_lead: Text
    stages_whole: Text
    stages_caption: Text
    differences_title: Text
    differences_lead: Text
    difference_more: Annotated[Sentence, with_placeholders("name", "points")]
    difference_less: Annotated[Sentence, with_placeholders("name", "points")]
    others_more: Annotated[Sentence, with_placeholders("name", "points")]
    others_less: Annotated[Sentence, with_placeholders("name", "points")]
    questions_title: Text
    questions_lead: Text
    question_low: Annotated[Sentence, with_placeholders("names")]
    question_high: Annotated[Sentence, with_placeholders("names")]
    question_wide: Annotated[Sentence, with_placeholders("names")]
    question_none: Text
    question_try: Annotated[Sentence, with_placeholders("action")]
    dimension: Text
    mean: Text
    interval: Text
    statement: Text
    percentage: Text
    what: Text
    unfavourable: Text
    neutral: Text
    favourable: Text
    export_title: Text
    export_csv: Text
    export_xlsx: Text
    export_pdf: Text
    export_svg: Text
    export_png: Text
    csv_columns: tuple[Text, Text, Text, Text]
    csv_rules: Text


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
