"""Which Chromium the browser tests use. `python -m tests.browser.chromium` installs one where there is none (make test calls it)."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache

from playwright.sync_api import sync_playwright

ADVICE = "The browser tests need Chromium. On Debian or Ubuntu: apt-get install chromium; elsewhere install Chrome or Chromium, then again."
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# Without windows to draw it takes a third of the processor time (eight pages: 2.2 s for 6.5 s); it has no settings of a person.
_SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
_MAC = ("/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
# Long enough for a slow disk; a wrapper that only says "install the snap" answers at once.
_ANSWERS_WITHIN = 30
# Without a way out to the downloads, waiting longer changes nothing. In ms, as Playwright reads it.
_CONNECTS_WITHIN = "10000"


@cache
def path() -> str | None:
    """An installed Chromium that really starts, or None. One that the system brought comes before Playwright's own."""
    return next((found for found in _candidates() if _starts(found)), None)


@cache
def quick_path() -> str | None:
    """An installed Chromium that has no windows at all, else any that starts."""
    return next(filter(_starts, filter(None, map(shutil.which, _SHELLS))), None) or path()


def sandbox() -> list[str]:
    """The words that Chromium needs to start as root, as which its own sandbox refuses to run."""
    return ["--no-sandbox"] if os.geteuid() == 0 else []


def ensure() -> None:
    """Install one unless there is one: Playwright's download first, then the system's packages. Ends the process if neither works."""
    for command in ([], *_installers()):
        if command:
            print("No Chromium here; trying:", " ".join(command), flush=True)
            subprocess.run(command, stdin=subprocess.DEVNULL, env={**os.environ, **_QUIETLY}, check=False)
            path.cache_clear()
        if path():
            return
    sys.exit(ADVICE)


_QUIETLY = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": _CONNECTS_WITHIN, "DEBIAN_FRONTEND": "noninteractive"}


def _installers() -> Iterator[list[str]]:
    yield [sys.executable, "-m", "playwright", "install", "chromium"]
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get") and (not as_root or shutil.which("sudo")):
        yield [*as_root, "sh", "-c", "apt-get update -q && apt-get install -y -q chromium"]


def _candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, _NAMES))
    yield from filter(os.path.exists, _MAC)
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    if os.path.exists(own):
        yield own


def _starts(program: str) -> bool:
    try:
        said = subprocess.run([program, "--version"], capture_output=True, stdin=subprocess.DEVNULL, timeout=_ANSWERS_WITHIN, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return said.returncode == 0


if __name__ == "__main__":
    ensure()
