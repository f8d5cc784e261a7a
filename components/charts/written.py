"""A chart that is written down once for everybody: its layers and its look in the words of Vega, without anybody's numbers."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

import altair as alt
from altair.utils import schemapi


class Written(schemapi.SchemaBase):
    """A part of a chart that nobody writes again. Altair would go through each of its words for whoever looks, which takes longest."""

    _schema: ClassVar[dict[str, Any]] = {"type": "object"}

    def to_dict(self, *_: Any, **__: Any) -> dict[str, Any]:
        """Shared by all who look at one, and never changed."""
        told: dict[str, Any] = self._args[0]
        return told

    def of(self, rows: Sequence[Mapping[str, object]]) -> Self:
        """The same layer of these rows."""
        return type(self)({**self.to_dict(), "data": {"values": rows}})


def once(chart: alt.LayerChart) -> alt.LayerChart:
    """The same chart with all of it written. A layer with rows of its own must bring them as values."""
    done: alt.LayerChart = chart.copy(deep=False)
    done["layer"] = [layer(each) for each in chart.layer]
    done["config"] = Written(chart.config.to_dict(validate=False))
    return done


def layer(drawn: schemapi.SchemaBase) -> Written:
    """One layer; without rows of its own it takes those of the whole chart."""
    rows: dict[str, Any] = {}
    told = drawn.to_dict(validate=False, context={"data": None, "datasets": rows, "top_level": False})
    # Altair sets rows aside under a name, to stand beside the layers; here they stay in theirs.
    return Written(told).of(rows[told["data"]["name"]]) if "data" in told else Written(told)


def insert(chart: alt.LayerChart, place: int, layer: Written) -> None:
    """Lay one between the layers of a chart that is one's own copy."""
    chart["layer"] = [*chart.layer[:place], layer, *chart.layer[place:]]
