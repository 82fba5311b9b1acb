"""Other cells: how scenes found them, let them write, and exchange files with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sportsec.app.wiring import create_workspace
from sportsec.domain.exchange import Sealing, SendWish
from sportsec.domain.words import N_, Words
from sportsec.services.peers import meet_cell, trust_cell
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.sync.export import send
from sportsec.ui.wizard import Setup


def found_cell(folder: Path, name: Words, officer: str = "") -> Workspace:
    """Make a cell with nothing in it.

    Args:
        officer: By what name what is done there is signed.
    """
    return create_workspace(folder, Setup("fr", name, name, False, officer), _no)


def act(workspace: Workspace, job: Callable[[Work], Any]) -> None:
    """Do something in a cell, as one act."""
    with workspace.writing() as work:
        job(work)
        work.commit(N_("Club saved"))


def send_file(workspace: Workspace, path: Path, **how: Any) -> Path:
    """Write a file, open to all unless said otherwise."""
    how.setdefault("sealing", Sealing.OPEN)
    with workspace.writing() as work:
        return send(work, SendWish(**how), path).path


def trust(workspace: Workspace, other: Workspace, name: Words) -> None:
    """Let a cell trust another one."""

    def job(work: Work) -> None:
        meet_cell(work, other.identity.cell_key, name, "")
        trust_cell(work, other.identity.cell_key)

    act(workspace, job)


def _no(_fraction: float | None = None, _text: str = "") -> None:
    pass
