"""The words of the screens on the way from the start page to the last step, by section of `content/en/screens.toml`."""

from data.content.files import Content, Text


class Frame(Content):
    name: Text
    demo: Text
    profile: Text
    privacy: Text
    forget: Text
    forget_sure: Text
    forget_yes: Text
    error: Text
    wait: Text


class Welcome(Content):
    title: Text
    lead: Text
    facts: Text
    promise: Text
    consent_title: Text
    consent_needed: Text
    start: Text
    go_on: Text
    start_over: Text
    start_over_sure: Text
    start_over_yes: Text
    waiting_title: Text
    waiting: Text
    finished_title: Text
    finished: Text
    open_profile: Text
    again: Text
    file_title: Text
    file_lead: Text
    file_label: Text
    file_replaces: Text
    file_holds: Text
    file_results: tuple[Text, ...]
    file_draft: tuple[Text, ...]
    file_use: Text
    link_unknown: Text
    link_wait: Text
    link_other: Text
    link_altered: Text
    device_left: Text
    deleted: Text


class Step(Content):
    progress: Text
    go_on: Text
    back: Text
    clear: Text
    not_answered: Text
    restored: Text
    not_allowed: Text
    too_long: Text
    room: Text
    cleaned: Text
    also_elsewhere: Text
    none_under_way: Text
    gone: Text
    to_start: Text
    to_profile: Text
    not_resumable: Text


class LifeStage(Content):
    title: Text
    lead: Text
    choose: Text
    age_title: Text


class JobAndWork(Content):
    title: Text
    words_title: Text
    portraits_title: Text
    statements_title: Text


class Drive(Content):
    title: Text


class Path(Content):
    title: Text


class Balance(Content):
    title: Text
    week_title: Text
    week_lead: Text
    total: Text
    less: Text
    more: Text
    statements_title: Text
    obstacles_title: Text
    obstacles_label: Text
    star_label: Text
    other: Text


class Reflect(Content):
    title: Text
    lead: Text
    open_title: Text
    open_lead: Text
    prompts_title: Text
    open_go: Text
    all_answered: Text
    open_on: Text
    finish: Text
