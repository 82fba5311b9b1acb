"""Acts on clubs: add, revise, delete, bring back, forget a spelling."""

from __future__ import annotations

from uuid import UUID

from sportsec.domain.clubs import ClubDraft, check_club
from sportsec.domain.identity import new_id
from sportsec.domain.problems import Problem
from sportsec.queries.clock import local_day
from sportsec.queries.near_names import near_twin_of
from sportsec.services.drafts import apply_draft
from sportsec.services.rules import refuse_blocking
from sportsec.services.trash import put_in_trash, take_from_trash
from sportsec.store.tables.clubs import Club, ClubAlias
from sportsec.store.work import Work

_PARTS = (ClubAlias,)


def club_problems(
    work: Work, draft: ClubDraft, club_id: UUID | None = None
) -> list[Problem]:
    """Say what is wrong with a draft, also compared with the other clubs."""
    twin = near_twin_of(work, Club, draft.name, draft.city, club_id)
    return check_club(draft, local_day(work), twin)


def add_club(work: Work, draft: ClubDraft) -> UUID:
    """Add a club and return its id.

    Raises:
        Invalid: A rule is broken.
    """
    refuse_blocking(club_problems(work, draft))
    club = work.add(Club(id=new_id()))
    apply_draft(club, draft)
    return club.id


def revise_club(
    work: Work, club_id: UUID, draft: ClubDraft, *, seen: ClubDraft
) -> None:
    """Write what the officer changed.

    Args:
        seen: The club as it was shown to the officer.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: A rule is broken.
    """
    club = work.get(Club, club_id)
    refuse_blocking(club_problems(work, draft, club_id))
    apply_draft(club, draft, seen)


def delete_club(work: Work, club_id: UUID) -> None:
    """Delete a club and its other spellings.

    Raises:
        Invalid: Matches, groups or contacts still need it.
    """
    put_in_trash(work, work.get(Club, club_id), _PARTS)


def restore_club(work: Work, club_id: UUID) -> None:
    """Bring a deleted club back."""
    take_from_trash(work, Club, club_id, _PARTS)


def forget_alias(work: Work, alias_id: UUID) -> None:
    """Forget a spelling: the next file that uses it is asked about again."""
    work.delete(work.get(ClubAlias, alias_id))


def restore_alias(work: Work, alias_id: UUID) -> None:
    """Bring a forgotten spelling back."""
    take_from_trash(work, ClubAlias, alias_id)
