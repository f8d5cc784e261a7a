"""The routes beside Streamlit: opening a link, taking a profile over, forgetting a device, and the health check."""

from functools import partial
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from anyio import to_thread
from pydantic_core import from_json
from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from components.server import browser_key
from components.server.page import link_previews, page_files
from components.session import client_address, cookies, language, link_key, resources, visit
from data.errors import RekindleError
from data.groups import team_store
from data.keys import Kind, fingerprint
from data.record import record_store
from data.settings import settings
from data.sharing import viewer_link_store

OPENING = Template((Path(__file__).parent / "opening.html").read_text(encoding="utf-8"))
# A script of another site cannot set this header without asking first, and is refused (docs/security.md 1.3).
OWN_HEADER = "x-rekindle"
# A day: unfurlers come often, and the picture changes with a release at most.
PICTURE_SECONDS = 86_400
# A claim is a key and a few words; more is somebody else's business.
MAX_BODY = 1024
OPEN = "/open"
# Said on the screen that a link opens when it did not arrive as it was sent.
ALTERED = "link=altered"
UNKNOWN_LINK, WAIT = "/?link=unknown", "/?link=wait"
ANOTHER_LINK = "/profile?link=other"
TEAM_SCREENS = {Kind.JOIN: "/team", Kind.MANAGE: "/team", Kind.INSIGHTS: "/insights"}
# Whoever pastes a second link beside one that is open stays there, whatever comes of it.
UNKNOWN_SECOND, WAIT_SECOND = "/shared?link=unknown", "/shared?link=wait"


async def open_link_page(request: Request) -> Response:
    """The small page that reads a key from the fragment, wipes it from the address bar and claims it.

    A key that reached the server, because something on its way encoded the #, is sent back to stand behind one.
    """
    key = link_key.key_in(f"{request.url.path}?{request.url.query}")
    if key:
        return RedirectResponse(f"{OPEN}?{ALTERED}#{key}", status_code=303, headers={"Cache-Control": "no-store"})
    spoken = language.of_request(request.headers)
    words = resources.wording(spoken)
    said = {
        "name": words.frame.name,
        "opening": words.opening.opening,
        "without_script": words.opening.without_script,
        "unreachable": words.opening.unreachable,
    }
    escaped = {gap: escape(text) for gap, text in said.items()}
    page = OPENING.substitute(escaped, lang=spoken.tag, direction=spoken.direction)
    return HTMLResponse(page, headers={"Cache-Control": "no-store"})


async def redeem_key(request: Request) -> Response:
    """Sets the cookie that goes with a key, or with `keep` makes the opened profile this device's own; says where to go.

    With `second` only a viewer link counts: it is laid beside the one that is open.
    """
    asked = await _asked(request)
    if asked is None:
        return _refusal(400)
    if asked.get("keep") is True:
        return _keep(request, asked.get("shown"))
    second, link = asked.get("second") is True, asked.get("link")
    key = link_key.key_in(link) if isinstance(link, str) else None
    if key is None:
        return JSONResponse({"go": UNKNOWN_SECOND if second else UNKNOWN_LINK}, status_code=404)
    opened = await _opened(key, second=second)
    if opened is None:
        return await to_thread.run_sync(partial(_wrong, client_address.of_connection(request), key, second=second))
    resources.wrong_key_limit().opened(fingerprint(key))
    where, cookie = opened
    # Letter by letter as it was given out; anything else arrived altered, and its person is told.
    return _redirect(where if link in (key, f"{OPEN}#{key}") else f"{where}?{ALTERED}", cookie)


async def forget(request: Request) -> Response:
    """Clears the cookies of this device: with `opened` only the opened profile, with `second` only the second link."""
    asked = await _asked(request)
    if asked is None:
        return _refusal(400)
    if asked.get("opened") is True:
        return _redirect("/", cookies.expire_cookie(cookies.opened_name()))
    if asked.get("second") is True:
        return _redirect("/shared", cookies.expire_cookie(cookies.viewer_name(second=True)))
    return _redirect("/?left=device", *map(cookies.expire_cookie, cookies.every_name()))


async def choose_language(request: Request) -> Response:
    """Keeps the language that somebody chose, for as long as their own key."""
    asked = await _asked(request)
    tag = asked.get("language") if asked else None
    # It goes into a header, so nothing is taken but what we offer.
    if not isinstance(tag, str) or tag not in {offered.tag for offered in language.offered()}:
        return _refusal(400)
    return _redirect("/", cookies.set_cookie(cookies.language_name(), tag, cookies.OWN_SECONDS))


