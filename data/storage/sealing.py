"""Sealed envelopes that only the holder of a key can open (docs/security.md 2).

A key is stored nowhere: the row that it opens and the cipher key are both derived from it, and neither leads back.
"""

import base64
import secrets
import zlib
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from data.errors import BadKey, RecordUnreadable
from data.keys import KEY_BYTES, Kind, is_key

# First in every envelope, so that another format can be told from this one before anything is decrypted.
_VERSION = b"\x01"
# 96 random bits, the nonce length AES-GCM is defined for; one key seals far fewer than the 2^32 envelopes that are safe.
_NONCE_BYTES = 12
_NONCE_ENDS = len(_VERSION) + _NONCE_BYTES
# A row is named by a UUID; the cipher is AES with 256 bits.
_ROW_BYTES, _CIPHER_BYTES = 16, 32
# Lengths are told only in steps of this: a few more answers seldom show, and a record stays small.
_BLOCK = 512
# Records are short; the fastest level is within a few percent of the smallest result.
_ZLIB_LEVEL = 1


def row_id(key: str, label: str) -> UUID:
    """The row that a key stands for under that label; from it neither the key nor its row under another label can be told.

    Raises BadKey for what has not the form of a key.
    """
    return UUID(bytes=_derived(key, label, _ROW_BYTES))


def key_from(key: str, label: str) -> str:
    """Another key that follows from a key under that label, one way.

    Raises BadKey for what has not the form of a key.
    """
    return base64.urlsafe_b64encode(_derived(key, label, KEY_BYTES)).rstrip(b"=").decode()


class Seal:
    """What a key of one kind opens: the row with `row_id`, and the envelopes made for it. The key itself is not kept.

    Raises BadKey for what has not the form of a key.
    """

    def __init__(self, key: str, kind: Kind) -> None:
        derived = _derived(key, str(kind), _ROW_BYTES + _CIPHER_BYTES)
        self.row_id = UUID(bytes=derived[:_ROW_BYTES])
        self._cipher = AESGCM(derived[_ROW_BYTES:])
        # An envelope that was moved to another row, or relabelled, does not open.
        self._bound_to = _VERSION + self.row_id.bytes + kind.encode()

    def encrypt(self, text: bytes) -> bytes:
        """An envelope: format version, nonce, and the compressed, padded and encrypted text. Never twice the same."""
        packed = zlib.compress(text, _ZLIB_LEVEL)
        padded = packed + bytes(-len(packed) % _BLOCK)
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return _VERSION + nonce + self._cipher.encrypt(nonce, padded, self._bound_to)

    def decrypt(self, envelope: bytes) -> bytes:
        """The text that was put in. Raises RecordUnreadable for another key, row, kind or version, or a changed byte."""
        version, nonce, sealed = envelope[:1], envelope[1:_NONCE_ENDS], envelope[_NONCE_ENDS:]
        if version != _VERSION or not sealed:
            raise RecordUnreadable("record_unreadable")
        try:
            padded = self._cipher.decrypt(nonce, sealed, self._bound_to)
        except InvalidTag:
            raise RecordUnreadable("record_unreadable") from None
        # A compressed stream knows its own end, so what follows it is padding.
        return zlib.decompressobj().decompress(padded)


def secret_of(key: str) -> bytes:
    """The random bits that a key spells. Raises BadKey for what has not the form of a key."""
    if not is_key(key):
        raise BadKey("key_opens_nothing")
    # Keys are written without the two signs that base64 fills its last group with.
    return base64.urlsafe_b64decode(key + "==")


def _derived(key: str, label: str, length: int) -> bytes:
    # No salt: a key is random already and no password, and its row must be found by nothing but the key.
    return HKDF(algorithm=SHA256(), length=length, salt=None, info=f"rekindle {label}".encode()).derive(secret_of(key))
