"""The attacks of docs/anonymity.md 4.6, 4.8, 4.9 and 4.11: where do a word in every box, a sheet and a key turn up? With their owner.

One journey in a real browser, with somebody else watching all the time; the tests only look at the traces that it left.

Seen to fail: with a record printed whenever it is saved; with the key in the address of a picture; with a screen that shows the record that
was saved last, whoever's it is; with a copy of each record kept in the clear beside the database.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from prometheus_client.parser import text_string_to_metric_families

from bench.server import ROOT, Server, free_port
from data.content.language import ENGLISH
from data.instrument.answers import Step
from data.keys import Kind
from data.record.record import Record
from data.storage.sealing import Seal
from data.wording.screens import load as wording
from tests.attacks.test_traces_in_the_file import as_stored
from tests.browser.visitor import visits, walk
from tests.browser.visitor.heard import Heard
from tests.browser.visitor.people import example
from tests.invented.records import somebody
from tests.server.somebody import file_number, moved_in, on_disk, sealed_on_disk, until_rewritten

SHEET = example()
JOURNAL = wording(ENGLISH).journal
# Boxes for words of one's own, by the step that has them.
BOXES = {Step.JOB_AND_WORK: 2, Step.DRIVE: 0, Step.PATH: 0, Step.BALANCE: 1, Step.REFLECT: 8}
OTHERS = 200
# Long enough that random bytes never hold it by chance.
PIECE = 16


@dataclass
class Traces:
    """What the journey left. Envelopes are those of several moments: each save leaves one behind."""

    words: list[str] = field(default_factory=list)
    key: str = ""
    own: Heard = field(default_factory=Heard)
    other: Heard = field(default_factory=Heard)
    kept: Record | None = None
    envelopes: list[bytes] = field(default_factory=list)
    before: bytes = b""
    deleted: bytes = b""
    after: bytes = b""
    log: str = ""
    figures: str = ""

    def word(self) -> str:
        """A word that nobody has typed yet."""
        self.words.append(f"Quokka{len(self.words)}Sentinel")
        return self.words[-1]

    @property
    def secrets(self) -> list[str]:
        return [*self.words, self.key]


@pytest.fixture(scope="module")
def traces(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Traces]:
    traces, folder, watched = Traces(), tmp_path_factory.mktemp("sentinels"), free_port()
    # Nothing is rewritten before the restart, so that the files can be copied at any moment.
    server = Server(
        ROOT / "app.py", folder=folder, settings={"REKINDLE_QUIET_SECONDS": "3600", "REKINDLE_METRICS_PORT": str(watched)}, health="/readyz"
    )
    # An empty table would be cut off the file. What is deleted among others stays.
    moved_in(server.database, *[somebody()] * OTHERS)
    with server:
        with visits.opened(browser, server) as visit:
            mine, theirs = traces.own.listen(visit.page()), traces.other.listen(visit.page())
            look_around(theirs)
            go_all_the_way(mine, traces, server)
            look_around(theirs)
            traces.figures = scraped(watched)
            # What was only ever in the log goes with the log; a restart brings it into the file, where it stays.
            for page in (mine, theirs):
                page.goto("about:blank")
            server.stop()
            server.start()
            delete(mine)
            mine.goto("about:blank")
        # As a power cut would: asked to end, a server rewrites a small file by itself, and nothing were left for the start to do.
        server.kill()
        traces.deleted, former = files(folder), file_number(server)
        server.start()
        until_rewritten(server, former)
        traces.after = files(folder)
    traces.log = server.log
    yield traces


def go_all_the_way(page: Page, traces: Traces, server: Server) -> None:
    walk.begin(page)
    traces.key = next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "rk_own")
    walk.go_on(page, to=Step.JOB_AND_WORK)
    for step, following in zip(list(Step)[1:-1], list(Step)[2:], strict=True):
        fill_all(page, step, traces)
        walk.answer(page, step, SHEET.statements)
        walk.go_on(page, to=following)
        traces.envelopes.append(sealed_on_disk(server, traces.key))
    fill_all(page, Step.REFLECT, traces)
    walk.finish(page)
    walk.open_fold(page, "My link")
    expect(page.get_by_role("img", name="QR code of your personal link")).to_be_visible()
    keep_a_journal(page, traces)
    traces.kept = on_disk(server, traces.key)
    traces.envelopes.append(sealed_on_disk(server, traces.key))
    traces.before = files(server.folder)


def fill_all(page: Page, step: Step, traces: Traces) -> None:
    """A word of its own in every box of the step."""
    boxes = page.get_by_role("textbox")
    expect(boxes).to_have_count(BOXES[step])
    for box in boxes.all():
        box.fill(traces.word())
        box.blur()
        walk.settled(page)


def keep_a_journal(page: Page, traces: Traces) -> None:
    page.goto("/journal")
    walk.on(page, "Journal")
    write(page, traces, ["One small goal for"], JOURNAL.goal_set)
    write(page, traces, list(JOURNAL.gratitude_lines), JOURNAL.gratitude_keep)
    write(page, traces, [JOURNAL.milestone_ask], JOURNAL.milestone_keep)
    write(page, traces, ["My work is", "My job is"], JOURNAL.sentences_keep, shows=traces.words[0])


def write(page: Page, traces: Traces, boxes: list[str], button: str, *, shows: str | None = None) -> None:
    """Fill the boxes of one form, and wait until the screen shows what was kept: the last word, or what it took the place of."""
    for box in boxes:
        page.get_by_role("textbox", name=box).fill(traces.word())
    walk.press(page, button)
    expect(page.get_by_text(shows or traces.words[-1]).last).to_be_visible()
    walk.settled(page)


def scraped(port: int) -> str:
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/metrics")
    told = connection.getresponse().read().decode()
    connection.close()
    return told


def look_around(page: Page) -> None:
    """Somebody else, on every screen that shows something of somebody."""
    for address, title in (("/", "Where are you with your work?"), ("/journal", "Journal"), ("/profile", "Your profile")):
        page.goto(address)
        walk.on(page, title)


def delete(page: Page) -> None:
    page.goto("/profile")
    walk.on_profile(page)
    walk.press(page, "Delete everything")
    walk.press(page, "Yes, delete everything")
    expect(page.get_by_text(wording(ENGLISH).welcome.deleted)).to_be_visible()


def files(folder: Path) -> bytes:
    """Every byte of the database and its logs."""
    return b"".join(file.read_bytes() for file in sorted(folder.glob("rekindle.duckdb*")))


def pieces(envelopes: list[bytes]) -> list[bytes]:
    return [envelope[start : start + PIECE] for envelope in envelopes for start in range(0, len(envelope) - PIECE, PIECE)]


def test_every_word_arrived_and_was_kept_for_its_owner(traces: Traces) -> None:
    """So that the others can fail: the words are really there, sealed."""
    assert traces.kept is not None
    kept = traces.kept.model_dump_json()

    assert len(traces.words) == sum(BOXES.values()) + 1 + 2 + 1 + 2
    assert [word for word in traces.words if word not in kept] == []
    assert traces.own.told(traces.words[0])
    assert traces.own.told(traces.key)


def test_no_word_and_no_key_is_in_the_log_and_no_answer_either(traces: Traces) -> None:
    assert "Rekindle" in traces.log or "Streamlit" in traces.log
    assert [secret for secret in traces.secrets if secret in traces.log] == []
    assert [statement for statement in SHEET.statements if statement in traces.log] == []
    assert "Traceback" not in traces.log


def test_who_watches_over_the_server_sees_that_people_saved_and_nothing_of_what_or_who(traces: Traces) -> None:
    told = [sample for family in text_string_to_metric_families(traces.figures) for sample in family.samples]

    assert next(sample.value for sample in told if sample.name == "rekindle_save_seconds_count") > len(Step)
    assert next(sample.value for sample in told if sample.name == "rekindle_open_sessions") == 2
    assert [secret for secret in [*traces.secrets, *SHEET.statements] if secret in traces.figures] == []
    assert {label for sample in told for label in sample.labels} <= {"le", "kind"}


def test_no_word_and_no_key_is_in_any_address_that_a_browser_asked_for(traces: Traces) -> None:
    asked = [*traces.own.addresses, *traces.other.addresses]

    assert len(asked) > 10
    assert [address for address in asked if any(secret in address for secret in traces.secrets)] == []


def test_nothing_is_asked_of_any_other_machine_not_even_for_the_qr_code(traces: Traces) -> None:
    asked = [urlsplit(address) for address in (*traces.own.addresses, *traces.other.addresses)]

    assert {address.hostname for address in asked if address.scheme not in ("blob", "data")} == {"127.0.0.1"}
    assert {address.scheme for address in asked} <= {"http", "ws", "blob", "data"}


def test_nothing_of_one_visit_travels_to_another(traces: Traces) -> None:
    heard = b"".join(traces.other.frames)

    assert b"Your profile" in heard
    assert [secret for secret in traces.secrets if secret.encode() in heard] == []


def test_no_byte_of_it_lies_in_the_clear_on_the_disk(traces: Traces) -> None:
    assert as_stored(Seal(traces.key, Kind.OWN).row_id) in traces.before
    assert [secret for secret in traces.secrets if secret.encode() in traces.before + traces.after] == []
    assert [statement for statement in SHEET.statements if statement.encode() in traces.before] == []


def test_after_deleting_and_rewriting_even_the_sealed_bytes_are_gone(traces: Traces) -> None:
    latest = pieces(traces.envelopes[-1:])

    assert len(latest) > 20
    assert [piece for piece in latest if piece not in traces.before] == []
    assert any(piece in traces.deleted for piece in latest)
    assert [piece for piece in pieces(traces.envelopes) if piece in traces.after] == []
    assert as_stored(Seal(traces.key, Kind.OWN).row_id) not in traces.after
