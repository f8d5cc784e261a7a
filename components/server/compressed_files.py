"""Middleware that sends Streamlit's scripts and styles compressed: Streamlit sends them as they lie, 3 MB for a first visit."""

import gzip
from functools import cache
from pathlib import Path

import streamlit
from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

_FOLDER = Path(streamlit.__file__).parent / "static" / "static"
_TYPES = {".js": "text/javascript", ".css": "text/css"}
# The names hold a hash of what is inside, so what a browser has once is right for ever. As long as Streamlit says itself.
_FOR_EVER = "public, immutable, max-age=31536000"
# gzip's own middle way: 9 takes three times as long for one part in a hundred less.
_LEVEL = 6


class CompressedFilesMiddleware:
    """Answers for a script or a style to whoever reads gzip; everything else goes on to the application."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] not in _files() or not _reads_gzip(scope):
            await self.app(scope, receive, send)
            return
        # Compressing is work for a thread: the loop carries everybody's answers.
        body = await to_thread.run_sync(_compressed, scope["path"])
        headers = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding", "Cache-Control": _FOR_EVER}
        await Response(body, headers=headers, media_type=_TYPES[Path(scope["path"]).suffix])(scope, receive, send)


def _reads_gzip(scope: Scope) -> bool:
    return "gzip" in Headers(scope=scope).get("accept-encoding", "")


@cache
def _files() -> dict[str, Path]:
    """By the path they are asked for. Only what lies there when the server starts is ever opened, whatever a path says."""
    return {f"/static/{file.relative_to(_FOLDER).as_posix()}": file for file in _FOLDER.rglob("*") if file.suffix in _TYPES}


@cache
def _compressed(path: str) -> bytes:
    # Once for each file and process: all of them are 7 MB, those of our pages 1 MB.
    return gzip.compress(_files()[path].read_bytes(), _LEVEL, mtime=0)
