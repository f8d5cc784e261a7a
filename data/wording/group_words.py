"""The words of whatever is about groups, from `content/en/groups.toml`: comparison, teams, insights and the method."""

from collections.abc import Mapping
from functools import cache

from pydantic import ValidationError

from data.content.files import CONTENT, Content, Text, first_mistake, read_documents, refusal

_FILE = "groups"


class ComparisonWords(Content):
    label: Text
    only_me: Text
    everyone: Text
    stage: Text
    round: Text
    why_few: Text
    why_open: Text
    fell_back: Text
    people: Text
    as_of: Text
    team_people: Text
    legend: Text
    legend_team: Text
    standpoint: Text
    team_mean: Text
    from_to: Text


class BoundsWords(Content):
    about: Text
    at_most: Text
    at_least: Text


class GivingWords(Content):
    title: Text
    waiting_everyone: Text
    waiting_round: Text
    waiting_on: Text
    mixed: Text
    erased: Text
    lapsed: Text
    withdrawn: Text
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
    made_title: Text
    made_lost: Text
    join: Text
    insights: Text
    manage: Text
    invitation_title: Text
    invitation: Text
    poster: Text
    poster_title: Text
    poster_lead: Text
    rules_title: Text
    rules: Text
    manage_title: Text
    round_open: Text
    round_closed: Text
    close: Text
    close_sure: Text
    close_yes: Text
    closed: Text
    open_title: Text
    open: Text
    opened: Text
    to_insights: Text


class JoiningWords(Content):
    title: Text
    team: Text
    made: Text
    closes: Text
    floor: Text
    everyone: Text
    warning: Text
    consent: Text
    consent_needed: Text
    join: Text
    joined_already: Text
    answer_first: Text
    answer: Text
    come_back: Text
    closed_title: Text
    closed: Text
    nothing: Text
    to_insights: Text


class InsightsWords(Content):
    menu: Text
    title: Text
    closed: Text
    withheld_title: Text
    withheld_few: Text
    withheld_open: Text
    nothing_open: Text
    read_with_care: Text
    rounded: Text
    none_common: Text
    most_common: Text
    means_title: Text
    means_high: Text
    means_low: Text
    means_alike: Text
    means_caption: Text
    means_interval: Text
    levels_title: Text
    levels_high: Text
    levels_low: Text
    spread_title: Text
    spread_lead: Text
    spread_none: Text
    spread_caption: Text
    statements_title: Text
    statements_high: Text
    statements_low: Text
    statements_caption: Text
    reversed: Text
    quoted: Text
    agreement_title: Text
    agreement_wide: Text
    agreement_none: Text
    agreement: Mapping[str, Text]
    orientation_title: Text
    obstacles_title: Text
    obstacles_lead: Text
    map_title: Text
    map_caption: Text
    patterns_title: Text
    week_title: Text
    week_caption: Text
    week_lead: Text
    week_close: Text
    stages_title: Text
    stages_lead: Text
    stages_whole: Text
    stages_caption: Text
    differences_title: Text
    differences_lead: Text
    difference_more: Text
    difference_less: Text
    questions_title: Text
    questions_lead: Text
    question_low: Text
    question_high: Text
    question_wide: Text
    question_none: Text
    question_try: Text
    dimension: Text
    mean: Text
    interval: Text
    statement: Text
    share: Text
    what: Text
    unfavourable: Text
    neutral: Text
    favourable: Text
    export_title: Text
    export_csv: Text
    export_pdf: Text
    export_svg: Text
    export_png: Text
    csv_columns: tuple[Text, Text, Text, Text]
    csv_rules: Text


class MethodWords(Content):
    menu: Text
    title: Text
    scores_title: Text
    scores: Text
    not_title: Text
    not_text: Text
    totals_title: Text
    totals: Text
    live_title: Text
    live_withheld: Text
    live_people: Text
    alpha_title: Text
    alpha: Text
    alpha_column: Text
    interval: Text
    gaps: Text
    gaps_lead: Text
    skipped: Text
    does_not_apply: Text
    hurried: Text
    minutes: Text
    sources_title: Text
    dimension: Text
    statement: Text
    source: Text


class GroupWords(Content):
    """All of them, a part for each screen."""

    comparison: ComparisonWords
    bounds: BoundsWords
    giving: GivingWords
    team: TeamWords
    joining: JoiningWords
    insights: InsightsWords
    method: MethodWords


@cache
def load() -> GroupWords:
    """The words about groups, read once per process; BadContent names the place of a mistake."""
    try:
        return GroupWords.model_validate(read_documents(CONTENT, (_FILE,))[_FILE])
    except ValidationError as error:
        _, mistake = first_mistake(error, {})
    raise refusal(f"{_FILE}.toml", mistake)
