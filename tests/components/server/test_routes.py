import json
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.applications import Starlette

from components.server import routes
from components.session import cookies, language, resources, visit
from data.database_address import Database
from data.keys import Kind, fingerprint, new_key
from data.record import record_store
from data.record.viewer_link import Section
from data.settings import settings
from data.sharing import viewer_link_store
from data.sharing.shared_profile import SharedProfile
from data.storage.sealing import Seal
from tests.components.server.asgi import CLIENT, Answer, ask
from tests.invented.records import NEXT_YEAR, TODAY, becoming, somebody

APP = Starlette(routes=routes.ROUTES)
OURS = {"X-Rekindle": "claim", "Content-Type": "application/json"}


def claim(content: object, **headers: str) -> Answer:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return ask(APP, "POST", "/claim", headers=OURS | headers, body=body)


def somebodys_key() -> str:
    key = new_key()
    record_store.change(resources.store(), key, becoming(somebody()), keep_until=NEXT_YEAR)
    return key


def go(answer: Answer) -> object:
    return json.loads(answer.body)["go"]


def test_the_opening_page_is_never_kept_and_wipes_the_key_before_it_sends_it() -> None:
    answer = ask(APP, "GET", "/open")
    page = answer.body.decode()

    assert (answer.status, answer.all("cache-control"), answer.all("set-cookie")) == (200, ["no-store"], [])
    assert page.index("history.replaceState") < page.index("fetch('/claim'")
    assert not re.search(r"(src|href)=|https?://", page)


def test_a_key_that_opens_a_record_is_put_into_a_cookie_and_nowhere_else() -> None:
    key = somebodys_key()

    answer = claim({"link": key})

    assert (answer.status, go(answer)) == (200, "/profile")
    assert answer.all("set-cookie") == [f"rk_opened={key}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax"]
    assert answer.all("cache-control") == ["no-store"]
    assert key.encode() not in answer.body


HOSTILE: list[object] = [
    "",
    "nobody",
    "A" * 22,
    "A" * 100_000,
    "' OR 1=1 --",
    "\x00\x1b[31m\r\nSet-Cookie: rk_own=x",
    "\u202eAAAAAAAAAAAAAAAAAAAAA",
    "\ud800" * 22,
    "é" * 22,
    None,
    True,
    22,
    1e308,
    [],
    {"key": "A" * 22},
]


@pytest.mark.parametrize("key", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_opens_nothing_gets_the_same_calm_page(key: object) -> None:
    answer = claim({"link": key})

    assert answer.status in (400, 404)
    assert go(answer) == "/?link=unknown"
    assert answer.all("set-cookie") == []


def test_an_unknown_and_a_malformed_key_are_answered_alike() -> None:
    assert claim({"link": new_key()}) == claim({"link": "no key at all"}) == claim({})


def test_a_record_that_does_not_open_is_answered_like_no_record() -> None:
    key = somebodys_key()
    resources.store().write("UPDATE record SET sealed = $1 WHERE record_id = $2", [b"damaged", Seal(key, Kind.OWN).row_id])

    assert claim({"link": key}) == claim({"link": new_key()})


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"key",
        b'{"key": ',
        b"[]",
        b"7",
        b"null",
        b'"text"',
        b"\xff\xfe",
        b"[" * 1024,
        b'{"a":' * 200,
        b" " * 1025,
        b'{"key": "' + b"A" * 100_000,
    ],
)
def test_what_our_page_does_not_send_is_refused(body: bytes) -> None:
    answer = claim(body)

    assert (answer.status, go(answer)) == (400, "/?link=unknown")


def test_a_body_longer_than_it_says_is_not_read_to_its_end() -> None:
    answer = claim(json.dumps({"link": somebodys_key(), "more": "x" * 2_000}).encode(), **{"content-length": "10"})

    assert answer.status == 400


def test_a_language_that_is_spoken_here_is_kept_in_a_cookie_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "de").mkdir()
    monkeypatch.setenv("REKINDLE_LANGUAGES", str(tmp_path))
    settings.cache_clear()
    language.offered.cache_clear()

    answers = [
        ask(APP, "POST", "/language", headers=OURS, body=json.dumps({"language": tag}).encode()) for tag in ("de", "fr", ["de"], None)
    ]
    language.offered.cache_clear()

    assert [answer.status for answer in answers] == [200, 400, 400, 400]
    assert answers[0].all("set-cookie") == ["rk_language=de; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax"]


def test_a_form_of_another_site_cannot_claim_or_forget() -> None:
    body = json.dumps({"link": somebodys_key()}).encode()

    answers = [ask(APP, "POST", door, headers={"Content-Type": "text/plain"}, body=body) for door in ("/claim", "/forget")]

    assert [(answer.status, answer.all("set-cookie")) for answer in answers] == [(400, []), (400, [])]


