"""What the window asks of the layers below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from sportsec.ui.frame.finder import Finding
from sportsec.ui.frame.status import CellFacts
from sportsec.ui.tasks import Work


@dataclass(frozen=True, slots=True)
class Wires:
    """What the window asks of the layers below; given by `app.wiring`.

    Args:
        folder: Of the workspace.
        finding: Finds records of all kinds.
        facts: Name of the cell and its last backup.
        next_match: Which the tour shows.
    """

    folder: Path
    finding: Finding = field(default_factory=Finding)
    facts: Callable[[Work], CellFacts] = lambda _work: CellFacts()
    next_match: Callable[[Work], UUID | None] = lambda _work: None
