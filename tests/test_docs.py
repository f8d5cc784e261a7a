"""Whether the manual can be followed: references lead somewhere, tables are true, and whatever can be set, run or asked is in it."""

import ast
import io
import re
import subprocess
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from components.server import routes
from data import cli
from data.instrument.instrument import load
from data.settings import Settings
from data.totals.rounding import precision_for
from tests.invented import worked_example

ROOT = Path(__file__).parent.parent
MANUAL = ("instrument", "anonymity", "security")
RULES = load("rk-1.0")

CHAPTERS = r"(?P<chapters>\d+(?:\.\d+)?(?:(?:, | and | to )\d+(?:\.\d+)?)*)"
REFERENCE = re.compile(rf"(?:docs/(?P<named>\w+)\.md|\]\((?:docs/)?(?P<linked>\w+)\.md\)) {CHAPTERS}")
# Within one document a chapter stands in brackets, as in (2.5) or (2.5, 3.1).
WITHIN = re.compile(r"\((\d+\.\d+(?:, \d+\.\d+)*)\)")
HEADING = re.compile(r"^#{2,3} (\d+(?:\.\d+)?)\.? ", re.MULTILINE)
# Papers and trackers that the repository does not have.
ELSEWHERE = re.compile(
    r"(?<!docs/)\b(?:instrument|anonymity|security|design|engines)(?:\.md)?,? R?\d"
    r"|\bR[1-9]\b"
    r"|\battacks? [a-k]\b"
    r"|\bissue \d"
    r"|\bshared/\w+",
    re.IGNORECASE,
)
# A chapter without its document: only the documents themselves may leave it out.
UNNAMED = re.compile(r"\b(?:of|by|in|chapter) \d\.\d\b(?! ?[:%x\d])")
# Entries of these are not rewritten when a file moves.
HISTORY = ("CHANGELOG.md", "docs/decisions.md", "docs/measured.md")
NAMED_FILE = re.compile(r"`((?:tests|data|components|pages|demo|bench|docs)/[\w./-]+\.\w+)`")


