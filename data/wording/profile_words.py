"""The words of the screens that show, keep and share a result, by section of `content/en/screens.toml`."""

from collections.abc import Mapping
from typing import Annotated

from data.content.files import Content, Sentence, Text, with_placeholders
from data.record.viewer_link import Section


class ProfileWords(Content):
    title: Text
    none: Text
    none_go: Text
    taken: Annotated[Sentence, with_placeholders("day")]
    taken_shared: Annotated[Sentence, with_placeholders("day")]
    menu: Text
    menu_overview: Text
    menu_areas: Text
    menu_job_and_week: Text
    menu_over_time: Text
    menu_next_step: Text
    menu_keep: Text
    mark_alt: Annotated[Sentence, with_placeholders("name", "score")]
    choose_step: Text
    save_link: Text
    how_sure: Text
    how_sure_between: Text
    complete: Text
    box: Annotated[Sentence, with_placeholders("title", "names")]
    shape_title: Text
    cut_low: Text
    cut_high: Text
    shape_caption: Text
    definitions: Text
    shape_alt: Annotated[Sentence, with_placeholders("said")]
    made_with: Annotated[Sentence, with_placeholders("label")]
    comparison: Text
    table: Text
    table_dimension: Text
    you: Text
    table_score: Text
    table_level: Text
    table_answered: Text
    table_answered_of: Annotated[Sentence, with_placeholders("answered", "asked")]
    map_title: Text
    map_alt: Annotated[Sentence, with_placeholders("alignment", "outlet", "quadrant")]
    map_missing: Text
    week_title: Text
    week_alt: Annotated[Sentence, with_placeholders("percentages")]
    week_area: Annotated[Sentence, with_placeholders("area", "now", "wish")]
    week_missing: Text
    week_now: Text
    week_wish: Text
    week_energy: Text
    table_area: Text
    table_gap: Text
    table_tilt: Text
    steps_title: Text
    steps_lead: Text
    steps_more: Text
    steps_none: Text
    steps_pick: Text
    steps_neighbour: Text
    steps_seed: Annotated[Sentence, with_placeholders("idea")]
    steps_stage: Text
    steps_obstacles: Text
    care_rested: Text
    care_step: Text
    answers_title: Text


class LinkBoxWords(Content):
    own: Text
    copy_link: Text
    copied: Text
    copied_said: Text
    selected: Text
    show: Text
    picture: Text
    download: Text
    downloaded: Text
    print: Text


class KeepingWords(Content):
    all: Text
    title: Text
    save_title: Text
    save_lead: Text
    link_title: Text
    link_lead: Text
    link_lost: Text
    link_qr: Text
    download: Text
    download_why: Text
    delete: Text
    delete_sure: Text
    delete_yes: Text
    opened: Text
    opened_keep: Text
    opened_keep_sure: Text
    opened_keep_yes: Text
    opened_close: Text


class HistoryWords(Content):
    title: Text
    lead: Text
    between: Annotated[Sentence, with_placeholders("day")]
    statement: Annotated[Sentence, with_placeholders("name", "before", "after", "words")]
    choose: Text
    alt: Annotated[Sentence, with_placeholders("name", "points")]
    point: Annotated[Sentence, with_placeholders("day", "score")]
    caption: Text
    table_day: Text
    of_version: Annotated[Sentence, with_placeholders("version")]
    day_of_version: Annotated[Sentence, with_placeholders("day", "version")]
    wait: Annotated[Sentence, with_placeholders("day", "until")]


class TakingWords(Content):
    title: Text
    lead: Text
    words: Text
    pdf: Text
    page: Text
    sheet: Text
    table: Text
    picture_title: Text
    picture_lead: Text
    picture_summary: Text
    picture_chart: Text
    picture_no_chart: Text
    picture_caption: Text
    picture: Text
    picture_empty: Text
    again_title: Text
    again_lead: Text
    again_link: Text
    again: Text


class PreviewWords(Content):
    title: Text
    sentence: Annotated[Sentence, with_placeholders("statements", "minutes")]
    picture: Text


class SharingWords(Content):
    title: Text
    lead: Text
    go: Text
    out: Annotated[Sentence, with_placeholders("count")]
    choose: Text
    sections: Mapping[Section, Text]
    comparison_few: Text
    label: Text
    label_hint: Text
    lasts: Text
    lasts_days: Annotated[Sentence, with_placeholders("days")]
    lasts_always: Text
    preview: Text
    nothing_chosen: Text
    preview_title: Text
    preview_lead: Text
    make: Text
    made: Text
    made_lead: Text
    qr: Text
    list_title: Text
    list_none: Text
    unnamed: Text
    until: Annotated[Sentence, with_placeholders("sections", "made", "until")]
    without_end: Annotated[Sentence, with_placeholders("sections", "made")]
    show: Text
    withdraw: Text
    withdrawn: Text


class SharedWords(Content):
    title: Text
    from_day: Annotated[Sentence, with_placeholders("day")]
    until: Annotated[Sentence, with_placeholders("day")]
    second_title: Text
    second_lead: Text
    second_label: Text
    second_hint: Text
    second_open: Text
    second_not: Text
    second_gone: Text
    second_close: Text
    both_title: Text
    both_lead: Annotated[Sentence, with_placeholders("one_day", "other_day")]
    both_nothing: Text
    both_higher: Annotated[Sentence, with_placeholders("name", "points")]
    both_lower: Annotated[Sentence, with_placeholders("name", "points")]
    both_alt: Annotated[Sentence, with_placeholders("count", "said")]
    both_difference: Text
    one: Text
    other: Text
    take_title: Text
    take_lead: Annotated[Sentence, with_placeholders("statements", "minutes")]
    take: Text
