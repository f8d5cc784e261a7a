"""What waits to be counted, sealed to a key of its round or of its week by HPKE (RFC 9180), so that a copy of the database opens nothing.

Whoever seals needs the public half alone. The private half is stored only wrapped, under a key that the database does not hold
(docs/security.md 2.5).
"""

import hmac
import secrets
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from data.errors import StoreTrouble
from data.keys import Kind
from data.storage.sealing import secret_of

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_LABEL = b"rekindle waiting 1"
# All rows have one length, whatever their version asks: room for more codes than any version has.
_SEALED_BYTES = 320
_CODE_BYTES, _TAG_BYTES = 2, 8
_NONCE_BYTES, _CIPHER_BYTES = 12, 32


@dataclass(frozen=True)
class Waiting:
    """What is sealed of one submission.

    Attributes:
        for_everyone: it may wait among everyone where its round turns out too small.
        place: that of its team, where several hold the round together under an umbrella.
    """

    stage: str
    for_everyone: bool
    codes: Sequence[int]
    place: int | None = None
    # A tag of the network that it came from; empty where none is known.
    network: bytes = b""

    def packed(self) -> bytes:
        """Always as long. Raises ValueError for codes that two bytes do not hold, or that are too many."""
        stage, codes = self.stage.encode(), array("h", self.codes)
        # Both in one byte, so that rows which were sealed before there were umbrellas open as what they are.
        text = bytes([self.for_everyone | (self.place or 0) << 1, len(stage), len(codes)]) + stage + codes.tobytes() + self.network
        if len(text) > _SEALED_BYTES:
            raise ValueError("more codes than a sealed row has room for")
        return text.ljust(_SEALED_BYTES, b"\0")

    @classmethod
    def unpacked(cls, text: bytes) -> Self:
        for_everyone, place, stage_ends, many = text[0] & 1, text[0] >> 1, 3 + text[1], text[2]
        codes_end = stage_ends + many * _CODE_BYTES
        network = text[codes_end : codes_end + _TAG_BYTES].rstrip(b"\0")
        return cls(text[3:stage_ends].decode(), bool(for_everyone), array("h", text[stage_ends:codes_end]), place or None, network)


class Label(NamedTuple):
    """What a sealed row is bound to: moved to another place, or relabelled, it does not open."""

    round_id: UUID | None
    instrument: str
    pending_id: UUID

    def encoded(self) -> bytes:
        return b"|".join([_LABEL, str(self.round_id).encode(), self.instrument.encode(), self.pending_id.bytes])


class KeyPair(NamedTuple):
    """The two halves of a new key that rows are sealed to."""

    private: bytes
    public: bytes

    @classmethod
    def new(cls) -> Self:
        private = X25519PrivateKey.generate()
        return cls(private.private_bytes_raw(), private.public_key().public_bytes_raw())


def seal(public: bytes, label: Label, waiting: Waiting) -> bytes:
    """An envelope for whoever has the private half. Never twice the same, always as long."""
    return _SUITE.encrypt(waiting.packed(), X25519PublicKey.from_public_bytes(public), info=label.encoded())


class Opener:
    """The private half of a key, for as long as rows are opened by it. Held in memory alone."""

    def __init__(self, private: bytes) -> None:
        self._private = X25519PrivateKey.from_private_bytes(private)

    def tag(self, network: str) -> bytes:
        """The same for the same network, and nothing to whoever has not this key, which is gone once nobody waits under it."""
        key = HKDF(algorithm=SHA256(), length=_CIPHER_BYTES, salt=None, info=b"rekindle network").derive(self._private.private_bytes_raw())
        return hmac.digest(key, network.encode(), "sha256")[:_TAG_BYTES]

    def open(self, label: Label, sealed: bytes) -> Waiting:
        """What was sealed under that label. Raises StoreTrouble for another label, another key or a changed byte."""
        try:
            return Waiting.unpacked(_SUITE.decrypt(sealed, self._private, info=label.encoded()))
        except InvalidTag:
            raise StoreTrouble("waiting_unreadable") from None


class KeyWrap:
    """Wraps private halves, each bound to the name of its key, under a key derived from a secret."""

    def __init__(self, secret: bytes, label: str) -> None:
        self._cipher = AESGCM(
            HKDF(algorithm=SHA256(), length=_CIPHER_BYTES, salt=None, info=f"rekindle wrap {label}".encode()).derive(secret)
        )

    @classmethod
    def of_link(cls, key: str, kind: Kind) -> Self:
        """Under the key that somebody's link carries. Raises BadKey."""
        return cls(secret_of(key), str(kind))

    def wrap(self, key_id: UUID, private: bytes) -> bytes:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, private, key_id.bytes)

    def unwrap(self, key_id: UUID, wrapped: bytes) -> Opener | None:
        """What opens the rows of that key; None where it was wrapped under another secret, which may be lost for ever."""
        try:
            return Opener(self._cipher.decrypt(wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], key_id.bytes))
        except InvalidTag:
            return None
