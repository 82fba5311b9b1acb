"""A person's data are erased by command, here and in the cells that get a file."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from sportsec.domain.people import ContactDraft
from sportsec.domain.plain_text import without_turns
from sportsec.services.people import add_contact
from sportsec.store.workspace import Workspace
from tests.journeys.test_exchange import Run, cells, hand_over, said

__all__ = ["cells"]

NAME = "Zoulikha Qortobi"
WHY = ("--basis", "Loi 09-08", "--decision", "12/2026")


def met(folder: Path) -> UUID:
    workspace = Workspace.open(folder)
    try:
        with workspace.writing() as work:
            draft = ContactDraft(name_latin=NAME, phone="+212661998877")
            contact = add_contact(work, draft)
            work.commit("Contact added")
    finally:
        workspace.close()
    return contact


def holds(folder: Path) -> list[str]:
    """The files of a workspace in which the name stands."""
    found = (file for file in folder.rglob("*") if file.is_file())
    return [file.name for file in found if NAME.encode() in file.read_bytes()]


def test_what_is_erased_here_is_erased_there(
    cells: tuple[Run, Run], tmp_path: Path
) -> None:
    one, other = cells
    here, there = tmp_path / "one", tmp_path / "other"
    contact = met(here)
    hand_over(one, other, tmp_path / "a.ssx")
    hand_over(other, one, tmp_path / "b.ssx")
    old = said(one, "backup")["name"]
    assert holds(there)
    code, _, err = one("purge", NAME, "--basis", "", "--decision", "12/2026")
    assert (code, "legal basis" in err) == (2, True)
    done = said(one, "purge", NAME, *WHY)
    assert done["record"] == str(contact)
    assert done["wiped"] is True
    assert (done["confirmed"], done["waiting"]) == ([], ["Fes"])
    assert old in done["backups"]
    assert set(holds(here)) == set(done["backups"])
    hand_over(one, other, tmp_path / "c.ssx")
    # Two of one second are numbered.
    assert all("-before-import" in name for name in holds(there))
    hand_over(other, one, tmp_path / "d.ssx")
    (report,) = said(one, "purges")
    assert (report["confirmed"], report["waiting"]) == (["Fes"], [])
    assert one("check")[0] == 0
    assert other("check")[0] == 0
    code, out, _ = one("history", str(contact))
    assert "Law 09-08 · 12/2026" in without_turns(out)
    code, _, err = one("purge", str(contact), *WHY)
    assert (code, "already" in err) == (2, True)


def test_backups_that_hold_it_go_when_asked(
    cells: tuple[Run, Run], tmp_path: Path
) -> None:
    one, _ = cells
    met(tmp_path / "one")
    assert one("backup")[0] == 0
    code, out, err = one("purge", NAME, *WHY, "--delete-backups")
    assert (code, err) == (0, "")
    assert "12/2026" in out
    assert holds(tmp_path / "one") == []
    assert len(said(one, "backups")) == 1  # the new one
    code, out, _ = one("history", NAME)
    assert code == 2  # nobody is called so any more


def test_nothing_is_erased_without_its_reasons(
    cells: tuple[Run, Run], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, _ = cells
    met(tmp_path / "one")
    assert one("purge", NAME, "--basis", "Loi 09-08")[0] == 2
    assert one("purge", "Nobody", *WHY)[0] == 2
    assert holds(tmp_path / "one")
    code, out, _ = one("purges")
    assert (code, out.strip()) == (0, "Nothing was erased by law.")
