import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.server import routes
from components.server.page import nowhere
from tests.components.server.asgi import ask

NAVIGATION = Path(__file__).parents[4] / "pages" / "navigation.py"


async def streamlit(_: Request) -> Response:
    return PlainTextResponse("Streamlit")


APP = Starlette(routes=[*routes.ROUTES, *nowhere.ROUTES, Route("/{rest:path}", streamlit)])


@pytest.mark.parametrize("path", ["/nothing", "/Profile", "/profile/more", "/life_stage", "/welcome", "/nothing/"])
def test_a_wrong_address_gets_a_calm_page_that_leads_on(path: str) -> None:
    answer = ask(APP, "GET", path)

    page = answer.body.decode()
    assert answer.status == 404
    assert "<h1>There is no page here</h1>" in page
    assert "<title>There is no page here - Rekindle</title>" in page
    assert re.findall('href="(.*?)"', page) == ["/", "/profile"]


@pytest.mark.parametrize("path", ["/", "/profile/", "/_stcore/health", "/static/js/index.js", "/favicon.ico"])
def test_the_start_page_and_whatever_streamlit_asks_for_are_no_wrong_address(path: str) -> None:
    assert ask(APP, "GET", path).body == b"Streamlit"


def test_every_page_of_the_navigation_has_the_address_of_its_file_and_is_found_there() -> None:
    listed = re.findall(r'st\.Page\("(\w+)\.py".*?(?:url_path="([\w-]+)")?(?:, visibility="hidden")?\)', NAVIGATION.read_text())

    assert {address or file for file, address in listed} - {"welcome"} == nowhere.ADDRESSES
    assert {ask(APP, "GET", f"/{address}").body for address in nowhere.ADDRESSES} == {b"Streamlit"}
