"""Rules of the house that no linter knows. Every finding is 'file:line what'; an empty list is a clean house."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
SOURCE = ("app.py", "pages", "components", "data", "demo", "pilot")
EVERYTHING = (*SOURCE, "bench", "tests")

LONGEST_MODULE, LONGEST_FUNCTION = 250, 40
# More than this nobody finds their way in at a glance.
FULLEST_FOLDER = 15
# 95 of 100 functions are no longer than this, and have no more parameters than that.
LONG_FUNCTION, MANY_PARAMETERS = 25, 4
USUAL_FUNCTION = 6
SHORTEST_TEST_NAME = 5

# In the dark theme white text on the primary colour needs it dark, so text *in* that colour cannot be read there (tests/test_theme.py).
TEXT_IN_PRIMARY = ("tabs", "pills", "segmented_control")

Function = ast.FunctionDef | ast.AsyncFunctionDef
Closure = Function | ast.Lambda


@cache
def files(parts: tuple[str, ...]) -> tuple[Path, ...]:
    found = (path for part in parts for path in ([ROOT / part] if part.endswith(".py") else (ROOT / part).rglob("*.py")))
    return tuple(sorted(path for path in found if path.exists()))


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def nodes(parts: tuple[str, ...]) -> Iterator[tuple[Path, ast.AST]]:
    for path in files(parts):
        for node in ast.walk(parsed(path)):
            yield path, node


def calls(parts: tuple[str, ...]) -> Iterator[tuple[Path, ast.Call, str]]:
    """Every call with the last part of the name that is called."""
    for path, node in nodes(parts):
        if isinstance(node, ast.Call):
            yield path, node, node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def functions(parts: tuple[str, ...]) -> Iterator[tuple[Path, Function]]:
    for path, node in nodes(parts):
        if isinstance(node, Function):
            yield path, node


def at(path: Path, line: int, what: str) -> str:
    return f"{path.relative_to(ROOT)}:{line} {what}"


def length(function: Function) -> int:
    """Lines of the body without the docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


