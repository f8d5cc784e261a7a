"""Everything that is held about anybody, in words, for the privacy screen."""

from functools import cache

from pydantic import ValidationError

from data.content.files import CONTENT, Content, Text, first_mistake, read_documents, refusal

_FILE = "privacy"


class Held(Content):
    """One table of the database: what it holds, who can read it, and for how long it is kept."""

    table: Text
    what: Text
    who: Text
    # `{keep_days}` stands for what the operator has set.
    until: Text

    def kept(self, keep_days: int) -> str:
        """For how long, where a record is kept for so many days after it was last opened."""
        return self.until.replace("{keep_days}", str(keep_days))


class FieldMeaning(Content):
    """One field of a record, by its path in the file that somebody downloads."""

    path: Text
    meaning: Text


class Privacy(Content):
    title: Text
    lead: Text
    promise_title: Text
    promise: Text
    held_title: Text
    where: Text
    who: Text
    until: Text
    held: tuple[Held, ...]
    nowhere_title: Text
    nowhere: Text
    cookies_title: Text
    cookies: Text
    fields_title: Text
    fields_lead: Text
    fields: tuple[FieldMeaning, ...]
    accessibility_title: Text
    accessibility: Text


@cache
def load() -> Privacy:
    """The words of the privacy screen, read once per process; BadContent names the place of a mistake."""
    try:
        return Privacy.model_validate(read_documents(CONTENT, (_FILE,))[_FILE])
    except ValidationError as error:
        _, mistake = first_mistake(error, {})
    raise refusal(f"{_FILE}.toml", mistake)
