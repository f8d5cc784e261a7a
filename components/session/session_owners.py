"""Which browser each session of Streamlit belongs to, so that its name alone opens it to nobody else."""

from collections import OrderedDict
from threading import Lock

# More than are open at once on one machine; the one that was quiet for longest is forgotten first, and begins anew on a reconnect.
_MOST = 50_000


class SessionOwners:
    """The browser by session, told apart by a fingerprint of its key and never by the key."""

    def __init__(self) -> None:
        self._owners: OrderedDict[str, str] = OrderedDict()
        self._lock = Lock()

    def note(self, session: str, browser: str) -> None:
        """This session has just been used by that browser."""
        with self._lock:
            self._owners[session] = browser
            self._owners.move_to_end(session)
            if len(self._owners) > _MOST:
                self._owners.popitem(last=False)

    def owns(self, session: str, browser: str) -> bool:
        """Whether that browser was the last to use the session; False for one that nobody used."""
        return self._owners.get(session) == browser
