"""Reads the TOML files of one instrument version, and says which file, place and rule it is when one of them is wrong."""

import re
import string
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TypeAlias

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from data.errors import BadContent
from data.privacy_limits import IN_TEXTS

_LIMIT = re.compile(r"\{(" + "|".join(IN_TEXTS) + r")\}")

CONTENT = Path(__file__).parent / "en"

Text: TypeAlias = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Content(BaseModel):
    """The base of everything a content file holds: frozen, and strict about words that nobody reads."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Mistake(NamedTuple):
    """A rule that a content file breaks, and where in the file."""

    place: str
    rule: str


def read_documents(folder: Path, names: tuple[str, ...]) -> dict[str, Any]:
    """The parsed TOML of each named file, by name without its ending. Raises BadContent for a missing or unreadable file."""
    return {name: _parsed(folder / f"{name}.toml") for name in names}


def only(table: str) -> Callable[[object], object]:
    """A validator for files that are one list: takes the `[[table]]` entries and refuses anything beside them."""

    def entries(document: object) -> object:
        if not isinstance(document, Mapping) or set(document) != {table}:
            raise ValueError(f"the file must hold [[{table}]] tables and nothing else")
        return document[table]

    return entries


def template(*names: str) -> Callable[[str], str]:
    """A validator for sentences with gaps: each named gap must be there, and no other."""

    def complete(text: str) -> str:
        gaps = {gap for _, gap, _, _ in string.Formatter().parse(text) if gap is not None}
        if gaps != set(names):
            raise ValueError("the gaps in this sentence must be exactly " + ", ".join(f"{{{name}}}" for name in names))
        return text

    return complete


def refusal(file: str, mistake: Mistake) -> BadContent:
    """The error to raise for a mistake: file, place, rule, and what to do."""
    return BadContent(f"{file}, {mistake.place}: {mistake.rule}. Mend the file and start again.")


def first_mistake(error: ValidationError, files: Mapping[str, str]) -> tuple[str, Mistake]:
    """The first thing pydantic found, with its file. `files` names the parts that have a file of their own, and their entries."""
    found = error.errors(include_url=False, include_context=False, include_input=False)[0]
    first, *rest = found["loc"]
    own = str(first) in files
    place = _place((files[str(first)], *rest) if own else found["loc"])
    return f"{first}.toml" if own else "instrument.toml", Mistake(place, found["msg"].removeprefix("Value error, "))


def _place(path: tuple[int | str, ...]) -> str:
    """`item 3: text` for `("item", 2, "text")`: counted as a person counts."""
    words: list[str] = []
    for step in path:
        if isinstance(step, int) and words:
            words[-1] += f" {step + 1}"
        elif step:
            words.append(str(step))
    return ": ".join(words) or "whole file"


def _with_limits(part: Any) -> Any:
    """The same with every number that people are promised in place of its gap, so that no text can promise another one."""
    if isinstance(part, dict):
        return {name: _with_limits(inner) for name, inner in part.items()}
    if isinstance(part, list):
        return [_with_limits(inner) for inner in part]
    return _LIMIT.sub(lambda gap: str(IN_TEXTS[gap[1]]), part) if isinstance(part, str) else part


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return {name: _with_limits(part) for name, part in tomllib.loads(path.read_text(encoding="utf-8")).items()}
    except FileNotFoundError:
        rule = "the file is missing"
    except UnicodeDecodeError:
        rule = "the file must be UTF-8 text"
    except tomllib.TOMLDecodeError as error:
        rule = f"the file must be valid TOML ({error})"
    raise refusal(path.name, Mistake("whole file", rule))
