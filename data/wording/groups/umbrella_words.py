"""The words of several teams that hold a round together, a part of `content/en/groups.toml`."""

from typing import Annotated

from data.content.files import Content, Sentence, Text, with_placeholders


class UmbrellaWords(Content):
    who: Text
    choices: tuple[Text, Text]
    lead: Text
    name: Text
    teams: Text
    invite_title: Text
    invite_lead: Text
    more: Annotated[Sentence, with_placeholders("number")]
    poster: Annotated[Sentence, with_placeholders("number")]
    calendar: Annotated[Sentence, with_placeholders("number")]
    needed: Text
    joined_by: Text
    with_others: Text
    floor: Text
    another: Text
    own: Text
    change: Text
    numbered: Annotated[Sentence, with_placeholders("number")]
    teams_named: Text
    shown_title: Text
    shown_lead: Text
    shown_whole: Text
    shown_column: Annotated[Sentence, with_placeholders("number", "people")]
    shown_caption: Text
