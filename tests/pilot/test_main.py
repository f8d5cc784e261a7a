"""The command as somebody starts it: a real process, a real file."""

import subprocess
import sys
from pathlib import Path

from tests.pilot.files import table, written

ROOT = Path(__file__).parents[2]


def started(*words: str, before: str = "pass") -> subprocess.CompletedProcess[str]:
    code = f"import runpy, sys; {before}; sys.argv = ['pilot', *{words!r}]; runpy.run_module('pilot', run_name='__main__')"
    return subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_file_of_rows_gives_tables_on_the_screen_and_in_a_folder(tmp_path: Path) -> None:
    found = started(str(written(tmp_path, table(80))), "--write", str(tmp_path / "figures"))

    assert found.returncode == 0, found.stderr
    assert "STATEMENTS" in found.stdout
    assert (tmp_path / "figures" / "statements.csv").exists()


def test_a_bad_file_ends_in_one_sentence_and_not_in_a_traceback(tmp_path: Path) -> None:
    found = started(str(tmp_path / "nowhere.csv"))

    assert found.returncode == 1
    assert found.stderr.startswith("The analysis stopped. ")
    assert "Traceback" not in found.stderr


def test_without_the_libraries_it_says_how_to_install_them() -> None:
    found = started("selftest", before="sys.modules['semopy'] = None")

    assert found.returncode == 1
    assert found.stderr.strip() == "semopy is not installed. In the folder of Rekindle: pip install '.[pilot]'"
