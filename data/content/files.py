"""Reads the content files of a language, and says which file, place and rule it is when one of them is wrong."""

import re
import string
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, Any, ClassVar, NamedTuple, TypeAlias, TypeVar, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, ValidationError, ValidationInfo

from data.content import about_others, plural
from data.content.language import ENGLISH, Language
from data.errors import BadContent
from data.privacy_limits import IN_TEXTS

_GAP = re.compile(r"\{\w+\}")
_LIMIT = re.compile(r"\{(" + "|".join(IN_TEXTS) + r")\}")

# Of a version of the questions: the file that the others are laid beside.
_MAIN = "instrument"
# By what they are named and stand in; [[dimension]] is a table and full of words, and `page` a word elsewhere.
_CODES = frozenset({"seed", "seeds", "start_with", "required", "antonym_pairs", "wording", "kind", "transition"})
_CODES_INSIDE = frozenset(
    {("item", "page"), ("seed", "file"), ("held", "table"), ("fields", "path")}
    | {("item", "dimension"), ("conditions", "dimension"), ("drift", "dimension")}
)


class Content(BaseModel):
    """The base of everything a content file holds: frozen, and strict about words that nobody reads."""

    # TOML may say inf and nan, and nan lies neither below a cut nor above it.
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    # Only where it fills a folder: the files beside the main one, and what their entries are called where a file is one list.
    beside: ClassVar[Mapping[str, str]] = {}


_Path: TypeAlias = tuple[int | str, ...]
Held = TypeVar("Held", bound=Content)


class Violation(NamedTuple):
    """A rule that a content file breaks, and where in the file."""

    place: str
    rule: str


def load(model: type[Held], name: str, language: Language) -> Held:
    """What a file, or a folder of files, holds in that language; read once per process. BadContent names file, place and rule."""
    # A cache forgets which type goes with which model, and mypy with it.
    return cast(Held, _loaded(model, name, language))


def documents(language: Language) -> dict[str, dict[str, Any]]:
    """Every file of a language as it is written down, by its path in the folder. BadContent for one that is no TOML."""
    files = sorted(language.folder.rglob("*.toml"))
    return {str(file.relative_to(language.folder)): _parsed(file, file_name(file.stem, language)) for file in files}


def is_code(path: Sequence[int | str]) -> bool:
    """Whether what stands there is for the code and not for people, so that every language has the same: ids, versions, rules."""
    names = [step for step in path if isinstance(step, str)]
    name, inside = names[-1:], tuple(names[-2:])
    if name == ["id"] or names == ["version"]:
        return inside[0] != "csv"
    return names[:1] == ["scoring"] or bool(_CODES.intersection(name)) or inside in _CODES_INSIDE


def list_of(table: str) -> Callable[[object], object]:
    """A validator for files that are one list: takes the `[[table]]` entries and refuses anything beside them."""

    def entries(document: object) -> object:
        if not isinstance(document, Mapping) or set(document) != {table}:
            raise ValueError(f"the file must hold [[{table}]] tables and nothing else")
        return document[table]

    return entries


def with_placeholders(*names: str) -> AfterValidator:
    """For sentences with gaps that the code fills: each named gap must be there, and no other. A gap may have plural forms."""

    def complete(text: str, info: ValidationInfo) -> str:
        if placeholders(text) != set(names):
            raise ValueError("the gaps in this sentence must be exactly " + ", ".join(f"{{{name}}}" for name in names))
        return plural.counted(text, (info.context or ENGLISH).locale)

    return AfterValidator(complete)


def placeholders(text: str) -> set[str]:
    """The names of the gaps in a sentence. ValueError for a brace that stands alone."""
    return {gap for _, gap, _, _ in string.Formatter().parse(plural.flat(text)) if gap is not None}


def _without_placeholders(text: str) -> str:
    if "{" in text or "}" in text:
        raise ValueError("nothing is filled in here, so there must be no {gap}")
    return text


# A sentence with gaps: its field says which, by `with_placeholders`.
Sentence: TypeAlias = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Text: TypeAlias = Annotated[Sentence, AfterValidator(_without_placeholders)]


