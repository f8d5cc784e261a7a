"""The words of the screens that show, keep and share a result, by section of `content/en/screens.toml`."""

from typing import Annotated

from data.content.files import Content, Sentence, Text, with_placeholders


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
    see_step: Text
    see_goal: Text
    save_link: Text
    how_sure: Text
    how_sure_between: Text
    complete: Text
    box: Annotated[Sentence, with_placeholders("title", "names")]
    shape_title: Text
    cut_low: Text
    cut_high: Text
    shape_caption: Annotated[Sentence, with_placeholders("band")]
    usual_order: Text
    how_to_read: Text
    definitions: Text
    shape_alt: Annotated[Sentence, with_placeholders("said")]
    made_with: Annotated[Sentence, with_placeholders("label")]
    table: Text
    table_dimension: Text
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
    steps_own: Text
    steps_first: Annotated[Sentence, with_placeholders("action")]
    steps_idea: Annotated[Sentence, with_placeholders("name")]
    steps_lead: Text
    steps_more: Text
    steps_none: Text
    steps_said: Annotated[Sentence, with_placeholders("action")]
    steps_pick: Text
    steps_neighbour: Text
    steps_seed: Annotated[Sentence, with_placeholders("idea")]
    steps_stage: Text
    steps_obstacles: Text
    steps_another: Text
    steps_all: Text
    steps_look: Text
    steps_second: Text
    steps_replace: Text
    steps_wait: Text
    steps_opened: Annotated[Sentence, with_placeholders("button")]
    care_rested: Text
    care_step: Text
    answers_title: Text


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
    delete_title: Text
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
    course: Text
    each: Text
    changes_alt: Annotated[Sentence, with_placeholders("said")]
    changes_caption: Text
    from_to: Annotated[Sentence, with_placeholders("before", "after")]
    table_then: Text
    table_now: Text
    table_change: Text
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
