"""Somebody who copies everything that lies on the disk, and tries whatever else they have."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from data.groups import submission, waiting_store
from data.instrument.answers import Answers
from data.keys import Kind
from data.profile import profile
from data.record.record import Result
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.waiting.waiting_seal import KeyWrap
from tests.invented.records import TODAY

# Where the two headers of a DuckDB file lie, which it writes in turn, and where either has its number.
HEADERS, NUMBER = (slice(4096, 8192), slice(8192, 12288)), slice(8, 16)


def stolen(store: DuckDBStore, name: str, *, secret: bool) -> Path:
    """A copy of the database with its log as it lies there now; its secret too, or a thief's own guess."""
    copy = store.path.with_name(name)
    for file in store.path.parent.glob(f"{store.path.name}*"):
        if file.suffix != ".lock" and (secret or not file.name.endswith(".secret")):
            shutil.copy(file, copy.with_name(file.name.replace(store.path.name, name)))
    return copy


def opened(copy: Path, links: Mapping[Kind, str] | None = None) -> tuple[int, int]:
    """How many of everyone, and of the round, a thief can read in a copy; by its secret, and by links."""
    store = DuckDBStore(copy)
    # Each link as what it is, and as whatever else it might be taken for.
    wraps = {str(kind): KeyWrap.of_link(key, kind) for key in (links or {}).values() for kind in (Kind.INSIGHTS, Kind.MANAGE)}
    wraps |= {str(kind): KeyWrap.of_link(key, kind) for kind, key in (links or {}).items()}
    wraps[waiting_store.SERVER] = store.secret.wrapping
    rounds = [id for (id,) in store.read("SELECT round_id FROM round")]
    found = len(waiting_store.open_everyone(store)), sum(len(waiting_store.open_round(store, id, wraps) or ()) for id in rounds)
    store.close()
    return found


def as_its_older_header_tells(copy: Path) -> Path:
    """The same file, read as it was one checkpoint before: what that led to may lie there still."""
    held = bytearray(copy.read_bytes())
    older = min((held[place] for place in HEADERS), key=lambda header: int.from_bytes(header[NUMBER], "little"))
    for place in HEADERS:
        held[place] = older
    copy.write_bytes(held)
    copy.with_name(f"{copy.name}.wal").unlink(missing_ok=True)
    return copy


def lies_open(sheet: Answers, folder: Path) -> list[str]:
    """The files in which a sheet can be read as it is."""
    laid = forms(sheet)
    return [file.name for file in folder.iterdir() if any(form in file.read_bytes() for form in laid)]


def guesses(value: str) -> Iterator[bytes]:
    """What a secret may be that stands in some text: the text, the number it spells, or what it is hashed to."""
    yield value.encode()
    yield sha256(value.encode()).digest()
    with suppress(ValueError):
        yield bytes.fromhex(value)


def forms(sheet: Answers) -> list[bytes]:
    """However a sheet may be laid down: a byte or two for each code, in either order."""
    codes = submission.from_profile(profile.from_result(Result(instrument="rk-1.1", taken_on=TODAY, answers=sheet))).codes
    return [
        bytes(code % 256 for code in codes),
        *(b"".join(code.to_bytes(2, order, signed=True) for code in codes) for order in ("little", "big")),
        repr(list(codes)).encode(),
        ",".join(map(str, codes)).encode(),
    ]
