"""Whether a database can be exchanged for its rewritten self: without that, nothing that was deleted would ever leave the disk."""

from pathlib import Path

from data.errors import NotExchangeable

# What the kernel tells of every mount, on Linux alone; elsewhere there are no containers to mount a file into.
_MOUNTS = Path("/proc/self/mountinfo")
# Which of a line's words names the place, and how signs are written in it (proc(5)).
_PLACE = 4
_ESCAPED = str.maketrans({" ": r"\040", "\t": r"\011", "\n": r"\012", "\\": r"\134"})


def check(path: Path) -> None:
    """Raises NotExchangeable for a file that is mounted by itself, and for a folder where no file takes the place of another."""
    if _is_mounted_by_itself(path):
        raise NotExchangeable("database_mounted_alone")
    if not _takes_its_place(path.with_name(f".{path.name}.probe.new"), path.with_name(f".{path.name}.probe")):
        raise NotExchangeable("database_not_exchangeable")


def _is_mounted_by_itself(path: Path) -> bool:
    if not path.is_file() or not _MOUNTS.exists():
        return False
    mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    return str(path).translate(_ESCAPED) in (mount.split()[_PLACE] for mount in mounts)


def _takes_its_place(new: Path, old: Path) -> bool:
    """Tried with two small files. Raises OSError where not even these can be written."""
    try:
        old.write_bytes(b"old")
        new.write_bytes(b"new")
        try:
            new.replace(old)
        except OSError:
            return False
        return old.read_bytes() == b"new"
    finally:
        new.unlink(missing_ok=True)
        old.unlink(missing_ok=True)
