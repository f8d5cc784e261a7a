"""The files of ours that every page brings along, beside Streamlit's own."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.server import loading

_HERE = Path(__file__).parent
SCRIPT, STYLE = "/page.js", "/page.css"
_FILES = {
    loading.SCRIPT: (loading.SOURCE, "text/javascript"),
    SCRIPT: ((_HERE / "page.js").read_text(encoding="utf-8"), "text/javascript"),
    STYLE: ((_HERE / "page.css").read_text(encoding="utf-8"), "text/css"),
}
# At the beginning of the head: what the script holds must hold before the first thing is drawn.
TAGS = f'<link rel="stylesheet" href="{STYLE}"><script src="{SCRIPT}"></script>'.encode()


async def brought_along(request: Request) -> Response:
    """One of them; a browser asks each time whether it is still the same."""
    content, kind = _FILES[request.url.path]
    return Response(content, media_type=kind, headers={"Cache-Control": "no-cache"})


ROUTES = [Route(path, brought_along) for path in _FILES]
