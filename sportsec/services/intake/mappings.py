"""Remembering how files with the same headings are read."""

from __future__ import annotations

from dataclasses import replace

from sportsec.domain.intake.programme import Programme
from sportsec.queries.intake_mappings import (
    PREFIX,
    Remembered,
    as_text,
    remembered_mapping,
)
from sportsec.store.tables.system import Setting
from sportsec.store.work import Work


def remember_mapping(work: Work, programme: Programme, how: Remembered) -> None:
    """Remember the columns, for the next file with the same headings.

    An earlier answer about the order of days and months stays until another is given.
    """
    if not programme.heading_key or not how.mapping.columns:
        return
    earlier = remembered_mapping(work, programme.heading_key)
    if earlier is not None and how.day_first is None:
        how = replace(how, day_first=earlier.day_first)
    key, value = PREFIX + programme.heading_key, as_text(how)
    setting = work.session.get(Setting, key)
    if setting is None:
        work.session.add(Setting(key=key, value=value))
    elif setting.value != value:
        setting.value = value
