"""A backup takes the place of the database as a whole, and says before what is lost."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from sportsec.domain.backups import (
    BackupFault,
    BackupReason,
    CountChange,
    Turn,
    backup_named,
)
from sportsec.domain.errors import (
    BadFile,
    StoreReason,
    StoreUnavailable,
    WorkspaceBusy,
)
from sportsec.domain.history import BROUGHT
from sportsec.domain.words import Words
from sportsec.queries.backups import names_of_lost
from sportsec.store.backup import BACKUPS, DATABASE, back_up, list_backups
from sportsec.store.brought import note_brought
from sportsec.store.copying import copy_database
from sportsec.store.engine import connect
from sportsec.store.journal.purge import purge
from sportsec.store.journal.standing import STANDING
from sportsec.store.repeat import forget_purges, purges_to_repeat
from sportsec.store.restore import is_sound, restore
from sportsec.store.restore_preview import preview_restore
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.people import Contact
from sportsec.store.workspace import Workspace
from tests.builders import a_club
from tests.data.store.damage import break_page, count

OLD = Path(__file__).parents[2] / "databases" / "0001_first.db"
OLD_NAME = "20250101T000000Z-daily.db"


def add_club(folder: Path, name: str) -> None:
    workspace = Workspace.open(folder)
    with workspace.writing() as work:
        a_club(work, name)
        work.commit("Club saved")
    workspace.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed workspace with one club."""
    Workspace.open(tmp_path / "cell", create=True).close()
    add_club(tmp_path / "cell", "First")
    return tmp_path / "cell"


@pytest.fixture
def backup(folder: Path) -> str:
    """The name of a backup, since which a second club came."""
    made = back_up(folder / DATABASE, folder / BACKUPS, BackupReason.BY_HAND)
    add_club(folder, "Second")
    return made.name


def test_the_state_of_the_backup_comes_back(folder: Path, backup: str) -> None:
    restore(folder, backup)
    Workspace.open(folder).close()
    assert count(folder / DATABASE, "club") == 1


def test_the_history_says_that_a_state_was_brought_back(
    folder: Path, backup: str
) -> None:
    restore(folder, backup)
    workspace = Workspace.open(folder)
    workspace.close()
    with closing(connect(folder / DATABASE)) as connection:
        acts = connection.execute("SELECT title, detail FROM journal_act").fetchall()
    said = [json.loads(detail) for title, detail in acts if title == BROUGHT]
    made = backup_named(backup)
    assert made is not None
    assert said == [{"when": made.made_at.isoformat()}]
    Workspace.open(folder).close()  # it is said once
    with closing(connect(folder / DATABASE)) as connection:
        query = "SELECT count(*) FROM journal_act WHERE title = ?"
        assert connection.execute(query, (BROUGHT,)).fetchone() == (1,)


def test_nothing_is_said_of_a_database_that_stayed(folder: Path, backup: str) -> None:
    made = backup_named(backup)
    assert made is not None
    note_brought(folder, folder / BACKUPS / backup, made.made_at)  # then the power goes
    Workspace.open(folder).close()
    with closing(connect(folder / DATABASE)) as connection:
        query = "SELECT count(*) FROM journal_act WHERE title = ?"
        assert connection.execute(query, (BROUGHT,)).fetchone() == (0,)


def test_what_was_there_before_can_be_brought_back(folder: Path, backup: str) -> None:
    restore(folder, backup)
    (kept,) = (
        each
        for each in list_backups(folder / BACKUPS)
        if each.reason is BackupReason.BEFORE_RESTORE
    )
    restore(folder, kept.name)
    Workspace.open(folder).close()
    assert count(folder / DATABASE, "club") == 2


def test_the_preview_names_the_acts_and_records_that_would_be_lost(
    folder: Path, backup: str
) -> None:
    preview = preview_restore(folder, backup)
    assert preview.is_known
    assert [act.title for act in preview.acts if act.title == "Club saved"] == [
        "Club saved"
    ]
    assert preview.counts == (CountChange("club", lost=1, back=0, changed=0),)


def test_the_preview_tells_deleted_and_changed_records_apart(
    folder: Path, backup: str
) -> None:
    add_club(folder, "Third")
    made = back_up(folder / DATABASE, folder / BACKUPS, BackupReason.BY_HAND)
    workspace = Workspace.open(folder)
    with workspace.writing() as work:
        one, two, _three = work.session.query(Club).order_by(Club.id)
        work.delete(one)
        two.city = Words(fr="Fès")
        work.commit("Clubs changed")
    preview = preview_restore(folder, made.name)  # the workspace may be open
    workspace.close()
    assert preview.counts == (CountChange("club", lost=0, back=1, changed=1),)
    assert preview.records == 2
    (change,) = preview.counts
    assert [turn for _, turn in change.records] == [Turn.BACK, Turn.CHANGED]
    with closing(Workspace.open(folder)) as opened, opened.reading() as work:
        names = names_of_lost(work, preview)
    assert names.keys() == {record for record, _ in change.records}
    assert all(names.values())


def test_a_backup_of_the_present_state_would_lose_nothing(folder: Path) -> None:
    made = back_up(folder / DATABASE, folder / BACKUPS, BackupReason.BY_HAND)
    preview = preview_restore(folder, made.name)
    assert (preview.acts, preview.counts, preview.is_known) == ((), (), True)


