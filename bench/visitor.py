"""Somebody at a browser, without the browser: opens pages, answers, presses, and counts what that makes the server do."""

import json
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from bench.screen import Screen, Widget, settles, widget_of
from bench.wire import Wire

# Which field of a widget's state carries its value. A slider over words is told apart in `state`.
_FIELDS = {
    "bidi_component": "json_value",
    "button_group": "string_array_value",
    "checkbox": "bool_value",
    "multiselect": "string_array_value",
    "number_input": "double_value",
    "radio": "string_value",
    "selectbox": "string_value",
    "slider": "double_array_value",
    "text_area": "string_value",
    "text_input": "string_value",
}


def state(widget: Widget, value: Any) -> WidgetState:
    """A widget's value as a browser sends it. A component's value is the mapping of its states; nothing is checked, so lies can be told."""
    sent = WidgetState(id=widget.id)
    field = "string_array_value" if widget.kind == "slider" and widget.drawn.options else _FIELDS[widget.kind]
    if field == "json_value":
        sent.json_value = json.dumps(value)
    elif field.endswith("array_value"):
        getattr(sent, field).data[:] = value if isinstance(value, list | tuple) else [value]
    else:
        setattr(sent, field, value)
    return sent


class Visitor:
    """One visitor with one tab. Every call that makes the server run returns when the last run that it led to has finished.

    Unlike a browser it sends no value that nobody gave: the server's own defaults stand for them."""

    def __init__(self, url: str, *, keep: bool = False, headers: Mapping[str, str] | None = None) -> None:
        self.wire = Wire(url, keep=keep, headers=headers)
        self.screen = Screen()
        self.runs = 0
        self._given: dict[str, WidgetState] = {}
        # By form: what was typed but waits for the form's button.
        self._typed: dict[str, dict[str, WidgetState]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.leave()

    def open(self, address: str = "/") -> None:
        """Load a page as a browser does: the document first, with its cookies, then the socket. Again for a refresh."""
        path, _, query = address.partition("?")
        self.wire.fetch(address, accept="text/html,application/xhtml+xml,*/*;q=0.8")
        # What Streamlit's own page asks for before it opens its socket.
        self.wire.fetch("/_stcore/health")
        self.wire.fetch("/_stcore/host-config")
        self.screen = Screen()
        self.screen.query = query
        self._given, self._typed = {}, {}
        self.wire.connect()
        self._rerun(page_name=path.strip("/"))

    def reconnect(self) -> None:
        """Come back after a dropped connection with the same tab: its session, its page and what it had given."""
        self.wire.connect(self.screen.session)
        self._rerun()

    def leave(self) -> None:
        self.wire.close()

    def fill(self, name: str, value: Any, kind: str | None = None) -> None:
        """Answer the widget with this label or key. Inside a form the server hears of it with the form's button, else at once."""
        self.give(self.screen.find(name, kind), state(self.screen.find(name, kind), value))

    def give(self, widget: Widget, value: WidgetState) -> None:
        """Answer a widget with a ready-made value, however wrong."""
        if widget.form:
            self._typed.setdefault(widget.form, {})[value.id] = value
        else:
            self._given[value.id] = value
            self._rerun(fragment=widget.fragment)

    def press(self, name: str, kind: str | None = None) -> None:
        """Press the button with this label or key; a form's button takes everything typed in its form along, in one message."""
        button = self.screen.find(name, kind)
        self._given |= self._typed.pop(button.form, {})
        self._rerun(WidgetState(id=button.id, trigger_value=True), fragment=button.fragment)

    def go(self, address: str) -> None:
        """Follow a link inside the app to the page with this address."""
        self._rerun(page=self.screen.pages[address.strip("/")])

    def _rerun(self, *pressed: WidgetState, page: str | None = None, page_name: str = "", fragment: str = "") -> None:
        message = BackMsg()
        run = message.rerun_script
        run.query_string = self.screen.query
        run.page_script_hash = self.screen.page if page is None else page
        run.page_name = page_name
        run.fragment_id = fragment
        run.widget_states.widgets.extend([*self._given.values(), *pressed])
        # What a browser still has of large elements, which the server then names instead of sending them.
        run.cached_message_hashes.extend(self.wire.cache.hashes)
        run.context_info.timezone = "UTC"
        run.context_info.locale = "en-GB"
        run.context_info.url = self.wire.url + "/" + page_name
        run.context_info.color_scheme = "light"
        self.wire.say(message)
        self._settle()

    def _settle(self) -> None:
        settled = False
        while not settled:
            message = self.wire.hear()
            self.runs += message.WhichOneof("type") == "new_session"
            self.screen.take(message)
            self._yield_to_the_server(message.delta.new_element)
            settled = settles(message)
        self.wire.cache.run_finished(self.screen.most_cached_age)
        self._forget_what_is_gone()

    def _yield_to_the_server(self, element: Any) -> None:
        """Where the script itself set a widget's value, ours no longer holds."""
        widget = widget_of(element)
        if widget and getattr(widget.drawn, "set_value", False):
            self._given.pop(widget.id, None)

    def _forget_what_is_gone(self) -> None:
        there = {widget.id for widget in self.screen.widgets()}
        self._given = {name: value for name, value in self._given.items() if name in there}
        self._typed = {form: {name: value for name, value in typed.items() if name in there} for form, typed in self._typed.items()}
