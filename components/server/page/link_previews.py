"""What a link unfurls to in a chat: a title, a sentence and a picture that say what Rekindle is, and nothing about anybody.

An unfurler runs no script and never gets the key, which stands in the fragment; so every page says the same.
"""

from functools import cache
from html import escape
from pathlib import Path
from string import Template
from textwrap import wrap

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.exports import chart_images
from components.server.page import loading, page_files
from components.session import language, resources
from data.content.language import Language
from data.settings import settings

PICTURE = "/preview.png"
# What chats ask for where a picture shall be shown in full width.
WIDTH, HEIGHT = 1200, 630
_DRAWN = Template((Path(__file__).parent / "preview.svg").read_text(encoding="utf-8"))
_TAGS = Template("""
<meta name="description" content="$sentence">
<meta property="og:type" content="website">
<meta property="og:site_name" content="$name">
<meta property="og:title" content="$title">
<meta property="og:description" content="$sentence">
<meta property="og:image" content="$picture">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="$width">
<meta property="og:image:height" content="$height">
<meta property="og:image:alt" content="$alt">
<meta name="twitter:card" content="summary_large_image">
""")
# With these a page might come compressed, in part or not at all, and nothing could be put into it.
_ONLY_WHOLE = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}
# Letters to a line, and where lines stand, in the picture.
_TITLE_LETTERS, _FACTS_LETTERS, _LEFT = 20, 50, 80


class LinkPreviewMiddleware:
    """Puts the tags that unfurlers read into the head of every page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _may_be_a_page(scope):
            await self.app(scope, receive, send)
            return
        whole = [(name, value) for name, value in scope["headers"] if name not in _ONLY_WHOLE]
        # Nor may a server be asked to send a file by itself, past what is put in here.
        spoken = language.of_request(Headers(scope=scope))
        await self.app({**scope, "headers": whole, "extensions": {}}, receive, _Tagged(send, spoken).send)


class _Tagged:
    """Holds a page back until all of it is there; anything else goes through."""

    def __init__(self, send: Send, spoken: Language) -> None:
        self._send, self._spoken = send, spoken
        self._start: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_page(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                await self._send_page(self._start)

    async def _send_page(self, start: Message) -> None:
        page, headers = with_meta_tags(self._body, self._spoken), MutableHeaders(scope=start)
        # Streamlit's, of the page without what was put in: by them a browser would go on showing an older one.
        del headers["etag"], headers["last-modified"]
        headers["content-length"] = str(len(page))
        await self._send(start)
        await self._send({"type": "http.response.body", "body": page})


def with_meta_tags(page: bytes, spoken: Language) -> bytes:
    """The page in its language, with the tags at the beginning of its head, our name for a tab, and what to say where nothing comes."""
    named = page.replace(b"<title>Streamlit</title>", f"<title>{escape(resources.wording(spoken).frame.name)}</title>".encode(), 1)
    told = named.replace(b'<html lang="en">', f'<html lang="{spoken.tag}" dir="{spoken.direction}">'.encode(), 1)
    return loading.explained(told, spoken).replace(b"<head>", b"<head>" + page_files.tags(spoken) + _tags(spoken), 1)


@cache
def card(spoken: Language) -> bytes:
    """The picture as PNG, drawn once for each language."""
    words = resources.wording(spoken)
    title = wrap(words.preview.title, _TITLE_LETTERS)
    below = 260 + 82 * len(title)
    return chart_images.png(
        _DRAWN.substitute(
            name=escape(words.frame.name),
            title=_lines(title, top=260, step=82),
            facts=_lines(wrap(_facts(spoken), _FACTS_LETTERS), top=below, step=42),
        )
    )


def _lines(lines: list[str], *, top: int, step: int) -> str:
    return "".join(f'<text x="{_LEFT}" y="{top + step * number}">{escape(line)}</text>' for number, line in enumerate(lines))


@cache
def _tags(spoken: Language) -> bytes:
    words = resources.wording(spoken)
    fills = {
        "name": words.frame.name,
        "title": words.preview.title,
        "sentence": _facts(spoken),
        "alt": words.preview.picture,
        "picture": f"{settings().base_url}{PICTURE}",
    }
    escaped = {name: escape(text) for name, text in fills.items()}
    return _TAGS.substitute(escaped, width=WIDTH, height=HEIGHT).encode()


def _facts(spoken: Language) -> str:
    return resources.wording(spoken).preview.sentence.format(**resources.promised())


def _may_be_a_page(scope: Scope) -> bool:
    """Files have a dot in their name, and what Streamlit asks for by itself begins with an underscore."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    return "." not in scope["path"] and not scope["path"].startswith("/_")


def _is_page(start: Message) -> bool:
    return start["status"] == 200 and MutableHeaders(scope=start).get("content-type", "").startswith("text/html")
