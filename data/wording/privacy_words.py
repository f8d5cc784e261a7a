"""Everything that is held about anybody, in words, for the privacy screen."""

from typing import Annotated

from pydantic import AfterValidator

from data.content import files
from data.content.files import Content, Sentence, Text, placeholders
from data.content.language import Language


def _at_most_keep_days(text: str) -> str:
    """What the operator has set is said of a record only."""
    if placeholders(text) - {"keep_days"}:
        raise ValueError("the only gap in this sentence may be {keep_days}")
    return text


class Held(Content):
    """One table of the database: what it holds, who can read it, and for how long it is kept."""

    table: Text
    what: Text
    who: Text
    until: Annotated[Sentence, AfterValidator(_at_most_keep_days)]

    def how_long(self, keep_days: int) -> str:
        """For how long, where a record is kept for so many days after it was last opened."""
        return self.until.format(keep_days=keep_days)


class FieldMeaning(Content):
    """One field of a record, by its path in the file that somebody downloads."""

    path: Text
    meaning: Text


class PrivacyWords(Content):
    title: Text
    lead: Text
    promise_title: Text
    promise: Text
    operator_title: Text
    operator_name: Text
    operator_contact: Text
    not_named: Text
    held_title: Text
    where: Text
    who: Text
    until: Text
    held: tuple[Held, ...]
    nowhere_title: Text
    nowhere: Text
    cookies_title: Text
    cookies: Text
    # Said where there is a choice.
    cookies_language: Text
    fields_title: Text
    fields_lead: Text
    fields: tuple[FieldMeaning, ...]
    accessibility_title: Text
    accessibility: Text


def load(language: Language) -> PrivacyWords:
    return files.load(PrivacyWords, "privacy", language)
