"""The secret of this server, in a file that no database and no backup of one holds: without it nothing opens that waits among everyone."""

import hmac
import os
import secrets
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from data.errors import StoreTrouble
from data.storage.waiting.waiting_seal import KeyWrap

_SECRET_BYTES, _MARK_BYTES = 32, 16
_PRIVATE, _PRIVATE_FOLDER = 0o600, 0o700


class PublicKey(NamedTuple):
    """What rows are sealed to, and the name of its key."""

    key_id: UUID
    public: bytes


class ServerSecret:
    """Read when it is first needed, and made where there is none. `keys_of_weeks`: those that it was found to open, by their Mondays."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.keys_of_weeks: dict[date, PublicKey] = {}

    @cached_property
    def wrapping(self) -> KeyWrap:
        """What wraps keys under it. Raises StoreTrouble where the file cannot be read or made, or holds no secret."""
        return KeyWrap(self._held, "server")

    def mark(self, day: int, text: str) -> bytes:
        """The same for the same text on one day, and nothing to whoever has not this secret. Raises StoreTrouble as above."""
        key = HKDF(algorithm=SHA256(), length=_SECRET_BYTES, salt=None, info=f"rekindle mark {day}".encode()).derive(self._held)
        return hmac.digest(key, text.encode(), "sha256")[:_MARK_BYTES]

    @cached_property
    def _held(self) -> bytes:
        self.make()
        try:
            secret = bytes.fromhex(self.path.read_text(encoding="ascii").strip())
        except (OSError, ValueError):
            raise StoreTrouble("secret_unusable", file=self.path.name) from None
        if len(secret) != _SECRET_BYTES:
            raise StoreTrouble("secret_unusable", file=self.path.name)
        return secret

    def make(self) -> bool:
        """Whether it was missing and is made now, for this user alone. A crash leaves none or a whole one."""
        if self.path.exists():
            return False
        new = self.path.with_name(f"{self.path.name}.new")
        try:
            self.path.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
            new.unlink(missing_ok=True)
            with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE), "w", encoding="ascii") as file:
                file.write(secrets.token_hex(_SECRET_BYTES) + "\n")
                file.flush()
                os.fsync(file.fileno())
            new.replace(self.path)
        except OSError:
            raise StoreTrouble("secret_unusable", file=self.path.name) from None
        return True
