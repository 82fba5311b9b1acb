"""Sending: what would go, field by field; and the file itself, written and proved."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sportsec
from sportsec.domain.errors import BadFile
from sportsec.domain.exchange import (
    ExchangeReason,
    ScopeKind,
    Sealing,
    SendPlan,
    SendResult,
    SendWish,
    SentKind,
)
from sportsec.domain.spoken import random_words
from sportsec.domain.words import N_, Words
from sportsec.queries.peers import (
    ANYBODY,
    Positions,
    box_key_of,
    cell_by_key,
    last_sent,
    name_text,
    own_name,
    said_to_have,
)
from sportsec.services.peers import note_sent
from sportsec.store.engine import connect
from sportsec.store.journal.shape import shapes_of
from sportsec.store.upgrade import REVISION
from sportsec.store.work import Work
from sportsec.sync.container import write
from sportsec.sync.crypt import box_key
from sportsec.sync.manifest import Manifest, Sender
from sportsec.sync.outgoing import Part, attach, detach, fill, ranges, since
from sportsec.sync.scope import choose, title_of

#: Characters that a passphrase needs; it is read out by phone.
PASSPHRASE = 16
#: Words of a passphrase that is proposed: 64 bits.
PASSPHRASE_WORDS = 8
#: Part of the work that gathering the operations takes.
_GATHERED = 0.4
_STEPS = 50_000

Progress = Callable[[float], object]


def _nobody(_share: float) -> None:
    """Tell nobody."""


def plan_of(work: Work, wish: SendWish) -> SendPlan:
    """Say what a file would hold; nothing is written.

    Raises:
        BadFile: It cannot be sent like this.
    """
    known = _checked(work, wish)
    with _own_connection(_database_of(work)) as connection:
        connection.execute("BEGIN")
        title = _choose(connection, wish)
        where = _where(connection, wish, known)
        kinds = tuple(_kinds(connection, wish, where))
        acts = connection.execute(
            f"SELECT count(DISTINCT act) FROM main.journal_op AS o WHERE {where}"
        ).fetchone()[0]
        connection.execute("ROLLBACK")
    return SendPlan(wish, title, kinds, acts)


def send(
    work: Work, wish: SendWish, path: Path, progress: Progress = _nobody
) -> SendResult:
    """Write a file, read it back, and count it as sent, which is an act of its own.

    Args:
        work: A writing one; it is committed when the file is proved.
        progress: Called with the part done, 0 to 1; may raise to stop.

    Raises:
        BadFile: It cannot be sent like this, or not be written there.
    """
    identity = work.identity
    if identity is None:
        raise ValueError("sending needs a writing work")
    known = _checked(work, wish)
    numbers = tuple((key, last_sent(work, key) + 1) for key in wish.to or (ANYBODY,))
    boxes = [box_key_of(work, key) for key in wish.to]
    with tempfile.TemporaryDirectory(prefix="sportsec-") as folder:
        payload = Path(folder) / "payload.db"
        work.connection.execute(
            "UPDATE journal_replica SET name = ? WHERE cell_key = ?",
            (name_text(own_name(work)), identity.cell_key),
        )
        facts = _gather(_database_of(work), wish, known, payload, progress)
        sender = Sender(
            identity.rid,
            identity.cell_key,
            identity.certificate(identity.rid),
            own_name(work),
            box_key(identity.folder).public,
        )
        manifest = replace(
            facts,
            sender=sender,
            number=dict(numbers),
            made=work.now,
            recipients=wish.to,
        )
        write(
            path,
            payload,
            manifest,
            identity.sign,
            recipients=boxes if wish.sealing is Sealing.CELLS else (),
            passphrase=wish.passphrase if wish.sealing is Sealing.PASSPHRASE else None,
            progress=lambda done: progress(_GATHERED + (1 - _GATHERED) * done),
        )
    note_sent(work, numbers)
    work.commit(
        N_("File sent"),
        detail={"to": [key.hex() for key in wish.to], "scope": wish.scope.kind.value},
    )
    changes = sum(manifest.counts.values())
    return SendResult(path, numbers, path.stat().st_size, changes, work.now)


def proposed_passphrase(language: str) -> str:
    """Return words that nobody guesses and that can be read out by phone."""
    drawn = random_words(PASSPHRASE_WORDS)
    return drawn.pick(language)


def _checked(work: Work, wish: SendWish) -> Positions | None:
    """Refuse a wish that makes no sense; return what the addressees have already."""
    if wish.sealing is Sealing.CELLS and not wish.to:
        raise BadFile(ExchangeReason.NO_ADDRESSEE)
    if wish.sealing is Sealing.PASSPHRASE and len(wish.passphrase) < PASSPHRASE:
        raise BadFile(ExchangeReason.NO_PASSPHRASE, length=PASSPHRASE)
    for key in wish.to:
        cell = cell_by_key(work, key)
        if cell is None or (
            wish.sealing is Sealing.CELLS and not cell.can_be_sealed_for
        ):
            name = cell.name if cell else Words(*(key.hex()[:8],) * 3)
            raise BadFile(ExchangeReason.NO_SEALING_KEY, cell=name)
    if wish.scope.kind is not ScopeKind.SINCE:
        return None
    if not wish.to:
        raise BadFile(ExchangeReason.NO_ADDRESSEE)
    return _common([said_to_have(work, key) for key in wish.to])


def _common(all_known: list[Positions]) -> Positions:
    """Return what every addressee has."""
    first, *others = all_known
    return {
        rid: (
            min(ops, *(other[rid][0] for other in all_known)),
            min(acts, *(other[rid][1] for other in all_known)),
        )
        for rid, (ops, acts) in first.items()
        if all(rid in other for other in others)
    }


def _gather(
    database: Path,
    wish: SendWish,
    known: Positions | None,
    payload: Path,
    progress: Progress,
) -> Manifest:
    """Copy the operations out; return the cover sheet as far as they decide it."""
    part = Part(wish.scope.is_partial, wish.with_personal, known)
    with _own_connection(database) as connection:
        attach(connection, payload)
        expected = max(1, database.stat().st_size // 2)
        stopped = _watched(connection, payload, expected, progress)
        try:
            connection.execute("BEGIN")
            title = _choose(connection, wish)
            fill(connection, part)
            facts = _facts(connection, wish, part, title)
            connection.execute("COMMIT")
        except BaseException:
            if stopped:
                raise stopped[0] from None
            raise
        connection.set_progress_handler(None, 0)
        detach(connection)
    progress(_GATHERED)
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


def _choose(connection: Any, wish: SendWish) -> Words:
    if not wish.scope.is_partial:
        return Words()
    title = title_of(connection, wish.scope)
    choose(connection, wish.scope)
    return title


def _where(connection: Any, wish: SendWish, known: Positions | None) -> str:
    """Return SQL of the operations `o` that go."""
    if wish.scope.is_partial:
        return "o.row IN (SELECT row FROM temp.chosen)"
    return ranges(since(connection, known or {}))


def _kinds(connection: Any, wish: SendWish, where: str) -> Iterator[SentKind]:
    known = shapes_of(connection)
    query = (
        "SELECT tbl, count(DISTINCT row), count(*) FROM main.journal_op AS o"
        f" WHERE {where} GROUP BY tbl ORDER BY 2 DESC, 1"
    )
    for table, records, changes in connection.execute(query).fetchall():
        shape = known.get(table)
        names = tuple(shape.columns) if shape else ()
        withheld: tuple[str, ...] = ()
        if shape and not wish.with_personal:
            withheld = tuple(
                name for name in names if shape.register_of[name] in shape.personal
            )
        fields = tuple(name for name in names if name not in withheld)
        yield SentKind(table, records, changes, fields, withheld)


def _database_of(work: Work) -> Path:
    row = work.connection.execute("PRAGMA database_list").fetchone()
    return Path(row[2])


@contextmanager
def _own_connection(database: Path) -> Iterator[Any]:
    """Open a connection that sees one state while others go on working."""
    connection = connect(database)
    try:
        yield connection
    finally:
        connection.close()


def _watched(
    connection: Any, payload: Path, expected: int, progress: Progress
) -> list[BaseException]:
    """Let `progress` stop SQLite; what it raised is kept for the caller."""
    stopped: list[BaseException] = []

    def look() -> int:
        size = 0
        with suppress(OSError):
            size = payload.stat().st_size
        try:
            progress(_GATHERED * min(1.0, size / expected))
        except BaseException as error:  # noqa: BLE001 - raised again by the caller
            stopped.append(error)
        return int(bool(stopped))

    connection.set_progress_handler(look, _STEPS)
    return stopped
