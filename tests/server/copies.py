"""Copies of the application, to be spoilt."""

import shutil
from pathlib import Path

from bench.server import ROOT

_PARTS = ("components", "data", "pages", ".streamlit")
CONTENT = Path("data", "content", "en")


def copied(folder: Path) -> Path:
    """A copy of everything that is served, in a new folder there."""
    app = folder / "app"
    app.mkdir()
    shutil.copy2(ROOT / "app.py", app)
    for part in _PARTS:
        shutil.copytree(ROOT / part, app / part)
    return app


def spoilt(file: Path, old: str, new: str) -> None:
    """Replace the first place of something in a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
