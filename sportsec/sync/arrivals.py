"""Files that came: opened, merged one by one, and each sealed as an act of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sportsec.domain.errors import BadFile, SportsecError
from sportsec.domain.exchange import Trust
from sportsec.domain.exchange_judging import in_company
from sportsec.domain.exchange_received import Judgement
from sportsec.domain.exchange_steps import ExchangeStep
from sportsec.domain.words import N_
from sportsec.queries.peers import list_cells, name_text
from sportsec.services.peers import meet_cell, note_received
from sportsec.store.journal.canon import COUNT
from sportsec.store.journal.identity import Identity, forget_replica
from sportsec.store.journal.merge import union
from sportsec.store.journal.standing import own_position
from sportsec.store.scratch import scratch
from sportsec.store.work import Work
from sportsec.sync.container import Opened, open_container
from sportsec.sync.course import Course
from sportsec.sync.crypt import box_key
from sportsec.sync.describing import Description
from sportsec.sync.incoming import Incoming
from sportsec.sync.judge import judge, looked_into
from sportsec.sync.untrusted import checked

_LEAST = "SELECT min(0, coalesce(min(act), 0)) FROM journal_receipt"

#: A file and the passphrase that opens it; empty for none.
Given = tuple[Path, str]
#: Why files are not taken in.
Refusals = dict[Path, SportsecError]
RECEIVED = N_("File received")
#: Part of a file's way at which it is read and checked.
_CHECKED = 0.45


@dataclass(slots=True)
class Arrival:
    """A file that was opened."""

    path: Path
    opened: Opened
    judgement: Judgement
    incoming: Incoming | None = field(default=None)


@contextmanager
def opened_files(
    work: Work, files: Sequence[Given], course: Course
) -> Iterator[tuple[list[Arrival], Refusals]]:
    """Open what can be opened, in the order in which gaps close; note refusals."""
    identity = identity_of(work)
    found: list[Arrival] = []
    refusals: Refusals = {}
    with scratch(identity.workspace) as folder:
        for place, (path, passphrase) in enumerate(files):
            start, end = place / len(files), (place + 1) / len(files)
            try:
                opened = open_container(
                    path,
                    folder / str(place),
                    box=box_key(identity.folder),
                    passphrase=passphrase or None,
                    me=identity.cell_key,
                    progress=course.step(ExchangeStep.OPENING, start, end),
                )
            except BadFile as refused:
                refusals[path] = refused
                continue
            found.append(Arrival(path, opened, judge(work, path, opened)))
        found.sort(
            key=lambda each: (
                each.judgement.sender.key,
                each.judgement.number,
                each.judgement.made,
            )
        )
        _see_together(found, identity.cell_key)
        yield found, refusals


def _see_together(found: Sequence[Arrival], me: bytes) -> None:
    """Miss no file that lies among those given."""
    for each in found:
        sender, is_for_us = each.judgement.sender.key, me in each.opened.manifest.number
        numbers = {
            other.judgement.number
            for other in found
            if other.judgement.sender.key == sender
            and (me in other.opened.manifest.number) == is_for_us
        }
        each.judgement = in_company(each.judgement, numbers)


def merge_alone(
    work: Work,
    each: Arrival,
    left_out: Collection[str],
    description: Description | None,
    refusals: Refusals,
    course: Course,
) -> None:
    """Merge one file; what is wrong with it leaves nothing of it behind.

    Args:
        description: Looks on; without one the file is not merged, and only its
            judgement says what is new in it.
    """
    connection, identity = work.connection, identity_of(work)
    rid = identity.rid
    reading = course.step(ExchangeStep.CHECKING, 0, _CHECKED)
    connection.execute("SAVEPOINT one_file")
    try:
        with checked(each.opened.payload, progress=lambda: reading(0)) as content:
            incoming = Incoming(
                connection,
                content,
                each.opened.manifest,
                left_out=left_out,
                tell=reading,
            )
        revoked = [cell.key for cell in list_cells(work) if cell.trust is Trust.REVOKED]
        if description is None:
            incoming.sift(revoked)
            each.judgement = looked_into(each.judgement, work, incoming)
            connection.execute("ROLLBACK TO one_file")
            connection.execute("RELEASE one_file")
            return
        description.look_before_filling()
        incoming.sift(revoked)
        _step_aside(work, identity)
        description.look_before()
        each.judgement = looked_into(each.judgement, work, incoming)
        each.incoming = incoming
        if not incoming.is_known:
            union(connection, course.step(ExchangeStep.MERGING, _CHECKED, 1))
        incoming.advance()
    except BadFile as refused:
        connection.execute("ROLLBACK TO one_file")
        identity.rid = rid
        refusals[each.path] = refused
    connection.execute("RELEASE one_file")


def _step_aside(work: Work, identity: Identity) -> None:
    """Take a new name where others know acts under ours that we never made.

    The database was put back without its keys' note of it: what is lost here comes
    back with the file, as the history of another replica.
    """
    connection = work.connection
    me, tno = own_position(connection)
    query = "SELECT 1 FROM temp.incoming_act WHERE act > ? AND act <= ? LIMIT 1"
    if connection.execute(query, (me << 32 | tno, me << 32 | COUNT)).fetchone():
        forget_replica(identity.workspace)
        identity.settle(connection)


def identity_of(work: Work) -> Identity:
    """Return who signs what a work does."""
    if work.identity is None:
        raise ValueError("receiving needs a writing work")
    return work.identity


def sealed(work: Work, each: Arrival) -> list[int]:
    """Write the receipt; return the act that the file became."""
    incoming, opened = each.incoming, each.opened
    if incoming is None:
        return []
    sender = opened.manifest.sender
    if each.judgement.sender.trust is not Trust.OURS:
        meet_cell(work, sender.cell_key, sender.name, sender.box_key)
        made = opened.manifest.made
        note_received(work, (sender.cell_key, sender.rid), made, opened.manifest.seen)
    name = name_text(each.judgement.sender.name)
    work.connection.execute(
        "UPDATE journal_replica SET name = ? WHERE cell_key = ?",
        (name, sender.cell_key),
    )
    connection = work.connection
    if incoming.is_known:
        if each.judgement.sender.trust is not Trust.OURS and not incoming.has_dropped:
            (least,) = connection.execute(_LEAST).fetchone()
            _write_receipt(work, each, least - 1)
        return []
    me, tno = own_position(connection)
    act = me << 32 | tno + 1
    _write_receipt(work, each, act)
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
    work.seal(RECEIVED, detail=detail)
    if work.sealed is None or work.sealed.act != act:
        raise RuntimeError("the receipt names another act")
    return [act]


def _write_receipt(work: Work, each: Arrival, act: int) -> None:
    """Keep that a file was taken in.

    Args:
        act: What it became; below zero for one that brought nothing and is no act.
    """
    opened = each.opened
    made = int(opened.manifest.made.timestamp() * 1000)
    work.connection.execute(
        "INSERT INTO journal_receipt SELECT ?, ?, number, ?, ?, ?"
        " FROM journal_replica WHERE rid = ?",
        (
            *(act, opened.digest, each.judgement.number, made),
            *(opened.cover.decode(), opened.manifest.sender.rid),
        ),
    )
