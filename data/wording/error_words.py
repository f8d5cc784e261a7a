"""What is said where something is refused, from `errors.toml`: the words for whatever `data/errors.py` names."""

from typing import Annotated

from data.content import files
from data.content.files import Content, Sentence, Text, with_placeholders
from data.content.language import Language
from data.errors import RekindleError


class RuleWords(Content):
    """A sentence for every rule that an error may name."""

    draft_under_way: Text
    draft_gone_unsaved: Text
    draft_gone: Text
    content: Annotated[Sentence, with_placeholders("file", "place", "rule")]
    version_unknown: Text
    record_full: Annotated[Sentence, with_placeholders("limit")]
    file_too_large: Text
    file_damaged: Text
    file_not_ours: Text
    file_result_newer: Text
    file_answers_unasked: Text
    file_newer: Text
    file_changed: Annotated[Sentence, with_placeholders("at")]
    record_unreadable: Text
    saved_meanwhile: Text
    goal_under_way: Text
    values_to_pick: Annotated[Sentence, with_placeholders("count")]
    nothing_written: Text
    blank_left: Text
    check_too_soon: Text
    check_too_few: Text
    text_too_long: Annotated[Sentence, with_placeholders("most")]
    answer_not_offered: Annotated[Sentence, with_placeholders("part")]
    answer_not_allowed: Text
    text_of_page_too_long: Annotated[Sentence, with_placeholders("most")]
    demonstration: Text
    not_a_demonstration: Text
    key_opens_nothing: Text
    database_in_use: Annotated[Sentence, with_placeholders("pid")]
    database_in_use_by_another: Text
    database_not_ours: Text
    disk_full: Text
    database_read_only: Text
    database_of_newer_duckdb: Text
    database_failed: Text
    database_unreachable: Text
    postgres_unreachable: Annotated[Sentence, with_placeholders("place")]
    postgres_address: Text
    postgres_no_driver: Text
    postgres_too_old: Annotated[Sentence, with_placeholders("version", "oldest")]
    postgres_read_only: Text
    postgres_of_something_else: Text
    not_for_postgres: Text
    move_same_kind: Text
    move_no_address: Text
    move_target_holds: Annotated[Sentence, with_placeholders("place")]
    move_source_older: Text
    move_source_in_use: Annotated[Sentence, with_placeholders("place")]
    move_differs: Text
    database_log_alone: Annotated[Sentence, with_placeholders("file")]
    database_mounted_alone: Text
    database_not_exchangeable: Text
    rewrite_differs: Text
    database_of_something_else: Text
    database_newer: Text
    database_upgraded: Text
    upgrade_beside_others: Text
    database_closed: Text
    database_log_kept: Text
    secret_unusable: Annotated[Sentence, with_placeholders("file")]
    waiting_unreadable: Text
    round_without_key: Text
    agreements_settled: Text
    agreements_full: Annotated[Sentence, with_placeholders("most")]
    team_name: Annotated[Sentence, with_placeholders("most")]
    team_name_sign: Annotated[Sentence, with_placeholders("sign")]
    mixed_meanwhile: Text
    already_mixed: Text
    already_mixed_afresh: Text
    umbrella_size: Annotated[Sentence, with_placeholders("fewest", "most")]
    umbrella_twice: Annotated[Sentence, with_placeholders("place")]
    waits_elsewhere: Text
    result_too_old: Annotated[Sentence, with_placeholders("days")]
    round_closed: Text
    round_still_open: Text
    round_closed_already: Text
    closing_day: Annotated[Sentence, with_placeholders("days")]
    last_day_moved: Annotated[Sentence, with_placeholders("days")]
    too_many_teams: Annotated[Sentence, with_placeholders("most")]
    link_opens_nothing: Text
    too_many_links: Annotated[Sentence, with_placeholders("most")]
    no_database: Text
    day_in_doubt: Text
    wrong_day: Annotated[Sentence, with_placeholders("clock")]
    setting_database: Annotated[Sentence, with_placeholders("name")]
    setting_file_path: Annotated[Sentence, with_placeholders("name")]
    setting_folder_path: Annotated[Sentence, with_placeholders("name")]
    setting_web_address: Annotated[Sentence, with_placeholders("name")]
    setting_count: Annotated[Sentence, with_placeholders("name")]
    setting_seconds: Annotated[Sentence, with_placeholders("name")]
    setting_days: Annotated[Sentence, with_placeholders("name")]
    setting_invented: Annotated[Sentence, with_placeholders("name")]
    setting_our_proxy: Annotated[Sentence, with_placeholders("name")]
    setting_language: Annotated[Sentence, with_placeholders("name")]
    setting_language_unknown: Annotated[Sentence, with_placeholders("tag")]
    setting_name: Annotated[Sentence, with_placeholders("name")]
    setting_place: Annotated[Sentence, with_placeholders("name")]
    setting_places: Annotated[Sentence, with_placeholders("name")]
    setting_web_page: Annotated[Sentence, with_placeholders("name")]
    setting_logo: Annotated[Sentence, with_placeholders("name")]
    setting_accent: Annotated[Sentence, with_placeholders("name")]
    setting_accent_contrast: Annotated[Sentence, with_placeholders("colour")]
    setting_port: Annotated[Sentence, with_placeholders("name")]
    setting_ip_address: Annotated[Sentence, with_placeholders("name")]
    setting_log_format: Annotated[Sentence, with_placeholders("name")]
    setting_metrics_taken: Annotated[Sentence, with_placeholders("port")]
    setting_hosts: Text
    setting_hosts_comma: Text
    given_up: Text
    database_gone: Text
    rewrite_given_up: Text
    no_room_to_rewrite: Text
    backup_there: Annotated[Sentence, with_placeholders("file")]
    backup_no_folder: Annotated[Sentence, with_placeholders("file")]
    backup_no_room: Annotated[Sentence, with_placeholders("file")]
    backup_no_room_beside: Text
    backup_not_writable: Annotated[Sentence, with_placeholders("file")]
    backup_differs: Text
    backup_not_found: Annotated[Sentence, with_placeholders("file")]
    backup_is_the_database: Annotated[Sentence, with_placeholders("file")]
    backup_newer: Annotated[Sentence, with_placeholders("file")]
    backup_not_ours: Annotated[Sentence, with_placeholders("file")]
    backup_of_another_kind: Annotated[Sentence, with_placeholders("file")]
    restore_no_room: Text
    restore_before_there: Annotated[Sentence, with_placeholders("file")]
    no_language: Annotated[Sentence, with_placeholders("folder")]