@cache
def texts() -> dict[str, str]:
    """Every tracked file that is text, by its path."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    paths = [ROOT / name for name in listed.split("\0") if name.endswith((".py", ".js", ".css", ".sql", ".toml", ".md", "Makefile"))]
    return {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in paths if path.is_file()}


def doc(name: str) -> str:
    return texts()[f"docs/{name}.md"]


def outside(path: str, text: str) -> list[str]:
    """What a file says of elsewhere: of Python its comments and docstrings, of anything else all of it."""
    patterns = (ELSEWHERE,) if path.endswith(".md") else (ELSEWHERE, UNNAMED)
    # Most files have nothing of the kind anywhere, and taking one apart is slow.
    if not any(pattern.search(text) for pattern in patterns):
        return []
    said = "\n".join(explained(text)) if path.endswith(".py") else text
    return [found.group() for pattern in patterns for found in pattern.finditer(said)]


def explained(source: str) -> Iterator[str]:
    yield from (token.string for token in tokenize.generate_tokens(io.StringIO(source).readline) if token.type == tokenize.COMMENT)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""


def references() -> Iterator[tuple[str, str, str]]:
    """From where, to which document, and to which chapter."""
    for path, text in texts().items():
        for found in REFERENCE.finditer(text):
            for chapter in re.findall(r"\d+(?:\.\d+)?", found["chapters"]):
                yield path, found["named"] or found["linked"], chapter
    for name in MANUAL:
        yield from ((name, name, chapter) for found in WITHIN.findall(doc(name)) for chapter in found.split(", "))


def rows(name: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in doc(name).splitlines() if line.startswith("| ")]


def told() -> str:
    return texts()["README.md"] + doc("operating")


def test_every_chapter_that_is_referred_to_is_there() -> None:
    headings = {name: set(HEADING.findall(doc(name))) for name in {name for _, name, _ in references()}}

    assert len(list(references())) > 60
    assert [one for one in references() if one[2] not in headings[one[1]]] == []


def test_no_comment_refers_to_what_the_repository_does_not_have() -> None:
    found = {path: hits for path, text in texts().items() if (hits := outside(path, text))}

    assert found == {}


def test_every_file_that_a_document_names_is_there() -> None:
    living = [path for path in texts() if path.endswith(".md") and path not in HISTORY]
    named = [(path, file) for path in living for file in NAMED_FILE.findall(texts()[path])]

    assert len(named) > 20
    assert [(path, file) for path, file in named if not (ROOT / file).exists()] == []


def test_the_manual_lists_the_statements_as_they_are_asked() -> None:
    listed = [(row[2], row[3], row[4]) for row in rows("instrument") if len(row) == 5 and row[2].startswith("`")]

    assert listed == [(f"`{item.id}`", item.text, "R" if item.reverse else "") for item in RULES.items]


def test_the_manual_lists_the_dimensions_as_they_are_scored() -> None:
    listed = [tuple(row) for row in rows("instrument") if len(row) == 6 and row[0].startswith("`")]

    assert listed == [
        (f"`{of.id}`", of.name, str(len(items)), str(sum(item.reverse for item in items)), of.definition, of.anchor)
        for of in RULES.dimensions
        for items in [RULES.items_of(of.id)]
    ]


def test_the_manual_lists_the_patterns_in_the_order_in_which_they_are_tried() -> None:
    listed = [(int(row[0]), row[1], row[2], bounds(row[3])) for row in rows("instrument") if row[0].isdecimal() and row[1].startswith("`")]

    assert listed == [
        (one.order, f"`{one.id}`", one.title, {(c.dimension, c.at_least, c.below) for c in one.conditions}) for one in RULES.patterns.all
    ]


def bounds(rule: str) -> set[tuple[str, float | None, float | None]]:
    found = re.findall(r"(\w+) (≥|<) ([\d.]+)", rule)
    return {(dimension, float(cut) if sign == "≥" else None, float(cut) if sign == "<" else None) for dimension, sign, cut in found}


def test_the_manual_works_out_the_example_that_tests_hold() -> None:
    listed = [
        (row[0], float(row[2]), float(row[3]), float(row[5])) for row in rows("instrument") if len(row) == 8 and row[2][0].isdecimal()
    ]

    assert listed == [(dimension, round(mean, 2), round(score, 2), sem) for dimension, _, mean, score, _, sem, *_ in worked_example.TABLE]


def test_the_manual_rounds_as_it_is_done_for_every_size_of_a_group() -> None:
    shown = [row for row in rows("anonymity") if row[1].startswith("to ")]
    listed = [[[int(number) for number in re.findall(r"\d+", cell)] for cell in row] for row in shown]
    ends = [people[0] for people, *_ in listed[1:]] + [2_000]

    assert [people[0] for people, *_ in listed] == [6, 20, 40, 200, 1_000]
    for ((first, *_), means, percentages), end in zip(listed, ends, strict=True):
        done = {tuple(vars(precision_for(people)).values()) for people in range(first, end)}
        assert done == {(*percentages[:2], *means[:2])}


def test_the_notice_beside_the_licence_says_what_rekindle_must_not_be_used_for() -> None:
    notice = texts()["README.md"].partition("## Licence")[2]

    assert load().notes.adverse_use in " ".join(notice.split())


def test_every_setting_is_in_the_documents() -> None:
    assert [name for name in Settings.model_fields if f"`REKINDLE_{name.upper()}`" not in told()] == []


def test_every_command_for_operators_is_documented(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    tasks = re.findall(r"\{([\w,-]+)\}", capsys.readouterr().out)[0].split(",")

    assert tasks
    assert [task for task in tasks if f"python -m data.cli {task}" not in doc("operating")] == []


def test_every_recipe_of_make_is_documented() -> None:
    recipes = re.findall(r"^([a-z]+):.*## ", texts()["Makefile"], re.MULTILINE)

    assert "bench" in recipes
    assert [recipe for recipe in recipes if f"| `make {recipe}` |" not in doc("operating")] == []


def test_every_route_and_every_screen_is_documented() -> None:
    documented = {address for row in rows("operating") for address in re.findall(r"`(/[^`]*)`", row[0])}
    pages = {page.stem for page in (ROOT / "pages").glob("[a-z]*.py")} - {"navigation", "welcome"}

    assert {f"/{page.replace('_', '-')}" for page in pages} - documented == set()
    assert [route.path for route in routes.ROUTES if not any(map(route.path_regex.match, documented))] == []
