"""Sending: a file is written, read back, and counted as sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sportsec
from sportsec.domain.exchange import Sealing, SendResult, SendWish
from sportsec.domain.exchange_steps import ExchangeStep
from sportsec.domain.words import N_, Words
from sportsec.queries.peers import (
    ANYBODY,
    Positions,
    box_key_of,
    last_sent,
    name_text,
    own_name,
)
from sportsec.services.peers import note_sent
from sportsec.store.journal.identity import Identity
from sportsec.store.scratch import scratch
from sportsec.store.upgrade import REVISION
from sportsec.store.watching import watched
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.sync.container import PACKED, WRITTEN, Proved, proved
from sportsec.sync.course import Course, Progress, Tell, nobody
from sportsec.sync.crypt import box_key
from sportsec.sync.manifest import Manifest, Sender
from sportsec.sync.outgoing import Part, attach, detach, fill
from sportsec.sync.wishes import checked, choose_records, database_of, own_connection

#: Part of the work that gathering the operations takes.
_GATHERED = 0.4
SENT = N_("File sent")


def send(work: Work, wish: SendWish, path: Path, progress: Tell = nobody) -> SendResult:
    """Write a file, read it back, and count it as sent, which is an act of its own.

    Args:
        work: A writing one; it is committed when the file is proved.
        progress: Told how far it is; may raise to stop.

    Raises:
        BadFile: It cannot be sent like this, or not be written there.
    """
    if work.identity is None:
        raise ValueError("sending needs a writing work")
    letter = _Letter.of(work, work.identity, wish)
    with letter.written(path, progress) as file:
        return letter.finish(work, file, work.settle)


def send_beside(
    workspace: Workspace,
    wish: SendWish,
    path: Path,
    progress: Tell = nobody,
    settle: Callable[[], object] = lambda: None,
) -> SendResult:
    """Send while others go on saving: the record is held only to count the file.

    Args:
        settle: Called before the file is put in place, which cannot be taken back; may
            raise to stop.

    Raises:
        BadFile: As in `send`.
    """
    with workspace.reading() as work:
        letter = _Letter.of(work, workspace.identity, wish)
    with letter.written(path, progress) as file, workspace.writing() as work:
        return letter.finish(work, file, settle)


@dataclass(frozen=True, slots=True)
class _Letter:
    """A file on its way out.

    Args:
        known: What the addressees have already, where that matters.
        numbers: Of the file, for each addressee.
        boxes: Their public box keys.
    """

    wish: SendWish
    identity: Identity
    database: Path
    known: Positions | None
    numbers: tuple[tuple[bytes, int], ...]
    boxes: tuple[str, ...]
    sender: Sender
    made: datetime

    @classmethod
    def of(cls, work: Work, identity: Identity, wish: SendWish) -> _Letter:
        """Check a wish and gather what is known of its addressees."""
        known = checked(work, wish)
        sender = Sender(
            identity.rid,
            identity.cell_key,
            identity.certificate(identity.rid),
            own_name(work),
            box_key(identity.folder).public,
        )
        return cls(
            wish,
            identity,
            database_of(work),
            known,
            tuple((key, last_sent(work, key) + 1) for key in wish.to or (ANYBODY,)),
            tuple(box_key_of(work, key) for key in wish.to),
            sender,
            work.now,
        )

    @contextmanager
    def written(self, path: Path, tell: Tell) -> Iterator[Proved]:
        """Write the file and read it back; it is removed unless it is put in place."""
        wish, course = self.wish, Course(tell)
        with scratch(self.identity.workspace) as folder:
            payload = folder / "payload.db"
            gathering = course.step(ExchangeStep.GATHERING, 0, _GATHERED)
            manifest = replace(
                _gather(self.database, wish, self.known, payload, gathering),
                sender=self.sender,
                number=dict(self.numbers),
                made=self.made,
                recipients=wish.to,
            )
            with_passphrase = wish.sealing is Sealing.PASSPHRASE
            with proved(
                *(path, payload, manifest, self.identity.sign),
                recipients=self.boxes if wish.sealing is Sealing.CELLS else (),
                passphrase=wish.passphrase if with_passphrase else None,
                progress=_telling(course.part(_GATHERED, 1)),
            ) as file:
                yield file

    def finish(
        self, work: Work, file: Proved, settle: Callable[[], object]
    ) -> SendResult:
        """Count the file as sent and put it in place, then keep both."""
        note_sent(work, self.numbers)
        work.session.flush()
        work.connection.execute(
            "UPDATE journal_replica SET name = ? WHERE cell_key = ?",
            (name_text(self.sender.name), self.identity.cell_key),
        )
        to = [key.hex() for key in self.wish.to]
        scope = self.wish.scope.kind.value
        detail = {"to": to, "scope": scope, "file": file.path.name}
        work.seal(SENT, detail=detail)
        settle()
        file.put_in_place()
        work.commit(SENT)
        size = file.path.stat().st_size
        changes = sum(file.manifest.counts.values())
        return SendResult(file.path, self.numbers, size, changes, work.now)


def _telling(course: Course) -> Progress:
    """Return what names the steps of `proved` by how far it is."""

    def tell(share: float) -> None:
        if share < PACKED:
            course.tell(share, ExchangeStep.PACKING)
        elif share < WRITTEN:
            course.tell(share, ExchangeStep.WRITING)
        else:
            course.tell(share, ExchangeStep.PROVING)

    return tell


def _gather(
    database: Path,
    wish: SendWish,
    known: Positions | None,
    payload: Path,
    progress: Progress,
) -> Manifest:
    """Copy the operations out; return the cover sheet as far as they decide it."""
    part = Part(wish.scope.is_partial, wish.with_personal, known)
    expected = max(1, database.stat().st_size // 2)

    def look() -> None:
        size = 0
        with suppress(OSError):
            size = payload.stat().st_size
        progress(size / expected)

    with own_connection(database) as connection:
        attach(connection, payload)
        with watched(connection, look):
            connection.execute("BEGIN")
            title = choose_records(connection, wish)
            fill(connection, part)
            facts = _facts(connection, wish, part, title)
            connection.execute("COMMIT")
        detach(connection)
    progress(1.0)
    return facts


def _facts(connection: Any, wish: SendWish, part: Part, title: Words) -> Manifest:
    query = "SELECT rid, op_upto, act_upto FROM main.journal_replica WHERE act_upto > 0"
    seen = {bytes(rid): (ops, acts) for rid, ops, acts in connection.execute(query)}
    rids = dict(connection.execute("SELECT number, rid FROM main.journal_replica"))
    spans = connection.execute("SELECT * FROM file.span").fetchall()
    counts = "SELECT tbl, count(*) FROM file.op GROUP BY tbl"
    return Manifest(
        version=sportsec.__version__,
        schema=REVISION,
        sender=Sender(b"", b"", b"", Words(), ""),
        number={},
        made=datetime.now(UTC),
        scope=wish.scope,
        title=title,
        personal=wish.with_personal,
        full=part.is_full,
        since={bytes(rids[span[0]]): (span[1], span[3]) for span in spans},
        upto={bytes(rids[span[0]]): (span[2], span[4]) for span in spans},
        seen=seen,
        counts=dict(connection.execute(counts)),
    )
