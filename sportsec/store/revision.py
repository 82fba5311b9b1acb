"""Which revision an open database has."""

from __future__ import annotations

from typing import Any


def revision_of(connection: Any) -> str | None:
    """Return the revision of an open database; None for a new, empty one."""
    query = "SELECT name FROM sqlite_master WHERE name = 'alembic_version'"
    if connection.execute(query).fetchone() is None:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return row[0] if row else None
