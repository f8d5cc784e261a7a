"""What failed among others may be looked at once more alone, where it is little and of a kind that depends on the machine."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.landing import second_look

# Fails the first time and holds from then on.
BUSY = """
from pathlib import Path
def test_it(): assert Path("seen").exists() or Path("seen").touch()
"""
BROKEN = "def test_it(): assert not 1"


def looked_at(folder: Path, tests: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """A second look at a suite of these files, after a first run of it."""
    for name, text in tests.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --import-mode=importlib\n", encoding="utf-8")
    first = subprocess.run([sys.executable, "-m", "pytest", "-q"], cwd=folder, capture_output=True, check=False)
    command = [sys.executable, second_look.__file__, str(first.returncode)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_what_holds_alone_passes_and_is_named(tmp_path: Path) -> None:
    done = looked_at(tmp_path, {"tests/browser/test_page.py": BUSY, "tests/data/test_rule.py": "def test_it(): pass"})

    assert done.returncode == 0
    assert "HELD ALONE" in done.stdout
    assert "tests/browser/test_page.py::test_it" in done.stdout


def test_what_fails_alone_too_fails(tmp_path: Path) -> None:
    done = looked_at(tmp_path, {"tests/browser/test_page.py": BUSY, "tests/server/test_start.py": BROKEN})

    assert done.returncode == 1
    assert "HELD ALONE" not in done.stdout


def test_a_formula_gets_no_second_look(tmp_path: Path) -> None:
    done = looked_at(tmp_path, {"tests/data/test_rule.py": BUSY})

    assert (done.returncode, done.stdout) == (1, "")


@pytest.mark.parametrize(
    ("names", "may_be"),
    [
        ([], False),
        (["tests/browser/test_a.py::test_it", "tests/server/test_b.py::test_it"], True),
        (["tests/browser/test_a.py::test_it"] * 4, False),
        (["tests/browser/test_a.py::test_it", "tests/data/test_b.py::test_it"], False),
    ],
)
def test_few_tests_of_browsers_and_servers_alone_are_looked_at_again(names: list[str], *, may_be: bool) -> None:
    assert second_look.may_be_looked_at_again(names) is may_be


def test_a_run_that_broke_off_stays_broken_off() -> None:
    assert second_look.look(2) == 2
