"""The few tests of real browsers and servers that failed in a crowd, once more by themselves (docs/decisions.md 47).

`python -m tests.landing.second_look CODE` is what `make test` calls where pytest ended with that code.
"""

import json
import subprocess
import sys
from pathlib import Path

# Where other processes take part, a machine that is busy can come too late; a rule or a formula cannot.
AMONG_OTHERS = ("tests/browser/", "tests/server/")
# A fault that is easily met fails more than that.
MOST = 3
# pytest's own: some tests failed, and nothing worse.
TESTS_FAILED = 1
FAILED = Path(".pytest_cache/v/cache/lastfailed")


def failed() -> list[str]:
    """The names of the tests that failed in the last run."""
    return sorted(json.loads(FAILED.read_text(encoding="utf-8"))) if FAILED.exists() else []


def may_be_looked_at_again(names: list[str]) -> bool:
    """Whether they are few, and each is of those that depend on how busy the machine is."""
    return 0 < len(names) <= MOST and all(name.startswith(AMONG_OTHERS) for name in names)


def look(code: int) -> int:
    """The code to end with: 0 only where each test that failed holds alone, which is said of each."""
    names = failed()
    if code != TESTS_FAILED or not may_be_looked_at_again(names):
        return code
    print("Once more, with nothing beside it:", *names, sep="\n  ", flush=True)
    again = subprocess.run([sys.executable, "-m", "pytest", "-n0", *names], check=False).returncode
    if not again:
        print("FAILED IN THE CROWD, HELD ALONE. Each of these hides a race, in the test or in Rekindle:", *names, sep="\n  ")
    return again


if __name__ == "__main__":
    sys.exit(look(int(sys.argv[1])))
