"""Numbers as a list of names, marks and words: no chart has to be drawn, and no table has to stand behind a fold."""

from components.charts.drawing import Drawing, Mark, Row
from components.screen.own_elements import elements

_ELEMENT = elements.element("number_rows", html="<div class='rows'></div>")


def show(drawing: Drawing, *, key: str) -> None:
    """Draw one number to a row, or the parts of a whole one after the other, between what else is said of their row."""
    data = {
        "kind": drawing.kind,
        "names": list(drawing.names),
        "rows": list(map(_row, drawing.rows)),
        "before": drawing.before,
        "after": drawing.after,
        "over": drawing.over and drawing.over._asdict(),
    }
    _ELEMENT(key=f"rows_{key}", data=data)


def _row(row: Row) -> dict[str, object]:
    marks = [mark and _told(mark) for mark in row.marks]
    return {"name": row.name, "marks": marks, "before": row.before, "after": row.after, "others": row.others}


def _told(mark: Mark) -> dict[str, object]:
    return {"value": mark.value, "said": mark.said, "pale": mark.at_most, "low": mark.low, "high": mark.high}
