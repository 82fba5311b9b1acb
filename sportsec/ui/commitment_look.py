"""How promises and decisions look wherever they are shown."""

from __future__ import annotations

from datetime import date

from sportsec.domain.commitments import CommitmentState
from sportsec.i18n.commitment_words import state_words
from sportsec.i18n.formats import short_date
from sportsec.queries.commitments import CommitmentRow
from sportsec.ui.language import isolate, tr, translator
from sportsec.ui.widgets.badges import Badge

#: What a state looks like; a late one is marked otherwise.
STATE_LEVELS = {
    CommitmentState.OPEN: "info",
    CommitmentState.KEPT: "ok",
    CommitmentState.BROKEN: "block",
    CommitmentState.CANCELLED: "muted",
}


def state_text(row: CommitmentRow) -> str:
    """Return what became of it, or that it is late."""
    return tr("Late") if row.is_late else said_as(row, row.state)


def said_as(row: CommitmentRow, state: CommitmentState) -> str:
    """Return what a state is called where it is that of this one."""
    return state_words(translator(), row.kind, state)


def due_text(due_on: date | None) -> str:
    """Return by when it is to be kept; empty where no day is set."""
    if due_on is None:
        return ""
    return tr("{name}: {text}", name=tr("Due on"), text=isolate(short_date(due_on)))


def state_level(row: CommitmentRow) -> str:
    """Return the level of the badge that says so."""
    return "warn" if row.is_late else STATE_LEVELS[row.state]


def state_badge(row: CommitmentRow) -> Badge:
    """Return the badge that says what became of it, or that it is late."""
    return Badge(state_text(row), state_level(row))
