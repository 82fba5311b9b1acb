"""What may be wrong with the file of a supporter group and its relations."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from uuid import UUID

from sportsec.domain.checks import check_name, check_not_future, check_range
from sportsec.domain.clubs import check_founded
from sportsec.domain.groups import STRAINED, GroupDraft, RelationDraft
from sportsec.domain.problems import Level, Problem
from sportsec.domain.words import N_, Words

OLDEST_GROUP = 1900
#: A group file is looked through once a season (domain.md §2.5).
REVIEW_AFTER = timedelta(days=365)

_SIZES = ("members", "core", "away")


def check_group(
    draft: GroupDraft, today: date, twin: Words | None = None
) -> list[Problem]:
    """Say what is wrong with a group's file (domain.md §2.5).

    Args:
        twin: Name of another group that reads the same.
    """
    found = check_name(draft.name, twin)
    found += check_founded(draft.founded_year, OLDEST_GROUP, today)
    if draft.club_id is None:
        text = N_("Say which club the group supports")
        found.append(Problem("club_id", text, Level.WARN))
    found += _check_sizes(draft, today)
    return found + _check_review(draft, today)


def check_relation(
    draft: RelationDraft,
    group: UUID,
    others: Collection[UUID | None],
    today: date,
) -> list[Problem]:
    """Say what is wrong with what another group is to this one.

    Args:
        group: The group whose relation this is.
        others: Groups it has a relation with already.
    """
    found = []
    if draft.other_group_id is None:
        found.append(Problem("other_group_id", N_("Choose the other group")))
    elif draft.other_group_id == group:
        text = N_("A group has no relation with itself")
        found.append(Problem("other_group_id", text))
    elif draft.other_group_id in others:
        text = N_("There is already a relation with this group")
        found.append(Problem("other_group_id", text))
    found += check_not_future("since", draft.since, today)
    if draft.kind in STRAINED and not draft.reason:
        text = N_("Say what the quarrel is about")
        found.append(Problem("reason", text, Level.WARN))
    return found


def _check_sizes(draft: GroupDraft, today: date) -> list[Problem]:
    """Sizes are ranges with a source and a date, never points (EU Handbook)."""
    found = []
    known = False
    for size in _SIZES:
        fields = (f"{size}_low", f"{size}_high")
        low, high = (getattr(draft, field) for field in fields)
        known = known or low is not None or high is not None
        found += check_range(fields[0], low, fields[1], high)
        for field, figure in zip(fields, (low, high), strict=True):
            if (figure or 0) < 0:
                text = N_("A figure below zero makes no sense")
                found.append(Problem(field, text))
    if known and not draft.sizes_source:
        text = N_("Say where the figures come from")
        found.append(Problem("sizes_source", text, Level.WARN))
    if known and draft.sizes_on is None:
        text = N_("Say on which day the figures were right")
        found.append(Problem("sizes_on", text, Level.WARN))
    found += check_not_future("sizes_on", draft.sizes_on, today)
    return found + _check_parts(draft)


def _check_parts(draft: GroupDraft) -> list[Problem]:
    """The hard core and the travellers are part of the members."""
    members = draft.members_high
    if members is None:
        return []
    text = N_("More than all members: {limit}")
    return [
        Problem(field, text, Level.WARN, {"limit": members})
        for field in ("core_high", "away_high")
        if (getattr(draft, field) or 0) > members
    ]


def _check_review(draft: GroupDraft, today: date) -> list[Problem]:
    found = check_not_future("reviewed_on", draft.reviewed_on, today)
    if draft.reviewed_on is not None and today - draft.reviewed_on > REVIEW_AFTER:
        text = N_("Not reviewed since {day}: look through it every season")
        facts = {"day": draft.reviewed_on}
        found.append(Problem("reviewed_on", text, Level.WARN, facts))
    if draft.retention_until is not None and draft.retention_until < today:
        text = N_("To be kept until {day}: renew or delete this file")
        facts = {"day": draft.retention_until}
        found.append(Problem("retention_until", text, Level.WARN, facts))
    return found
