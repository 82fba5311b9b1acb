"""Founding a workspace, from the wizard or the command line: whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sportsec.app.places import DATABASE
from sportsec.domain.errors import StoreReason, StoreUnavailable, WorkspaceBusy
from sportsec.domain.identity import Actor
from sportsec.domain.words import N_

if TYPE_CHECKING:
    from sportsec.store.work import Work
    from sportsec.store.workspace import Workspace

#: Where the database is made, in its folder; a power cut leaves no other trace.
_SITE = ".founding"


def found_workspace(
    folder: Path, fill: Callable[[Work], object], officer: str = ""
) -> Workspace:
    """Make the workspace of a folder that has none, fill it, and return it open.

    Args:
        fill: Gives it its cell and lists; what it writes is one act.
        officer: By what name it is signed, that act first; "" for that of the login.

    Raises:
        StoreUnavailable: The folder cannot be written.
        WorkspaceBusy: Another program is founding it, or has just done so.
        Invalid: The cell has no name.
    """
    # Loads the store, which takes a moment: only once there is something to make.
    from sportsec.store.journal.identity import KEYS  # noqa: PLC0415
    from sportsec.store.lock import FolderLock  # noqa: PLC0415
    from sportsec.store.officer import keep_officer_name  # noqa: PLC0415
    from sportsec.store.workspace import Workspace  # noqa: PLC0415

    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FolderLock(folder)
    except OSError as error:
        raise StoreUnavailable(StoreReason.DISK, folder) from error
    site, keys = folder / _SITE, folder / KEYS
    is_new = not keys.exists()
    try:
        if Workspace.exists(folder):
            raise WorkspaceBusy(folder)
        shutil.rmtree(site, ignore_errors=True)
        _build(site, folder, fill, officer)
        if officer:
            keep_officer_name(folder, officer)
        (site / DATABASE).replace(folder / DATABASE)
    except StoreUnavailable as error:
        raise StoreUnavailable(error.reason, folder) from error
    except OSError as error:
        raise StoreUnavailable(StoreReason.DISK, folder) from error
    finally:
        shutil.rmtree(site, ignore_errors=True)
        if is_new and not Workspace.exists(folder):
            shutil.rmtree(keys, ignore_errors=True)
        lock.release()
    return Workspace.open(folder)


def _build(
    site: Path, home: Path, fill: Callable[[Work], object], officer: str
) -> None:
    """Make the database, complete and closed, so that it is one file."""
    from sportsec.store.workspace import Workspace  # noqa: PLC0415 - see above

    workspace = Workspace.open(site, create=True, home=home)
    if officer:
        workspace.actor = Actor(officer)
    try:
        with workspace.writing() as work:
            fill(work)
            work.commit(N_("Workspace made"))
    finally:
        workspace.close()
