"""What the files cost that people take along: seconds, megabytes, and whether fifty of them leave anything in the memory."""

import json
import subprocess
import sys
from collections.abc import Iterator
from statistics import median

from bench.line import Goal, Line
from bench.server import ROOT

_NAMES = {
    "pdf": "a report as PDF",
    "html": "a report as HTML",
    "png": "a picture as PNG",
    "slides.pptx": "12 slides for PowerPoint",
    "slides.pdf": "12 slides as PDF",
}
# The first thirty fill caches, of letters and of the drawing machine.
_SETTLED, _MADE = 30, 80


def lines() -> Iterator[Line]:
    """Of each kind the first file of a process and the later ones, and what the process holds after thirty and after eighty."""
    for kind, name in _NAMES.items():
        # A process for each kind: else the first picture would find what the last report has warmed up, and count its memory as its own.
        command = [sys.executable, "-m", "bench.exporting", kind, str(_MADE)]
        made = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout)
        later = median(made["seconds"][1:])
        yield Line.of(f"{name} of {made['size'] / 1e6:.2f} MB", {"the first": made["seconds"][0], "later": later}, "s", Goal(2, "s"))
        held = {f"{count} made": made["resident"][count - 1] / 1e6 for count in (_MADE, _SETTLED)}
        yield Line.of(f"{name}: memory after {_MADE - _SETTLED} more", held, "MB", Goal(1.05))