@pytest.mark.parametrize("door", ["/claim", "/forget"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE"])
def test_the_doors_are_opened_by_posting_only(door: str, method: str) -> None:
    assert ask(APP, method, door, headers=OURS).status == 405


@pytest.fixture
def three_wrong_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REKINDLE_WRONG_KEYS_PER_HOUR", "3")
    settings.cache_clear()
    resources.wrong_key_limit.cache_clear()


def test_too_many_wrong_keys_are_asked_to_wait_and_a_right_one_opens_all_the_same(database: Database, three_wrong_keys: None) -> None:
    key = somebodys_key()

    answers = [claim({"link": new_key()}) for _ in range(5)]

    assert [answer.status for answer in answers] == [404, 404, 404, 429, 429]
    assert go(answers[-1]) == "/?link=wait"
    assert go(claim({"link": key})) == "/profile"


def test_one_dead_link_is_one_wrong_key_however_often_it_is_clicked(three_wrong_keys: None) -> None:
    dead = new_key()

    assert {claim({"link": dead}).status for _ in range(60)} == {404}
    assert [claim({"link": new_key()}).status for _ in range(3)] == [404, 404, 429]


def test_a_link_that_opened_something_and_has_ended_is_no_guess(three_wrong_keys: None) -> None:
    owner = new_key()
    shown = SharedProfile(instrument="rk-1.0", taken_on=TODAY, sections=(Section.WEEK,))
    made = viewer_link_store.create(resources.store(), owner, shown, label="", today=visit.utc_today(), keep_until=NEXT_YEAR)
    claim({"link": made.key})
    viewer_link_store.withdraw(resources.store(), owner, made.record.shares[0], keep_until=NEXT_YEAR)

    assert claim({"link": made.key}).status == 404
    assert [claim({"link": new_key()}).status for _ in range(4)] == [404, 404, 404, 429]


def test_a_link_without_a_key_is_no_guess_at_one(three_wrong_keys: None) -> None:
    assert {claim({"link": "/open"}).status for _ in range(10)} == {404}
    assert claim({"link": new_key()}).status == 404


def test_right_keys_are_never_counted_as_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REKINDLE_WRONG_KEYS_PER_HOUR", "2")
    settings.cache_clear()
    key = somebodys_key()

    assert {claim({"link": key}).status for _ in range(10)} == {200}


def test_a_link_that_was_altered_on_its_way_opens_and_says_so() -> None:
    key = somebodys_key()

    went = [
        go(claim({"link": link.format(key)}))
        for link in ("/open#{}", "{}", "/Open#{}.", "/open?utm_source=mail#{}", "/open?link=altered#{}")
    ]

    assert went == ["/profile", "/profile", *["/profile?link=altered"] * 3]


@pytest.mark.parametrize("path", ["/open#{}", "/Open#{}", "/open%23{}", "/open#{}>", "/open #{}.", "/open/#{}", "/open/{}", "/open?{}"])
def test_a_key_that_reached_the_server_by_its_path_is_sent_back_behind_the_sign(path: str) -> None:
    key = new_key()

    answer = ask(APP, "GET", path.format(key))

    assert (answer.status, answer.all("location"), answer.all("cache-control")) == (303, [f"/open?link=altered#{key}"], ["no-store"])
    assert key.encode() not in answer.body


@pytest.mark.parametrize("path", ["/open", "/Open", "/open/", "/open.", "/OPEN)"])
def test_the_opening_page_is_found_under_every_spelling_of_its_address(path: str) -> None:
    page = ask(APP, "GET", path).body.decode()

    assert routes.OPENING.template.partition("<script>")[2] in page


@pytest.mark.parametrize("path", ["/opening", "/opened", "/open2"])
def test_another_word_that_begins_alike_is_another_page(path: str) -> None:
    assert ask(APP, "GET", path).status == 404


def test_looking_a_key_up_extends_the_stay_of_its_record() -> None:
    key = new_key()
    record_store.change(resources.store(), key, becoming(somebody()), keep_until=TODAY)

    claim({"link": key})

    assert resources.store().read("SELECT kept_until FROM record") != [(TODAY,)]


def test_keeping_makes_the_opened_profile_the_devices_own() -> None:
    key = somebodys_key()

    answer = claim({"keep": True, "shown": fingerprint(key)}, Cookie=f"rk_own={new_key()}; rk_opened={key}")

    assert (answer.status, go(answer)) == (200, "/profile")
    assert answer.all("set-cookie") == [
        f"rk_own={key}; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax",
        "rk_opened=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax",
    ]


def test_keeping_takes_nothing_over_when_another_link_was_opened_since() -> None:
    answer = claim({"keep": True, "shown": fingerprint(new_key())}, Cookie=f"rk_own={new_key()}; rk_opened={somebodys_key()}")

    assert (answer.status, go(answer), answer.all("set-cookie")) == (200, "/profile?link=other", [])


@pytest.mark.parametrize("cookie", ["", "rk_opened=", "rk_opened=no-key"])
def test_keeping_without_an_opened_profile_changes_nothing(cookie: str) -> None:
    answer = claim({"keep": True}, Cookie=cookie)

    assert (answer.status, go(answer), answer.all("set-cookie")) == (404, "/?link=unknown", [])


def viewer_key() -> str:
    """The key of a link to somebody's week."""
    shown = SharedProfile(instrument="rk-1.0", taken_on=TODAY, sections=(Section.WEEK,))
    return viewer_link_store.create(resources.store(), new_key(), shown, label="", today=visit.utc_today(), keep_until=NEXT_YEAR).key


def test_a_viewer_key_is_put_into_a_cookie_of_its_own_for_an_hour() -> None:
    key = viewer_key()

    answer = claim({"link": key})

    assert (answer.status, go(answer)) == (200, "/shared")
    assert answer.all("set-cookie") == [f"rk_viewer={key}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax"]
    assert key.encode() not in answer.body


def test_a_viewer_cookie_is_bound_to_the_host_where_there_is_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    key = viewer_key()
    monkeypatch.setenv("REKINDLE_BASE_URL", "https://rekindle.example")
    settings.cache_clear()

    (cookie,) = claim({"link": key}).all("set-cookie")

    assert cookie == f"__Host-rk_viewer={key}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure"


def test_a_second_viewer_key_is_laid_beside_the_first() -> None:
    key = viewer_key()

    answer = claim({"link": key, "second": True})

    assert (answer.status, go(answer)) == (200, "/shared")
    assert [cookie.partition(";")[0] for cookie in answer.all("set-cookie")] == [f"rk_viewer_2={key}"]


@pytest.mark.parametrize("make_key", [somebodys_key, new_key], ids=["an own key", "an unknown key"])
def test_only_a_viewer_key_is_laid_beside_another(make_key: Callable[[], str]) -> None:
    answer = claim({"link": make_key(), "second": True})

    assert (answer.status, go(answer), answer.all("set-cookie")) == (404, "/shared?link=unknown", [])


def test_a_link_that_was_withdrawn_or_has_expired_is_answered_like_an_unknown_one(monkeypatch: pytest.MonkeyPatch) -> None:
    owner, day = new_key(), visit.utc_today()
    shown = SharedProfile(instrument="rk-1.0", taken_on=TODAY, sections=(Section.WEEK,))
    withdrawn = viewer_link_store.create(resources.store(), owner, shown, label="", today=day, keep_until=NEXT_YEAR)
    viewer_link_store.withdraw(resources.store(), owner, withdrawn.record.shares[0], keep_until=NEXT_YEAR)
    short = shown.model_copy(update={"until": day})
    expired = viewer_link_store.create(resources.store(), owner, short, label="", today=day, keep_until=NEXT_YEAR)
    monkeypatch.setattr(visit, "lasting_day", lambda: day + timedelta(days=1))

    unknown = claim({"link": new_key()})

    assert claim({"link": withdrawn.key}) == claim({"link": expired.key}) == unknown


def test_putting_the_second_link_away_leaves_the_first() -> None:
    answer = ask(APP, "POST", "/forget", headers=OURS, body=b'{"second": true}')

    assert (answer.status, go(answer)) == (200, "/shared")
    assert [cookie.partition(";")[0] for cookie in answer.all("set-cookie")] == ["rk_viewer_2="]


def test_forgetting_the_device_drops_every_cookie() -> None:
    answer = ask(APP, "POST", "/forget", headers=OURS, body=b"{}")

    assert (answer.status, go(answer)) == (200, "/?left=device")
    dropped = {cookie.partition("=")[0] for cookie in answer.all("set-cookie")}
    assert dropped == set(cookies.every_name()) >= {"rk_own", "rk_opened", "rk_viewer", "rk_viewer_2"}


def test_closing_an_opened_profile_leaves_the_devices_own_key() -> None:
    answer = ask(APP, "POST", "/forget", headers=OURS, body=b'{"opened": true}')

    assert (answer.status, go(answer)) == (200, "/")
    assert [cookie.partition(";")[0] for cookie in answer.all("set-cookie")] == ["rk_opened="]


def test_a_process_lives_and_is_ready_while_the_database_takes_a_write(private_store: Path) -> None:
    lives, ready = ask(APP, "GET", "/healthz"), ask(APP, "GET", "/readyz")

    assert (lives.status, lives.body) == (200, b"ok")
    assert (ready.status, ready.body) == (200, b"ready")
    assert private_store.exists()


def test_whoever_has_to_wait_is_told_how_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REKINDLE_HANDSHAKES_PER_MINUTE", "1")
    settings.cache_clear()
    resources.connection_limit.cache_clear()

    before = ask(APP, "GET", "/queue")
    resources.connection_limit().take(CLIENT[0])
    after = ask(APP, "GET", "/queue")

    assert json.loads(before.body) == {"seconds": 0}
    assert 58 <= json.loads(after.body)["seconds"] <= 60
    assert after.all("cache-control") == ["no-store"]


def test_a_process_whose_database_takes_no_write_lives_and_is_not_ready() -> None:
    resources.store().close()

    lives, ready = ask(APP, "GET", "/healthz"), ask(APP, "GET", "/readyz")

    assert (lives.status, ready.status) == (200, 503)
    assert b"the log says why" in ready.body


def test_a_day_in_doubt_is_told_by_readiness_and_keeps_nobody_away() -> None:
    resources.known_day().look(visit.now().date() - timedelta(days=95))

    ready = ask(APP, "GET", "/readyz")

    assert (ready.status, ready.body[:29]) == (200, b"ready; the day is in doubt, a")
