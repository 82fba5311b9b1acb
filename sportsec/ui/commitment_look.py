"""How promises and decisions look wherever they are shown."""

from __future__ import annotations

from datetime import date

from sportsec.domain.commitments import CommitmentKind, CommitmentState
from sportsec.domain.words import N_
from sportsec.i18n.commitment_words import state_words
from sportsec.i18n.formats import short_date, short_day_name
from sportsec.queries.commitments import CommitmentRow
from sportsec.ui.language import isolate, tr, tr_count, translator
from sportsec.ui.match_look import distance_of
from sportsec.ui.widgets.badges import Badge

#: A day of the week is not torn from its date.
NO_BREAK = "\u00a0"
#: What a state looks like; a late one is marked otherwise.
STATE_LEVELS = {
    CommitmentState.OPEN: "info",
    CommitmentState.KEPT: "ok",
    CommitmentState.BROKEN: "block",
    CommitmentState.CANCELLED: "muted",
}
#: What the act is called that closes one, or several of a kind; None for both kinds.
_CLOSED = {
    (CommitmentState.KEPT, CommitmentKind.PROMISE): N_("Noted as kept"),
    (CommitmentState.KEPT, CommitmentKind.DECISION): N_("Noted as carried out"),
    (CommitmentState.KEPT, None): N_("Noted as kept or carried out"),
    (CommitmentState.BROKEN, CommitmentKind.PROMISE): N_("Noted as not kept"),
    (CommitmentState.BROKEN, CommitmentKind.DECISION): N_("Noted as not carried out"),
    (CommitmentState.BROKEN, None): N_("Noted as not kept or carried out"),
}


def closing_act(state: CommitmentState, kind: CommitmentKind | None) -> str:
    """Return the sentence of the act that says what became of one, or of several.

    Args:
        state: Kept or broken.
        kind: None where there are promises and decisions among them.
    """
    return _CLOSED[state, kind]


def state_choices(
    kind: CommitmentKind | None,
) -> list[tuple[CommitmentState, str]]:
    """Return all states, each with what it is called of a kind; None for both."""
    return [
        (state, state_words(translator(), kind, state)) for state in CommitmentState
    ]


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
    return tr("{name}: {text}", name=tr("Due on"), text=due_day(due_on))


def due_day(due_on: date | None, match_on: date | None = None) -> str:
    """Return "Fri 04/12/2026 (1 day before the match)"; empty where no day is set.

    Args:
        match_on: None where that is not to be said.
    """
    if due_on is None:
        return ""
    name = short_day_name(due_on, translator().language)
    said = f"{name}{NO_BREAK}{isolate(short_date(due_on))}"
    if match_on is None:
        return said
    days = (match_on - due_on).days
    return f"{said} ({distance_of(days) if days else tr('the day of the match')})"


def due_day_of(row: CommitmentRow) -> str:
    """Return by when one is to be kept; of an open one also how far from its match."""
    counts = row.state is CommitmentState.OPEN and not row.is_match_off
    return due_day(row.due_on, row.match_on if counts else None)


def more_promises(count: int) -> str:
    """Return how many promises and decisions a list leaves out."""
    return tr_count(
        "{n} more promise or decision", "{n} more promises or decisions", count
    )


def outdated_text(count: int) -> str:
    """Return how many promises and decisions give a figure that has changed since."""
    return tr_count(
        "{n} promise or decision gives a figure that has changed since",
        "{n} promises or decisions give figures that have changed since",
        count,
    )


def state_level(row: CommitmentRow) -> str:
    """Return the level of the badge that says so."""
    return "warn" if row.is_late else STATE_LEVELS[row.state]


def state_badge(row: CommitmentRow) -> Badge:
    """Return the badge that says what became of it, or that it is late."""
    return Badge(state_text(row), state_level(row))
