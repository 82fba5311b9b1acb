"""Acts on stadiums: a stadium is saved as one with its sectors and gates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from sportsec.domain.identity import new_id
from sportsec.domain.venue_rules import VenueFile, VenueProblems, check_venue_file
from sportsec.domain.venues import GateDraft, SectorDraft
from sportsec.i18n.phones import kept
from sportsec.queries.clock import local_day
from sportsec.queries.near_names import near_twin_of
from sportsec.services.drafts import apply_draft
from sportsec.services.rules import refuse_blocking
from sportsec.services.trash import put_in_trash, take_from_trash
from sportsec.store.tables.venues import Gate, Sector, Venue, VenueAlias
from sportsec.store.work import Work

_PARTS = (Sector, Gate, VenueAlias)

Part = TypeVar("Part", SectorDraft, GateDraft)


def venue_problems(
    work: Work, file: VenueFile, venue_id: UUID | None = None
) -> VenueProblems:
    """Say what is wrong with a stadium, also compared with the other stadiums."""
    twin = near_twin_of(work, Venue, file.venue.name, file.venue.city, venue_id)
    return check_venue_file(file, local_day(work), twin)


def add_venue(work: Work, file: VenueFile) -> UUID:
    """Add a stadium with its sectors and gates; return its id.

    Raises:
        Invalid: A rule is broken.
    """
    refuse_blocking(venue_problems(work, file).all())
    venue = work.add(Venue(id=new_id()))
    apply_draft(venue, _dialled(file).venue)
    _write_parts(work, venue.id, file, VenueFile(file.venue, {}, {}))
    return venue.id


def revise_venue(
    work: Work, venue_id: UUID, file: VenueFile, *, seen: VenueFile
) -> None:
    """Write what the officer changed, in the stadium and in its parts.

    Sectors and gates that are not in `seen` are new; those not in `file` any more
    are deleted.

    Raises:
        NotFound: The stadium or a part changed here was deleted meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: A rule is broken, or something needs a part to be deleted.
    """
    venue = work.get(Venue, venue_id)
    refuse_blocking(venue_problems(work, file, venue_id).all())
    apply_draft(venue, _dialled(file).venue, seen.venue)
    _write_parts(work, venue_id, file, seen)


def delete_venue(work: Work, venue_id: UUID) -> None:
    """Delete a stadium with its sectors, gates and other spellings.

    Raises:
        Invalid: Matches, clubs, contacts or posts still need it.
    """
    put_in_trash(work, work.get(Venue, venue_id), _PARTS)


def restore_venue(work: Work, venue_id: UUID) -> None:
    """Bring a deleted stadium back with all that went with it."""
    take_from_trash(work, Venue, venue_id, _PARTS)


def _write_parts(work: Work, venue_id: UUID, file: VenueFile, seen: VenueFile) -> None:
    """Write sectors before the gates that lead to them, and delete in reverse."""
    _write(work, venue_id, Sector, file.sectors, seen.sectors)
    _write(work, venue_id, Gate, file.gates, seen.gates)
    work.session.flush()
    for kind, now, before in (
        (Gate, file.gates.keys(), seen.gates.keys()),
        (Sector, file.sectors.keys(), seen.sectors.keys()),
    ):
        for gone in before - now:
            put_in_trash(work, work.get(kind, gone))
        work.session.flush()


def _write(
    work: Work,
    venue_id: UUID,
    kind: type[Sector | Gate],
    drafts: Mapping[UUID, Part],
    seen: Mapping[UUID, Part],
) -> None:
    for key, draft in drafts.items():
        if key in seen:
            if draft != seen[key]:
                apply_draft(work.get(kind, key), draft, seen[key])
        else:
            apply_draft(work.add(kind(id=key, venue_id=venue_id)), draft)


def _dialled(file: VenueFile) -> VenueFile:
    """Bring the phone number into the form in which it is kept."""
    phone = kept(file.venue.control_room_phone)
    return replace(file, venue=replace(file.venue, control_room_phone=phone))
