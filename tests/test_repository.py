"""What the repository as a whole promises: no registry's address, locks that can be trusted, a test beside every module."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt")
PACKAGES_ADDRESS = re.compile(
    r"https?://[^ \"]+/(simple|packages|debian)(/|\"| |$)"
    r"|--(extra-)?index-url"
    r"|\b(pypi|pythonhosted|npmjs|debian|crates)\.(org|com|io|net)\b"
)

# Modules without a test file of their own, and the file that holds them to account instead.
TESTED_ELSEWHERE: dict[str, str] = {}

# Of data, what touches the disk, the clock, the ciphers or the environment. A contract in pyproject.toml holds everything else to be pure.
TOUCHES_THE_WORLD = {
    "database_file",
    "door",
    "migrations",
    "plain_words",
    "records",
    "rewriting",
    "sealing",
    "settings",
    "store",
    "upkeep",
}


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def mirror(module: Path) -> Path:
    inside = module.relative_to(ROOT)
    return Path("tests") / inside.parent / f"test_{inside.name}"


def modules() -> list[Path]:
    return [p for folder in ("data", "components", "pages") for p in sorted((ROOT / folder).rglob("*.py")) if p.name != "__init__.py"]


def test_no_tracked_file_names_where_packages_come_from() -> None:
    texts = {path: path.read_text(encoding="utf-8", errors="replace") for path in tracked()}

    assert [str(path.relative_to(ROOT)) for path, text in texts.items() if PACKAGES_ADDRESS.search(text)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_version_and_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.findall(r"^([a-z0-9][^\n]*(?:\n    --hash[^\n]*)*)", text, re.MULTILINE)

    assert entries
    assert [entry.splitlines()[0] for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []
    assert re.search(r"://|file:", text) is None


def test_development_uses_the_very_versions_that_are_served() -> None:
    served, developed = (set(re.findall(r"^[a-z0-9][\w.-]*==[^ ;]+", (ROOT / lock).read_text(), re.MULTILINE)) for lock in LOCKS)

    assert served - developed == set()


def test_every_declared_dependency_is_locked() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    names = {re.split(r"[<>=~!\[; ]", need)[0] for need in declared["dependencies"] + declared["optional-dependencies"]["dev"]}
    locked = set(re.findall(r"^([a-z0-9][\w.-]*)==", (ROOT / LOCKS[1]).read_text(), re.MULTILINE))

    assert names - locked == set()


def test_every_module_has_its_own_test_file() -> None:
    names = [str(module.relative_to(ROOT)) for module in modules()]

    assert [name for name in names if not (ROOT / TESTED_ELSEWHERE.get(name, str(mirror(ROOT / name)))).exists()] == []


def test_no_exception_to_that_is_stale() -> None:
    stale = [name for name in TESTED_ELSEWHERE if not (ROOT / name).exists() or (ROOT / mirror(ROOT / name)).exists()]

    assert stale == []


def test_every_module_of_data_is_either_pure_by_contract_or_known_to_touch_the_world() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    pure = next(contract["source_modules"] for contract in contracts if contract["name"].startswith("The core of data"))

    names = {path.stem for path in (ROOT / "data").glob("*.py")} - {"__init__"}

    assert names == {module.removeprefix("data.") for module in pure} | TOUCHES_THE_WORLD


def test_the_readme_shows_the_two_commands_that_matter() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert "make run" in readme
    assert "make test" in readme


def test_what_ci_runs_is_make_test() -> None:
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
