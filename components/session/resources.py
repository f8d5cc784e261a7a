"""What all sessions share, opened once: the database, the limits and the words."""

from functools import cache
from threading import BoundedSemaphore, Lock

from components.session.rate_limits import Limit, WrongKeys
from data.instrument.instrument import Instrument, load
from data.retention.day_store import KnownDay
from data.settings import settings
from data.storage.store import Store
from data.wording.group_words import GroupWords
from data.wording.group_words import load as load_group_words
from data.wording.screens import Wording
from data.wording.screens import load as load_wording

MINUTE, HOUR, DAY = 60, 3600, 86400
MAX_EXPORTS = 2


@cache
def store() -> Store:
    """The one open database of this process."""
    return Store(settings().database, demo=settings().demo)


@cache
def known_day() -> KnownDay:
    """The day that this process goes by."""
    return KnownDay(store())


@cache
def instrument() -> Instrument:
    """The questions and rules that a new assessment is taken with."""
    return load()


@cache
def wording() -> Wording:
    """The words of the screens."""
    return load_wording()


@cache
def group_words() -> GroupWords:
    """The words of whatever is about groups."""
    return load_group_words()


@cache
def handshakes() -> Limit:
    """Connections opened by one address in a minute."""
    return Limit(settings().handshakes_per_minute, MINUTE)


@cache
def assessments() -> Limit:
    """Assessments finished from one address in an hour: a whole workshop sits behind one address."""
    return Limit(settings().assessments_per_hour, HOUR)


@cache
def new_teams() -> Limit:
    """Teams made from one address in a day."""
    return Limit(settings().teams_per_day, DAY)


@cache
def wrong_keys() -> WrongKeys:
    """Different keys tried from one address in an hour that open nothing."""
    return WrongKeys(settings().wrong_keys_per_hour, HOUR)


@cache
def specs() -> Lock:
    """A turn at writing a chart down: Altair has one way to write data for all threads, and Streamlit exchanges it meanwhile."""
    return Lock()


@cache
def exports() -> BoundedSemaphore:
    """A turn at making a file: each takes a processor for a second or two, so two at a time, and others wait."""
    return BoundedSemaphore(MAX_EXPORTS)