async def preview_picture(request: Request) -> Response:
    """What a pasted link unfurls to; the same for every link."""
    picture = await to_thread.run_sync(link_previews.card, language.of_request(request.headers))
    return Response(picture, media_type="image/png", headers={"Cache-Control": f"public, max-age={PICTURE_SECONDS}"})


async def queue(request: Request) -> Response:
    """After how many seconds the address that asks gets a connection; 0 where nobody has to wait."""
    seconds = resources.connection_limit().seconds_until_free(client_address.of_connection(request))
    return JSONResponse({"seconds": seconds}, headers={"Cache-Control": "no-store"})


async def healthz(_: Request) -> Response:
    """200 while the process lives: whoever ends a server that does not answer must not end one that is only busy."""
    return PlainTextResponse("ok")


async def readyz(_: Request) -> Response:
    """200 only while people can save. A day in doubt is told and keeps nobody away."""
    if not await resources.readiness().now():
        return PlainTextResponse("nothing can be saved; the log says why", status_code=503)
    in_doubt = resources.known_day().in_doubt(visit.now().date())
    return PlainTextResponse("ready; the day is in doubt, and the log says what to do" if in_doubt else "ready")


def _keep(request: Request, shown: object) -> Response:
    key = browser_key.opened_key(request.headers)
    if key is None:
        return JSONResponse({"go": UNKNOWN_LINK}, status_code=404)
    if fingerprint(key) != shown:
        # Another tab has opened another link since. What is open now is drawn, and nothing is taken over unseen.
        return _redirect(ANOTHER_LINK)
    kept = cookies.set_cookie(cookies.own_name(), key, cookies.OWN_SECONDS)
    return _redirect("/profile", kept, cookies.expire_cookie(cookies.opened_name()))


async def _opened(key: str, *, second: bool) -> tuple[str, str] | None:
    """The screen that a key leads to, and the cookie that goes with it; None for a key that opens nothing."""
    if not second and await _opens_a_record(key):
        return "/profile", cookies.set_cookie(cookies.opened_name(), key, cookies.OPENED_SECONDS)
    if await _shows_something(key):
        return "/shared", cookies.set_cookie(cookies.viewer_name(second=second), key, cookies.VIEWER_SECONDS)
    if not second and (kind := await _team_kind(key)):
        return TEAM_SCREENS[kind], cookies.set_cookie(cookies.team_name(kind), key, cookies.TEAM_SECONDS)
    return None


def _wrong(where_from: str, key: str, *, second: bool) -> Response:
    """Looked up first, so that guesses of one person keep nobody behind the same address from a good link."""
    if resources.wrong_key_limit().take(where_from, fingerprint(key)):
        return JSONResponse({"go": UNKNOWN_SECOND if second else UNKNOWN_LINK}, status_code=404)
    return JSONResponse({"go": WAIT_SECOND if second else WAIT}, status_code=429)


async def _opens_a_record(key: str) -> bool:
    keep_until = settings().keep_until(visit.utc_today())
    try:
        return await to_thread.run_sync(lambda: record_store.read(resources.store(), key, keep_until=keep_until) is not None)
    except RekindleError:
        return False


async def _shows_something(key: str) -> bool:
    try:
        return await to_thread.run_sync(lambda: viewer_link_store.read(resources.store(), key, visit.lasting_day()) is not None)
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
        asked = from_json(await _limited_body(request))
    except (ValueError, ClientDisconnect):
        # Whoever hung up hears nothing, and there is nothing to tell of it.
        return None
    return asked if isinstance(asked, dict) else None


async def _limited_body(request: Request) -> bytes:
    """What was sent, read only so far as a claim can be long, whatever length was told. Of more than that, nothing."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MAX_BODY:
            return b""
    return body


def _refusal(status: int) -> Response:
    return JSONResponse({"go": UNKNOWN_LINK}, status_code=status)


def _redirect(where: str, *set_cookies: str) -> Response:
    response = JSONResponse({"go": where}, headers={"Cache-Control": "no-store"})
    for value in set_cookies:
        response.headers.append("Set-Cookie", value)
    return response


class _Opening(Convertor[str]):
    """The address of links in whatever case, and whatever hangs on it: a sign of the sentence, or the key behind an encoded #."""

    regex = "(?i:open)(?:[^A-Za-z0-9].*)?"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("opening", _Opening())
ROUTES = [
    Route("/{door:opening}", open_link_page),
    Route("/claim", redeem_key, methods=["POST"]),
    Route("/forget", forget, methods=["POST"]),
    Route("/language", choose_language, methods=["POST"]),
    Route("/healthz", healthz),
    Route("/readyz", readyz),
    Route("/queue", queue),
    *page_files.ROUTES,
    Route(link_previews.PICTURE, preview_picture),
]
