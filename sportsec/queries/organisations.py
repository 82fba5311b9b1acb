"""Questions about organisations: the list of partners."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select

from sportsec.domain.people import OrganisationDraft, OrganisationKind
from sportsec.domain.words import Words
from sportsec.queries.drafts import draft_of
from sportsec.queries.named import counted, words_key
from sportsec.queries.named_source import NamedSource, Shared, coded, ranked, written
from sportsec.store.tables.people import Contact, Organisation
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class OrganisationFilter:
    """Organisations wanted: those whose name or city was typed, of one kind."""

    text: str = ""
    language: str = "ar"
    kind: OrganisationKind | None = None


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """One organisation of the list, with the number of people to call there."""

    id: UUID
    name: Words
    kind: OrganisationKind
    city: Words
    phone: str
    email: str
    contacts: int


class OrganisationSource(NamedSource[OrganisationRow, OrganisationFilter]):
    """The list of organisations."""

    table = Organisation
    groupable = frozenset({"kind", "city"})

    def read(self, work: Work, ids: Sequence[UUID]) -> Iterable[OrganisationRow]:
        """Read organisations and count their people."""
        owner = Organisation
        query = select(
            *(owner.id, owner.name, owner.kind, owner.city, owner.phone, owner.email)
        ).where(owner.id.in_(ids))
        contacts = counted(work, Contact.organisation_id, ids)
        for row in work.session.execute(query):
            yield OrganisationRow(*row, contacts=contacts.get(row.id, 0))

    def filters(self, wanted: OrganisationFilter) -> list[ColumnElement[bool]]:
        """Keep organisations of one kind."""
        return [] if wanted.kind is None else [Organisation.kind == wanted.kind]

    def orders(self, language: str) -> Mapping[str, ColumnElement[Any]]:
        """Sort by kind or city."""
        return {
            "kind": ranked(OrganisationKind, Organisation.__table__.c.kind),
            "city": words_key(Organisation, "city", language),
        }

    def shared(self, language: str) -> Mapping[str, Shared]:
        """Group by kind or city."""
        del language
        kind = Organisation.__table__.c.kind
        return {"kind": coded(kind), "city": written(Organisation, "city")}


ORGANISATIONS = OrganisationSource()


def organisation_draft(work: Work, organisation_id: UUID) -> OrganisationDraft:
    """Return an organisation as the officer edits it.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    return draft_of(OrganisationDraft, work.get(Organisation, organisation_id))
