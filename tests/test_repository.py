"""What the repository as a whole promises: no registry's address, locks that can be trusted, a test beside every module."""

import ast
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

# Modules of data without a test file of their own, by the file that holds them to account instead.
HELD_BY = {
    # What content files may say: shapes without a line of logic, filled by loading every file and by breaking each rule.
    "tests/data/instrument/test_validation.py": (
        "data/instrument/notes",
        "data/instrument/questions",
        "data/instrument/rk_1_0",
        "data/instrument/scoring_rules",
    ),
    # A cohort is made and counted in one go.
    "tests/data/groups/test_cohort_store.py": ("data/groups/tally_store",),
    "tests/data/groups/test_submission.py": ("data/groups/codebook",),
    "tests/data/totals/test_publishing.py": ("data/totals/count_store",),
    "tests/data/totals/reliability/test_figures.py": ("data/totals/reliability/shown",),
    "tests/data/content/test_files.py": ("data/wording/every_file",),
    # Values without a line of logic, filled and read by the rules of every version.
    "tests/data/profile/test_rules.py": ("data/profile/findings",),
    "tests/data/record/test_record_file.py": ("data/record/record",),
    "tests/data/record/test_journal.py": ("data/record/journal_entries",),
    "tests/data/wording/test_screens.py": (
        "data/wording/profile_words",
        "data/wording/assessment_words",
        "data/wording/journal_words",
        "data/wording/sharing_words",
    ),
    "tests/data/storage/engines/test_duckdb_store.py": ("data/errors", "data/storage/error_translation"),
    # What a turn is made of, and what a refusal says, is seen by turns and refusals.
    "tests/data/storage/engines/test_postgres_store.py": (
        "data/storage/engines/postgres_errors",
        "data/storage/engines/postgres_connection",
        "data/storage/engines/postgres_schema",
        "data/storage/engines/postgres_turn",
    ),
    "tests/data/storage/engines/test_same_on_both.py": ("data/storage/store", "data/storage/engines/opening"),
    "tests/data/storage/moving/test_move.py": ("data/storage/moving/file_end", "data/storage/moving/served_end"),
}
TESTED_ELSEWHERE = {f"{module}.py": test for test, modules in HELD_BY.items() for module in modules}
# Draws every screen for everybody who may come to it.
EVERY_SCREEN = ROOT / "tests" / "pages" / "across" / "test_every_screen.py"


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def mirror(module: Path) -> Path:
    inside = module.relative_to(ROOT)
    return Path("tests") / inside.parent / f"test_{inside.name}"


def modules(folder: str) -> list[Path]:
    return [path for path in sorted((ROOT / folder).rglob("*.py")) if path.name != "__init__.py"]


def imported(path: Path) -> set[Path]:
    """The components that a file imports by itself."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    froms = [(node.module or "", node.names) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    # What follows `import` is a module or a name in one: the file that is there tells which.
    named = (ROOT.joinpath(*module.split("."), f"{name.name}.py") for module, names in froms for name in names)
    whole = (ROOT.joinpath(*module.split(".")).with_suffix(".py") for module, _ in froms)
    return {file for file in (*named, *whole) if file.is_relative_to(ROOT / "components") and file.is_file()}


def drawn() -> set[Path]:
    """Every component that some page or the application reaches."""
    reached: set[Path] = set()
    waiting = [ROOT / "app.py", *modules("pages")]
    while waiting:
        found = imported(waiting.pop()) - reached
        reached |= found
        waiting += found
    return reached


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
    every = [declared["dependencies"], *declared["optional-dependencies"].values()]
    names = {re.split(r"[<>=~!\[; ]", need)[0] for needs in every for need in needs}
    locked = set(re.findall(r"^([a-z0-9][\w.-]*)==", (ROOT / LOCKS[1]).read_text(), re.MULTILINE))

    assert names - locked == set()


def test_every_module_of_data_has_its_own_test_file() -> None:
    names = [str(module.relative_to(ROOT)) for module in modules("data")]

    assert [name for name in names if not (ROOT / TESTED_ELSEWHERE.get(name, str(mirror(ROOT / name)))).exists()] == []


def test_every_screen_is_drawn_by_a_test() -> None:
    every = EVERY_SCREEN.read_text(encoding="utf-8")
    screens = [page.stem for page in modules("pages") if page.stem != "navigation" and not (ROOT / mirror(page)).exists()]

    assert [screen for screen in screens if f'"{screen}"' not in every] == []


def test_every_component_has_its_own_test_file_or_is_drawn_on_a_screen() -> None:
    held = {component for component in modules("components") if (ROOT / mirror(component)).exists()} | drawn()

    assert [component.name for component in modules("components") if component not in held] == []


def test_no_exception_to_that_is_stale() -> None:
    stale = [name for name in TESTED_ELSEWHERE if not (ROOT / name).exists() or (ROOT / mirror(ROOT / name)).exists()]

    assert stale == []


def test_the_readme_shows_the_two_commands_that_matter() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert "make run" in readme
    assert "make test" in readme


def test_what_ci_runs_is_make_test() -> None:
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
