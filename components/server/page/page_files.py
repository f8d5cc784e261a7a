"""The files of ours that every page brings along, beside Streamlit's own."""

from functools import cache
from html import escape
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.screen.own_elements import elements
from components.server.page import loading
from components.session import resources
from data.content.language import Language

_HERE = Path(__file__).parent
SCRIPT, STYLE = "/page.js", "/page.css"
ARRIVAL, MENU = "/arrival.js", "/menu.js"
_FILES = {
    loading.SCRIPT: (loading.SOURCE, "text/javascript"),
    SCRIPT: ((_HERE / "page.js").read_text(encoding="utf-8"), "text/javascript"),
    ARRIVAL: ((_HERE / "arrival.js").read_text(encoding="utf-8"), "text/javascript"),
    MENU: ((_HERE / "menu.js").read_text(encoding="utf-8"), "text/javascript"),
    STYLE: ((_HERE / "page.css").read_text(encoding="utf-8"), "text/css"),
}


@cache
def tags(spoken: Language) -> bytes:
    """For the beginning of the head: what the first script holds must hold before the first thing is drawn."""
    words = resources.wording(spoken).frame
    menu = f'<script src="{MENU}" defer data-menu="{escape(words.menu)}" data-close="{escape(words.menu_close)}"></script>'
    return f'<link rel="stylesheet" href="{STYLE}"><script src="{SCRIPT}"></script><script src="{ARRIVAL}" defer></script>{menu}'.encode()


async def brought_along(request: Request) -> Response:
    """One of them; a browser asks each time whether it is still the same."""
    content, kind = _FILES[request.url.path]
    return Response(content, media_type=kind, headers={"Cache-Control": "no-cache"})


async def element(request: Request) -> Response:
    """The script of one of our elements, which a browser may keep for ever: another one has another name."""
    content = elements.scripts().get(request.url.path)
    if content is None:
        return PlainTextResponse("", status_code=404)
    return Response(content, media_type="text/javascript", headers={"Cache-Control": "public, immutable, max-age=31536000"})


ROUTES = [*(Route(path, brought_along) for path in _FILES), Route(f"{elements.FOLDER}{{name}}", element)]
