"""Questions about the cell that owns the workspace, and its backups."""

from __future__ import annotations

import json
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.cells import CellDraft
from sportsec.domain.words import Words
from sportsec.store.tables.system import Cell, Setting
from sportsec.store.work import Work

#: Names the setting that holds the identifier of the own cell's record.
OWN_CELL = "own_cell"


@dataclass(frozen=True, slots=True)
class CellRow:
    """The cell, and its identifier for the act that renames it."""

    id: UUID
    draft: CellDraft


def own_cell(work: Work) -> CellRow | None:
    """Return the cell of this workspace; None before it was named."""
    query = select(Cell).where(Cell.deleted_at.is_(None)).order_by(Cell.id).limit(1)
    own = work.session.get(Setting, OWN_CELL)
    if own is not None:  # the cells that files came from are there as well
        query = query.where(Cell.id == UUID(hex=json.loads(own.value)))
    cell = work.session.scalars(query).first()
    if cell is None:
        return None
    draft = CellDraft(cell.name, cell.command_name, cell.city, cell.ref_prefix)
    return CellRow(cell.id, draft)


def issuer(work: Work) -> tuple[Words, ...]:
    """Return who issues a paper: the command, then the cell; empty before it is named.

    One of them may have no name.
    """
    cell = own_cell(work)
    return (cell.draft.command_name, cell.draft.name) if cell is not None else ()
