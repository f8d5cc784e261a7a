"""A process that makes one file over and over, as a server does whose profile page is open: `python -m bench.exporting pdf 60`."""

import json
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from altair.utils import schemapi

from bench import counted
from bench.server import resident_bytes
from components.charts import theme
from components.exports import report_html, report_pdf
from components.insights import all_sections
from components.insights import downloads as team_downloads
from components.insights.slides import findings
from components.profile import downloads, profile_report
from data.profile.profile import from_result
from data.record.viewer_link import Section
from data.sharing.shared_profile import copy_of
from data.storage.engines.duckdb_store import DuckDBStore
from data.totals import publishing
from data.totals.published import Insights, Published
from tests.invented import full_record

# A cover, an end, and one for everything that has a question.
SLIDES = 12
_TODAY = date(2026, 1, 1)
_PROFILE = from_result(full_record.full(results=1, notes=0).results[-1])


@cache
def _round() -> tuple[Insights, Published]:
    """A third round beside a thousand people: of all that may be shown of a round, nothing is missing."""
    with TemporaryDirectory() as folder, closing(DuckDBStore(Path(folder) / "bench.duckdb")) as store:
        counted.count_a_thousand(store)
        insights = publishing.round_insights(store, counted.close_umbrella(store, teams=2, rounds=3).insights)
    whole = insights.whole
    if not isinstance(whole, Published):
        raise TypeError("A round of 64 people may be shown.")
    slides = len(findings.of(all_sections.shown(insights, whole, colours=theme.print_palette())).slides)
    if slides != SLIDES:
        raise ValueError(f"The largest deck has {SLIDES} slides, and this one {slides}.")
    return insights, whole


KINDS: dict[str, Callable[[], bytes]] = {
    "pdf": lambda: report_pdf.write(profile_report.of_profile(_PROFILE, words=True), today=_TODAY),
    "html": lambda: report_html.write(profile_report.of_profile(_PROFILE, words=True)),
    "slides.pptx": lambda: team_downloads.pptx(*_round(), today=_TODAY),
    "slides.pdf": lambda: team_downloads.slides(*_round(), today=_TODAY),
    "png": lambda: downloads.card(copy_of(_PROFILE, (Section.SUMMARY, Section.DIMENSIONS)), caption="A line of my own"),
}


if __name__ == "__main__":
    # As a server does at its start.
    schemapi.disable_debug_mode()
    make, resident = KINDS[sys.argv[1]], []
    seconds, size = [], 0
    if sys.argv[1].startswith("slides"):
        # Read from the database before anybody waits, as a screen has been by the time of the press.
        _round()
    for _ in range(int(sys.argv[2])):
        began = perf_counter()
        size = len(make())
        seconds.append(perf_counter() - began)
        resident.append(resident_bytes(Path("/proc/self")))
    print(json.dumps({"size": size, "seconds": seconds, "resident": resident}))
