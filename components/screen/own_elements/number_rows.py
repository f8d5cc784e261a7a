"""Numbers as a list of names, bars and words: no chart has to be drawn, and no table has to stand behind a fold."""

from components.charts.drawing import Drawing, Mark
from components.screen.own_elements import elements

_ELEMENT = elements.element("number_rows", html="<div class='rows'></div>")


def show(drawing: Drawing, *, key: str) -> None:
    """Draw percentages: one to a row, or the parts of a whole one after the other."""
    rows = [{"name": row.name, "marks": [_told(mark) for mark in row.marks if mark]} for row in drawing.rows]
    _ELEMENT(key=f"rows_{key}", data={"names": list(drawing.names), "rows": rows})


def _told(mark: Mark) -> dict[str, object]:
    return {"value": mark.value, "said": mark.said, "pale": mark.at_most}
