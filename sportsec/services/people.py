"""Acts on contacts and organisations; phones are kept in E.164 form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from sportsec.domain.identity import new_id
from sportsec.domain.people import (
    ContactDraft,
    OrganisationDraft,
    check_contact,
    check_organisation,
)
from sportsec.domain.problems import Level, Problem
from sportsec.domain.purges import ERASED
from sportsec.domain.words import Words
from sportsec.i18n.phones import kept
from sportsec.queries.clock import local_day
from sportsec.queries.named import twin_of
from sportsec.queries.near_names import near_twin_of
from sportsec.queries.purges import erased_registers
from sportsec.services.drafts import apply_draft
from sportsec.services.rules import refuse_blocking
from sportsec.services.trash import put_in_trash, take_from_trash
from sportsec.store.tables.people import Contact, Organisation
from sportsec.store.work import Work


def contact_problems(
    work: Work, draft: ContactDraft, contact_id: UUID | None = None
) -> list[Problem]:
    """Say what is wrong with a draft, also compared with the other contacts."""
    name = Words(ar=draft.name_ar, fr=draft.name_latin)
    twin = twin_of(work, Contact, name, contact_id)
    found = check_contact(draft, local_day(work), twin)
    if contact_id is None:
        return found
    erased = erased_registers(work, "contact", contact_id)
    found = [problem for problem in found if problem.field not in erased]
    return found + [Problem(name, ERASED, Level.WARN) for name in sorted(erased)]


def add_contact(work: Work, draft: ContactDraft) -> UUID:
    """Add a contact and return its id.

    Raises:
        Invalid: A rule is broken.
    """
    refuse_blocking(contact_problems(work, draft))
    record = work.add(Contact(id=new_id()))
    apply_draft(record, _dialled(draft))
    return record.id


def revise_contact(
    work: Work, contact_id: UUID, draft: ContactDraft, *, seen: ContactDraft
) -> None:
    """Write what the officer changed.

    Args:
        seen: The contact as it was shown to the officer.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: A rule is broken.
    """
    record = work.get(Contact, contact_id)
    refuse_blocking(contact_problems(work, draft, contact_id))
    apply_draft(record, _dialled(draft), seen)


def delete_contact(work: Work, contact_id: UUID) -> None:
    """Delete a contact.

    Raises:
        Invalid: Matches or detachments still need it.
    """
    put_in_trash(work, work.get(Contact, contact_id))


def restore_contact(work: Work, contact_id: UUID) -> None:
    """Bring a deleted contact back."""
    take_from_trash(work, Contact, contact_id)


def confirm_contact(work: Work, contact_id: UUID) -> None:
    """Note that somebody called today and that everything is right."""
    work.get(Contact, contact_id).verified_on = local_day(work)


def unconfirm_contact(work: Work, contact_id: UUID, before: date | None) -> None:
    """Take back that somebody called: the day of the last check is as before."""
    work.get(Contact, contact_id).verified_on = before


def organisation_problems(
    work: Work, draft: OrganisationDraft, organisation_id: UUID | None = None
) -> list[Problem]:
    """Say what is wrong with a draft, also compared with the other organisations."""
    twin = near_twin_of(work, Organisation, draft.name, draft.city, organisation_id)
    return check_organisation(draft, twin)


def add_organisation(work: Work, draft: OrganisationDraft) -> UUID:
    """Add an organisation and return its id.

    Raises:
        Invalid: A rule is broken.
    """
    refuse_blocking(organisation_problems(work, draft))
    record = work.add(Organisation(id=new_id()))
    apply_draft(record, replace(draft, phone=kept(draft.phone)))
    return record.id


def revise_organisation(
    work: Work,
    organisation_id: UUID,
    draft: OrganisationDraft,
    *,
    seen: OrganisationDraft,
) -> None:
    """Write what the officer changed.

    Args:
        seen: The organisation as it was shown to the officer.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: A rule is broken.
    """
    record = work.get(Organisation, organisation_id)
    refuse_blocking(organisation_problems(work, draft, organisation_id))
    apply_draft(record, replace(draft, phone=kept(draft.phone)), seen)


def delete_organisation(work: Work, organisation_id: UUID) -> None:
    """Delete an organisation.

    Raises:
        Invalid: Contacts still need it.
    """
    put_in_trash(work, work.get(Organisation, organisation_id))


def restore_organisation(work: Work, organisation_id: UUID) -> None:
    """Bring a deleted organisation back."""
    take_from_trash(work, Organisation, organisation_id)


def _dialled(draft: ContactDraft) -> ContactDraft:
    """Bring the phone numbers into the form in which they are kept."""
    return replace(draft, phone=kept(draft.phone), other_phone=kept(draft.other_phone))
