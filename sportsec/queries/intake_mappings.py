"""What the officer last said about the columns of files with the same headings."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import select

from sportsec.domain.intake.mapping import Mapping
from sportsec.store.tables.system import Setting
from sportsec.store.work import Work

PREFIX = "intake.mapping."


@dataclass(frozen=True, slots=True)
class Remembered:
    """How files with some headings were read last.

    Args:
        day_first: The officer's answer where the file did not decide it.
    """

    mapping: Mapping
    day_first: bool | None = None


def remembered_mapping(work: Work, heading_key: str) -> Remembered | None:
    """Return how files with these headings were read last, None when never."""
    if not heading_key:
        return None
    value = work.session.scalar(
        select(Setting.value).where(Setting.key == PREFIX + heading_key)
    )
    return None if value is None else _remembered(value)


def remembered_mappings(work: Work) -> dict[str, Remembered]:
    """Return all that is remembered, by heading key: for a reader without a store."""
    query = select(Setting.key, Setting.value).where(Setting.key.startswith(PREFIX))
    found = (
        (key.removeprefix(PREFIX), _remembered(value))
        for key, value in work.session.execute(query)
    )
    return {key: each for key, each in found if each is not None}


def as_text(remembered: Remembered) -> str:
    """Write it as it is kept."""
    kept = {"columns": remembered.mapping.text(), "day_first": remembered.day_first}
    return json.dumps(kept)


def _remembered(value: str) -> Remembered | None:
    try:
        kept = json.loads(value)
        return Remembered(Mapping.parse(kept["columns"]), kept["day_first"])
    except (ValueError, KeyError, TypeError):
        return None  # another version wrote it
