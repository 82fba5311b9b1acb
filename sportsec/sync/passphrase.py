"""Files sealed with a passphrase: age's scrypt form, streamed in bounded memory.

pyrage can do this only with the whole file in memory, and lets the speed of the PC
choose how much memory the passphrase costs (half a gigabyte on a fast one), which the
receiver's PC must have as well. So this one form is written here, with a fixed cost and
the primitives of `cryptography`; any age tool opens it (https://c2sp.org/age).
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from sportsec.domain.errors import BadFile
from sportsec.domain.exchange_refusals import FileRefusal
from sportsec.sync.guards import Ahead

#: Cost of a passphrase, as a power of two: a quarter of a gigabyte, as age itself.
LOG_COST = 18
#: Bytes sealed at a time, and what sealing adds to them.
CHUNK = 1 << 16
_TAG = 16
_NONCE = 16
_HEADER_LABEL, _PAYLOAD_LABEL = b"header", b"payload"
_SALT_LABEL = b"age-encryption.org/v1/scrypt"

_HEADER = re.compile(
    rb"(age-encryption\.org/v1\n"
    rb"-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]?)\n"
    rb"([A-Za-z0-9+/]{43})\n"
    rb"---) ([A-Za-z0-9+/]{43})\n"
)
#: No header of this form is longer.
HEADER_BYTES = 200


def plain_form(passphrase: str) -> str:
    """Return a passphrase as it is used: case, spaces and direction marks are one."""
    text = unicodedata.normalize("NFKC", passphrase).casefold()
    marks = {ord(sign): None for sign in text if unicodedata.category(sign) == "Cf"}
    return " ".join(text.translate(marks).split())


def seal(
    read: Callable[[int], bytes], write: Callable[[bytes], object], passphrase: str
) -> None:
    """Seal all that `read` gives.

    Args:
        read: Must return full pieces until the end.
    """
    file_key, salt = os.urandom(16), os.urandom(16)
    wrapping = ChaCha20Poly1305(_wrapping_key(passphrase, salt, LOG_COST))
    body = wrapping.encrypt(bytes(12), file_key, None)
    start = b"age-encryption.org/v1\n-> scrypt %b %d\n%b\n---" % (
        _text(salt),
        LOG_COST,
        _text(body),
    )
    nonce = os.urandom(_NONCE)
    write(b"%b %b\n%b" % (start, _text(_mac(file_key, start)), nonce))
    cipher = ChaCha20Poly1305(_hkdf(file_key, nonce, _PAYLOAD_LABEL))
    for number, chunk in _numbered(read, CHUNK):
        write(cipher.encrypt(number, chunk, None))


def unseal(
    read: Callable[[int], bytes],
    write: Callable[[bytes], object],
    passphrase: str,
    *,
    most_cost: int = LOG_COST,
) -> None:
    """Unseal all that `read` gives.

    Args:
        read: Must return full pieces until the end; starts at the header's start.
        most_cost: A file that asks for more work than this is refused unread.

    Raises:
        BadFile: Another passphrase, another form, damaged or cut short.
    """
    file_key, rest = _open_header(read(HEADER_BYTES), passphrase, most_cost)
    ahead = Ahead(rest, read)
    nonce = ahead.read(_NONCE)
    if len(nonce) < _NONCE:
        raise BadFile(FileRefusal.CUT_SHORT)
    cipher = ChaCha20Poly1305(_hkdf(file_key, nonce, _PAYLOAD_LABEL))
    for number, chunk in _numbered(ahead.read, CHUNK + _TAG):
        try:
            plain = cipher.decrypt(number, chunk, None)
        except (InvalidTag, ValueError):
            raise BadFile(FileRefusal.DAMAGED) from None
        write(plain)


def _open_header(start: bytes, passphrase: str, most_cost: int) -> tuple[bytes, bytes]:
    """Return the key of the file and what follows the header."""
    found = _HEADER.match(start)
    if found is None:
        raise BadFile(FileRefusal.BAD_SEAL)
    signed, salt, cost, body, mac = found.groups()
    if int(cost) > most_cost:
        raise BadFile(FileRefusal.BAD_SEAL)
    key = _wrapping_key(passphrase, _bytes(salt), int(cost))
    try:
        file_key = ChaCha20Poly1305(key).decrypt(bytes(12), _bytes(body), None)
    except InvalidTag:
        raise BadFile(FileRefusal.WRONG_PASSPHRASE) from None
    if not hmac.compare_digest(_mac(file_key, signed), _bytes(mac)):
        raise BadFile(FileRefusal.DAMAGED)
    return file_key, start[found.end() :]


def _numbered(read: Callable[[int], bytes], size: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield pieces with their nonce, whose last byte marks the last piece.

    A whole last piece is followed by none: only an empty file has an empty piece.
    """
    number, chunk = 0, read(size)
    while True:
        following = read(size) if len(chunk) == size else b""
        yield number.to_bytes(11, "big") + bytes([not following]), chunk
        if not following:
            return
        number, chunk = number + 1, following


def _wrapping_key(passphrase: str, salt: bytes, cost: int) -> bytes:
    kdf = Scrypt(salt=_SALT_LABEL + salt, length=32, n=1 << cost, r=8, p=1)
    return kdf.derive(plain_form(passphrase).encode("utf-8", "surrogatepass"))


def _mac(file_key: bytes, start: bytes) -> bytes:
    return hmac.digest(_hkdf(file_key, b"", _HEADER_LABEL), start, hashlib.sha256)


def _hkdf(key: bytes, salt: bytes, label: bytes) -> bytes:
    """Return 32 bytes of HKDF-SHA256: one block, so that one round does."""
    drawn = hmac.digest(salt or bytes(32), key, hashlib.sha256)
    return hmac.digest(drawn, label + b"\1", hashlib.sha256)


def _text(data: bytes) -> bytes:
    return b64encode(data).rstrip(b"=")


def _bytes(text: bytes) -> bytes:
    return b64decode(text + b"=" * (-len(text) % 4))
