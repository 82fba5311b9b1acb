"""Whole files: what the program sends, takes in and takes back again."""

from __future__ import annotations

import time
from pathlib import Path

from sportsec.domain.exchange import Scope, ScopeKind, Sealing, SendWish
from sportsec.domain.words import N_, Words
from sportsec.services.history import undo_act
from sportsec.services.peers import meet_cell, note_received, trust_cell
from sportsec.store.engine import connect
from sportsec.store.workspace import DATABASE, Workspace
from sportsec.sync.crypt import box_key
from sportsec.sync.export import send
from sportsec.sync.receive import receive
from tests.benchmarks.exchange_cells import Parted, copy_cell, copy_database


def sent(parted: Parted, folder: Path) -> float:
    """Return the seconds of sending everything: gathered, packed, signed, read back.

    The file is open, so that encryption is not measured.
    """
    workspace = Workspace.open(copy_cell(parted.sender, folder / "sending"))
    with workspace.writing() as work:
        start = time.perf_counter()
        send(work, SendWish(sealing=Sealing.OPEN), folder / "everything.ssx")
        seconds = time.perf_counter() - start
    workspace.close()
    return seconds


def vacuumed(parted: Parted, folder: Path) -> float:
    """Return the seconds of copying the whole database, indexes and all."""
    database = copy_database(parted.sender, folder / "vacuuming") / DATABASE
    target = folder / "copy.db"
    target.unlink(missing_ok=True)
    connection = connect(database)
    start = time.perf_counter()
    connection.execute("VACUUM INTO ?", (str(target),))
    seconds = time.perf_counter() - start
    connection.close()
    return seconds


def file_for_receiver(parted: Parted, folder: Path) -> Path:
    """Write the file that brings the receiver what the sender did since they parted."""
    path = folder / "since.ssx"
    theirs = Workspace.open(parted.receiver)
    key, rid = theirs.identity.cell_key, theirs.identity.rid
    box = box_key(theirs.identity.folder).public
    workspace = Workspace.open(copy_cell(parted.sender, folder / "letter"))
    with theirs.writing() as work:
        trust_cell(work, workspace.identity.cell_key)
        work.commit(N_("Cell trusted"))
    theirs.close()
    with workspace.writing() as work:
        meet_cell(work, key, Words(fr="Fès"), box)
        note_received(work, (key, rid), work.now, parted.common)
        work.commit(N_("Cell met"))
    wish = SendWish(Scope(ScopeKind.SINCE), sealing=Sealing.OPEN, to=(key,))
    with workspace.writing() as work:
        send(work, wish, path)
    workspace.close()
    return path


def taken_in(parted: Parted, file: Path, folder: Path) -> tuple[float, float]:
    """Return the seconds of taking a file in, and of undoing that import.

    Both as the windows do it: with the backup, all checks, and what is told after.
    """
    workspace = Workspace.open(copy_cell(parted.receiver, folder))
    with workspace.writing() as work:
        start = time.perf_counter()
        act = receive(work, [(file, "")]).acts[0]
        taking = time.perf_counter() - start
    with workspace.writing() as work:
        start = time.perf_counter()
        undo_act(work, act)
        work.commit(N_("Undone"), undoes=act)
        undoing = time.perf_counter() - start
    workspace.close()
    return taking, undoing
