"""The lines of a preview as the source of a list."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sportsec.domain.folding import fold
from sportsec.domain.intake.preview import IntakeLine, IntakePreview
from sportsec.domain.intake.programme import Outcome
from sportsec.domain.listing import Group, Order, Sort, grouped_by, sorted_by
from sportsec.ui.pages.intake.state import lines_of
from sportsec.ui.tasks import Work


class PreviewSource:
    """The lines of a preview as a list; no question goes to the record."""

    groupable = frozenset({"outcome", "day", "round"})

    def __init__(self) -> None:
        self.preview: IntakePreview | None = None

    def count(self, _work: Work, wanted: Outcome | None) -> int:
        """Count the lines with an outcome."""
        if self.preview is None:
            return 0
        return self.preview.counts[wanted] if wanted else len(self.preview.lines)

    def ids(
        self,
        _work: Work,
        wanted: Outcome | None,
        order: Order,
        limit: int | None,
    ) -> Sequence[UUID]:
        """Return the places of the lines, as ids."""
        if self.preview is None:
            return []
        places = lines_of(self.preview, wanted)
        ordered = sorted_by(places, order, _keys(self.preview.lines))
        return [UUID(int=at) for at in ordered[:limit]]

    def groups(self, work: Work, wanted: Outcome | None, sort: Sort) -> list[Group]:
        """Return what the lines have in common, in the order of a key."""
        rows = self.rows(work, self.ids(work, wanted, [sort], None))
        return grouped_by(rows, _SHARED[sort.key])

    def rows(self, _work: Work, ids: Sequence[UUID]) -> Sequence[IntakeLine]:
        """Return the lines."""
        lines = self.preview.lines if self.preview else ()
        return [lines[one.int] for one in ids if one.int < len(lines)]


def _keys(lines: Sequence[IntakeLine]) -> Mapping[str, Callable[[int], Any]]:
    """Return what each column sorts the places of the lines by."""
    outcomes = list(Outcome)
    return {
        "line": lambda at: at,
        "outcome": lambda at: outcomes.index(lines[at].outcome),
        "day": lambda at: _moment(lines[at]),
        "home": lambda at: fold(lines[at].line.home),
        "away": lambda at: fold(lines[at].line.away),
        "round": lambda at: (len(lines[at].line.round), lines[at].line.round),
    }


#: What lines have in common that are grouped by a column.
_SHARED: Mapping[str, Callable[[IntakeLine], Hashable]] = {
    "outcome": lambda line: line.outcome,
    "day": lambda line: line.line.date,
    "round": lambda line: line.line.round,
}


def _moment(line: IntakeLine) -> tuple[bool, Any, str]:
    read = line.line
    return read.date is None, read.date, str(read.time or "")
