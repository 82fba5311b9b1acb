"""Cards of a match file that list: estimates, moves, earlier meetings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from sportsec.domain.fixtures import OutcomeCode
from sportsec.i18n.formats import date_time, short_date
from sportsec.queries.fixture_history import EstimateRow, MeetingRow, MoveRow
from sportsec.queries.match_file import MatchFile
from sportsec.ui.language import isolate, label, tr, tr_count, words
from sportsec.ui.match_look import score_text
from sportsec.ui.pages.directory.ranges import figure
from sportsec.ui.pages.directory.small_rows import link_row
from sportsec.ui.pages.match.cards import FactsCard
from sportsec.ui.pages.match.grid import SmallTable
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.buttons import sign_button
from sportsec.ui.widgets.cards import Card, text_label

_OUTCOME_LEVELS = {
    OutcomeCode.NONE: "ok",
    OutcomeCode.MINOR: "muted",
    OutcomeCode.DISTURBANCE: "medium",
    OutcomeCode.VIOLENCE: "high",
    OutcomeCode.SERIOUS: "critical",
}


#: Outcomes that are counted above a list.
_ILL = (OutcomeCode.DISTURBANCE, OutcomeCode.VIOLENCE, OutcomeCode.SERIOUS)


class EstimatesCard(FactsCard):
    """Estimates of the public: the latest of each kind, then the earlier ones."""

    def __init__(
        self, add: Callable[[], object], remove: Callable[[UUID], object]
    ) -> None:
        super().__init__(tr("Estimates"), add, action=(tr("Add"), "plus"))
        self._remove = remove
        self.facts.hide()
        self.none = text_label(tr("No estimate yet."), "caption")
        heads = (
            *(tr("Public"), tr("Persons"), tr("Source"), tr("Confidence"), tr("Date")),
            "",
        )
        self.table = SmallTable(heads, wide=2)
        self.earlier_title = text_label(tr("Earlier estimates"), "field")
        self.earlier = SmallTable(heads, wide=2)
        for widget in (self.none, self.table, self.earlier_title, self.earlier):
            self.body.addWidget(widget)

    def show_estimates(self, file: MatchFile) -> None:
        """Show the estimates of a match."""
        latest: dict[object, EstimateRow] = {}
        for row in file.estimates:
            latest.setdefault(row.kind, row)
        earlier = [row for row in file.estimates if latest[row.kind] is not row]
        self.none.setVisible(not latest)
        self.table.setVisible(bool(latest))
        self.table.show_rows([self._cells(row) for row in latest.values()])
        self.earlier_title.setVisible(bool(earlier))
        self.earlier.setVisible(bool(earlier))
        self.earlier.show_rows([self._cells(row) for row in earlier])

    def _cells(self, row: EstimateRow) -> list[str | QWidget]:
        tip = tr("Delete this estimate")
        return [
            label(row.kind),
            figure(row.persons),
            row.source,
            label(row.confidence),
            isolate(short_date(row.estimated_on)),
            sign_button("close", tip, partial(self._remove, row.id)),
        ]


class MovesCard(Card):
    """The moves of a match with their reasons, the latest first."""

    def __init__(self) -> None:
        super().__init__(tr("Moves"))
        self.table = SmallTable((tr("From"), tr("To"), tr("Reason")), wide=2)
        self.body.addWidget(self.table)

    def show_moves(self, file: MatchFile) -> None:
        """Show the moves; without any the card is hidden."""
        self.setVisible(bool(file.moves))
        zone = ZoneInfo(file.draft.kick_off_zone)
        self.table.show_rows([_move_cells(row, zone) for row in file.moves])


class MeetingsCard(Card):
    """Earlier matches; a click opens the file of one.

    Args:
        none: Said where there are none.
    """

    def __init__(
        self, title: str, none: str, open_match: Callable[[UUID], object]
    ) -> None:
        super().__init__(title)
        self._open = open_match
        self.none = text_label(none, "caption")
        heads = (
            *(tr("Day"), tr("Match"), tr("Score"), tr("Attendance")),
            *(tr("Public order"), tr("Note")),
        )
        self.table = SmallTable(heads, wide=5)
        self.body.addWidget(self.none)
        self.body.addWidget(self.table)

    def show_meetings(self, rows: Sequence[MeetingRow]) -> None:
        """Show matches, and how many of them went ill."""
        self.none.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self.table.show_rows([self._cells(row) for row in rows])
        ill = sum(row.outcome in _ILL for row in rows)
        many = tr_count("{n} match", "{n} matches", len(rows)) if rows else ""
        few = tr_count("{n} with disorder", "{n} with disorder", ill) if ill else ""
        self.header.note.setText(" · ".join(filter(None, (many, few))))

    def _cells(self, row: MeetingRow) -> list[str | QWidget]:
        score = score_text(row.home_score, row.away_score) or label(row.status)
        outcome: str | QWidget = ""
        if row.outcome is not None:
            outcome = Badge(label(row.outcome), _OUTCOME_LEVELS[row.outcome])
        match = f"{words(row.home)} – {words(row.away)}"
        return [
            isolate(short_date(row.played_on)),
            link_row(match, partial(self._open, row.id)),
            score,
            figure(row.attendance),
            outcome,
            words(row.outcome_note),
        ]


def _move_cells(row: MoveRow, zone: ZoneInfo) -> list[str]:
    old = date_time(row.from_at, zone) or short_date(row.from_date)
    new = date_time(row.to_at, zone) or short_date(row.to_date)
    old, new = isolate(old), isolate(new)
    if row.from_venue != row.to_venue:
        old, new = f"{old}\n{words(row.from_venue)}", f"{new}\n{words(row.to_venue)}"
    said = " · ".join(
        part for part in (row.source, isolate(short_date(row.changed_at))) if part
    )
    return [old, new, f"{row.reason}\n{said}" if row.reason else said]