def parameters(function: Function) -> int:
    every = (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
    return sum(parameter.arg not in ("self", "cls") for parameter in every)


def ninety_fifth(numbers: list[int]) -> int:
    return sorted(numbers)[round(0.95 * (len(numbers) - 1))]


def test_no_element_is_asked_to_trust_text_as_html() -> None:
    found = [at(p, c.lineno, k.arg) for p, c, _ in calls(SOURCE) for k in c.keywords if k.arg and k.arg.startswith("unsafe_")]

    assert found == []


def test_no_answer_is_bound_to_the_address_bar() -> None:
    found = [at(p, c.lineno, name) for p, c, name in calls(SOURCE) for k in c.keywords if k.arg == "bind"]

    assert found == []


def test_widths_are_given_in_todays_words() -> None:
    old = re.compile(r"use_(container|column)_width")

    found = [at(p, c.lineno, k.arg) for p, c, _ in calls(SOURCE) for k in c.keywords if k.arg and old.fullmatch(k.arg)]

    assert found == []


def test_nothing_sets_text_in_the_primary_colour() -> None:
    found = [at(p, c.lineno, name) for p, c, name in calls(SOURCE) if name in TEXT_IN_PRIMARY]
    found += [
        at(p, n.lineno, "text") for p, n in nodes(SOURCE) if isinstance(n, ast.Constant) and re.search(r":primary(-\w+)?\[", str(n.value))
    ]

    assert found == []


def test_code_blocks_are_not_coloured_as_a_language() -> None:
    """The colours of the highlighting are Streamlit's own and fall below 4.5:1."""
    plain = [c for _, c, name in calls(SOURCE) if name == "code" for k in c.keywords if k.arg == "language" and is_none(k.value)]

    found = [at(p, c.lineno, "code") for p, c, name in calls(SOURCE) if name == "code" and c not in plain]

    assert found == []


def is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def test_errors_are_caught_by_name_or_passed_on() -> None:
    def catches_all(handler: ast.ExceptHandler) -> bool:
        named = ast.unparse(handler.type) if handler.type else ""
        return named in ("", "Exception") or (named == "BaseException" and ast.unparse(handler.body[-1]) != "raise")

    found = [at(p, n.lineno, "except") for p, n in nodes(EVERYTHING) if isinstance(n, ast.ExceptHandler) and catches_all(n)]

    assert found == []


def test_no_check_is_switched_off_by_a_comment() -> None:
    switch = re.compile(r"#\s*(noqa|type:\s*ignore|pragma:|pylint:|ruff:\s*noqa|fmt:\s*off)", re.IGNORECASE)

    assert lines_with(switch) == []


def test_no_comment_is_a_banner() -> None:
    banner = re.compile(r"^\s*#\s*[-=*#~]{3,}")

    assert lines_with(banner) == []


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    texts = [(path, path.read_text(encoding="utf-8").splitlines()) for path in files(EVERYTHING)]
    return [at(path, number, line.strip()) for path, lines in texts for number, line in enumerate(lines, 1) if pattern.search(line)]


def test_sql_with_values_is_never_put_together_from_text() -> None:
    """Only rewriting names databases and files, which DuckDB cannot bind; it quotes them itself and no name comes from a person.

    A move puts the names of our own tables and columns into its statements before it runs them.
    """
    doors = ("execute", "executemany", "sql", "read")
    asked = [(p, c) for p, c, name in calls(SOURCE) if name in doors and isinstance(c.func, ast.Attribute) and c.args]

    found = [at(p, c.lineno, "SQL") for p, c in asked if isinstance(c.args[0], ast.JoinedStr | ast.BinOp)]

    assert [place for place in found if not place.startswith("data/storage/compaction.py")] == []


def test_sql_stands_only_in_storage_and_in_stores() -> None:
    """So that whoever adds another database knows every file to open by its name. Seen to fail: with a SELECT in publishing."""
    statement = re.compile(r"\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE (TABLE|INDEX)|ALTER TABLE|DROP|WITH)\s+\S.*", re.DOTALL)
    stores = [path for path in files(SOURCE) if path.stem.endswith("_store") or path.is_relative_to(ROOT / "data" / "storage")]

    texts = [(p, n.lineno, str(n.value)) for p, n in nodes(SOURCE) if isinstance(n, ast.Constant) and p not in stores]

    assert [at(path, line, text) for path, line, text in texts if statement.fullmatch(text)] == []


def test_nothing_that_a_page_needs_is_kept_by_one_process_alone() -> None:
    """What Streamlit gives an address of its own, or takes at one, is in the memory of the process that drew the page."""
    kept = ("download_button", "file_uploader", "camera_input", "audio_input", "audio", "video", "pdf")
    found = [at(p, c.lineno, name) for p, c, name in calls(("pages", "components")) if name in kept]

    assert found == []


def test_no_style_is_injected_from_python() -> None:
    found = [at(p, n.lineno, "style") for p, n in nodes(SOURCE) if isinstance(n, ast.Constant) and "<style" in str(n.value)]

    assert found == []


def test_no_chart_but_the_theme_asks_streamlit_for_anything() -> None:
    charts = [path for path in files(("components",)) if path.parent.name == "charts" and path.name != "theme.py"]

    assert charts
    assert [path.name for path in charts if re.search(r"\bstreamlit\b", path.read_text(encoding="utf-8"))] == []


def test_no_test_is_left_out_or_waits_by_the_clock() -> None:
    banned = ("skip", "skipif", "xfail", "importorskip", "sleep", "wait_for_timeout")

    found = [at(p, n.lineno, n.attr) for p, n in nodes(("tests",)) if isinstance(n, ast.Attribute) and n.attr in banned]

    assert found == []


def test_every_test_is_named_by_a_sentence() -> None:
    names = [(p, f) for p, f in functions(("tests",)) if f.name.startswith("test_")]

    assert [at(p, f.lineno, f.name) for p, f in names if len(f.name.split("_")) - 1 < SHORTEST_TEST_NAME] == []


def test_every_test_can_fail_by_an_assertion() -> None:
    every = [(p, f) for p, f in functions(("tests",))]
    # A test may leave the assertion to a function that several tests share.
    sharing = {f.name for _, f in every if not f.name.startswith("test_") and asserts(f)}

    found = [at(p, f.lineno, f.name) for p, f in every if f.name.startswith("test_") and not (asserts(f) or called(f) & sharing)]

    assert found == []


def asserts(function: Function) -> bool:
    return any(isinstance(node, ast.Assert) for node in ast.walk(function)) or bool(called(function) & {"raises", "expect"})


def called(function: Function) -> set[str]:
    calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    return {name.attr if isinstance(name, ast.Attribute) else getattr(name, "id", "") for name in calls}


def test_every_module_can_be_read_in_one_sitting() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files(SOURCE)}

    assert [at(path, lines, "lines") for path, lines in lengths.items() if lines > LONGEST_MODULE] == []


