"""The words of an organiser's desk, a part of `content/en/groups.toml`."""

from typing import Annotated

from data.content.files import Content, Sentence, Text, with_placeholders


class DeskWords(Content):
    save_title: Text
    save_lead: Text
    keep: Text
    keep_why: Text
    kept: Text
    take_out: Text
    made_before: Text
    invite_title: Text
    calendar: Text
    look_title: Text
    needed: Text
    round_over: Annotated[Sentence, with_placeholders("number", "day")]
    meanwhile: Text
    later_title: Text
    later_lead: Annotated[Sentence, with_placeholders("day")]
    later_day: Text
    later: Text
    moved: Annotated[Sentence, with_placeholders("day")]
    more_time: Text
    more_time_choices: tuple[Text, Text, Text, Text]
    another_first: Text
    own_title: Text
    own_open: Annotated[Sentence, with_placeholders("number")]
    own_take_out: Annotated[Sentence, with_placeholders("number")]
    own_forgotten: Text
