"""By what name an officer signs his acts: his own, or that of his login on this PC.

The names stand in a file of the workspace, by login, so that two officers who use the
folder in turn are not taken for each other. It is never sent to anybody.
"""

from __future__ import annotations

import getpass
import json
from pathlib import Path

from sportsec.store.durable import put_text

_FILE = "officers.json"


def login_name() -> str:
    """Return who is logged in; some accounts have no name in the system's list."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "officer"


def officer_name(folder: Path) -> str:
    """Return the name that the officer gave himself; "" if he gave none."""
    return _names(folder).get(login_name(), "")


def keep_officer_name(folder: Path, name: str) -> None:
    """Keep the name of the officer who is logged in; "" forgets it."""
    names = _names(folder)
    names.pop(login_name(), None)
    if name:
        names[login_name()] = name
    put_text(json.dumps(names, ensure_ascii=False), folder / _FILE)


def _names(folder: Path) -> dict[str, str]:
    try:
        found = json.loads((folder / _FILE).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):  # a damaged one names nobody
        return {}
    names = found if isinstance(found, dict) else {}
    return {str(login): str(name) for login, name in names.items()}
