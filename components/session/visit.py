"""Who is here: whose answers this visit writes, and whose profile it shows. Proved by the cookies on every run."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import cast

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components.session import client_address, cookies, resources
from data import days
from data.database_address import PostgresAddress
from data.errors import BadKey, DatabaseUnreachable, StoreTrouble
from data.groups import contribution_store, team_store
from data.instrument.instrument import CURRENT
from data.keys import Kind, fingerprint, is_key, new_key
from data.record import record_store
from data.record.record import Record
from data.retention import erasure
from data.settings import settings
from data.sharing import viewer_link_store

# The record as this tab read or saved it last, where its database can be out of reach; and why it could not be read just now.
_READ, _UNREACHABLE = "record_read", "unreachable"


@dataclass(frozen=True)
class Visit:
    """One run's view of who is here.

    Attributes:
        key: opens the record that new answers go to.
        has_cookie: False where the browser keeps no cookie, so that only the personal link leads back.
        opened: opens somebody's profile that was reached through its link; never written to.
    """

    # Keys stay out of every repr, and so out of every log.
    key: str = field(repr=False)
    has_cookie: bool
    opened: str | None = field(repr=False)

    @property
    def shown(self) -> str:
        """The key of the profile that is shown."""
        return self.opened or self.key


def current() -> Visit:
    """This run's visit. A tab whose browser has meanwhile taken over another profile forgets what it held of the former one."""
    own = _cookie(cookies.own_name())
    if run := get_script_run_ctx():
        resources.session_owners().note(run.session_id, fingerprint(own) if own else "")
    # Where no cookie is kept the session has a key of its own, so that answers are safe while the tab is open.
    key = own or str(st.session_state.setdefault("visit_key", new_key()))
    if st.session_state.setdefault("visit_of", key) != key:
        # Widgets as well: what was typed for the former profile must not be saved into this one.
        st.session_state.clear()
        st.session_state["visit_of"] = key
    # Whoever opens their own link on their own device visits nobody.
    opened = _cookie(cookies.opened_name())
    return Visit(key=key, has_cookie=own is not None, opened=opened if opened != key else None)


def own_record() -> Record:
    """The record that this visit writes to; an empty one before anything was saved.

    While the database cannot be reached, it is as this tab read it last: drawn without it, a screen would lose what is typed there.
    """
    key = current().key
    try:
        record = record_store.read(resources.store(), key, keep_until=keep_until()) or Record()
    except DatabaseUnreachable as trouble:
        st.session_state[_UNREACHABLE] = trouble
        if _READ not in st.session_state:
            raise
        return cast(Record, st.session_state[_READ])
    st.session_state.pop(_UNREACHABLE, None)
    _remember(record)
    # The visit matters more than the date of a link, or than being counted: on a full disk the next one does it.
    with suppress(StoreTrouble):
        viewer_link_store.extend_open_ended(resources.store(), record, keep_until=keep_until())
        network = client_address.network_of_visit()
        return contribution_store.join_later(
            resources.store(), current().key, record, today=utc_today(), keep_until=keep_until(), network=network
        )
    return record


def last_trouble() -> DatabaseUnreachable | None:
    """Why the screen that was just drawn shows an older record, where it does."""
    trouble: DatabaseUnreachable | None = st.session_state.pop(_UNREACHABLE, None)
    return trouble


def viewed_record() -> Record | None:
    """The record whose profile is shown; None where there is none."""
    return record_store.read(resources.store(), current().shown, keep_until=keep_until())


def change(make: Callable[[Record], Record]) -> Record:
    """The record that this visit writes to, changed and safely on disk. Whatever is raised leaves it as it was."""
    changed = record_store.change(resources.store(), current().key, make, keep_until=keep_until())
    _remember(changed)
    return changed


def delete() -> bool:
    """Delete the record that this visit writes to, every link to it, and what waits to be counted; whether there was one."""
    deleted = erasure.delete_everything(resources.store(), current().key)
    st.session_state.pop(_READ, None)
    return deleted


def join_reference_pool() -> None:
    """Let the latest result wait to be mixed among everyone, where its person agreed and was not counted lately."""
    network = client_address.network_of_visit()
    contribution_store.join_everyone(resources.store(), current().key, today=utc_today(), keep_until=keep_until(), network=network)


def now() -> datetime:
    """What the clock says, in UTC. It may be wrong, so nothing is kept or erased by it."""
    return datetime.now(UTC)


def utc_today() -> date:
    """The day, in UTC, as far as the clock can be believed: no time of day is ever kept."""
    return resources.known_day().today(now().date())


def local_today() -> date:
    """The person's own calendar day, by the time zone that their browser names; UTC where it names none that is known."""
    return believed(days.of_person(now(), st.context.timezone))


def lasting_day() -> date:
    """The earliest day that has not ended everywhere on Earth, for whatever holds through its last day."""
    return believed(days.lasting(now()))


def believed(day: date) -> date:
    """A day that was told from the clock, as far as that can be believed: a clock in doubt is as wrong in every time zone."""
    return day + (utc_today() - now().date())


def viewer_key(*, second: bool = False) -> str | None:
    """The key of the viewer link that this browser has opened; None where there is none."""
    return _cookie(cookies.viewer_name(second=second))


def team_key(kind: Kind) -> str | None:
    """The key of the team's link of that kind that this browser has opened; None where there is none."""
    return _cookie(cookies.team_name(kind))


def new_sheets() -> str:
    """The version that a new sheet is of: that of the open round whose link this browser has opened, else the current one."""
    key = team_key(Kind.JOIN)
    if key is None:
        return CURRENT
    try:
        round = team_store.invitation(resources.store(), key).round
    except BadKey:
        return CURRENT
    # Who comes through the link of an older round gets its statements: one round counts one version (docs/rk11.md 8).
    return round.instrument if round.takes_answers(lasting_day()) else CURRENT


def keep_until() -> date:
    """The last day on which what is opened today is kept."""
    return settings().keep_until(utc_today())


def _remember(record: Record) -> None:
    # A file is here as long as its process is, so a second copy of every record would only take memory.
    if isinstance(settings().database, PostgresAddress):
        st.session_state[_READ] = record


def _cookie(name: str) -> str | None:
    value = st.context.cookies.get(name)
    # Anything else would be refused by the store, in the middle of a screen.
    return value if value and is_key(value) else None
