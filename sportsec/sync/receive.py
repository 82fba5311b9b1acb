"""Receiving: what files would do, and taking them in.

The preview is the merge itself, inside a transaction that is rolled back, so that what
is shown and what is done cannot differ.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sportsec.domain.backups import BackupReason
from sportsec.domain.errors import BadFile, SportsecError
from sportsec.domain.exchange import Trust
from sportsec.domain.exchange_received import (
    Judgement,
    Place,
    ReceivePreview,
    ReceiveResult,
)
from sportsec.domain.words import N_
from sportsec.queries.peers import list_cells, name_text
from sportsec.queries.twins import propose_twins
from sportsec.services.peers import meet_cell, note_received
from sportsec.store.backup import BACKUPS, back_up
from sportsec.store.journal.canon import COUNT
from sportsec.store.journal.identity import Identity, forget_replica
from sportsec.store.journal.merge import union
from sportsec.store.work import Work
from sportsec.sync.container import Opened, open_container
from sportsec.sync.crypt import box_key
from sportsec.sync.describing import Description, conflicts_in
from sportsec.sync.incoming import Incoming
from sportsec.sync.judge import judge, looked_into
from sportsec.sync.untrusted import checked

#: A file and the passphrase that opens it; empty for none.
Given = tuple[Path, str]
Progress = Callable[[float], object]
RECEIVED = N_("File received")


def _nobody(_share: float) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look into files found.

    Args:
        judgements: Of those that could be opened.
        refusals: Why the others cannot be used.
        preview: Of all that could be opened; None when there is none.
    """

    judgements: Mapping[Path, Judgement]
    refusals: Mapping[Path, SportsecError]
    preview: ReceivePreview | None = None


@dataclass(slots=True)
class _Open:
    """A file that was opened."""

    path: Path
    opened: Opened
    judgement: Judgement
    incoming: Incoming | None = field(default=None)


def look(
    work: Work,
    files: Sequence[Given],
    *,
    left_out: Collection[str] = (),
    progress: Progress = _nobody,
) -> Looked:
    """Judge files and describe what taking them in would do; nothing is written.

    Args:
        work: A writing one, which is rolled back.
    """
    refusals: dict[Path, SportsecError] = {}
    identity = _identity_of(work)
    rid = identity.rid
    try:
        with _opened(work, files, refusals, progress) as found:
            description = Description(work)
            for each in found:
                if each.judgement.sender.trust is not Trust.REVOKED:
                    _merge_alone(work, each, left_out, description, refusals)
            description.look_after()
            usable = [each for each in found if each.path not in refusals]
            judgements = {each.path: each.judgement for each in usable}
            if not usable:
                return Looked(judgements, refusals)
            changes, more = description.changes()
            preview = ReceivePreview(
                tuple(judgements.values()),
                description.kinds(),
                changes,
                more,
                work.position,
                frozenset(left_out),
            )
            return Looked(judgements, refusals, preview)
    finally:
        work.session.rollback()
        identity.rid = rid


def receive(
    work: Work,
    files: Sequence[Given],
    *,
    left_out: Collection[str] = (),
    progress: Progress = _nobody,
) -> ReceiveResult:
    """Take files in, each as an act of its own, after a backup.

    Args:
        work: A writing one; it is committed once for each file.

    Raises:
        BadFile: The first of several refusals, when no file could be taken in.
    """
    refusals: dict[Path, SportsecError] = {}
    acts: list[int] = []
    taken: list[_Open] = []
    with _opened(work, files, refusals, progress) as found:
        wanted = [each for each in found if each.judgement.can_be_accepted]
        new = [each for each in wanted if each.judgement.place is not Place.AGAIN]
        if not found and refusals:
            raise next(iter(refusals.values()))
        backup = None
        if new:
            database = _database_of(work)
            folder = database.parent / BACKUPS
            made = back_up(database, folder, BackupReason.BEFORE_IMPORT, now=work.now)
            backup = folder / made.name
        description = Description(work)
        for each in new:
            _merge_alone(work, each, left_out, description, refusals)
            if each.path not in refusals:
                taken.append(each)
                acts += _commit(work, each)
        description.look_after()
        changes, _ = description.changes()
        kinds = description.kinds()
        work.note_touched(*description.tables())
        work.session.expire_all()
        refused = [each.judgement for each in found if each not in wanted]
        refused += [each.judgement for each in new if each.path in refusals]
        return ReceiveResult(
            tuple(each.judgement for each in taken),
            tuple(acts),
            kinds,
            conflicts_in(kinds),
            len(propose_twins(work)) if acts else 0,
            backup,
            tuple(refused),
            changes,
        )


