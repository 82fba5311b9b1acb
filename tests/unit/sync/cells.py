"""Cells that write files for the tests: keys, a payload, a cover sheet."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sportsec.domain.words import Words
from sportsec.store.journal.canon import replica_message
from sportsec.sync.crypt import BoxKey
from sportsec.sync.manifest import Manifest, Sender

MADE = datetime(2026, 11, 27, 8, 30, tzinfo=UTC)
RID = bytes(range(16))


@dataclass(frozen=True)
class Cell:
    """A cell that signs and can be sealed for."""

    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    box: BoxKey = field(default_factory=BoxKey.new)

    @property
    def cell_key(self) -> bytes:
        return self.key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        return self.key.sign(message)

    def sender(self, rid: bytes = RID) -> Sender:
        return Sender(
            rid=rid,
            cell_key=self.cell_key,
            certificate=self.sign(replica_message(rid)),
            name=Words("خلية الرباط", "Cellule de Rabat", "Cell of Rabat"),
            box_key=self.box.public,
        )

    def manifest(self, **changes: Any) -> Manifest:
        plain = Manifest(
            version="0.1.0",
            schema="0002_journal",
            sender=self.sender(),
            number={b"": 1},
            made=MADE,
            upto={RID: (3, 1)},
            seen={RID: (3, 1)},
            counts={"club": 3},
        )
        return replace(plain, **changes)


def some_payload(folder: Path, content: bytes = b"") -> Path:
    """Return a file that stands for a payload."""
    payload = folder / "outgoing.db"
    payload.write_bytes(content or bytes(range(256)) * 2000)
    return payload
