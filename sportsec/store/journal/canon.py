"""Canonical bytes and hashes of the journal: what a signature of an act vouches for.

A value enters only through a salted commitment (`digest_of`), so that it can be erased
or withheld and the chain still verifies; with it goes the salt, so that a name cannot
be guessed back from the commitment. No text of SQL or JSON is ever hashed as layout.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Sequence
from typing import Any

#: Low half of an identifier of an operation or act: its count within its replica.
COUNT = 0xFFFFFFFF
SALT_BYTES = 16

_sha = hashlib.sha256
_real = struct.Struct(">d").pack


def canon(value: Any) -> bytes:
    """Return a value of the database as bytes that begin with its type."""
    kind = type(value)
    if kind is str:
        text = value.encode()
        return b"s%d:%b" % (len(text), text)
    if value is None:
        return b"n"
    if kind is int:
        return b"i%d:" % value
    if kind is float:
        return b"f" + _real(value)
    return b"b%d:%b" % (len(value), bytes(value))


def digest_of(salt: bytes, value: Any) -> bytes:
    """Return the commitment to a value."""
    return _sha(salt + canon(value)).digest()


def leaf_of(
    seq: int,
    kind: str,
    tbl: str,
    row: bytes,
    col: str,
    base: bytes,
    preds: bytes,
    digest: bytes,
) -> bytes:
    """Return the hash of one operation.

    Args:
        base: Global name of the operation it stands on (`global_name`), or b"-".
        preds: What else it supersedes or covers, from `preds_bytes`.
    """
    return _sha(
        b"%d|%b|%b|%b|%b|%b|%b|%b"
        % (seq, kind.encode(), tbl.encode(), row, col.encode(), base, preds, digest)
    ).digest()


def global_name(rid: bytes, count: int) -> bytes:
    """Return the name that an operation or act has in every database."""
    return rid + b"%d" % count


def preds_bytes(preds: Iterable[tuple[bytes, str]]) -> bytes:
    """Return the further predecessors of an operation, in an order of their own."""
    return b"".join(sorted(b"%b%b;" % (name, rel.encode()) for name, rel in preds))


def header_of(
    tno: int,
    hlc: int,
    wall: int,
    version: str,
    first_seq: int,
    ops: int,
    texts: Sequence[str | None],
    undoes: bytes,
) -> bytes:
    """Return what an act says of itself, before its operations.

    Args:
        texts: Its actor, title and detail.
        undoes: Global name of the act it undoes, or b"-".
    """
    said = b"".join(canon(text) for text in texts)
    numbers = b"%d|%d|%d|%d|%d|" % (tno, hlc, wall, first_seq, ops)
    return numbers + canon(version) + said + b"|" + undoes + b"|"


def chained(prev: bytes, header: bytes, leaves: Iterable[bytes]) -> bytes:
    """Return the chain value of an act: of all before it, and of itself.

    Args:
        leaves: Hashes of its operations, in their order.
    """
    found = _sha(prev + header)
    for leaf in leaves:
        found.update(leaf)
    return found.digest()


def act_message(rid: bytes, tno: int, chain: bytes) -> bytes:
    """Return what the cell signs for one act."""
    return b"sportsec act\0" + rid + tno.to_bytes(8, "big") + chain


def replica_message(rid: bytes) -> bytes:
    """Return what the cell signs to say that a replica is its own."""
    return b"sportsec replica\0" + rid
