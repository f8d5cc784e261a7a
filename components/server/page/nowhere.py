"""The page at every address that leads to none; Streamlit would show the start page with an error of its own over it."""

import re
from html import escape
from pathlib import Path
from string import Template

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from components.session import language, resources

_PAGE = Template((Path(__file__).parent / "nowhere.html").read_text(encoding="utf-8"))
_PAGES = Path(__file__).resolve().parents[3] / "pages"
# The file of the start page has no address by its name, nor has the script that lists the pages.
_WITHOUT_ADDRESS = {"__init__", "navigation", "welcome"}
ADDRESSES = frozenset(file.stem.replace("_", "-") for file in _PAGES.glob("*.py") if file.stem not in _WITHOUT_ADDRESS)
"""Where a page is: each lies at the name of its file."""


async def show_way(request: Request) -> Response:
    """Say calmly that nothing is there, and lead on."""
    spoken = language.of_request(request.headers)
    words, name = resources.wording(spoken).nowhere, resources.wording(spoken).frame
    said = {
        "tab": name.tab.format(page=words.title, name=name.name),
        "title": words.title,
        "text": words.text,
        "to_start": words.to_start,
        "to_profile": words.to_profile,
    }
    escaped = {gap: escape(text) for gap, text in said.items()}
    page = _PAGE.substitute(escaped, lang=spoken.tag, direction=spoken.direction)
    return HTMLResponse(page, status_code=404, headers={"Cache-Control": "no-store"})


class _Nowhere(Convertor[str]):
    """Whatever is no page, no file (these have a dot) and nothing that Streamlit asks for by itself."""

    regex = rf"(?!(?:{'|'.join(map(re.escape, sorted(ADDRESSES)))})/?$)(?![_.])[^.]+"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("nowhere", _Nowhere())
# After every other route, since it takes whatever is left.
ROUTES = [Route("/{address:nowhere}", show_way)]
