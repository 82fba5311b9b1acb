"""Competitions and seasons as the officer edits them (domain.md §2.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sportsec.domain.checks import check_name
from sportsec.domain.drafts import Draft
from sportsec.domain.problems import Level, Problem
from sportsec.domain.words import N_, Words

CODE_LENGTH = 12
#: Percent of the places: UEFA art. 24 says 5, Moroccan practice 5 to 10.
USUAL_QUOTA = (5.0, 10.0)


class Organiser(StrEnum):
    """Who organises a competition."""

    FRMF = "frmf"
    LNFP = "lnfp"
    CAF = "caf"
    FIFA = "fifa"
    UAFA = "uafa"
    OTHER = "other"


class Format(StrEnum):
    """How a competition is played."""

    LEAGUE = "league"
    KNOCKOUT = "knockout"
    GROUP_KNOCKOUT = "group_knockout"
    FRIENDLY = "friendly"


class SecurityRegime(StrEnum):
    """Whose security regulations apply to its matches."""

    NATIONAL = "national"
    CAF = "caf"
    FIFA = "fifa"


class SeasonStatus(StrEnum):
    """Life of a season; a closed one is read-only."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class CompetitionDraft(Draft):
    """A league or cup; the away quota is a share of the places in percent."""

    code: str = ""
    name: Words = Words()
    organiser: Organiser = Organiser.OTHER
    format: Format = Format.LEAGUE
    security_regime: SecurityRegime = SecurityRegime.NATIONAL
    away_quota_percent: float | None = USUAL_QUOTA[0]


@dataclass(frozen=True, slots=True)
class SeasonDraft(Draft):
    """A season; its label is what everybody calls it, such as 2026-2027."""

    label: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    status: SeasonStatus = SeasonStatus.OPEN


def check_competition(
    draft: CompetitionDraft, twin: Words | None = None
) -> list[Problem]:
    """Say what is wrong with a competition.

    Args:
        twin: Name of another competition that reads the same.
    """
    found = check_name(draft.name, twin)
    if len(draft.code) > CODE_LENGTH:
        text = N_("A code has {limit} characters at most")
        found.append(Problem("code", text, facts={"limit": CODE_LENGTH}))
    return found + _check_quota(draft.away_quota_percent)


def _check_quota(percent: float | None) -> list[Problem]:
    if percent is None:
        return []
    if not 0 <= percent <= 100:
        text = N_("A share lies between 0 and 100 per cent")
        return [Problem("away_quota_percent", text)]
    low, high = USUAL_QUOTA
    if not low <= percent <= high:
        text = N_("The away public usually gets {low} to {high} per cent of the places")
        facts = {"low": low, "high": high}
        return [Problem("away_quota_percent", text, Level.WARN, facts)]
    return []


def check_season(
    draft: SeasonDraft,
    *,
    seen: SeasonDraft | None = None,
    label_taken: bool = False,
    fixtures: tuple[date, date] | None = None,
) -> list[Problem]:
    """Say what is wrong with a season.

    Args:
        seen: The season as it stands; None for a new one.
        label_taken: Whether another season is called the same.
        fixtures: Days of its first and last match.
    """
    if seen is not None and seen.status is draft.status is SeasonStatus.CLOSED:
        if seen == draft:
            return []
        return [Problem("status", N_("A closed season is read only: open it first"))]
    found = []
    if not draft.label:
        found.append(Problem("label", N_("Give the season a name, such as 2026-2027")))
    elif label_taken:
        found.append(Problem("label", N_("This season already exists")))
    start, end = draft.starts_on, draft.ends_on
    if start is not None and end is not None and end <= start:
        found.append(Problem("ends_on", N_("The season ends before it begins")))
    elif fixtures is not None:
        found += _check_inside(start, end, *fixtures)
    return found


def _check_inside(
    start: date | None, end: date | None, first: date, last: date
) -> list[Problem]:
    """Warn of matches of the season that lie outside its days."""
    found = []
    if start is not None and first < start:
        text = N_("A match of this season lies before its first day: {day}")
        found.append(Problem("starts_on", text, Level.WARN, {"day": first}))
    if end is not None and last > end:
        text = N_("A match of this season lies after its last day: {day}")
        found.append(Problem("ends_on", text, Level.WARN, {"day": last}))
    return found


def season_label(starts_on: date, ends_on: date) -> str:
    """Return "2026-2027", or "2026" for a season within one year."""
    if starts_on.year == ends_on.year:
        return str(starts_on.year)
    return f"{starts_on.year}-{ends_on.year}"
