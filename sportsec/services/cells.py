"""Acts on the cell that owns the workspace."""

from __future__ import annotations

import json
from uuid import UUID

from sportsec.domain.cells import CellDraft, check_cell
from sportsec.domain.errors import Invalid
from sportsec.domain.problems import blocking
from sportsec.queries.cells import OWN_CELL, own_cell
from sportsec.services.drafts import apply_draft
from sportsec.store.tables.system import Cell, Setting
from sportsec.store.work import Work


def name_cell(work: Work, draft: CellDraft, seen: CellDraft | None = None) -> UUID:
    """Give the workspace's cell its name; make the record the first time.

    Args:
        seen: The draft as it was shown; None the first time.

    Raises:
        Invalid: It has no name in any language.
        StaleWrite: Someone changed the same fields since they were shown.
    """
    wrong = blocking(check_cell(draft))
    if wrong:
        raise Invalid(wrong)
    known = own_cell(work)
    cell = work.get(Cell, known.id) if known else work.add(Cell())
    apply_draft(cell, draft, seen)
    if work.session.get(Setting, OWN_CELL) is None:
        work.session.flush()
        work.session.add(Setting(key=OWN_CELL, value=json.dumps(cell.id.hex)))
    return cell.id
