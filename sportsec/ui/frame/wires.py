"""What the window asks of the layers below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from sportsec.ui.frame.finder_hits import Finding
from sportsec.ui.frame.status import CellFacts
from sportsec.ui.tasks import Work


@dataclass(frozen=True, slots=True)
class Wires:
    """What the window asks of the layers below; given by `app.wiring`.

    Args:
        folder: Of the workspace.
        finding: Finds records of all kinds.
        facts: Name of the cell and its last backup.
        toured: The match that the tour shows, and whether the record holds the sample.
    """

    folder: Path
    finding: Finding = field(default_factory=Finding)
    facts: Callable[[Work], CellFacts] = lambda _work: CellFacts()
    toured: Callable[[Work], tuple[UUID | None, bool]] = lambda _work: (None, False)
