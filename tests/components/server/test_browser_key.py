import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from components.server.browser_key import BrowserKeyMiddleware, opened_key, own_key
from data.keys import is_key, new_key
from tests.components.server.asgi import PAGE, ask


async def shell(_: Request) -> PlainTextResponse:
    return PlainTextResponse("page", headers={"Set-Cookie": "theirs=1", "Cache-Control": "public"})


APP = Starlette(routes=[Route("/{path:path}", shell, methods=["GET", "POST"])], middleware=[Middleware(BrowserKeyMiddleware)])


def minted(cookies: list[str]) -> str:
    ours = [cookie for cookie in cookies if cookie.startswith("rk_own=")]
    assert len(ours) == 1
    return ours[0].partition("=")[2].partition(";")[0]


def test_the_first_page_brings_a_key_that_no_script_can_read() -> None:
    answer = ask(APP, "GET", "/", headers=PAGE)

    key = minted(answer.all("set-cookie"))
    assert is_key(key)
    assert f"rk_own={key}; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax" in answer.all("set-cookie")
    assert answer.all("cache-control") == ["no-store"]


def test_the_cookies_of_the_page_itself_are_still_set() -> None:
    assert "theirs=1" in ask(APP, "GET", "/", headers=PAGE).all("set-cookie")


def test_a_cold_deep_link_brings_a_key_as_well() -> None:
    assert is_key(minted(ask(APP, "GET", "/profile", headers=PAGE).all("set-cookie")))


def test_two_browsers_get_two_different_keys() -> None:
    assert len({minted(ask(APP, "GET", "/", headers=PAGE).all("set-cookie")) for _ in range(20)}) == 20


# Another application on the same host, at whatever port, shares its cookies with us.
@pytest.mark.parametrize(
    "cookies",
    [
        "{ours}",
        "{ours}; other=1",
        'prefs={{"theme": "dark"}}; {ours}',
        "words with spaces; {ours}",
        "bad[name]=1; {ours}",
        "rk_opened=x; {ours}",
    ],
)
def test_a_browser_that_has_a_key_keeps_it_whatever_else_it_holds(cookies: str) -> None:
    key = new_key()

    answer = ask(APP, "GET", "/", headers=PAGE | {"Cookie": cookies.format(ours=f"rk_own={key}")})

    assert minted(answer.all("set-cookie")) == key


@pytest.mark.parametrize("value", ["", "short", "A" * 23, "A" * 100_000, "' OR 1=1 --", "A" * 21 + "B", "\x7f" * 22])
def test_what_is_no_key_is_replaced_by_one(value: str) -> None:
    key = minted(ask(APP, "GET", "/", headers=PAGE | {"Cookie": f"rk_own={value}"}).all("set-cookie"))

    assert is_key(key)
    assert key != value


@pytest.mark.parametrize(("method", "accept"), [("GET", "*/*"), ("GET", "image/png"), ("GET", ""), ("POST", "text/html")])
def test_what_is_not_a_page_brings_no_key_and_is_left_as_it_was(method: str, accept: str) -> None:
    answer = ask(APP, method, "/static/main.js", headers={"Accept": accept})

    assert answer.all("set-cookie") == ["theirs=1"]
    assert answer.all("cache-control") == ["public"]


def test_the_two_cookies_are_never_taken_for_each_other() -> None:
    own, opened = new_key(), new_key()

    headers = {"cookie": f"rk_own={own}; rk_opened={opened}"}

    assert (own_key(headers), opened_key(headers)) == (own, opened)
    assert own_key({"cookie": f"rk_opened={opened}"}) is None
    assert opened_key({}) is None
