"""What a server's messages hold, however deep: their charts with every row that was sent, their tables, and every list of numbers."""

import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

Row = dict[str, Any]
# How every stream of Arrow begins.
_ARROW = b"\xff\xff\xff\xff"
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Chart:
    """What a chart says in words, and the rows of each data set that came with it."""

    alt: str
    datasets: tuple[list[Row], ...]


def charts(payloads: Sequence[bytes]) -> list[Chart]:
    """Every chart, with its data whether it came as Arrow or inside the specification."""
    drawn = [element.vega_lite_chart for element in _elements(payloads) if element.WhichOneof("type") == "vega_lite_chart"]
    return [Chart(chart.alt, (*(rows for _, rows in arrows(chart)), *_inline(json.loads(chart.spec)))) for chart in drawn]


def tables(payloads: Sequence[bytes]) -> list[list[Row]]:
    """Every table that is shown as one."""
    return [rows for element in _elements(payloads) if element.WhichOneof("type") == "table" for _, rows in arrows(element)]


def lists(payloads: Sequence[bytes]) -> list[list[Row]]:
    """The rows of every list of numbers that an element of ours draws, without their names, which may hold numbers of their own."""
    told = [json.loads(element.bidi_component.json) for element in _elements(payloads) if element.bidi_component.json]
    drawn = [one["rows"] for one in told if isinstance(one, dict) and "rows" in one]
    return [[{part: row[part] for part in ("marks", "before", "after", "others")} for row in rows] for rows in drawn]


def folds(payloads: Sequence[bytes]) -> list[str]:
    """The ids of folds whose content is sent once somebody unfolds them."""
    messages = [ForwardMsg.FromString(payload) for payload in payloads]
    return [found.delta.add_block.expandable.id for found in messages if found.delta.add_block.expandable.id]


def numbers_outside(payloads: Sequence[bytes]) -> list[list[float]]:
    """Every list of numbers that is neither in a chart nor in a table, such as one that a component or a slider is given."""
    others = [element for element in _elements(payloads) if element.WhichOneof("type") not in ("vega_lite_chart", "table")]
    return [found for element in others for found in _number_lists(element)]


def arrows(message: Any, path: str = "") -> Iterator[tuple[str, list[Row]]]:
    """Every Arrow table in a message, with the name of the field that holds it."""
    for name, value in _fields(message):
        if isinstance(value, bytes) and value.startswith(_ARROW):
            yield path + name, pa.ipc.open_stream(io.BytesIO(value)).read_all().to_pylist()
        elif hasattr(value, "ListFields"):
            yield from arrows(value, f"{path}{name}.")


def numbers(value: object) -> Iterator[float]:
    """Every number in anything, also those inside words and inside objects."""
    if isinstance(value, str):
        yield from map(float, _NUMBER.findall(value))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield float(value)
    else:
        for part in _parts(value):
            yield from numbers(part)


def _parts(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list | tuple):
        yield from value
    elif hasattr(value, "__dict__"):
        yield from vars(value).values()


def _elements(payloads: Sequence[bytes]) -> Iterator[Element]:
    for payload in payloads:
        message = ForwardMsg.FromString(payload)
        if message.WhichOneof("type") == "delta" and message.delta.WhichOneof("type") == "new_element":
            yield message.delta.new_element


def _fields(message: Any) -> Iterator[tuple[str, Any]]:
    for field, value in message.ListFields():
        for part in value if field.is_repeated else [value]:
            yield field.name, part


def _inline(spec: object) -> Iterator[list[Row]]:
    """The data sets inside a specification: what stands under `datasets` or `values` of some data."""
    if isinstance(spec, dict):
        yield from (spec.get("datasets") or {}).values()
        data = spec.get("data")
        if isinstance(data, dict) and isinstance(data.get("values"), list):
            yield data["values"]
        for name, part in spec.items():
            if name != "datasets":
                yield from _inline(part)
    elif isinstance(spec, list):
        for part in spec:
            yield from _inline(part)


def _number_lists(message: Any) -> Iterator[list[float]]:
    for field, value in message.ListFields():
        if field.is_repeated and value and isinstance(value[0], int | float):
            yield list(value)
        for part in value if field.is_repeated else [value]:
            if isinstance(part, str) and part[:1] in ("{", "["):
                yield from _json_lists(json.loads(part))
            elif hasattr(part, "ListFields"):
                yield from _number_lists(part)


def _json_lists(value: object) -> Iterator[list[float]]:
    if isinstance(value, list) and value and all(isinstance(part, int | float) for part in value):
        yield value
    for part in _parts(value):
        yield from _json_lists(part)
