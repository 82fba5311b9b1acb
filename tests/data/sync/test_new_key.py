"""A lost or damaged key is replaced, and it is said until every cell knows it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sportsec.app.cli import main
from sportsec.queries.own_state import Renewal, key_renewal
from sportsec.store.journal.verify import verify_chain
from sportsec.store.workspace import Workspace
from tests.data.sync.conftest import Cell

Pair = tuple[Cell, Cell]
Harm = Callable[[Path], object]
HARMS = {
    "damaged": lambda key: key.write_bytes(b"\0" * 7),
    "emptied": lambda key: key.write_bytes(b""),
    "lost": lambda key: key.unlink(),
}


def renewal(cell: Cell) -> Renewal | None:
    with cell.workspace.reading() as work:
        return key_renewal(work)


def harmed(cell: Cell, harm: Harm) -> Path:
    cell.workspace.close()
    key = cell.folder / "keys" / "signing.key"
    harm(key)
    cell.reopen()
    return key


@pytest.mark.parametrize("how", HARMS)
def test_the_others_must_trust_the_new_key(
    pair: Pair, tmp_path: Path, how: str
) -> None:
    one, other = pair
    club = one.club("Atlas", code="old")
    other.receive(one.send(tmp_path / "1.ssx", other))
    assert renewal(one) is None
    old = one.key
    harmed(one, HARMS[how])
    assert one.key != old
    found = renewal(one)
    assert found is not None
    assert [name.fr for name in found.untold] == [other.name]
    one.change(club, code="new")
    file = one.send(tmp_path / "2.ssx", other)
    assert other.look(file).judgements[file].needs_trust
    assert other.receive(file).acts == ()
    other.trusts(one)
    other.receive(file)
    assert other.read(club, "code") == "new"
    with other.workspace.reading() as work:
        assert not verify_chain(work.connection)
    one.receive(other.send(tmp_path / "back.ssx", one))
    assert renewal(one) is None


def test_what_is_left_of_a_damaged_key_is_kept(pair: Pair) -> None:
    one, _ = pair
    for content in (b"first", b"second"):
        harmed(one, lambda key, content=content: key.write_bytes(content))
    kept = sorted((one.folder / "keys").glob("signing.key.damaged*"))
    assert [each.read_bytes() for each in kept] == [b"first", b"second"]


def test_it_is_said_by_the_command_line(
    pair: Pair, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = pair
    harmed(one, HARMS["lost"])
    one.workspace.close()
    for command in ("check", "cells"):
        assert main([command, "--workspace", str(one.folder), "--lang", "ar"]) == 0
        said = capsys.readouterr().err
        assert "مفتاح جديد" in said
        assert other.name in said
    assert main(["check", "--json", "--workspace", str(one.folder)]) == 0
    assert json.loads(capsys.readouterr().out)["new_key"]["untold"] == [other.name]
    one.reopen()


def test_a_new_workspace_and_a_copied_one_have_no_new_key(
    pair: Pair, tmp_path: Path
) -> None:
    one, _ = pair
    one.workspace.close()
    copy = Workspace.open(Path(shutil.copytree(one.folder, tmp_path / "copy")))
    with copy.reading() as work:
        assert key_renewal(work) is None
    copy.close()
    one.reopen()
