"""The words of a team's insights, a part of `content/en/groups.toml`."""

from collections.abc import Mapping
from typing import Annotated

from data.content.files import Content, Sentence, Text, with_placeholders


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
    means_everyone: Text
    everyone_middle: Text
    box_high: Annotated[Sentence, with_placeholders("names")]
    box_low: Annotated[Sentence, with_placeholders("names")]
    box_apart: Annotated[Sentence, with_placeholders("names")]
    box_average: Annotated[Sentence, with_placeholders("said")]
    box_tested: Text
    box_spread: Text
    levels_title: Text
    levels_high: Annotated[Sentence, with_placeholders("names")]
    levels_low: Annotated[Sentence, with_placeholders("names")]
    levels_caption: Text
    levels_untold: Text
    levels_untold_why: Text
    untold: Annotated[Sentence, with_placeholders("name")]
    statements_title: Text
    statements_most: Text
    statements_least: Text
    statements_ends: Text
    statements_area: Annotated[Sentence, with_placeholders("name")]
    area: Text
    all_areas: Text
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
    agreement_column: Text
    agreement_short: Mapping[str, Text]
    alike_title: Text
    alike_unlike: Annotated[Sentence, with_placeholders("names")]
    alike_lead: Text
    alike_caption: Text
    alike_column: Text
    alike_short: Mapping[str, Text]
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
    question_any: tuple[Text, Text]
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
