import re
import socket
from threading import Event, Thread

import pandas as pd
import pytest

from components import drawing, figure, picture, report, report_figures, report_html, resources
from data.sharing.shared_profile import made
from tests.invented.full_record import SECTIONS, profile

SHOWN = made(profile(), SECTIONS)


def figures() -> list[report_figures.Figure]:
    dimensions = report_figures.dimensions(SHOWN)
    assert dimensions is not None and SHOWN.map is not None and SHOWN.week is not None
    return [dimensions, report_figures.job_and_work(SHOWN.rules, SHOWN.map), report_figures.week(SHOWN.rules, SHOWN.week)]


def test_every_chart_of_a_report_holds_to_the_schema() -> None:
    assert all(one.chart.to_dict(validate=True) for one in figures())


def test_names_inside_a_drawing_are_its_own() -> None:
    drawings = [drawing.svg(one.chart, name=f"n{place}") for place, one in enumerate(figures())]
    names = [name for drawn in drawings for name in re.findall(r' id="([^"]+)"', drawn)]

    assert sorted(names) == sorted(set(names))


def test_a_file_holds_its_charts_whole_while_screens_draw_theirs() -> None:
    """Seen to fail: without a turn for each, as it happened to a report that was taken while the profile was drawn."""
    found, enough = figures()[0], Event()

    def draw_on_screens() -> None:
        while not enough.is_set():
            figure.show(found.chart, pd.DataFrame(found.rows), alt_text="A chart", key="screen")

    screens = Thread(target=draw_on_screens)
    screens.start()
    files = [drawing.svg(found.chart, name="n") for _ in range(30)]
    enough.set()
    screens.join()

    assert [place for place, file in enumerate(files) if ">Spark<" not in file] == []


def test_drawing_a_chart_needs_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)

    assert drawing.png(drawing.svg(figures()[0].chart, name="n")).startswith(b"\x89PNG")


def test_no_more_than_two_exports_are_made_at_a_time() -> None:
    done: list[str] = []
    waiting = Thread(target=lambda: done.append("third" if report_html.write(report.of_share(SHOWN)) else ""))

    with resources.exports(), resources.exports():
        assert not resources.exports().acquire(blocking=False)
        waiting.start()
        waiting.join(timeout=0.2)
        assert done == []
    waiting.join()

    assert done == ["third"]


def test_a_turn_is_given_back_when_an_export_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> bytes:
        raise OSError("no room")

    monkeypatch.setattr(drawing, "png", fail)
    for _ in range(3):
        with pytest.raises(OSError, match="no room"):
            picture.write(SHOWN)

    assert resources.exports().acquire(blocking=False)
    resources.exports().release()
