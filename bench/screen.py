"""What a server has drawn for one visitor, put together from its messages: the widgets to answer and the words to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import NewSession

# Statuses after which nothing more comes by itself. The one left out is "early, because another run follows".
_LAST = (
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
)


def settles(message: ForwardMsg) -> bool:
    """Whether this message ends the last run of a chain; st.rerun and st.switch_page only lead to the next one."""
    return message.WhichOneof("type") == "script_finished" and message.script_finished in _LAST


@dataclass(frozen=True)
class Widget:
    """Something to answer or press. `name` is its label or, for a component of one's own, the component's name."""

    id: str
    kind: str
    name: str
    form: str
    fragment: str
    # The element's own message, of the type that `kind` says.
    drawn: Any

    @property
    def key(self) -> str:
        """The key the script gave it, which Streamlit puts at the end of the id; "None" if it gave none."""
        return self.id.split("-", 2)[-1]


@dataclass(frozen=True)
class _Cell:
    element: Element
    run: int
    fragment: str


class Screen:
    """One visitor's screen. Elements that a finished run did not draw again are gone, as they are in a browser."""

    def __init__(self) -> None:
        self.runs = 0
        # The page that is shown, and every page's hash by its address ("" is the first).
        self.page = ""
        self.pages: dict[str, str] = {}
        self.query = ""
        self.session = ""
        self.most_cached_age = 0
        self._fragments: list[str] = []
        self._cells: dict[tuple[int, ...], _Cell] = {}

    def take(self, message: ForwardMsg) -> None:
        match message.WhichOneof("type"):
            case "new_session":
                self._start(message.new_session, list(message.metadata.run.fragment_ids))
            case "navigation":
                self.page = message.navigation.page_script_hash
                self.pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "delta":
                self._draw(message)
            case "script_finished" if settles(message):
                self._sweep()

    def widgets(self) -> Iterator[Widget]:
        """Everything that has an id of its own, from top to bottom."""
        for _, cell in sorted(self._cells.items()):
            widget = widget_of(cell.element, cell.fragment)
            if widget:
                yield widget

    def find(self, name: str, kind: str | None = None) -> Widget:
        """The one widget with this label, component name or key. LookupError says what there is instead."""
        there = [widget for widget in self.widgets() if kind in (None, widget.kind)]
        found = [widget for widget in there if name in (widget.name, widget.key)]
        if len(found) != 1:
            instead = [(widget.kind, widget.name) for widget in there]
            raise LookupError(f"{len(found)} of {name!r} on the screen; there are {instead}, and the words: {self.words()[:500]}")
        return found[0]

    def words(self) -> str:
        """Every piece of text that was sent for what is on the screen, from top to bottom, one a line."""
        return "\n".join(text for _, cell in sorted(self._cells.items()) for text in _texts(cell.element))

    def exceptions(self) -> list[str]:
        """The messages of tracebacks that a person would see."""
        cells = (cell.element for _, cell in sorted(self._cells.items()))
        return [element.exception.message for element in cells if element.WhichOneof("type") == "exception"]

    def _start(self, session: NewSession, fragments: list[str]) -> None:
        self.runs += 1
        self.page = session.page_script_hash
        self.session = session.initialize.session_id
        self.most_cached_age = session.config.max_cached_message_age
        self._fragments = fragments

    def _draw(self, message: ForwardMsg) -> None:
        path = tuple(message.metadata.delta_path)
        match message.delta.WhichOneof("type"):
            case "new_element":
                self._cells[path] = _Cell(message.delta.new_element, self.runs, message.delta.fragment_id)
            case "add_block":
                # A block that takes the place of an element takes it off the screen.
                self._cells.pop(path, None)

    def _sweep(self) -> None:
        self._cells = {path: cell for path, cell in self._cells.items() if cell.run == self.runs or self._spared(cell)}

    def _spared(self, cell: _Cell) -> bool:
        """A run of some fragments leaves everything else as it is."""
        return bool(self._fragments) and cell.fragment not in self._fragments


def widget_of(element: Element, fragment: str = "") -> Widget | None:
    """The widget in an element, if it is one."""
    kind = element.WhichOneof("type") or "empty"
    drawn = getattr(element, kind)
    if not getattr(drawn, "id", ""):
        return None
    name = drawn.component_name if kind == "bidi_component" else getattr(drawn, "label", "")
    return Widget(drawn.id, kind, name, getattr(drawn, "form_id", ""), fragment, drawn)


def _texts(message: Any) -> Iterator[str]:
    for field, value in message.ListFields():
        for part in value if field.is_repeated else [value]:
            if isinstance(part, str):
                yield part
            elif hasattr(part, "ListFields"):
                yield from _texts(part)
