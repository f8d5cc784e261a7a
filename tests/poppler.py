"""Poppler's tools, by which the tests read PDFs as a stranger would. `python -m tests.poppler` installs them (make test calls it)."""

import os
import shutil
import subprocess
import sys

TOOLS = ("pdftotext", "pdftoppm", "pdfinfo", "pdffonts")
ADVICE = "The tests read PDFs with poppler. On Debian or Ubuntu: apt-get install poppler-utils; elsewhere install poppler, then again."


def missing() -> list[str]:
    """The tools that are not here."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


def ensure() -> None:
    """Install them unless they are here. Ends the process if that does not work."""
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if missing() and shutil.which("apt-get") and (not as_root or shutil.which("sudo")):
        command = [*as_root, "sh", "-c", "apt-get update -q && apt-get install -y -q poppler-utils"]
        print("No poppler here; trying:", " ".join(command), flush=True)
        subprocess.run(command, stdin=subprocess.DEVNULL, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, check=False)
    if missing():
        sys.exit(ADVICE)


if __name__ == "__main__":
    ensure()
