"""An officer signs with the name that he gave himself, else with that of his login."""

from __future__ import annotations

from pathlib import Path

import pytest

from sportsec.domain.errors import StoreUnavailable
from sportsec.store.officer import keep_officer_name, login_name, officer_name
from sportsec.store.workspace import Workspace


def test_acts_are_signed_with_the_name_given(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path, create=True)
    assert workspace.actor.name == login_name()
    workspace.call_officer("Amina Naciri")
    with workspace.reading() as work:
        assert work.actor.name == "Amina Naciri"
    workspace.close()
    workspace = Workspace.open(tmp_path)
    assert workspace.actor.name == "Amina Naciri"
    workspace.call_officer("")
    assert workspace.actor.name == login_name()
    workspace.close()


def test_the_name_is_that_of_one_login(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_officer_name(tmp_path, "Amina Naciri")
    monkeypatch.setenv("LOGNAME", "somebody-else")
    assert login_name() == "somebody-else"
    assert officer_name(tmp_path) == ""
    keep_officer_name(tmp_path, "عمر")
    monkeypatch.undo()
    assert officer_name(tmp_path) == "Amina Naciri"


@pytest.mark.parametrize("content", ["", "[1]", "{"])
def test_a_damaged_file_names_nobody(tmp_path: Path, content: str) -> None:
    (tmp_path / "officers.json").write_text(content)
    assert officer_name(tmp_path) == ""


def test_a_folder_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path, create=True)
    (tmp_path / "officers.json.part").mkdir()
    with pytest.raises(StoreUnavailable):
        workspace.call_officer("Amina Naciri")
    assert workspace.actor.name == login_name()
    workspace.close()
