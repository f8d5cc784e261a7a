import re

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState

from bench.server import Server
from bench.visitor import Visitor


def test_runs_are_counted_as_the_script_itself_counts_them(probe: Server, visitor: Visitor) -> None:
    before = _runs(probe)

    visitor.open()
    visitor.fill("I agree", True)
    visitor.press("Begin")
    visitor.press("Continue")

    assert visitor.runs == _runs(probe) - before == 5


def test_a_page_opened_by_its_address_is_drawn_with_the_cookies_of_its_first_load(visitor: Visitor) -> None:
    visitor.open("/step")

    assert visitor.screen.find("Continue").kind == "button"
    assert "cookie 2" in visitor.screen.words()


def test_switching_the_page_is_followed_to_the_end_and_the_old_page_is_gone(visitor: Visitor) -> None:
    visitor.open()
    visitor.press("Begin")

    assert "Start" not in visitor.screen.words()
    assert visitor.screen.page == visitor.screen.pages["step"]


def test_a_form_travels_as_one_message_with_the_value_of_a_component(visitor: Visitor) -> None:
    visitor.open("/step")
    visitor.fill("statements", {"answers": {"a": 4, "b": "na"}})
    visitor.fill("Hours", 40)
    visitor.fill("Choice", "right")
    visitor.fill("name", "Ada")
    said = len(visitor.wire.said)
    visitor.press("Continue")

    assert len(visitor.wire.said) - said == 1
    assert "answers {'a': 4, 'b': 'na'} hours 40 choice right name Ada" in visitor.screen.words()


def test_a_forged_value_reaches_the_server_as_it_is(visitor: Visitor) -> None:
    visitor.open("/step")
    widget = visitor.screen.find("Choice")
    visitor.give(widget, WidgetState(id=widget.id, string_value="neither"))
    visitor.press("Continue")

    assert b"neither" in visitor.wire.said[-1]
    assert "choice None" in visitor.screen.words()


def test_a_fragment_runs_alone_and_leaves_the_rest_of_the_screen(probe: Server, visitor: Visitor) -> None:
    visitor.open("/parts")
    before = _runs(probe)
    visitor.press("Click")

    assert _runs(probe) == before
    assert "clicked 1" in visitor.screen.words()
    assert visitor.screen.find("Again").kind == "button"


def test_a_large_element_is_sent_once_and_still_read_the_second_time(visitor: Visitor) -> None:
    visitor.open("/parts")
    before = visitor.wire.bytes_in
    visitor.press("Again")

    assert visitor.wire.bytes_in - before < 10_000
    assert "long long" in visitor.screen.words()


def test_a_dropped_connection_is_taken_up_again_where_it_was(visitor: Visitor) -> None:
    visitor.open()
    visitor.fill("I agree", True)
    visit = _visit(visitor)
    visitor.wire.close()
    visitor.reconnect()

    assert _visit(visitor) == visit
    assert "You agreed" in visitor.screen.words()


def test_a_refresh_begins_a_new_session_on_the_same_page(visitor: Visitor) -> None:
    visitor.open()
    visit = _visit(visitor)
    visitor.open()

    assert _visit(visitor) != visit


def test_a_widget_that_is_not_there_is_named_with_what_is(visitor: Visitor) -> None:
    visitor.open("/step")

    with pytest.raises(LookupError, match="Hours"):
        visitor.press("Finish")


def test_a_server_that_was_killed_comes_back_on_the_same_port(probe: Server) -> None:
    probe.kill()
    probe.start()

    with Visitor(probe.url) as visitor:
        visitor.open()

        assert "Start" in visitor.screen.words()


def _runs(probe: Server) -> int:
    return len((probe.folder / "runs").read_text().splitlines())


def _visit(visitor: Visitor) -> str:
    found = re.search("visit [0-9a-f]+", visitor.screen.words())
    return found.group() if found else ""
