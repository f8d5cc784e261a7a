"""What is said of somebody else: on what one person shows another, other words stand where its owner reads "you"."""

import re
from collections.abc import Mapping
from typing import Any, TypeAlias

from data.content import plural

# Lies beside what it is laid over: in a language's folder with a table for each file, in a version's with a table for each of its parts.
FILE = "about_others"

_Place: TypeAlias = tuple[str, ...]
_GAP = re.compile(r"\{\w+\}")


def laid_over(document: Any, instead: Any) -> Any:
    """The document with those words in their places; in a list each entry is found by its id."""
    if not isinstance(instead, Mapping):
        return instead
    if isinstance(document, list):
        return [laid_over(entry, instead.get(entry["id"], {})) for entry in document]
    return document | {name: laid_over(document[name], inner) for name, inner in instead.items()}


def mistake(document: Any, instead: Any, *place: str) -> tuple[_Place, str] | None:
    """Where something stands in no place of the document or has other gaps than what stands there, and the rule; None where all is well."""
    if isinstance(instead, Mapping):
        inside = {entry["id"]: entry for entry in document} if isinstance(document, list) else document
        if not isinstance(inside, Mapping):
            return place, "a sentence must stand here"
        missing = next((name for name in instead if name not in inside), None)
        if missing is not None:
            return (*place, missing), "nothing of this name is said to the owner, so nothing takes its place"
        found = (mistake(inside[name], inner, *place, name) for name, inner in instead.items())
        return next(filter(None, found), None)
    if not (isinstance(document, str) and isinstance(instead, str)):
        return place, "a sentence must stand here"
    gaps, own = (set(_GAP.findall(plural.flat(text))) for text in (document, instead))
    if gaps == own:
        return None
    exactly = "the gaps in this sentence must be exactly " + ", ".join(sorted(gaps))
    return place, exactly if gaps else "nothing is filled in here, so there must be no {gap}"
