"""Backups: why they are made, how they are named, which are kept, what one brings back.

Thinning keeps the newest of each day, week and month. Because the newest of a span is
also the last of it to grow too old, thinning often keeps the same as thinning once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from uuid import UUID

#: Everything younger is kept.
_ALL = timedelta(hours=24)
_STAMP = "%Y%m%dT%H%M%SZ"


class BackupReason(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"  #: first use of the day
    BEFORE_UPGRADE = "before-upgrade"  #: the database was about to be migrated
    BEFORE_IMPORT = "before-import"  #: a file of another cell was about to come in
    BEFORE_RESTORE = "before-restore"  #: an older state was about to take its place
    BY_HAND = "by-hand"  #: an officer asked for it; kept until he deletes it


class BackupFault(StrEnum):
    """Why a file is no backup to bring back."""

    DAMAGED = "damaged"  #: its pages or references are broken
    ABSENT = "absent"  #: no backup has this name


_NAME = re.compile(
    rf"(?P<when>\d{{8}}T\d{{6}}Z)-(?P<why>{'|'.join(BackupReason)})(?:-(?P<nth>\d+))?\.db"
)


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """One copy of the database.

    Args:
        made_at: Aware UTC moment, to the second.
        nth: Counts those of one second and reason, from 1.
        size: Bytes.
    """

    made_at: datetime
    nth: int
    reason: BackupReason
    size: int = 0

    @property
    def name(self) -> str:
        """The name of its file."""
        again = f"-{self.nth}" if self.nth > 1 else ""
        return f"{self.made_at:{_STAMP}}-{self.reason}{again}.db"


def backup_named(name: str, size: int = 0) -> Backup | None:
    """Return the backup that a file name stands for; None if it stands for none."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        made_at = datetime.strptime(found["when"], _STAMP).replace(tzinfo=UTC)
    except ValueError:  # the thirtieth of February
        return None
    nth = int(found["nth"] or 1)
    return Backup(made_at, nth, BackupReason(found["why"]), size)


def is_due(backups: Iterable[Backup], now: datetime, zone: tzinfo) -> bool:
    """Say whether the day of `now`, as clocks in `zone` show it, has no backup yet."""
    today = now.astimezone(zone).date()
    return all(each.made_at.astimezone(zone).date() != today for each in backups)


def kept(backups: Iterable[Backup], now: datetime) -> set[Backup]:
    """Return the backups that stay when the others are thinned out.

    All of the last 24 hours, the newest of each day for 14 days, of each week for 8
    weeks, of each month for 24 months; those made by hand, and the newest in any case.

    Args:
        now: Aware; what is dated later, by a clock set wrong, stays as well.
    """
    newest_first = sorted(backups, reverse=True)
    stay = set(newest_first[:1])
    seen: set[tuple[object, ...]] = set()
    for backup in newest_first:
        age = now - backup.made_at
        if backup.reason is BackupReason.BY_HAND or age <= _ALL:
            stay.add(backup)
        if backup.reason is BackupReason.BY_HAND:
            continue  # the officer may delete it: it stands for no day
        for span, longest in _SPANS:
            key = (span, span(backup.made_at))
            if key not in seen:
                seen.add(key)
                if age <= longest:
                    stay.add(backup)
    return stay


def _day(when: datetime) -> object:
    return when.date()


def _week(when: datetime) -> object:
    return when.isocalendar()[:2]


def _month(when: datetime) -> object:
    return (when.year, when.month)


_SPANS: tuple[tuple[Callable[[datetime], object], timedelta], ...] = (
    (_day, timedelta(days=14)),
    (_week, timedelta(weeks=8)),
    (_month, timedelta(days=730)),
)


@dataclass(frozen=True, slots=True)
class LostAct:
    """An act of this cell that a backup does not know yet.

    Args:
        number: Its local number.
        title: English msgid of the undo menu.
        actor: Login name of who did it.
        at: Aware UTC moment.
    """

    number: int
    title: str
    actor: str
    at: datetime


class Turn(StrEnum):
    """What would become of a record if a backup took the place of the present."""

    LOST = "lost"  #: it was made since
    BACK = "back"  #: it was deleted since
    CHANGED = "changed"  #: it would read as it did then


@dataclass(frozen=True, slots=True)
class CountChange:
    """How records of one type differ between the present state and a backup.

    Args:
        table: Its name.
        lost: Records made since: they would be gone.
        back: Records deleted since: they would be there again.
        changed: Records that would read as they did then.
        records: Which ones, those lost first; `NAMED` of them at most.
    """

    table: str
    lost: int
    back: int
    changed: int
    records: tuple[tuple[UUID, Turn], ...] = field(default=(), compare=False)

    @property
    def total(self) -> int:
        """How many records differ."""
        return self.lost + self.back + self.changed


#: Records of one type that are told one by one; the rest is counted.
NAMED = 200


@dataclass(frozen=True, slots=True)
class RestorePreview:
    """What bringing back a backup would undo.

    Args:
        acts: Newest first; all of them.
        counts: Only record types that differ.
        is_known: Whether the present database can be read; if not, nothing can be
            said about what would be lost, and little is left to lose.
    """

    backup: Backup
    acts: tuple[LostAct, ...] = ()
    counts: tuple[CountChange, ...] = ()
    is_known: bool = True

    @property
    def records(self) -> int:
        """How many records differ."""
        return sum(each.total for each in self.counts)
