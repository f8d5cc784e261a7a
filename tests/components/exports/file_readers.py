"""Independent readers of what the exports make: poppler, Python's own HTML parser, and Pillow."""

import subprocess
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests import poppler


def with_poppler(tool: str, file: bytes, folder: Path, *options: str) -> str:
    """What one of poppler's tools prints about a file; it must find nothing to complain of."""
    if poppler.missing():
        pytest.fail(poppler.ADVICE)
    (folder / "report.pdf").write_bytes(file)
    out = ["-"] if tool == "pdftotext" else []
    said = subprocess.run([tool, *options, str(folder / "report.pdf"), *out], capture_output=True, check=True)
    assert said.stderr == b""
    return said.stdout.decode()


def pdf_pages(file: bytes, folder: Path) -> list[Image.Image]:
    """Every page as a picture."""
    if poppler.missing():
        pytest.fail(poppler.ADVICE)
    (folder / "report.pdf").write_bytes(file)
    subprocess.run(["pdftoppm", "-r", "40", "-png", str(folder / "report.pdf"), str(folder / "page")], capture_output=True, check=True)
    return [Image.open(BytesIO(path.read_bytes())) for path in sorted(folder.glob("page-*.png"))]


def darkest(image: Image.Image) -> int:
    """Of all points, from 0 for black to 255 for white."""
    return min(image.convert("L").tobytes())


class Page(HTMLParser):
    """Every element with its attributes, and all text outside of styles."""

    def __init__(self, file: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._inside: list[str] = []
        self.feed(file.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" not in self._inside:
            self.text += data

    @property
    def tags(self) -> set[str]:
        return {tag for tag, _ in self.elements}
