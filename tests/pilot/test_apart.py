"""The application and the kit stand apart, and `pip install .[pilot]` brings the whole kit."""

import ast
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pilot

ROOT = Path(__file__).parents[2]
KIT = Path(pilot.__file__).parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_script_that_serves_imports_nothing_of_the_kit() -> None:
    """The folders are asked by the import contracts."""
    imports = [
        node for node in ast.walk(ast.parse((ROOT / "app.py").read_text(encoding="utf-8"))) if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert imports
    assert [ast.unparse(node) for node in imports if "pilot" in ast.unparse(node)] == []


def test_what_is_served_locks_none_of_the_kits_libraries() -> None:
    locked = (ROOT / "requirements.txt").read_text(encoding="utf-8")

    assert [name for name in ("scipy", "statsmodels", "semopy") if f"\n{name}==" in locked] == []


def test_an_installation_holds_every_file_of_the_kit() -> None:
    told = PROJECT["tool"]["setuptools"]
    folders = {str(path.parent.relative_to(KIT.parent)).replace("/", ".") for path in KIT.rglob("*.py")}
    others = [path for path in KIT.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")]

    assert set(told["packages"]) == folders
    assert [
        path.name for path in others if path.parent != KIT or not any(fnmatch(path.name, shape) for shape in told["package-data"]["pilot"])
    ] == []