class CommandWords(Content):
    """What the command line says of itself."""

    description: Text
    mix: Text
    confirm: Text
    day: Text
    mixed: Annotated[Sentence, with_placeholders("people", "rounds")]
    mixed_before: Annotated[Sentence, with_placeholders("rounds")]
    confirmed: Annotated[Sentence, with_placeholders("day")]
    server_mixes: Text
    pseudo: Text
    folder: Text
    made: Annotated[Sentence, with_placeholders("folder")]
    backup: Text
    restore: Text
    file: Text
    backed_up: Annotated[Sentence, with_placeholders("file")]
    restored: Annotated[Sentence, with_placeholders("file")]
    restored_beside: Annotated[Sentence, with_placeholders("file", "before")]
    move: Text
    to: Text
    moved: Annotated[Sentence, with_placeholders("place", "rows", "tables", "records")]


class ErrorWords(Content):
    not_started: Annotated[Sentence, with_placeholders("why")]
    rules: RuleWords
    command: CommandWords


def load(language: Language) -> ErrorWords:
    return files.load(ErrorWords, "errors", language)


def sentence(error: RekindleError, language: Language) -> str:
    """What happened and what to do, as one calm sentence that anybody may see."""
    # By name and unchecked here: a test holds every rule that is raised to a sentence, and every sentence to a rule.
    form: str = getattr(load(language).rules, error.rule)
    return form.format(**error.values)
