"""The attack of docs/anonymity.md 4.12: a viewer key is tried wherever a key goes, and an own key where only viewer keys belong.

Seen to fail: with a share that holds everything whatever was chosen.
"""

import json

import pytest
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element

from components.exports import report_html, report_pdf
from components.profile import downloads, profile_report
from components.server import routes
from components.session import resources, visit
from data.keys import fingerprint, new_key
from data.profile.profile import from_result
from data.record.record import Record
from data.record.viewer_link import Section
from data.sharing import shared_profile, viewer_link_store
from tests.components.server.asgi import Answer, ask
from tests.invented.full_record import full
from tests.pages.conftest import Somebody

SECRET = "Quokka sentence of the owner"
# What the parts say that were not chosen, to their owner as to others; the week was.
NOT_SHARED = ("Outlet outside", "eight dimensions", "Across: how far", "One small thing to try", "Over time", "68 to 95")
SCREENS = ("welcome", "profile", "journal", "share", "shared", "team", "insights")
MORE = {
    "opened": "rk_opened",
    "viewer": "rk_viewer",
    "second": "rk_viewer_2",
    "join": "rk_join",
    "insights": "rk_insights",
    "manage": "rk_manage",
}
APP = Starlette(routes=routes.ROUTES)
OURS = {"X-Rekindle": "claim", "Content-Type": "application/json"}


@pytest.fixture
def somebody(monkeypatch: pytest.MonkeyPatch) -> Somebody:
    return Somebody(new_key(), monkeypatch)


@pytest.fixture
def viewer_key(somebody: Somebody) -> str:
    """The key of a link to the week of somebody with a full record."""
    owner: Record = full(results=2, notes=20, words=SECRET)
    somebody.holds(owner.model_copy(update={"shares": ()}))
    shown = shared_profile.copy_of(from_result(owner.results[-1]), [Section.WEEK])
    made = viewer_link_store.create(
        resources.store(), somebody.key, shown, label=SECRET[:40], today=visit.utc_today(), keep_until=visit.keep_until()
    )
    return made.key


def claim(content: object, **headers: str) -> Answer:
    return ask(APP, "POST", "/claim", headers=OURS | headers, body=json.dumps(content).encode())


def told(screen: str, own: str, monkeypatch: pytest.MonkeyPatch, **more_cookies: str) -> str:
    """All that a screen says to a stranger with these cookies."""
    return sent(Somebody(own, monkeypatch).opens(screen, **more_cookies))


def sent(drawn: AppTest) -> str:
    """Every element as it goes to the browser."""
    return "\n".join(str(element.proto) for element in drawn.main if isinstance(element, Element))


def leaks(somebody: Somebody, viewer_key: str, screens: dict[str, str]) -> list[tuple[str, str]]:
    return [(screen, text) for screen, said in screens.items() for text in (SECRET, somebody.key, *NOT_SHARED) if text in said]


def test_the_texts_looked_for_are_really_there_for_the_owner(somebody: Somebody, viewer_key: str) -> None:
    """So that the others can fail."""
    said = "\n".join(sent(somebody.opens(screen)) for screen in ("profile", "journal", "share"))

    assert [text for text in (SECRET, *NOT_SHARED) if text not in said] == []


@pytest.mark.parametrize("cookie", MORE)
def test_a_viewer_key_in_any_cookie_opens_only_what_was_shared_and_only_as_a_share(
    somebody: Somebody, viewer_key: str, cookie: str
) -> None:
    screens = {screen: told(screen, new_key(), somebody.monkeypatch, **{MORE[cookie]: viewer_key}) for screen in SCREENS}

    assert leaks(somebody, viewer_key, screens) == []
    assert [screen for screen, said in screens.items() if "Their week" in said] == (["shared"] if cookie == "viewer" else [])
    assert [screen for screen, said in screens.items() if viewer_key in said] == []


def test_a_viewer_key_as_ones_own_is_an_empty_device(somebody: Somebody, viewer_key: str) -> None:
    screens = {screen: told(screen, viewer_key, somebody.monkeypatch) for screen in SCREENS}

    assert leaks(somebody, viewer_key, screens) == []
    assert "There is no profile here yet." in screens["profile"]


def test_an_own_key_where_a_viewer_key_belongs_shows_nothing_and_is_nowhere_on_the_screen(somebody: Somebody, viewer_key: str) -> None:
    given = ({"rk_viewer": somebody.key}, {"rk_viewer_2": somebody.key}, {"rk_viewer": viewer_key, "rk_viewer_2": somebody.key})

    screens = {str(place): told("shared", new_key(), somebody.monkeypatch, **cookies) for place, cookies in enumerate(given)}

    assert leaks(somebody, viewer_key, screens) == []


def test_the_door_gives_a_viewer_key_no_cookie_but_that_of_a_viewer(somebody: Somebody, viewer_key: str) -> None:
    """Also with the take-over button, for which the key was forged into the cookie of an opened profile: its record is an empty one."""
    opened = claim({"link": viewer_key})
    second = claim({"link": viewer_key, "second": True})
    kept = claim({"keep": True, "shown": fingerprint(viewer_key)}, Cookie=f"rk_opened={viewer_key}")

    assert [cookie.partition("=")[0] for answer in (opened, second) for cookie in answer.all("set-cookie")] == ["rk_viewer", "rk_viewer_2"]
    assert "There is no profile here yet." in told("profile", viewer_key, somebody.monkeypatch)
    assert [SECRET in answer.body.decode() or somebody.key in str(answer) for answer in (opened, second, kept)] == [False] * 3


def test_an_own_key_is_in_no_share_no_file_of_one_and_no_page_of_a_pasted_link(somebody: Somebody, viewer_key: str) -> None:
    shown = viewer_link_store.read(resources.store(), viewer_key, visit.utc_today())
    files = [
        report_html.write(profile_report.of_share(shown)),
        report_pdf.write(profile_report.of_share(shown), today=visit.utc_today()),
        downloads.card(shown),
    ]
    pages = [
        ask(APP, "GET", page, headers={"Cookie": f"rk_own={somebody.key}; rk_viewer={viewer_key}"}) for page in ("/open", "/preview.png")
    ]

    held = [shown.model_dump_json().encode(), *files, *(answer.body for answer in pages)]
    assert [place for place, content in enumerate(held) for key in (somebody.key, viewer_key) if key.encode() in content] == []