def test_an_older_backup_is_compared_and_restored_as_one_of_this_version(
    folder: Path, tmp_path: Path
) -> None:
    (folder / BACKUPS).mkdir()
    old = folder / BACKUPS / OLD_NAME
    copy_database(Path(shutil.copy(OLD, tmp_path / "first.db")), old)
    before = old.read_bytes()
    assert preview_restore(folder, OLD_NAME).is_known
    assert [each.name for each in old.parent.iterdir()] == [OLD_NAME]
    restore(folder, OLD_NAME)
    assert old.read_bytes() == before
    assert count(folder / DATABASE, "club") == count(old, "club")
    Workspace.open(folder).close()


def test_a_damaged_backup_is_refused_and_changes_nothing(
    folder: Path, backup: str
) -> None:
    break_page(folder / BACKUPS / backup, "club")
    before = (folder / DATABASE).read_bytes()
    assert not is_sound(folder, backup)
    for bring in (restore, preview_restore):
        with pytest.raises(BadFile) as caught:
            bring(folder, backup)
        assert caught.value.reason is BackupFault.DAMAGED
    assert (folder / DATABASE).read_bytes() == before


@pytest.mark.parametrize(
    "name", ["20250101T000000Z-daily.db", "../sportsec.db", "nothing"]
)
def test_only_backups_of_the_folder_are_taken(folder: Path, name: str) -> None:
    with pytest.raises(BadFile) as caught:
        restore(folder, name)
    assert caught.value.reason is BackupFault.ABSENT


def test_an_open_workspace_is_not_replaced(folder: Path, backup: str) -> None:
    workspace = Workspace.open(folder)
    with pytest.raises(WorkspaceBusy):
        restore(folder, backup)
    workspace.close()


def test_a_database_that_cannot_be_read_is_replaced_and_kept(
    folder: Path, backup: str
) -> None:
    break_page(folder / DATABASE, "club")
    broken = (folder / DATABASE).read_bytes()
    restore(folder, backup)
    assert count(folder / DATABASE, "club") == 1
    (kept,) = (folder / BACKUPS).glob("*-unreadable.db")
    assert kept.read_bytes() == broken
    Workspace.open(folder).close()


def test_a_database_that_is_gone_comes_back(folder: Path, backup: str) -> None:
    (folder / DATABASE).unlink()
    assert not preview_restore(folder, backup).is_known
    restore(folder, backup)
    Workspace.open(folder).close()


def test_a_log_of_the_old_database_is_not_played_into_the_new_one(
    folder: Path, backup: str
) -> None:
    (folder / DATABASE).write_bytes(b"not a database" * 1000)
    (folder / f"{DATABASE}-wal").write_bytes(b"log" * 1000)
    restore(folder, backup)
    assert not (folder / f"{DATABASE}-wal").exists()
    Workspace.open(folder).close()
    assert count(folder / DATABASE, "club") == 1


def test_a_purge_that_the_backup_does_not_know_is_noted(
    folder: Path, backup: str
) -> None:
    with closing(connect(folder / DATABASE)) as connection:
        connection.execute(
            "INSERT INTO journal_op (op, act, kind, tbl, row, col, val)"
            " SELECT self << 32 | 9999, self << 32 | tno, 'P', 'contact', x'0a', '',"
            f" '{{}}' FROM {STANDING}"
        )
    restore(folder, backup)
    noted = purges_to_repeat(folder)
    assert [(each.table, each.row, each.why) for each in noted] == [
        ("contact", "0a", json.dumps({}))
    ]
    forget_purges(folder)
    assert purges_to_repeat(folder) == []


def test_what_was_purged_does_not_come_back_with_an_old_state(folder: Path) -> None:
    workspace = Workspace.open(folder)
    with workspace.writing() as work:
        contact = work.add(Contact(phone="0612345678"))
        work.commit("Contact saved")
    made = back_up(folder / DATABASE, folder / BACKUPS, BackupReason.BY_HAND)
    with workspace.writing() as work:
        purge(work.connection, "contact", contact.id.bytes, "", "{}")
        work.commit("Purged")
    workspace.close()
    restore(folder, made.name)
    assert purges_to_repeat(folder)
    Workspace.open(folder).close()
    assert not purges_to_repeat(folder)
    with closing(connect(folder / DATABASE)) as connection:
        query = "SELECT phone FROM contact"
        assert connection.execute(query).fetchone()[0] in {None, "", "[]"}


def rid_of(folder: Path) -> bytes:
    workspace = Workspace.open(folder)
    workspace.close()
    return workspace.identity.rid


def test_a_state_brought_back_counts_its_acts_under_a_new_name(
    folder: Path, backup: str
) -> None:
    before = rid_of(folder)
    assert rid_of(folder) == before
    restore(folder, backup)
    assert rid_of(folder) != before


def test_a_workspace_not_closed_properly_is_looked_through(folder: Path) -> None:
    (folder / "workspace.open").touch()
    told: list[float] = []
    Workspace.open(folder, tell=told.append).close()
    assert not (folder / "workspace.open").exists()
    (folder / "workspace.open").touch()
    break_page(folder / DATABASE, "club")
    with pytest.raises(StoreUnavailable) as caught:
        Workspace.open(folder)
    assert caught.value.reason is StoreReason.UNREADABLE
    assert (folder / "workspace.open").exists()