def test_no_folder_holds_more_modules_than_a_glance_takes_in() -> None:
    modules = Counter(path.parent for path in files(("components", "data", "tests")) if path.stem != "__init__")

    assert [f"{folder.relative_to(ROOT)}: {count}" for folder, count in modules.items() if count > FULLEST_FOLDER] == []


def test_functions_are_small_and_take_few_parameters() -> None:
    every = list(functions(SOURCE))
    lengths = [length(function) for _, function in every]

    assert [at(p, f.lineno, f.name) for p, f in every if length(f) > LONGEST_FUNCTION] == []
    assert ninety_fifth(lengths) <= LONG_FUNCTION
    assert median(lengths) <= USUAL_FUNCTION
    assert ninety_fifth([parameters(function) for _, function in every]) <= MANY_PARAMETERS


def test_no_module_is_named_for_nothing_in_particular() -> None:
    vague = re.compile(r"(^|_)(utils?|helpers?|manager|common|misc|base|core)(_|$)")

    assert [path.name for path in files(SOURCE) if vague.search(path.stem)] == []


def test_no_closure_is_made_of_another_closure() -> None:
    """A value goes down and nothing comes up: who reads one function need not know when another one inside it will run."""
    found = [
        at(p, inner.lineno, getattr(inner, "name", "lambda")) for p, f in functions(("pages", "components", "data")) for inner in tangled(f)
    ]

    assert found == []


def tangled(function: Function) -> list[Closure]:
    """The closures of a function that hold a closure, or call one of its other closures or a function that it was itself given."""
    inside = closures(function)
    given = {one.arg for one in all_arguments(function) if one.annotation and ast.unparse(one.annotation).startswith("Callable")}
    others = {one.name for one in inside if isinstance(one, Function)} | (set() if decorates(function) else given)
    return [one for one in inside if closures(one) or names_in(one) & (others - {getattr(one, "name", "")})]


def decorates(function: Function) -> bool:
    """Whether it takes a function and hands on another in its place: a decorator, which can be nothing but a closure."""
    return any(isinstance(one, Function) and any("wraps" in ast.unparse(mark) for mark in one.decorator_list) for one in closures(function))


def closures(function: Closure) -> list[Closure]:
    return [node for node in ast.walk(function) if isinstance(node, Closure) and node is not function]


def all_arguments(function: Function) -> list[ast.arg]:
    return [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]


def names_in(function: Closure) -> set[str]:
    return {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}


def test_nothing_public_is_called_by_a_word_that_means_five_things() -> None:
    """`kept` and `made` were cookies, texts, answers, rows, files and links; what is done to each has a name of its own."""
    named = [(p, f) for p, f in functions(("pages", "components", "data")) if f.name in ("kept", "made")]

    assert [at(p, f.lineno, f.name) for p, f in named] == []
