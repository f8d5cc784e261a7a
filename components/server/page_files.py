"""The files of ours that every page brings along, beside Streamlit's own."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.server import loading

_HERE = Path(__file__).parent
SCRIPT = "/page.js"
_FILES = {
    loading.SCRIPT: loading.SOURCE,
    SCRIPT: (_HERE / "page.js").read_text(encoding="utf-8"),
}
# At the beginning of the head: what the script holds must hold before the first thing is drawn.
TAGS = f'<script src="{SCRIPT}"></script>'.encode()


async def brought_along(request: Request) -> Response:
    """One of them; a browser asks each time whether it is still the same."""
    return Response(_FILES[request.url.path], media_type="text/javascript", headers={"Cache-Control": "no-cache"})


ROUTES = [Route(path, brought_along) for path in _FILES]
