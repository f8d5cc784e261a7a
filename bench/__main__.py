"""`python -m bench` measures everything; `python -m bench journey steps` only these. A missed goal is said, not failed: machines differ."""

import argparse
from collections.abc import Callable, Iterator

from bench import (
    crowd,
    drawing,
    engines,
    exports,
    first_visit,
    insights,
    joining,
    journey,
    memory,
    mixing,
    moving,
    reading,
    saving,
    size,
    steps,
    waits,
)
from bench.line import Line

_MEASURES: dict[str, Callable[[], Iterator[Line]]] = {
    "journey": journey.lines,
    "steps": steps.lines,
    "saving": saving.lines,
    "waits": waits.lines,
    "reading": reading.lines,
    "joining": joining.lines,
    "mixing": mixing.lines,
    "size": size.lines,
    "drawing": drawing.lines,
    "moving": moving.lines,
    "insights": insights.lines,
    "exports": exports.lines,
    "memory": memory.per_session,
    "first-visit": first_visit.lines,
    "growth": memory.growth,
    "crowd": crowd.lines,
    "sixty": crowd.on_both_engines,
    "engines": engines.lines,
}

parser = argparse.ArgumentParser(prog="python -m bench", description="Measure Rekindle against a bare Streamlit app and streamlit-survey.")
parser.add_argument("measures", nargs="*", metavar="MEASURE", help=f"of {', '.join(_MEASURES)}; all of them where none is named")
asked = parser.parse_args().measures or list(_MEASURES)
if unknown := [name for name in asked if name not in _MEASURES]:
    parser.error(f"there is no measure {unknown[0]!r}; there are {', '.join(_MEASURES)}")
for measure in asked:
    for line in _MEASURES[measure]():
        print(line, flush=True)
