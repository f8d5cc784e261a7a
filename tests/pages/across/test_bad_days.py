"""A file that is not what it was, and a record that is full: one clear sentence on the screen, and the record as it was before."""

from base64 import b64encode
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from components.record import chosen_file
from components.session import resources, visit
from data.record import journal
from data.record.record_file import MAX_BYTES, write
from data.record.record_store import MAX_RECORD
from tests.data.record.test_record_size import beyond
from tests.invented.full_record import full
from tests.pages.across.test_every_screen import FINISHED
from tests.pages.conftest import Somebody

WHOLE = write(full(results=2, notes=20))
BAD = {
    "cut short": (WHOLE[: len(WHOLE) // 2], "ends early"),
    "edited": (WHOLE.replace(b'"2024-02-29"', b'"yesterday"'), "results"),
    "newer": (WHOLE.replace(b'"format": 1', b'"format": 2'), "newer"),
    "too large": (b" " * (MAX_BYTES + 1), "too large"),
}


def press(drawn: AppTest, label: str) -> AppTest:
    return next(button for button in drawn.button if button.label == label).click().run()


def chosen(drawn: AppTest, monkeypatch: pytest.MonkeyPatch, content: bytes) -> AppTest:
    """AppTest runs no element's script: what the script of a browser would have sent of the file stands here."""
    told = b64encode(content).decode()
    monkeypatch.setattr(chosen_file, "_ELEMENT", lambda **_: SimpleNamespace(file=told))
    return drawn.run()


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_in_one_sentence_and_the_record_stays(somebody: Somebody, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    content, why = BAD[kind]
    somebody.holds(FINISHED)
    drawn = somebody.arrives()

    drawn = chosen(drawn, monkeypatch, content)

    (error,) = [error.value for error in drawn.error]
    assert why in error and error.endswith("Nothing was changed.") and "\n" not in error
    assert resources.wording().welcome.file_use not in [button.label for button in drawn.button]
    assert somebody.held() == FINISHED


@pytest.mark.parametrize("forged", [["e30="], 5, "no base 64!", {"file": "e30="}, True])
def test_what_no_browser_would_send_of_a_file_is_a_damaged_one(somebody: Somebody, monkeypatch: pytest.MonkeyPatch, forged: object) -> None:
    somebody.holds(FINISHED)
    monkeypatch.setattr(chosen_file, "_ELEMENT", lambda **_: SimpleNamespace(file=forged))

    drawn = somebody.arrives()

    assert [error.value for error in drawn.error] == [resources.error_words().rules.file_damaged]
    assert somebody.held() == FINISHED


def test_a_whole_file_says_first_what_it_replaces_and_then_starts_an_equal_record(
    somebody: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that the others can fail."""
    somebody.holds(FINISHED)
    drawn = somebody.arrives()

    drawn = chosen(drawn, monkeypatch, WHOLE)
    before = somebody.held()
    press(drawn, resources.wording().welcome.file_use)

    held = somebody.held()
    assert before == FINISHED
    assert held is not None and write(held) == WHOLE


def test_a_file_with_more_than_a_record_may_hold_is_refused_in_one_sentence_on_a_whole_screen(
    somebody: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    larger = beyond()
    while len(larger.model_dump_json().encode()) <= MAX_RECORD:
        larger = journal.add_milestone(larger, "y" * 280, day=visit.utc_today())
    somebody.holds(FINISHED)
    drawn = somebody.arrives()

    drawn = chosen(drawn, monkeypatch, write(larger))
    drawn = press(drawn, resources.wording().welcome.file_use)

    (error,) = [error.value for error in drawn.error]
    assert "400 kB" in error
    assert resources.instrument().notes.footer in [caption.value for caption in drawn.caption]
    assert somebody.held() == FINISHED


def test_a_full_record_says_its_limit_and_offers_the_download_and_loses_nothing(somebody: Somebody) -> None:
    words, nearly = resources.wording().journal, beyond()
    while True:
        more = journal.add_milestone(nearly, "y" * 60, day=visit.utc_today())
        if len(more.model_dump_json().encode()) > 400_000:
            break
        nearly = more
    somebody.holds(nearly)
    drawn = somebody.opens("journal")

    next(box for box in drawn.text_input if box.label == words.milestone_ask).input("z" * 280)
    drawn = press(drawn, words.milestone_keep)

    (error,) = [error.value for error in drawn.error]
    assert "400 kB" in error and "Download it all" in error
    assert "z" * 280 in [box.value for box in drawn.text_input]
    assert somebody.held() == nearly
