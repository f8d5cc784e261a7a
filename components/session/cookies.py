"""The cookies: whose answers this browser writes, whose profile it has opened through a link, what it was shown, and its language."""

from data.groups.team_store import TEAM_KINDS
from data.keys import Kind
from data.settings import settings

# Browsers cap a cookie's life at 400 days; every page load renews it.
OWN_SECONDS = 400 * 86400
# A profile opened through its link is soon closed again on a borrowed device.
OPENED_SECONDS = 3600
# The same for what somebody was shown; their link opens it again.
VIEWER_SECONDS = 3600
# A round lasts days, and an organiser comes back to close it.
TEAM_SECONDS = 60 * 86400


def own_name() -> str:
    """The name of the cookie that holds the browser's own key; `__Host-` binds it to this host where there is TLS."""
    return _name("rk_own")


def opened_name() -> str:
    """The name of the cookie that holds the key of a profile opened through its link."""
    return _name("rk_opened")


def viewer_name(*, second: bool = False) -> str:
    """The name of the cookie that holds the key of a viewer link; there is a second, for laying two side by side."""
    return _name("rk_viewer_2" if second else "rk_viewer")


def team_name(kind: Kind) -> str:
    """The name of the cookie that holds the key of a team's link of that kind: join, insights or manage."""
    return _name(f"rk_{kind}")


def language_name() -> str:
    """The name of the cookie that holds the language which somebody chose here."""
    return _name("rk_language")


def every_name() -> tuple[str, ...]:
    """All of them, for a device that shall forget."""
    return own_name(), opened_name(), language_name(), viewer_name(), viewer_name(second=True), *map(team_name, TEAM_KINDS)


def set_cookie(name: str, key: str, seconds: int) -> str:
    """A Set-Cookie value that keeps the key out of reach of scripts and of other sites' requests."""
    # Lax and not Strict: on a page that was opened from a mail one's own key would stay away, and a new one would take its place.
    return f"{name}={key}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{_secure()}"


def expire_cookie(name: str) -> str:
    """A Set-Cookie value that makes the browser forget the cookie."""
    # With the same path, and under __Host- as Secure again, or a browser would keep the old one.
    return f"{name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{_secure()}"


def _name(plain: str) -> str:
    return f"__Host-{plain}" if settings().is_https else plain


def _secure() -> str:
    return "; Secure" if settings().is_https else ""
