"""A process that makes one file over and over, as a server does whose profile page is open: `python -m bench.exporting pdf 60`."""

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter

from altair.utils import schemapi

from bench.server import resident_bytes
from components.exports import report_html, report_pdf, slides_pdf, slides_pptx
from components.profile import downloads, profile_report
from data.profile.profile import from_result
from data.record.viewer_link import Section
from data.sharing.shared_profile import copy_of
from tests.components.exports import decks
from tests.invented import full_record

_PROFILE = from_result(full_record.full(results=1, notes=0).results[-1])
KINDS: dict[str, Callable[[], bytes]] = {
    "pdf": lambda: report_pdf.write(profile_report.of_profile(_PROFILE, words=True), today=date(2026, 1, 1)),
    "html": lambda: report_html.write(profile_report.of_profile(_PROFILE, words=True)),
    "slides.pptx": lambda: slides_pptx.write(decks.DECK, today=date(2026, 1, 1)),
    "slides.pdf": lambda: slides_pdf.write(decks.DECK, today=date(2026, 1, 1)),
    "png": lambda: downloads.card(copy_of(_PROFILE, (Section.SUMMARY, Section.DIMENSIONS)), caption="A line of my own"),
}

if __name__ == "__main__":
    # As a server does at its start.
    schemapi.disable_debug_mode()
    make, resident = KINDS[sys.argv[1]], []
    seconds, size = [], 0
    for _ in range(int(sys.argv[2])):
        began = perf_counter()
        size = len(make())
        seconds.append(perf_counter() - began)
        resident.append(resident_bytes(Path("/proc/self")))
    print(json.dumps({"size": size, "seconds": seconds, "resident": resident}))
