"""Every sentence that people read is content: none stands in Python.

A sentence is a text that begins with a capital, has three words or more, and ends as sentences do. Docstrings, log lines and what is raised
for programmers and authors of content (ValueError and the like) are none; nor is what Streamlit, SQL, CSS or JavaScript reads.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
SENTENCE = re.compile(r"^[A-ZÄÖÜ][\w’']*(?:[ ,;:]+[^ ]+){2,}[.?!:…]$")
# A word, and no icon, key or sign.
WORDS = re.compile(r"[A-Za-z]{3}")
# Labels of widgets, which are shorter than sentences.
DRAWN = {"title", "header", "subheader", "caption", "markdown", "button", "checkbox", "radio", "info", "warning", "error", "success"}
LOGS = {"debug", "info", "warning", "error", "exception", "critical"}
FOR_PROGRAMMERS = {"ValueError", "TypeError", "RuntimeError", "LookupError", "AssertionError"}


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for part in ("app.py", "pages", "components", "data"):
        for path in [ROOT / part] if part.endswith(".py") else sorted((ROOT / part).rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def excused(node: ast.AST) -> list[ast.AST]:
    """What stands below a docstring, a log line or an exception for programmers."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return [node.value]
    if not isinstance(node, ast.Call):
        return []
    of = node.func.value if isinstance(node.func, ast.Attribute) else None
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    is_log = name in LOGS and isinstance(of, ast.Name) and "log" in of.id.lower()
    return list(ast.walk(node)) if is_log or name in FOR_PROGRAMMERS else []


def texts(node: ast.AST) -> Iterator[tuple[int, int, str]]:
    """Every string below a node: which it is, its line, and what it says."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield id(inner), inner.lineno, inner.value


def test_no_sentence_for_people_stands_in_python() -> None:
    """Seen to fail: with one of the sentences of errors.toml back in data/record/journal.py."""
    found = []
    for path, tree in modules():
        spared = {id(inner) for node in ast.walk(tree) for inner in excused(node)}
        found += [f"{path.relative_to(ROOT)}:{line}" for which, line, text in texts(tree) if which not in spared and SENTENCE.match(text)]

    assert found == []


def test_no_element_is_drawn_with_words_from_python() -> None:
    """Seen to fail: with st.button("Review") in components/assessment/finish.py."""
    calls = [(path, node) for path, tree in modules() for node in ast.walk(tree) if isinstance(node, ast.Call) and draws(node)]
    said = [(path, line, text) for path, call in calls for _, line, text in texts(call.args[0])]

    assert [f"{path.relative_to(ROOT)}:{line} {text}" for path, line, text in said if WORDS.search(text) and text[0] != ":"] == []


def draws(call: ast.Call) -> bool:
    by = call.func
    return isinstance(by, ast.Attribute) and by.attr in DRAWN and isinstance(by.value, ast.Name) and by.value.id == "st" and bool(call.args)
