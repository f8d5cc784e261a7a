"""The words of the journal, from `content/en/screens.toml`."""

from typing import Annotated

from data.content.files import Content, Sentence, Text, with_placeholders


class JournalWords(Content):
    title: Text
    lead: Text
    private: Text
    goal_title: Text
    goal_ask: Annotated[Sentence, with_placeholders("month")]
    goal_set: Text
    goal_of: Annotated[Sentence, with_placeholders("month")]
    goal_open: Text
    goal_due: Text
    goal_done: Text
    goal_carry: Annotated[Sentence, with_placeholders("month")]
    goal_drop: Text
    goal_former: Text
    goal_how: Text
    goal_minutes: Annotated[Sentence, with_placeholders("minutes")]
    goal_when: Text
    goal_when_ask: Text
    goal_when_change: Text
    goal_when_keep: Text
    goal_why: Text
    goal_started_ask: Text
    goal_started_yes: Text
    goal_started_no: Text
    goal_started: Text
    goal_not_started: Text
    check_title: Text
    check_open: Annotated[Sentence, with_placeholders("name")]
    check_lead: Text
    check_keep: Text
    check_next: Annotated[Sentence, with_placeholders("day")]
    check_alt: Annotated[Sentence, with_placeholders("name", "points")]
    check_caption: Text
    state_done: Text
    state_dropped: Text
    state_carried: Text
    gratitude_title: Text
    gratitude_lead: Text
    gratitude_lines: tuple[Text, ...]
    gratitude_keep: Text
    days_alt: Annotated[Sentence, with_placeholders("month", "count")]
    days_table: Text
    milestone_title: Text
    milestone_lead: Text
    milestone_ask: Text
    milestone_day: Text
    milestone_keep: Text
    remove: Text
    values_title: Text
    values_lead: Text
    values_pick: Text
    values_ask: Text
    values_keep: Text
    sentences_title: Text
    sentences_keep: Text
    month_title: Text
    month_ask: Text
    month_notes: Text
    month_results: Text
    month_empty: Text
