"""What all sessions share, opened once: the database and the limits; and the words, in the language of this visit."""

from functools import cache, partial
from threading import BoundedSemaphore, Lock

from components.session import language
from components.session.rate_limits import Limit, SharedLimit, WrongKeys
from components.session.readiness import Readiness
from components.session.session_owners import SessionOwners
from data.content.language import Language
from data.database_address import PostgresAddress
from data.instrument.instrument import CURRENT, Instrument
from data.instrument.instrument import load as load_instrument
from data.retention import upkeep
from data.retention.day_store import KnownDay
from data.settings import settings
from data.storage.engines.attempt_store import AttemptStore
from data.storage.engines.opening import open_store
from data.storage.store import Store
from data.wording import personal_values, screens
from data.wording.dates_and_numbers import Dates, Numbers
from data.wording.error_words import ErrorWords
from data.wording.error_words import load as load_error_words
from data.wording.export_words import ExportWords
from data.wording.export_words import load as load_export_words
from data.wording.groups.agreement_words import AgreementWords
from data.wording.groups.agreement_words import load as load_agreement_words
from data.wording.groups.group_words import GroupWords
from data.wording.groups.group_words import load as load_group_words
from data.wording.groups.guide_words import GuideWords
from data.wording.groups.guide_words import load as load_guide_words
from data.wording.groups.slide_words import SlideWords
from data.wording.groups.slide_words import load as load_slide_words
from data.wording.method_words import MethodWords
from data.wording.method_words import load as load_method_words
from data.wording.personal_values import ListedValue
from data.wording.privacy_words import PrivacyWords
from data.wording.privacy_words import load as load_privacy_words
from data.wording.screens import Wording

MINUTE, HOUR, DAY = 60, 3600, 86400
MAX_EXPORTS = 2


@cache
def store() -> Store:
    """The one open database of this process, and the secret that opens what waits in it."""
    opened = open_store(settings().database, demo=settings().demo, secret_file=settings().secret_file)
    upkeep.greet(opened)
    return opened


@cache
def attempts() -> AttemptStore | None:
    """What counts for all processes on one database; None for the one process that holds a file, and counts by itself."""
    return AttemptStore(store()) if isinstance(settings().database, PostgresAddress) else None


@cache
def known_day() -> KnownDay:
    return KnownDay(store())


def instrument(version: str = CURRENT) -> Instrument:
    """The questions and rules of that version, by default the one that a new assessment is taken with, in the words of this visit."""
    return load_instrument(version, language.current())


def promised(version: str = CURRENT) -> dict[str, int]:
    """How many statements a sheet of that version has, and about how many minutes it takes: for the sentences that say so."""
    # Of English, whose numbers are those of every language.
    asked = load_instrument(version)
    return {"statements": asked.statements, "minutes": asked.minutes}


def wording(spoken: Language | None = None) -> Wording:
    """The words of the screens: those of this visit, or of the language that a page is asked for in."""
    return screens.load(spoken or language.current())


def group_words() -> GroupWords:
    return load_group_words(language.current())


def agreement_words() -> AgreementWords:
    """What a team may agree on, and the words around it."""
    return load_agreement_words(language.current())


def guide_words() -> GuideWords:
    """The words of the conversation about a team's totals."""
    return load_guide_words(language.current())


def slide_words() -> SlideWords:
    """The words of a team's totals one finding at a time."""
    return load_slide_words(language.current())


def export_words() -> ExportWords:
    return load_export_words(language.current())


def error_words() -> ErrorWords:
    return load_error_words(language.current())


def method_words() -> MethodWords:
    """The words on how Rekindle works."""
    return load_method_words(language.current())


def privacy_words() -> PrivacyWords:
    return load_privacy_words(language.current())


def listed_values() -> tuple[ListedValue, ...]:
    return personal_values.load(language.current())


def dates() -> Dates:
    """Days and months, as this visit writes them."""
    return Dates(language.current())


def numbers() -> Numbers:
    """Numbers, as this visit writes them."""
    return Numbers(language.current())


@cache
def session_owners() -> SessionOwners:
    return SessionOwners()


@cache
def readiness() -> Readiness:
    """Whether people can save just now."""
    return Readiness(lambda patience: store().is_writable(patience_seconds=patience))


@cache
def connection_limit() -> Limit:
    """Connections opened by one address in a minute, to this process: what it keeps is the process's own strength."""
    return Limit(settings().handshakes_per_minute, MINUTE)


@cache
def finish_limit() -> Limit:
    """Assessments finished from one address in an hour: a whole workshop sits behind one address."""
    return _counted_together("finished", settings().assessments_per_hour, HOUR)


@cache
def team_limit() -> Limit:
    """Teams made from one address in a day."""
    return _counted_together("teams", settings().teams_per_day, DAY)


@cache
def wrong_key_limit() -> WrongKeys:
    """Different keys tried from one address in an hour that open nothing."""
    return WrongKeys(_counted_together("wrong keys", settings().wrong_keys_per_hour, HOUR), HOUR)


def _counted_together(limit: str, most: int, seconds: int) -> Limit:
    counting = attempts()
    if counting is None:
        return Limit(most, seconds)
    return SharedLimit(most, seconds, partial(counting.take, limit, most=most, seconds=seconds))


@cache
def chart_lock() -> Lock:
    """A turn at writing a chart down: Altair has one way to write data for all threads, and Streamlit exchanges it meanwhile."""
    return Lock()


@cache
def export_slots() -> BoundedSemaphore:
    """A turn at making a file: each takes a processor for a second or two, so two at a time, and others wait."""
    return BoundedSemaphore(MAX_EXPORTS)
