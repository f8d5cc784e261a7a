"""The 40 statements in four pages, read straight from the content, so that a baseline carries nothing of Rekindle's own machinery."""

import tomllib
from pathlib import Path

_FILE = Path(__file__).parents[2] / "data" / "content" / "en" / "rk-1.1" / "instrument.toml"
_INSTRUMENT = tomllib.loads(_FILE.read_text(encoding="utf-8"))

# By id, in the order in which they are asked.
PAGES: list[dict[str, str]] = [
    {item["id"]: item["text"] for item in _INSTRUMENT["item"] if item["page"] == page}
    for page in dict.fromkeys(item["page"] for item in _INSTRUMENT["item"])
]
LABELS: list[str] = [*_INSTRUMENT["scale"], _INSTRUMENT["does_not_apply"]]
