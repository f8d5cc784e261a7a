import io
from html.parser import HTMLParser
from pathlib import Path

import pytest
import streamlit
from PIL import Image
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from components.server import routes
from components.server.page import link_previews, loading, page_files
from components.server.page.link_previews import LinkPreviewMiddleware
from data.content.language import ENGLISH, Language
from data.keys import new_key
from data.settings import settings
from tests.components.server.asgi import Answer, ask

SHELL = Path(streamlit.__file__).parent / "static" / "index.html"
# What an unfurler sends; it runs no script.
UNFURLER = {"Accept": "*/*", "Accept-Encoding": "gzip, deflate, br", "User-Agent": "Slackbot-LinkExpanding 1.0", "Range": "bytes=0-32768"}


class Head(HTMLParser):
    """The tags that an unfurler reads, as it reads them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta" and (name := given.get("property") or given.get("name")):
            self.said[name] = given.get("content") or ""


async def shell(_: Request) -> Response:
    return FileResponse(SHELL)


async def small(_: Request) -> Response:
    return PlainTextResponse("<head>")


async def missing(_: Request) -> Response:
    return HTMLResponse("<head>", status_code=404)


ROUTES = [*routes.ROUTES, Route("/", shell), Route("/shared", shell), Route("/small", small), Route("/missing", missing)]
APP = Starlette(routes=ROUTES, middleware=[Middleware(LinkPreviewMiddleware), Middleware(GZipMiddleware, minimum_size=100)])
PAGES = ["/", "/open", "/shared"]


def unfurled(path: str, **headers: str) -> Answer:
    return ask(APP, "GET", path, headers=UNFURLER | headers)


@pytest.mark.parametrize("path", PAGES)
def test_an_unfurler_is_told_what_rekindle_is(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REKINDLE_BASE_URL", "https://rekindle.example")
    settings.cache_clear()
    link_previews._tags.cache_clear()

    answer = unfurled(path)
    link_previews._tags.cache_clear()

    said = Head(answer.body.decode()).said
    assert answer.status == 200
    assert said["og:title"] == "Where are you with your work?"
    assert "40 statements" in said["og:description"] and said["description"] == said["og:description"]
    assert said["og:image"] == "https://rekindle.example/preview.png"
    assert (said["og:image:width"], said["og:image:height"], said["twitter:card"]) == ("1200", "630", "summary_large_image")


@pytest.mark.parametrize("path", PAGES)
def test_a_preview_is_the_same_whatever_cookies_come_along(path: str) -> None:
    key = new_key()

    answer = unfurled(path, Cookie=f"rk_own={key}; rk_viewer={key}; rk_opened={key}")

    assert answer == unfurled(path)
    assert key.encode() not in answer.body


@pytest.mark.parametrize("path", PAGES)
def test_the_length_that_is_told_is_that_of_the_page_with_its_tags(path: str) -> None:
    answer = unfurled(path)

    assert answer.all("content-length") == [str(len(answer.body))]
    assert answer.all("content-encoding") == answer.all("etag") == []


def test_the_page_of_streamlit_is_otherwise_as_it_was_and_has_our_name() -> None:
    page = (
        unfurled("/")
        .body.replace(page_files.tags(ENGLISH) + link_previews._tags(ENGLISH), b"")
        .replace(b'lang="en" dir="ltr"', b'lang="en"')
    )

    assert b"<title>Rekindle</title>" in page
    assert page.replace(b"<title>Rekindle</title>", b"<title>Streamlit</title>") == loading.explained(SHELL.read_bytes(), ENGLISH)


def test_a_page_says_its_language_and_runs_the_way_that_it_is_written() -> None:
    page = link_previews.with_meta_tags(SHELL.read_bytes(), Language("fa", ENGLISH.folder))

    assert b'<html lang="fa" dir="rtl">' in page


def test_what_is_no_page_goes_through_untouched() -> None:
    assert unfurled("/small").body == b"<head>"
    assert unfurled("/missing").body == b"<head>"
    assert unfurled("/healthz").body == b"ok"


def test_the_picture_is_as_large_as_it_says_and_may_be_kept_for_a_day() -> None:
    answer = ask(APP, "GET", "/preview.png")

    with Image.open(io.BytesIO(answer.body)) as picture:
        assert (picture.format, picture.size) == ("PNG", (link_previews.WIDTH, link_previews.HEIGHT))
    assert answer.all("content-type") == ["image/png"]
    assert answer.all("cache-control") == ["public, max-age=86400"]


def test_the_picture_is_drawn_once() -> None:
    assert link_previews.card(ENGLISH) is link_previews.card(ENGLISH)
