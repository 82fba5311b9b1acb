"""Matches that were moved together, each with what is left to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sportsec.domain.words import Words
from sportsec.queries.left_behind import old_days
from sportsec.queries.preparation import moved_since_rated
from sportsec.queries.record_labels import labels_of, rows_of
from sportsec.store.base import Record
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class MovedMatch:
    """A match that was moved.

    Args:
        name: What it is called.
        has_old_days: Whether promises are still due by its old day.
        is_outdated: Whether its rating is from before the move.
    """

    id: UUID
    name: Words
    has_old_days: bool
    is_outdated: bool


def moved_matches(work: Work, moved: Sequence[UUID]) -> list[MovedMatch]:
    """Return the matches that are there, those with something left to do first.

    Each of both in the order of their days.
    """
    names = labels_of(work, "fixture", moved)
    outdated = moved_since_rated(work, moved)
    found = [
        MovedMatch(each, names[each], bool(old_days(work, each)), each in outdated)
        for each in moved
        if each in names
    ]
    fixture = Record.metadata.tables["fixture"]
    rows = rows_of(work, fixture, ("id", "kick_off_date"), names)
    days = {row["id"]: row["kick_off_date"] or date.max for row in rows}

    def order(match: MovedMatch) -> tuple[bool, date]:
        return not (match.has_old_days or match.is_outdated), days[match.id]

    return sorted(found, key=order)
