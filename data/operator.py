"""Who runs a deployment and where they can be reached, in the form that an operator sets it in."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

_LONGEST = 80
# Besides letters, marks and digits. Signs that Markdown reads stay out, so that a name is shown as it is everywhere.
_SIGNS = frozenset(" &/+-.,()'’–·")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_TELEPHONE = re.compile(r"\+?[0-9][0-9 /-]{2,30}")
# Neither a space nor a bracket: the address stands in a link of Markdown.
_IN_A_LINK = re.compile(r"[^\s()<>\[\]\\]+")
_PNG, _LARGEST_LOGO = b"\x89PNG\r\n\x1a\n", 256 * 1024
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class Contact:
    """Where somebody can be reached: what it is called, how it reads, and where a link leads, which a telephone number has none of."""

    text: str
    where: str
    link: str | None


def name(value: object) -> str:
    """A name of a few words. Raises ValueError for whatever could be read as more than a name."""
    text = str(value).strip()
    if not 0 < len(text) <= _LONGEST or any(unicodedata.category(sign)[0] not in "LMN" and sign not in _SIGNS for sign in text):
        raise ValueError("not a name")
    return text


def place(value: object) -> Contact:
    """An e-mail address, a web address or a telephone number, called by itself."""
    where = str(value).strip()
    return Contact(where, where, _link(where))


def web_page(value: object) -> str:
    """The address of a page."""
    where = str(value).strip()
    parts = urlsplit(where)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or not _IN_A_LINK.fullmatch(where):
        raise ValueError("not the address of a page")
    return where


def places(value: object) -> tuple[Contact, ...]:
    """Several with their names, as in "Care line | +49 30 1234; Works council | council@example.org"."""
    named = (part.partition("|") for part in str(value).split(";") if part.strip())
    return tuple(Contact(name(text), where.strip(), _link(where.strip())) for text, _, where in named)


def logo(path: Path) -> Path:
    """A small picture. Only PNG: a drawing could hold a script."""
    if not path.is_file() or path.stat().st_size > _LARGEST_LOGO or not path.read_bytes().startswith(_PNG):
        raise ValueError("not a small PNG")
    return path


def colour(value: object) -> str:
    """A colour as the web writes it, such as #1F4A5E."""
    if not _COLOUR.fullmatch(str(value)):
        raise ValueError("not a colour")
    return str(value)


def _link(where: str) -> str | None:
    if _MAIL.fullmatch(where):
        return f"mailto:{where}"
    return None if _TELEPHONE.fullmatch(where) else web_page(where)
