"""Two cells, one of which sends what it likes to the other.

Whatever comes is refused with a reason and nothing is changed; or it is taken in, and
then the record is what the operations mean, every proof holds, all pages can be read,
and what this cell sends on is taken in by the next.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlcipher3.dbapi2 as driver
from sqlalchemy import select

from sportsec.domain.errors import BadFile, Invalid
from sportsec.domain.exchange import Sealing, SendWish
from sportsec.domain.history import HistoryFilter
from sportsec.domain.listing import by
from sportsec.domain.words import Words
from sportsec.queries.conflicts import open_conflicts
from sportsec.queries.history import TRAIL
from sportsec.queries.history_changes import changes_of_act
from sportsec.queries.history_record import record_history
from sportsec.queries.inbox import count_inbox, open_twins
from sportsec.queries.peers import list_cells
from sportsec.queries.trash import TRASH, TrashFilter
from sportsec.services.history import undo_act
from sportsec.services.peers import meet_cell, trust_cell
from sportsec.store.base import Record
from sportsec.store.journal.clock import END
from sportsec.store.journal.fingerprint import state_fingerprint
from sportsec.store.journal.identity import forget_replica
from sportsec.store.journal.standing import STANDING
from sportsec.store.journal.verify import verify_chain
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.people import Contact
from sportsec.store.tables.twins import Twin
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.sync.arrivals import merge_alone, opened_files, sealed
from sportsec.sync.container import open_container
from sportsec.sync.course import Course, nobody
from sportsec.sync.crypt import box_key
from sportsec.sync.describing import Description
from sportsec.sync.export import send
from sportsec.sync.receive import receive
from tests.convergence.holding import assert_holds
from tests.founding import new_workspace
from tests.long.forgeries import Prey
from tests.long.letters import Letter

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

Job = Callable[[Work], object]


class Stage:
    """A cell that receives, one that attacks, and one whose changes that one relays."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = START
        self.honest = self._cell("honest")
        self.attacker = self._cell("attacker")
        self.reader = self._cell("reader")
        self.next = self._cell("next")
        self._introduce()
        self._play()
        self.letter = self._letter()
        self.prey = self._prey()
        self.reader.close()
        self._kept = folder / "kept"
        shutil.copytree(folder / "reader", self._kept)
        self.reader = self._open("reader")

    def close(self) -> None:
        for cell in (self.honest, self.attacker, self.reader, self.next):
            cell.close()

    # -- what happens before

    def _cell(self, name: str) -> Workspace:
        return new_workspace(self.folder / name, clock=self._clock)

    def _open(self, name: str) -> Workspace:
        return Workspace.open(self.folder / name, clock=self._clock)

    def _clock(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def _introduce(self) -> None:
        cells = (self.honest, self.attacker, self.reader, self.next)
        for cell in cells:
            with cell.writing() as work:
                for other in cells:
                    if other is not cell:
                        box = box_key(other.identity.folder).public
                        key = other.identity.cell_key
                        meet_cell(work, key, Words(fr="Cellule"), box)
                        trust_cell(work, key)
                work.commit("Cell trusted")

    def _act(self, cell: Workspace, job: Job, title: str = "Record saved") -> None:
        with cell.writing() as work:
            job(work)
            work.session.flush()
            work.commit(title)

    def _give(self, sender: Workspace, *receivers: Workspace) -> Path:
        path = self.folder / "honest.ssx"
        wish = SendWish(sealing=Sealing.OPEN)
        with sender.writing() as work:
            send(work, wish, path)
        for each in receivers:
            with each.writing() as work:
                receive(work, [(path, "")])
        return path

    def _play(self) -> None:
        self._act(self.honest, some_records)
        self._give(self.honest, self.attacker, self.reader)
        for number in range(3):
            self._act(self.attacker, edits(number))
        self._give(self.attacker, self.reader)
        for number in range(4, 7):
            self._act(self.reader, edits(number))
        for number in range(7, 12):
            self._act(self.attacker, edits(number))
        self._act(self.attacker, some_records)
        self._act(self.attacker, a_twin)
        self.attacker.close()
        forget_replica(self.folder / "attacker")
        self.attacker = self._open("attacker")  # now it has two replicas
        for number in range(12, 16):
            self._act(self.attacker, edits(number))

    def _letter(self) -> Letter:
        path = self._give(self.attacker)
        opened = open_container(path, self.folder / "letter")
        identity = self.attacker.identity
        with self.attacker.reading() as work:
            rids = work.connection.execute(
                "SELECT rid FROM journal_replica WHERE cell_key = ?",
                (identity.cell_key,),
            ).fetchall()
        signers = {bytes(rid): identity.sign for (rid,) in rids}
        return Letter.read(opened.payload, opened.manifest, signers, identity.sign)

    def _prey(self) -> Prey:
        with self.reader.reading() as work:
            query = "SELECT DISTINCT tbl, row FROM journal_op WHERE kind = 'I'"
            rows = [
                (table, bytes(row)) for table, row in work.connection.execute(query)
            ]
            query = "SELECT chain FROM journal_act"
            chains = {chain for (chain,) in work.connection.execute(query)}
        identity = self.reader.identity
        acts = self.letter.rows("act")
        known = frozenset(act["act"] for act in acts if act["chain"] in chains)
        return Prey(rows, identity.rid, identity.cell_key, known)

    # -- what is done with a file

    def fate(self, letter: Letter) -> str:
        """Let the reader take a file in, and say what became of it.

        Raises:
            Exception: Anything but a refusal; and whatever is not as it must be.
        """
        path = self.folder / "forged.ssx"
        try:
            letter.write(path)
        except (driver.Error, OverflowError, ValueError, TypeError):
            return "cannot even be written"
        identity = self.reader.identity
        rid = identity.rid
        try:
            with self.reader.writing() as work:
                end = self._looked(work, path)
                work.session.rollback()
        finally:
            identity.rid = rid
        if end == "taken in":
            self._wholly(path)
        return end

    def _looked(self, work: Work, path: Path) -> str:
        before = everything(work.connection)
        course = Course(nobody)
        with opened_files(work, [(path, "")], course) as (found, refusals):
            if not found:
                (refused,) = refusals.values()
                return _reason(refused)
            (each,) = found
            if not each.judgement.can_be_accepted:
                return "judged: not to be accepted"
            merge_alone(work, each, (), Description(work), refusals, course)
            if refusals:
                assert everything(work.connection) == before, "something was changed"
                (refused,) = refusals.values()
                return _reason(refused)
            sealed(work, each)
        self._stands(work)
        return "taken in"

    def _stands(self, work: Work) -> None:
        """See that all is as it must be after a file was taken in."""
        ask = work.connection.execute
        work.session.expire_all()
        assert_holds(work.connection)
        assert not verify_chain(work.connection)
        assert not ask("PRAGMA foreign_key_check").fetchall()
        read_all_pages(work)
        work.add(Club(name=Words(fr="afterwards")))
        work.seal("Record saved")
        (hlc,) = ask(f"SELECT hlc FROM {STANDING}").fetchone()
        assert 0 <= hlc < END - (1 << 40), "no clock is left for our own acts"

    def _wholly(self, path: Path) -> None:
        """Take a file in for good, send all on, undo it; then forget that."""
        try:
            with self.reader.writing() as work:
                acts = receive(work, [(path, "")]).acts
            onward = self._give(self.reader)
            with self.next.writing() as work:
                course = Course(nobody)
                with opened_files(work, [(onward, "")], course) as (found, refusals):
                    (each,) = found
                    merge_alone(work, each, (), Description(work), refusals, course)
                assert not refusals, f"what was sent on is refused: {refusals}"
                assert_holds(work.connection)
                there = state_fingerprint(work.connection)
                work.session.rollback()
            with self.reader.reading() as work:
                assert state_fingerprint(work.connection) == there
            for act in reversed(acts):
                with self.reader.writing() as work:
                    try:
                        undo_act(work, act)
                    except Invalid:
                        continue
                    work.commit("Undo", undoes=act)
                with self.reader.reading() as work:
                    assert_holds(work.connection)
        finally:
            self.forget()

    def forget(self) -> None:
        """Let the reader be as it was before it took anything in."""
        self.reader.close()
        shutil.rmtree(self.folder / "reader")
        shutil.copytree(self._kept, self.folder / "reader")
        self.reader = self._open("reader")


def some_records(work: Work) -> None:
    """Make a few records that refer to each other, one of them a person."""
    venue = work.add(Venue(name=Words(fr="Stade"), latitude=33.5))
    work.session.flush()
    clubs = [
        work.add(Club(name=Words(fr=name), code=name[:2], home_venue_id=venue.id))
        for name in ("Atlas", "Rif", "Souss")
    ]
    work.session.flush()
    person = work.add(
        Contact(name_latin="N. N.", phone="0600000000", club_id=clubs[0].id)
    )
    work.session.flush()
    fixture = Fixture(home_club_id=clubs[0].id, away_club_id=clubs[1].id)
    fixture.kick_off_date = date(2026, 12, 5)
    fixture.commander_id = person.id
    work.add(fixture)


def edits(number: int) -> Job:
    """Return an act that changes what every cell has, and deletes now and then."""

    def job(work: Work) -> None:
        clubs = work.session.scalars(select(Club).order_by(Club.id)).all()
        live = [club for club in clubs if club.deleted_at is None]
        club = live[number % len(live)]
        club.code, club.notes = f"c{number}", f"notes {number}"
        for person in work.session.scalars(select(Contact)):
            person.phone = f"06{number:08}"
        for match in work.session.scalars(select(Fixture)):
            match.kick_off_date = date(2026, 12, 1 + number)
        if number % 5 == 1 and len(live) > 2:
            work.delete(live[-1])
        if number % 5 == 3:
            for each in clubs:
                each.deleted_at = None

    return job


def a_twin(work: Work) -> None:
    clubs = sorted(work.session.scalars(select(Club.id)))
    work.add(Twin(tbl="club", first_id=clubs[0], second_id=clubs[-1]))


def read_all_pages(work: Work) -> None:
    """Read whatever the officer may look at."""
    for mapper in Record.registry.mappers:
        list(work.session.scalars(select(mapper.class_)))
    open_conflicts(work)
    open_twins(work)
    count_inbox(work)
    list_cells(work)
    acts = TRAIL.ids(work, HistoryFilter(), by("-time"), 60)
    TRAIL.rows(work, acts)
    for act in acts[:12]:
        changes_of_act(work, act)
    query = "SELECT DISTINCT tbl, row FROM journal_op ORDER BY op DESC LIMIT 8"
    for table, row in work.connection.execute(query).fetchall():
        if table in Record.metadata.tables:
            record_history(work, table, UUID(bytes=bytes(row)))
    TRASH.rows(work, TRASH.ids(work, TrashFilter(), by("-time"), 60))


def everything(connection: Any) -> bytes:
    """Return a hash of all that the database holds."""
    digest = hashlib.sha256()
    query = (
        "SELECT name FROM main.sqlite_schema WHERE type = 'table'"
        " AND name NOT LIKE 'name\\_search%' ESCAPE '\\' ORDER BY name"
    )
    for (table,) in connection.execute(query).fetchall():
        for row in connection.execute(f"SELECT * FROM main.{table}"):
            digest.update(repr(row).encode())
    return digest.digest()


@contextmanager
def stage(folder: Path) -> Iterator[Stage]:
    made = Stage(folder)
    try:
        yield made
    finally:
        made.close()


def _reason(refused: Exception) -> str:
    if not isinstance(refused, BadFile):
        raise refused
    return str(refused.reason)
