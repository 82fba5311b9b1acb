"""Clubs as the officer edits them (domain.md §2.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sportsec.domain.checks import check_name
from sportsec.domain.drafts import Draft
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_, Words

OLDEST_CLUB = 1850


class ClubGap(StrEnum):
    """What paper and search miss of a club, as programmes often bring them."""

    ARABIC_NAME = "arabic_name"
    LATIN_NAME = "latin_name"
    CITY = "city"


def club_gaps(name: Words, city: Words) -> list[ClubGap]:
    """Return what is not known of a club that every club has."""
    found = []
    if not name.ar:
        found.append(ClubGap.ARABIC_NAME)
    if not (name.fr or name.en):
        found.append(ClubGap.LATIN_NAME)
    if not city:
        found.append(ClubGap.CITY)
    return found


@dataclass(frozen=True, slots=True)
class ClubDraft(Draft):
    """A football club.

    Args:
        steward_count: Stewards it usually brings, in persons.
    """

    code: str = ""
    name: Words = Words()
    short_name: Words = Words()
    city: Words = Words()
    colours: Words = Words()
    founded_year: int | None = None
    federation_no: str = ""
    home_venue_id: UUID | None = None
    steward_provider: str = ""
    steward_count: int | None = None
    notes: str = ""


def check_club(
    draft: ClubDraft, today: date, twin: Words | None = None
) -> list[Problem]:
    """Say what is wrong with a club.

    Args:
        twin: Name of another club that reads the same.
    """
    found = check_name(draft.name, twin)
    found += check_founded(draft.founded_year, OLDEST_CLUB, today)
    if (draft.steward_count or 0) < 0:
        text = N_("A figure below zero makes no sense")
        found.append(Problem("steward_count", text))
    return found


def check_founded(year: int | None, oldest: int, today: date) -> list[Problem]:
    """Refuse a year of foundation that no club or group can have."""
    if year is None or oldest <= year <= today.year:
        return []
    facts = {"low": str(oldest), "high": str(today.year)}
    text = N_("The year lies between {low} and {high}")
    return [Problem("founded_year", text, facts=facts)]
