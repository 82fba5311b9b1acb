"""Where things are on this PC: the workspace folder and the log."""

from __future__ import annotations

import os
from pathlib import Path

from sportsec.domain.faults import LOG

ENVIRONMENT = "SPORTSEC_WORKSPACE"
#: Same as `store.workspace.DATABASE`, known here without loading the store.
DATABASE = "sportsec.db"


def workspace_folder(given: str | None = None) -> Path:
    """Return the folder of the workspace: as given, from the environment, or usual.

    Args:
        given: What `--workspace` says.
    """
    chosen = given or os.environ.get(ENVIRONMENT)
    if chosen:
        return Path(chosen).expanduser().absolute()
    from platformdirs import user_data_path  # noqa: PLC0415 - only the default needs it

    return user_data_path("sportsec", appauthor=False) / "workspace"


def log_file(workspace: Path) -> Path:
    """Return the log of this workspace."""
    return workspace / LOG
