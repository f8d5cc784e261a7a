"""The words of a link to keep or to share, and of what it shows, by section of `content/en/screens.toml`."""

from collections.abc import Mapping
from typing import Annotated

from data.content.files import Content, Sentence, Text, with_placeholders
from data.record.viewer_link import Section


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