@contextmanager
def _opened(
    work: Work,
    files: Sequence[Given],
    refusals: dict[Path, SportsecError],
    progress: Progress,
) -> Iterator[list[_Open]]:
    """Open what can be opened, in the order in which gaps close."""
    identity = _identity_of(work)
    found: list[_Open] = []
    with tempfile.TemporaryDirectory(prefix="sportsec-") as folder:
        for place, (path, passphrase) in enumerate(files):

            def tell(share: float, done: int = place) -> None:
                progress((done + share) / len(files) / 2)

            try:
                opened = open_container(
                    path,
                    Path(folder) / str(place),
                    box=box_key(identity.folder),
                    passphrase=passphrase or None,
                    me=identity.cell_key,
                    progress=tell,
                )
            except BadFile as refused:
                refusals[path] = refused
                continue
            found.append(_Open(path, opened, judge(work, path, opened)))
        found.sort(
            key=lambda each: (
                each.judgement.sender.key,
                each.judgement.number,
                each.judgement.made,
            )
        )
        yield found


def _merge_alone(
    work: Work,
    each: _Open,
    left_out: Collection[str],
    description: Description,
    refusals: dict[Path, SportsecError],
) -> None:
    """Merge one file; what is wrong with it leaves nothing of it behind."""
    connection, identity = work.connection, _identity_of(work)
    rid = identity.rid
    connection.execute("SAVEPOINT one_file")
    try:
        with checked(each.opened.payload) as content:
            incoming = Incoming(
                connection, content, each.opened.manifest, left_out=left_out
            )
        revoked = [cell.key for cell in list_cells(work) if cell.trust is Trust.REVOKED]
        incoming.sift(revoked)
        _step_aside(work, identity)
        description.look_before()
        each.judgement = looked_into(each.judgement, work, incoming)
        each.incoming = incoming
        if not incoming.is_known:
            union(connection)
        incoming.advance()
    except BadFile as refused:
        connection.execute("ROLLBACK TO one_file")
        identity.rid = rid
        refusals[each.path] = refused
    finally:
        connection.execute("RELEASE one_file")


def _step_aside(work: Work, identity: Identity) -> None:
    """Take a new name where others know acts under ours that we never made.

    The database was put back without its keys' note of it: what is lost here comes
    back with the file, as the history of another replica.
    """
    connection = work.connection
    me, tno = connection.execute("SELECT self, tno FROM journal_state").fetchone()
    query = "SELECT 1 FROM temp.incoming_act WHERE act > ? AND act <= ? LIMIT 1"
    if connection.execute(query, (me << 32 | tno, me << 32 | COUNT)).fetchone():
        forget_replica(identity.workspace)
        identity.settle(connection)


def _identity_of(work: Work) -> Identity:
    if work.identity is None:
        raise ValueError("receiving needs a writing work")
    return work.identity


def _commit(work: Work, each: _Open) -> list[int]:
    """Write the receipt and commit; return the act that it became."""
    incoming, opened = each.incoming, each.opened
    if incoming is None:
        return []
    sender = opened.manifest.sender
    if each.judgement.sender.trust is not Trust.OURS:
        meet_cell(work, sender.cell_key, sender.name, sender.box_key)
        note_received(
            work, sender.cell_key, each.judgement.number, opened.manifest.seen
        )
    name = name_text(each.judgement.sender.name)
    work.connection.execute(
        "UPDATE journal_replica SET name = ? WHERE cell_key = ?",
        (name, sender.cell_key),
    )
    if incoming.is_known:
        work.commit(RECEIVED)
        return []
    connection = work.connection
    me, tno = connection.execute("SELECT self, tno FROM journal_state").fetchone()
    act = me << 32 | tno + 1
    connection.execute(
        "INSERT INTO journal_receipt SELECT ?, ?, number, ?, ?, ?"
        " FROM journal_replica WHERE rid = ?",
        (
            *(act, opened.digest, each.judgement.number),
            int(opened.manifest.made.timestamp() * 1000),
            *(opened.cover.decode(), sender.rid),
        ),
    )
    connection.execute(
        "INSERT OR REPLACE INTO journal_arrival SELECT ?, min(op), max(op) FROM"
        " (SELECT op, op - row_number() OVER (ORDER BY op) AS run"
        " FROM temp.incoming_op) GROUP BY run",
        (act,),
    )
    detail = {
        "sender": sender.cell_key.hex(),
        "number": each.judgement.number,
        "changes": incoming.changes,
        "file": each.path.name,
    }
    work.commit(RECEIVED, detail=detail)
    if work.sealed is None or work.sealed.act != act:
        raise RuntimeError("the receipt names another act")
    return [act]


def _database_of(work: Work) -> Path:
    return Path(work.connection.execute("PRAGMA database_list").fetchone()[2])
