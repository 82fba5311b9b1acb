"""Remembering how files with the same headings are read."""

from __future__ import annotations

from sportsec.domain.intake.programme import Programme
from sportsec.queries.intake_mappings import PREFIX, Remembered, as_text
from sportsec.store.tables.system import Setting
from sportsec.store.work import Work


def remember_mapping(work: Work, programme: Programme, how: Remembered) -> None:
    """Remember the columns, for the next file with the same headings."""
    if not programme.heading_key or not how.mapping.columns:
        return
    key, value = PREFIX + programme.heading_key, as_text(how)
    setting = work.session.get(Setting, key)
    if setting is None:
        work.session.add(Setting(key=key, value=value))
    elif setting.value != value:
        setting.value = value
