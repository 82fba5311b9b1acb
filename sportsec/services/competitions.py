"""Acts on competitions and seasons."""

from __future__ import annotations

from uuid import UUID

from sportsec.domain.competitions import (
    CompetitionDraft,
    SeasonDraft,
    check_competition,
    check_season,
)
from sportsec.domain.identity import new_id
from sportsec.domain.problems import Problem
from sportsec.queries.competitions import label_taken, season_days, season_draft
from sportsec.queries.named import twin_of
from sportsec.services.drafts import apply_draft
from sportsec.services.rules import refuse_blocking
from sportsec.services.trash import put_in_trash, take_from_trash
from sportsec.store.tables.competitions import Competition, Season
from sportsec.store.work import Work


def competition_problems(
    work: Work, draft: CompetitionDraft, competition_id: UUID | None = None
) -> list[Problem]:
    """Say what is wrong with a draft, also compared with the other competitions."""
    return check_competition(
        draft, twin_of(work, Competition, draft.name, competition_id)
    )


def add_competition(work: Work, draft: CompetitionDraft) -> UUID:
    """Add a competition and return its id.

    Raises:
        Invalid: A rule is broken.
    """
    refuse_blocking(competition_problems(work, draft))
    record = work.add(Competition(id=new_id()))
    apply_draft(record, draft)
    return record.id


def revise_competition(
    work: Work, competition_id: UUID, draft: CompetitionDraft, *, seen: CompetitionDraft
) -> None:
    """Write what the officer changed.

    Args:
        seen: The competition as it was shown to the officer.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: A rule is broken.
    """
    record = work.get(Competition, competition_id)
    refuse_blocking(competition_problems(work, draft, competition_id))
    apply_draft(record, draft, seen)


def delete_competition(work: Work, competition_id: UUID) -> None:
    """Delete a competition.

    Raises:
        Invalid: Matches still need it.
    """
    put_in_trash(work, work.get(Competition, competition_id))


def restore_competition(work: Work, competition_id: UUID) -> None:
    """Bring a deleted competition back."""
    take_from_trash(work, Competition, competition_id)


def season_problems(
    work: Work, draft: SeasonDraft, season_id: UUID | None = None
) -> list[Problem]:
    """Say what is wrong with a draft, also compared with its matches."""
    return check_season(
        draft,
        seen=season_draft(work, season_id) if season_id is not None else None,
        label_taken=label_taken(work, draft.label, season_id),
        fixtures=season_days(work, season_id) if season_id is not None else None,
    )


def add_season(work: Work, draft: SeasonDraft) -> UUID:
    """Add a season and return its id.

    Raises:
        Invalid: A rule is broken.
    """
    refuse_blocking(season_problems(work, draft))
    record = work.add(Season(id=new_id()))
    apply_draft(record, draft)
    return record.id


def revise_season(
    work: Work, season_id: UUID, draft: SeasonDraft, *, seen: SeasonDraft
) -> None:
    """Write what the officer changed.

    Args:
        seen: The season as it was shown to the officer.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: A rule is broken.
    """
    record = work.get(Season, season_id)
    refuse_blocking(season_problems(work, draft, season_id))
    apply_draft(record, draft, seen)


def delete_season(work: Work, season_id: UUID) -> None:
    """Delete a season.

    Raises:
        Invalid: Matches still need it.
    """
    put_in_trash(work, work.get(Season, season_id))


def restore_season(work: Work, season_id: UUID) -> None:
    """Bring a deleted season back."""
    take_from_trash(work, Season, season_id)
