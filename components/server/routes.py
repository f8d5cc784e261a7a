"""The routes beside Streamlit: opening a link, taking a profile over, forgetting a device, and the health check."""

from typing import Any

from anyio import to_thread
from pydantic_core import from_json
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from components.server import browser_key, link_previews
from components.session import client_address, cookies, resources, visit
from data.content.files import CONTENT
from data.errors import RekindleError
from data.groups import team_store
from data.keys import Kind, fingerprint, is_key
from data.record import record_store
from data.settings import settings
from data.sharing import viewer_link_store

OPENING = (CONTENT / "opening.html").read_text(encoding="utf-8")
# A script of another site cannot set this header without asking first, and is refused (docs/security.md 1.3).
OWN_HEADER = "x-rekindle"
# A day: unfurlers come often, and the picture changes with a release at most.
PICTURE_SECONDS = 86_400
# A claim is a key and a few words; more is somebody else's business.
MAX_BODY = 1024
UNKNOWN_LINK, WAIT = "/?link=unknown", "/?link=wait"
ANOTHER_LINK = "/profile?link=other"
TEAM_SCREENS = {Kind.JOIN: "/team", Kind.MANAGE: "/team", Kind.INSIGHTS: "/insights"}
# Whoever pastes a second link beside one that is open stays there, whatever comes of it.
UNKNOWN_SECOND, WAIT_SECOND = "/shared?link=unknown", "/shared?link=wait"


async def opening(_: Request) -> Response:
    """The small page that reads a key from the fragment, wipes it from the address bar and claims it."""
    return HTMLResponse(OPENING, headers={"Cache-Control": "no-store"})


async def claim(request: Request) -> Response:
    """Sets the cookie that goes with a key, or with `keep` makes the opened profile this device's own; says where to go.

    With `second` only a viewer link counts: it is laid beside the one that is open.
    """
    asked = await _asked(request)
    if asked is None:
        return _refusal(400)
    if asked.get("keep") is True:
        return _keep(request, asked.get("shown"))
    second = asked.get("second") is True
    if resources.wrong_keys().reached(client_address.of_connection(request)):
        return JSONResponse({"go": WAIT_SECOND if second else WAIT}, status_code=429)
    key = asked.get("key")
    if isinstance(key, str) and is_key(key):
        if not second and await _opens_a_record(key):
            return _going("/profile", cookies.kept(cookies.opened_name(), key, cookies.OPENED_SECONDS))
        if await _shows_something(key):
            return _going("/shared", cookies.kept(cookies.viewer_name(second=second), key, cookies.VIEWER_SECONDS))
        if not second and (kind := await _team_kind(key)):
            return _going(TEAM_SCREENS[kind], cookies.kept(cookies.team_name(kind), key, cookies.TEAM_SECONDS))
    resources.wrong_keys().allows(client_address.of_connection(request))
    return JSONResponse({"go": UNKNOWN_SECOND if second else UNKNOWN_LINK}, status_code=404)


async def forget(request: Request) -> Response:
    """Clears the cookies of this device: with `opened` only the opened profile, with `second` only the second link."""
    asked = await _asked(request)
    if asked is None:
        return _refusal(400)
    if asked.get("opened") is True:
        return _going("/", cookies.dropped(cookies.opened_name()))
    if asked.get("second") is True:
        return _going("/shared", cookies.dropped(cookies.viewer_name(second=True)))
    return _going("/?left=device", *map(cookies.dropped, cookies.every_name()))


async def preview_picture(_: Request) -> Response:
    """What a pasted link unfurls to; the same for every link."""
    picture = await to_thread.run_sync(link_previews.picture)
    return Response(picture, media_type="image/png", headers={"Cache-Control": f"public, max-age={PICTURE_SECONDS}"})


async def healthz(_: Request) -> Response:
    """200 only when the database answers a write."""
    writable = await to_thread.run_sync(resources.store().is_writable)
    return PlainTextResponse("ok" if writable else "the database cannot be written", status_code=200 if writable else 503)


def _keep(request: Request, shown: object) -> Response:
    key = browser_key.opened_key(request.headers)
    if key is None:
        return JSONResponse({"go": UNKNOWN_LINK}, status_code=404)
    if fingerprint(key) != shown:
        # Another tab has opened another link since. What is open now is drawn, and nothing is taken over unseen.
        return _going(ANOTHER_LINK)
    kept = cookies.kept(cookies.own_name(), key, cookies.OWN_SECONDS)
    return _going("/profile", kept, cookies.dropped(cookies.opened_name()))


async def _opens_a_record(key: str) -> bool:
    keep_until = settings().keep_until(visit.today())
    try:
        return await to_thread.run_sync(lambda: record_store.read(resources.store(), key, keep_until=keep_until) is not None)
    except RekindleError:
        return False


async def _shows_something(key: str) -> bool:
    try:
        return await to_thread.run_sync(lambda: viewer_link_store.read(resources.store(), key, visit.today()) is not None)
    except RekindleError:
        return False


async def _team_kind(key: str) -> Kind | None:
    try:
        return await to_thread.run_sync(team_store.kind_of, resources.store(), key)
    except RekindleError:
        return None


async def _asked(request: Request) -> dict[str, Any] | None:
    """The JSON object that our own script sent; None for anything else."""
    if OWN_HEADER not in request.headers:
        return None
    try:
        # Python's own reader would run out of stack on a thousand brackets.
        asked = from_json(await _little(request))
    except ValueError:
        return None
    return asked if isinstance(asked, dict) else None


async def _little(request: Request) -> bytes:
    """What was sent, read only so far as a claim can be long, whatever length was told. Of more than that, nothing."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MAX_BODY:
            return b""
    return body


def _refusal(status: int) -> Response:
    return JSONResponse({"go": UNKNOWN_LINK}, status_code=status)


def _going(where: str, *set_cookies: str) -> Response:
    response = JSONResponse({"go": where}, headers={"Cache-Control": "no-store"})
    for value in set_cookies:
        response.headers.append("Set-Cookie", value)
    return response


ROUTES = [
    Route("/open", opening),
    Route("/claim", claim, methods=["POST"]),
    Route("/forget", forget, methods=["POST"]),
    Route("/healthz", healthz),
    Route(link_previews.PICTURE, preview_picture),
]
