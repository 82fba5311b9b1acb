"""New workspaces: copies of one whose migrations ran once, for these take long."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from sportsec.store.upgrade import upgrade
from sportsec.store.workspace import DATABASE, Workspace


def new_workspace(folder: Path, **how: Any) -> Workspace:
    """Make a workspace and open it.

    Args:
        how: As `Workspace.open` takes it.
    """
    put_database(folder)
    return Workspace.open(folder, **how)


def put_database(folder: Path) -> None:
    """Put a database of this version there that no program has opened yet."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / DATABASE).write_bytes(_migrated())


@cache
def _migrated() -> bytes:
    folder = Path(tempfile.mkdtemp())
    try:
        upgrade(folder / DATABASE, None)
        return (folder / DATABASE).read_bytes()
    finally:
        shutil.rmtree(folder)
