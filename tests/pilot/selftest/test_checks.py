from pathlib import Path

import pytest

from pilot import __main__ as command
from pilot.figures.intervals import Interval
from pilot.selftest import checks, invented


def test_the_analysis_finds_what_was_planted_in_invented_people(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code = command.main(["selftest", "--quick", "--write", str(tmp_path)])

    said = capsys.readouterr().out
    assert code == 0, said
    assert "All 22 within their bars." in said
    assert all(f"DIF planted in {name}" in said for name in invented.EASIER | invented.WEAKER)
    assert {path.name for path in tmp_path.iterdir()} == {"first.csv", "second.csv", "groups.csv"}


def test_a_figure_that_is_too_far_off_is_outside_its_bar() -> None:
    truth = {"spark": 0.80, "purpose": 0.70}
    found = {"spark": Interval(0.81, 0.79, 0.83), "purpose": Interval(0.60, 0.58, 0.62)}

    furthest, held = checks.compared("omega", truth, found, 0.08)

    assert (furthest.what, furthest.ok) == ("omega, furthest off of 2: purpose", False)
    assert (held.recovered, held.ok) == ("1", False)


def test_the_command_fails_where_a_bar_is_missed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    missed = checks.Check("omega", "0.80", "0.60", "off by 0.08 at most", ok=False)
    monkeypatch.setattr(checks, "run", lambda *_, **__: [missed])

    code = command.main(["selftest"])

    assert code == 1
    assert "OUTSIDE" in capsys.readouterr().out
