"""What the law has erased is nowhere: in no file, log, copy or other cell."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import zstandard

from sportsec.domain.backups import BackupReason
from sportsec.domain.errors import Invalid, NotFound
from sportsec.domain.history import PURGED, ChangeKind, Gap
from sportsec.domain.identity import new_id
from sportsec.domain.kept_drafts import UNSAVED
from sportsec.domain.people import ContactDraft
from sportsec.domain.purges import PurgeDraft
from sportsec.domain.words import Words
from sportsec.queries.checks import CheckKind, check_workspace
from sportsec.queries.conflicts import open_conflicts
from sportsec.queries.history_record import record_history
from sportsec.queries.history_undo import undo_stack
from sportsec.queries.people import contact_draft
from sportsec.queries.purges import list_purges, purge_of, purge_preview
from sportsec.services.history import undo_act
from sportsec.services.people import add_contact, revise_contact
from sportsec.services.purges import purge_record
from sportsec.services.twins import decide_same
from sportsec.store import traces
from sportsec.store.backup import BACKUPS, DATABASE, back_up
from sportsec.store.engine import connect
from sportsec.store.journal.verify import verify_chain
from sportsec.store.restore import restore
from sportsec.store.work import Work
from tests.data.sync.conftest import Cell

WHY = PurgeDraft("Loi 09-08", "12/2026")
#: Pieces of the names are as telling as the whole.
SECRETS = ("Zoulikha", "زليخة", "+212661998877", "zoulikha.q@", "impasse des Lauriers")
PIECES = ("oulikh", "ulikha", "زليخ", "61998877", "Laurie")
DRAFT = ContactDraft(
    name_ar="زليخة القرطبي",
    name_latin="Zoulikha Qortobi",
    phone="+212661998877",
    email="zoulikha.q@example.org",
    notes="impasse des Lauriers",
)


def person(cell: Cell, **values: Any) -> UUID:
    draft = ContactDraft(**values) if values else DRAFT
    return UUID(str(cell.act(lambda work: add_contact(work, draft), "Contact added")))


def revise(cell: Cell, contact: UUID, **values: Any) -> None:
    def job(work: Work) -> None:
        seen = contact_draft(work, contact)
        given = {**_fields(seen), **values}
        revise_contact(work, contact, ContactDraft(**given), seen=seen)

    cell.act(job, "Contact saved")


def _fields(draft: ContactDraft) -> dict[str, Any]:
    return {name: getattr(draft, name) for name in draft.__dataclass_fields__}


def purge(cell: Cell, contact: UUID, draft: PurgeDraft = WHY) -> None:
    cell.act(lambda work: purge_record(work, "contact", contact, draft), PURGED)


def found_in(*files: Path) -> list[str]:
    texts = [*SECRETS, *PIECES]
    return [
        f"{text} in {file.name}"
        for file in files
        if file.exists()
        for text in texts
        if text.encode() in file.read_bytes()
    ]


def unpacked(file: Path) -> Path:
    """Return the database inside a file that is not sealed."""
    data = file.read_bytes()
    packed = data[data.index(zstandard.FRAME_HEADER) :]
    inside = file.with_suffix(".db")
    inside.write_bytes(zstandard.ZstdDecompressor().decompressobj().decompress(packed))
    return inside


def files_of(cell: Cell) -> list[Path]:
    return [cell.folder / f"{DATABASE}{end}" for end in ("", "-wal", "-journal")]


def index_of_names(cell: Cell) -> bytes:
    """The blocks of the index, which hold names in pieces of three letters."""
    with cell.workspace.reading() as work:
        rows = work.connection.execute("SELECT block FROM name_search_data")
        return b" ".join(bytes(block) for (block,) in rows)


def assert_clean(cell: Cell) -> None:
    """Nothing is in the file, nothing in its log, and the chain still verifies."""
    assert not found_in(*files_of(cell))
    with cell.workspace.reading() as work:
        assert verify_chain(work.connection) == []
        assert not traces.are_left(work.connection)


@pytest.fixture
def cell(make_cell: Callable[[str], Cell]) -> Cell:
    return make_cell("Casablanca")


def test_no_byte_of_it_stays_in_the_file(cell: Cell, tmp_path: Path) -> None:
    for number in range(40):  # so that pages split, and the index of names grows
        person(cell, name_latin=f"Personne {number}", phone=f"+2125{number:08}")
    contact = person(cell)
    revise(cell, contact, phone="+212661998878")
    revise(cell, contact, name_latin="Zoulikha Bint Qortobi")
    for number in range(40):
        person(cell, name_latin=f"Autre {number}")
    assert found_in(*files_of(cell))
    assert b"zou" in index_of_names(cell)
    assert found_in(unpacked(cell.send(tmp_path / "before.ssx")))
    purge(cell, contact)
    assert_clean(cell)
    assert b"zou" not in index_of_names(cell)
    assert not found_in(unpacked(cell.send(tmp_path / "after.ssx")))
    database, backups = cell.folder / DATABASE, cell.folder / BACKUPS
    copy = back_up(database, backups, BackupReason.BY_HAND)
    assert not found_in(backups / copy.name)
    cell.reopen()
    assert_clean(cell)


def test_what_pages_leave_behind_when_they_split_goes_too(cell: Cell) -> None:
    sizes = random.Random(3)
    contacts: list[UUID] = []

    def meet(work: Work) -> None:
        for number in range(400):
            notes = f"impasse {number:04}" + "a" * sizes.randrange(3000)
            name = f"Zoulikha {number:04}"
            contacts.append(add_contact(work, ContactDraft(name, name, notes=notes)))

    def note(work: Work) -> None:
        for contact in sizes.sample(contacts, 60):
            values = ("impasse" + "b" * sizes.randrange(5000), contact.bytes)
            work.connection.execute("UPDATE contact SET notes = ? WHERE id = ?", values)

    def erase(work: Work) -> None:
        for contact in contacts:
            purge_record(work, "contact", contact, WHY)

    cell.act(meet)
    for _ in range(15):
        cell.act(note)
    cell.act(erase, PURGED)
    held = b"".join(file.read_bytes() for file in files_of(cell) if file.exists())
    assert not re.findall(b"Zoulikha|impasse", held)


def test_what_was_typed_and_not_saved_goes_too(cell: Cell) -> None:
    contact = person(cell, name_latin="Autre")
    typed = cell.folder / UNSAVED / "contact.json"
    typed.parent.mkdir(exist_ok=True)
    typed.write_text("Zoulikha")
    purge(cell, contact)
    assert not typed.exists()


def test_the_leader_of_a_detachment_too(cell: Cell) -> None:
    detachment = new_id()
    sql = "INSERT INTO detachment (id, leader_name, leader_phone) VALUES (?, ?, ?)"
    given = (detachment.bytes, "Zoulikha Qortobi", "+212661998877")
    cell.act(lambda work: work.connection.execute(sql, given))
    cell.act(lambda work: purge_record(work, "detachment", detachment, WHY), PURGED)
    assert_clean(cell)


def test_a_record_in_the_trash_can_be_purged(cell: Cell) -> None:
    contact = person(cell)
    sql = "UPDATE contact SET deleted_at = '2026-11-23T10:00:00.000000Z' WHERE id = ?"
    cell.act(lambda work: work.connection.execute(sql, (contact.bytes,)))
    purge(cell, contact)
    assert_clean(cell)


def test_the_history_says_that_it_was_erased_and_why(cell: Cell) -> None:
    contact = person(cell)
    revise(cell, contact, phone="+212661998878")
    purge(cell, contact)
    with cell.workspace.reading() as work:
        history = record_history(work, "contact", contact)
        values = {
            change.new
            for episode in history.episodes
            for change in episode.changes
            if change.field in {"phone", "name_latin"}
        }
        assert values == {Gap.ERASED}
        changes = [change for each in history.episodes for change in each.changes]
        (why,) = (each.new for each in changes if each.kind is ChangeKind.ERASED)
        assert why == WHY
        found = purge_of(work, "contact", contact)
        assert found is not None
        assert (found.basis, found.decision) == ("Loi 09-08", "12/2026")
        assert found.is_wiped


def test_it_is_never_undone(cell: Cell) -> None:
    cell.club("Atlas")
    contact = person(cell)
    purge(cell, contact)
    with cell.workspace.writing() as work:
        (act,) = work.connection.execute(
            "SELECT act FROM journal_act WHERE title = ?", (PURGED,)
        ).fetchone()
        with pytest.raises(Invalid, match="Erased values cannot be brought back"):
            undo_act(work, act)
        step = undo_stack(work).undo
        assert step is not None  # Ctrl+Z passes it by
        assert step.title == "Contact added"


def test_without_a_reason_on_paper_nothing_is_erased(cell: Cell) -> None:
    contact, club = person(cell), cell.club("Atlas")
    for draft in (PurgeDraft("", "12/2026"), PurgeDraft("Loi 09-08", " ")):
        with pytest.raises(Invalid):
            purge(cell, contact, draft)
    with pytest.raises(Invalid), cell.workspace.writing() as work:
        purge_record(work, "club", club, WHY)
    with pytest.raises(NotFound):
        purge(cell, UUID(int=5))
    purge(cell, contact)
    with pytest.raises(Invalid):
        purge(cell, contact)


def test_what_is_written_later_is_refused(cell: Cell) -> None:
    contact = person(cell)
    purge(cell, contact)
    with pytest.raises(Invalid) as refused:
        revise(cell, contact, phone="+212661998899")
    assert [each.field for each in refused.value.problems] == ["phone"]
    revise(cell, contact, mandate="Lettre 4")  # what is not personal can be
    with cell.workspace.reading() as work:
        assert contact_draft(work, contact).mandate == "Lettre 4"


def test_past_the_program_too_nothing_stays(cell: Cell) -> None:
    contact = person(cell)
    purge(cell, contact)
    sql = "UPDATE contact SET name_latin = 'Zoulikha' WHERE id = ?"
    cell.act(lambda work: work.connection.execute(sql, (contact.bytes,)))
    assert_clean(cell)
    with cell.workspace.reading() as work:
        assert contact_draft(work, contact).name_latin == ""


def test_the_preview_says_what_goes_and_what_stays(cell: Cell) -> None:
    contact = person(cell)
    revise(cell, contact, phone="+212661998878")
    other = person(cell, name_latin="Zoulikha Qortobi")
    back_up(cell.folder / DATABASE, cell.folder / BACKUPS, BackupReason.BY_HAND)
    with cell.workspace.reading() as work:
        seen = purge_preview(work, cell.folder, "contact", contact)
        with pytest.raises(NotFound):
            purge_preview(work, cell.folder, "club", contact)
    fields = {each.column: (bool(each.shown), each.values) for each in seen.fields}
    assert fields == {
        "name_ar": (True, 1),
        "name_latin": (True, 1),
        "phone": (True, 2),
        "other_phone": (False, 0),
        "email": (True, 1),
        "notes": (True, 1),
    }
    assert [each.id for each in seen.elsewhere] == [other]
    assert len(seen.backups) == 1
    assert seen.done is None


def test_records_that_are_one_are_purged_together(cell: Cell) -> None:
    elder = person(cell, name_latin="Zoulikha")
    younger = person(cell, name_ar="زليخة", phone="+212661998877")
    cell.act(lambda work: decide_same(work, "contact", elder, younger))
    purge(cell, elder)
    assert_clean(cell)
    with cell.workspace.reading() as work:
        history = record_history(work, "contact", younger)
        made = [change for each in history.episodes for change in each.changes]
        assert {each.new for each in made if each.field == "phone"} == {Gap.ERASED}


def test_a_twin_found_later_is_purged_too(cell: Cell) -> None:
    elder = person(cell, name_latin="Autre")
    younger = person(cell)
    purge(cell, elder)
    cell.act(lambda work: decide_same(work, "contact", elder, younger))
    assert_clean(cell)


# ---- between cells


def test_the_other_cells_erase_it_and_say_so(
    pair: tuple[Cell, Cell], tmp_path: Path
) -> None:
    one, other = pair
    contact = person(one)
    old = one.send(tmp_path / "old.ssx")
    other.receive(old)
    purge(one, contact)
    with one.workspace.reading() as work:
        (report,) = list_purges(work)
        assert (report.confirmed, report.waiting) == ((), (Words(fr="Fès"),))
    other.receive(one.send(tmp_path / "new.ssx"))
    assert_clean(other)
    other.receive(old)
    assert_clean(other)
    one.receive(other.send(tmp_path / "answer.ssx"))
    with one.workspace.reading() as work:
        (report,) = list_purges(work)
        assert (report.confirmed, report.waiting) == ((Words(fr="Fès"),), ())
    with other.workspace.reading() as work:
        (received,) = list_purges(work)
        assert received.cell == Words(fr="Casablanca")
        assert received.decision == "12/2026"


def test_a_file_is_undone_but_for_what_it_has_erased(
    pair: tuple[Cell, Cell], tmp_path: Path
) -> None:
    one, other = pair
    contact = person(one)
    other.receive(one.send(tmp_path / "a.ssx"))
    revise(one, contact, mandate="Lettre 4")
    purge(one, contact)
    club = one.club("Atlas")
    (act,) = other.receive(one.send(tmp_path / "b.ssx")).acts
    assert other.read(club, "deleted_at") is None
    with other.workspace.writing() as work:
        undo_act(work, act)
        work.commit("Undone", undoes=act)
    assert other.read(club, "deleted_at") is not None
    with other.workspace.reading() as work:
        seen = contact_draft(work, contact)
    assert (seen.mandate, seen.name_latin, seen.phone) == ("", "", "")
    assert_clean(other)


def test_an_old_file_that_comes_later_brings_nothing_in(
    make_cell: Callable[[str], Cell], tmp_path: Path
) -> None:
    one, other, late = (make_cell(name) for name in ("Casablanca", "Fès", "Rabat"))
    for each in (one, other, late):
        for cell in (one, other, late):
            if cell is not each:
                each.trusts(cell)
    contact = person(one)
    other.receive(one.send(tmp_path / "a.ssx"))
    revise(other, contact, phone="+212661998876")  # nobody else knows of it
    aside = other.send(tmp_path / "b.ssx")
    purge(one, contact)
    late.receive(one.send(tmp_path / "c.ssx"))
    assert_clean(late)
    seen = late.look(aside)
    assert seen.preview is not None
    assert not found_in(*files_of(late))
    late.receive(aside)
    assert_clean(late)
    one.receive(aside)
    assert_clean(one)


def test_erased_values_are_no_conflict(pair: tuple[Cell, Cell], tmp_path: Path) -> None:
    one, other = pair
    contact = person(one)
    other.receive(one.send(tmp_path / "a.ssx"))
    revise(one, contact, phone="+212661998801")
    revise(other, contact, phone="+212661998802")
    one.receive(other.send(tmp_path / "b.ssx"))
    with one.workspace.reading() as work:
        assert open_conflicts(work)
    purge(one, contact)
    with one.workspace.reading() as work:
        assert not open_conflicts(work)


def test_what_was_withheld_is_not_filled_in_again(
    pair: tuple[Cell, Cell], tmp_path: Path
) -> None:
    one, other = pair
    contact, twin = person(one), person(one)
    other.receive(one.send(tmp_path / "a.ssx", with_personal=False))
    whole = one.send(tmp_path / "b.ssx")
    other.act(lambda work: decide_same(work, "contact", contact, twin))
    purge(other, contact)
    other.receive(whole)
    assert_clean(other)


def test_an_old_state_brought_back_is_purged_again(cell: Cell) -> None:
    contact = person(cell)
    database, backups = cell.folder / DATABASE, cell.folder / BACKUPS
    backup = back_up(database, backups, BackupReason.BY_HAND)
    assert found_in(backups / backup.name)
    purge(cell, contact)
    with cell.workspace.reading() as work:
        seen = purge_preview(work, cell.folder, "contact", contact)
    assert seen.done is not None
    assert backup in seen.done.backups
    cell.workspace.close()
    restore(cell.folder, backup.name)
    cell.open()
    assert_clean(cell)
    with cell.workspace.reading() as work:
        assert purge_of(work, "contact", contact) is not None


def test_the_check_names_what_should_be_gone(cell: Cell) -> None:
    contact = person(cell)
    purge(cell, contact)

    def found() -> tuple[str, ...]:
        with cell.workspace.writing() as work:
            checks = {each.kind: each.found for each in check_workspace(work)}
        return checks[CheckKind.PURGES]

    assert found() == ()
    with closing(connect(cell.folder / DATABASE)) as connection:
        connection.execute(
            "UPDATE journal_op SET digest = NULL, val = 'Zoulikha', salt = zeroblob(16)"
            " WHERE row = ? AND col = 'name_latin'",
            (contact.bytes,),
        )
    assert found() == (f"contact {contact.hex} name_latin",)


def test_what_a_power_cut_left_is_wiped_at_the_next_start(cell: Cell) -> None:
    cell.workspace.close()
    with closing(connect(cell.folder / DATABASE)) as connection:
        traces.leave(connection)
    cell.open()
    with cell.workspace.reading() as work:
        assert not traces.are_left(work.connection)


def test_who_still_reads_keeps_the_traces_for_later(cell: Cell) -> None:
    database = cell.folder / DATABASE
    with (
        closing(connect(database)) as writer,
        closing(connect(database, writable=False)) as reader,
    ):
        traces.leave(writer)
        writer.execute("PRAGMA busy_timeout = 0")
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM contact").fetchone()
        assert not traces.wipe(writer)
        assert traces.are_left(writer)
        reader.execute("COMMIT")
        assert traces.wipe(writer)
        assert not traces.are_left(writer)