def content_error(file: str, violation: Violation) -> BadContent:
    """The error to raise for a mistake: file, place, rule, and what to do."""
    return BadContent("content", file=file, place=violation.place, rule=violation.rule)


def file_name(file: str, language: Language) -> str:
    """How a file is called to whoever has to mend it; those of our own language by their name alone."""
    return f"{file}.toml" if language.tag == ENGLISH.tag else f"{language.tag}/{file}.toml"


@cache
def _loaded(model: type[Content], name: str, language: Language) -> Content:
    document = _document(model, name, language)
    try:
        held = model.model_validate(_with_limits(document), context=language)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)[0]
        raise _found(model, name, language, found["loc"], found["msg"].removeprefix("Value error, ")) from None
    # Held to English, because code and stored results know its ids and its numbers (docs/decisions.md 20).
    different = None if language.tag == ENGLISH.tag else _first_difference(_document(model, name, ENGLISH), document)
    if different:
        raise _found(model, name, language, different, "this must be as it is in English")
    return held


def _document(model: type[Content], name: str, language: Language) -> dict[str, Any]:
    if not model.beside:
        document = _parsed(language.folder / f"{name}.toml", file_name(name, language))
        return _of_others({name: document}, "", language)[name] if language.of_others else document
    folder = language.folder / name
    parts = {part: _parsed(folder / f"{part}.toml", file_name(part, language)) for part in (_MAIN, *model.beside)}
    document = parts.pop(_MAIN) | parts
    return _of_others(document, name, language) if language.of_others else document


def _of_others(document: dict[str, Any], folder: str, language: Language) -> dict[str, Any]:
    """The same with the words that are said of somebody else. folder: that of a version, empty for one file of several."""
    file = file_name(about_others.FILE, language)
    words, ours = (_parsed(of.folder / folder / f"{about_others.FILE}.toml", file) for of in (language, ENGLISH))
    here = words if folder else {name: inside for name, inside in words.items() if name in document}
    wrong = about_others.mistake(document, here)
    different = () if wrong else _first_difference(ours, words)
    if wrong or different:
        place, rule = wrong or (different, "this must be as it is in English")
        raise content_error(file, Violation(_place(place), rule))
    said: dict[str, Any] = about_others.laid_over(document, here)
    return said


def _found(model: type[Content], name: str, language: Language, path: _Path, rule: str) -> BadContent:
    """The error for a mistake at that path: of a folder, the first step of the path is the file."""
    first, *rest = path or ("",)
    if first in model.beside:
        place = _place((model.beside[str(first)], *rest))
        return content_error(file_name(str(first), language), Violation(place, rule))
    return content_error(file_name(_MAIN if model.beside else name, language), Violation(_place(path), rule))


def _first_difference(ours: object, theirs: object, *path: int | str) -> _Path:
    """Where another language has more than other words: one entry more or less, another gap, number or id. Empty where it has not."""
    if isinstance(ours, dict) and isinstance(theirs, dict) and ours.keys() == theirs.keys():
        pairs = ((key, ours[key], theirs[key]) for key in ours)
        return next(filter(None, (_first_difference(one, other, *path, key) for key, one, other in pairs)), ())
    if isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        both = enumerate(zip(ours, theirs, strict=True))
        return next(filter(None, (_first_difference(one, other, *path, number) for number, (one, other) in both)), ())
    if isinstance(ours, str) and isinstance(theirs, str) and not is_code(path):
        alike = sorted(_GAP.findall(plural.flat(ours))) == sorted(_GAP.findall(plural.flat(theirs)))
    else:
        alike = ours == theirs
    return () if alike else path or ("",)


def _place(path: _Path) -> str:
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


def _parsed(path: Path, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        rule = "the file is missing"
    except UnicodeDecodeError:
        rule = "the file must be UTF-8 text"
    except tomllib.TOMLDecodeError as error:
        rule = f"the file must be valid TOML ({error})"
    raise content_error(name, Violation("whole file", rule))
