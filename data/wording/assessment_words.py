"""The words of the screens on the way from the start page to the last step, by section of `content/en/screens.toml`."""

from typing import Annotated

from data.content.files import Content, Sentence, Text, with_placeholders


class FrameWords(Content):
    name: Text
    tab: Annotated[Sentence, with_placeholders("page", "name")]
    tab_profile: Text
    menu: Text
    menu_close: Text
    read_aloud: Text
    stop_reading: Text
    demo: Text
    profile: Text
    privacy: Text
    language: Text
    run_by: Annotated[Sentence, with_placeholders("name")]
    contact: Text
    legal_notice: Text
    privacy_contact: Text
    forget: Text
    forget_sure: Text
    forget_yes: Text
    error: Annotated[Sentence, with_placeholders("number")]
    one_moment: Text


class LoadingWords(Content):
    """Of the page before its first screen, where something keeps that from coming, and of a part that never comes."""

    noscript: Text
    blocked: Annotated[Sentence, with_placeholders("host")]
    crowd: Annotated[Sentence, with_placeholders("seconds")]
    slow: Text
    unreachable: Text
    lost: Text
    again: Text
    not_now: Text
    still_away: Text


class OpeningWords(Content):
    """Of the small page that opens a link."""

    opening: Text
    without_script: Text
    unreachable: Text


class NowhereWords(Content):
    """Of the page at an address that leads to none."""

    title: Text
    text: Text
    to_start: Text
    to_profile: Text


class WelcomeWords(Content):
    title: Text
    lead: Text
    facts: Annotated[Sentence, with_placeholders("statements", "minutes")]
    who: Text
    promise: Text
    # Of the invented result that shows what one gets, and of the button below it.
    example: Text
    begin: Text
    consent_title: Text
    consent_limits: Text
    consent_needed: Text
    consent_anew: Text
    consent_before: Annotated[Sentence, with_placeholders("day")]
    start: Text
    go_on: Text
    start_over: Text
    start_over_sure: Text
    start_over_yes: Text
    waiting_title: Text
    waiting: Annotated[Sentence, with_placeholders("done", "total")]
    finished_title: Text
    finished: Annotated[Sentence, with_placeholders("day")]
    open_profile: Text
    changed_title: Text
    changed: Annotated[Sentence, with_placeholders("statements", "minutes")]
    again: Text
    lost_title: Text
    lost: Annotated[Sentence, with_placeholders("keep_days")]
    lost_look: Text
    file_title: Text
    file_lead: Annotated[Sentence, with_placeholders("most")]
    file_label: Text
    file_replaces: Annotated[Sentence, with_placeholders("now", "file")]
    file_holds: Annotated[Sentence, with_placeholders("results", "draft")]
    # None, some.
    file_results: tuple[Text, Annotated[Sentence, with_placeholders("count")]]
    # Without one, with one.
    file_draft: tuple[Text, ...]
    file_use: Text
    link_unknown: Text
    link_wait: Text
    link_other: Text
    link_altered: Text
    device_left: Text
    deleted: Text


class StepWords(Content):
    progress: Annotated[Sentence, with_placeholders("number", "total")]
    go_on: Text
    back: Text
    clear: Text
    not_answered: Text
    count: Annotated[Sentence, with_placeholders("done", "total")]
    restored: Text
    room: Annotated[Sentence, with_placeholders("most")]
    cleaned: Text
    also_elsewhere: Text
    none_under_way: Text
    gone: Text
    to_start: Text
    to_profile: Text
    not_resumable: Text


class LifeStageWords(Content):
    title: Text
    lead: Text
    choose: Text
    age_title: Text


class JobAndWorkWords(Content):
    title: Text
    words_title: Text
    portraits_title: Text
    statements_title: Text


class DriveWords(Content):
    title: Text


class PathWords(Content):
    title: Text


class BalanceWords(Content):
    title: Text
    week_title: Text
    week_lead: Text
    total: Annotated[Sentence, with_placeholders("now", "wish")]
    less: Text
    more: Text
    statements_title: Text
    obstacles_title: Text
    obstacles_label: Text
    star_label: Text
    other: Text


class ReflectWords(Content):
    title: Text
    lead: Text
    open_title: Text
    open_lead: Text
    prompts_title: Text
    open_go: Annotated[Sentence, with_placeholders("title")]
    all_answered: Text
    open_on: Annotated[Sentence, with_placeholders("title", "count")]
    finish: Text
