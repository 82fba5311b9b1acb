"""Founding a workspace, from the wizard or the command line: whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sportsec.app.places import DATABASE
from sportsec.domain.words import N_

if TYPE_CHECKING:
    from sportsec.store.work import Work
    from sportsec.store.workspace import Workspace


def found_workspace(folder: Path, fill: Callable[[Work], object]) -> Workspace:
    """Make the workspace of a folder that has none, fill it, and return it open.

    Args:
        fill: Gives it its cell and lists; what it writes is one act.

    Raises:
        StoreUnavailable: The folder cannot be written.
        WorkspaceBusy: Another program is founding it.
        Invalid: The cell has no name.
    """
    # Loads the store, which takes a moment: only once there is something to make.
    from sportsec.store.workspace import Workspace  # noqa: PLC0415

    is_new = not (folder / DATABASE).exists()
    workspace = Workspace.open(folder, create=True)
    try:
        with workspace.writing() as work:
            fill(work)
            work.commit(N_("Workspace made"))
    except BaseException:
        workspace.close()
        if is_new:
            for file in folder.glob(f"{DATABASE}*"):
                file.unlink(missing_ok=True)
        raise
    return workspace
