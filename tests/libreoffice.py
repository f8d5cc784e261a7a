"""LibreOffice, by which the tests read slides as a stranger would. `python -m tests.libreoffice` installs it (make test calls it)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ADVICE = "The tests open slides with LibreOffice. On Debian: apt-get install libreoffice-impress; elsewhere install it, then again."


def program() -> str | None:
    return shutil.which("soffice")


def ensure() -> None:
    """Install it unless it is here. Ends the process if that does not work."""
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not program() and shutil.which("apt-get") and (not as_root or shutil.which("sudo")):
        command = [*as_root, "sh", "-c", "apt-get update -q && apt-get install -y -q --no-install-recommends libreoffice-impress"]
        print("No LibreOffice here; trying:", " ".join(command), flush=True)
        subprocess.run(command, stdin=subprocess.DEVNULL, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, check=False)
    if not program():
        sys.exit(ADVICE)


def as_pdf(file: bytes, folder: Path) -> bytes:
    """A file of slides as LibreOffice prints it."""
    soffice, slides = program(), folder / "slides.pptx"
    assert soffice, ADVICE
    slides.write_bytes(file)
    # With a profile of its own, so that none that is open elsewhere is in the way.
    options = ["--headless", f"-env:UserInstallation={(folder / 'libreoffice').as_uri()}", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([soffice, *options, str(slides)], check=True, capture_output=True, timeout=300)
    return slides.with_suffix(".pdf").read_bytes()


if __name__ == "__main__":
    ensure()
