"""Cards of a match file that list: estimates, moves, earlier meetings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sportsec.domain.estimate_rules import (
    TICKETLESS_LEFT_OUT,
    check_estimate,
    leaves_out_ticketless,
)
from sportsec.domain.fixtures import EstimateDraft, OutcomeCode
from sportsec.i18n.formats import date_time, short_date
from sportsec.i18n.labels import problem_text
from sportsec.queries.fixture_history import (
    EstimateRow,
    MeetingRow,
    MoveRow,
    estimates_in_force,
)
from sportsec.queries.match_file import MatchFile
from sportsec.ui.language import isolate, label, tr, tr_count, translator, words
from sportsec.ui.match_look import score_text
from sportsec.ui.pages.directory.ranges import figure, joined
from sportsec.ui.pages.directory.small_rows import link_row, value_link
from sportsec.ui.pages.match.cards import FactsCard
from sportsec.ui.pages.match.grid import SmallTable
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.buttons import sign_button
from sportsec.ui.widgets.cards import Card, Mark, text_label
from sportsec.ui.widgets.clearing import clear_layout

_OUTCOME_LEVELS = {
    OutcomeCode.NONE: "ok",
    OutcomeCode.MINOR: "muted",
    OutcomeCode.DISTURBANCE: "medium",
    OutcomeCode.VIOLENCE: "high",
    OutcomeCode.SERIOUS: "critical",
}


#: Outcomes that are counted above a list.
_ILL = (OutcomeCode.DISTURBANCE, OutcomeCode.VIOLENCE, OutcomeCode.SERIOUS)


#: Below this width, at text size normal, a match does not stand on one line.
NARROW = 680


class EstimatesCard(FactsCard):
    """Estimates of the public: the latest of each kind, then the earlier ones."""

    def __init__(
        self, add: Callable[[], object], remove: Callable[[UUID], object]
    ) -> None:
        super().__init__(
            tr("Estimates"), add, ("estimates",), action=(tr("Add"), "plus")
        )
        self._add, self._remove = add, remove
        self.facts.hide()
        self.none = text_label(tr("No estimate yet."), "caption")
        self._wrong: dict[UUID, str] = {}
        heads = (
            *(tr("Public"), tr("Persons"), tr("Source"), tr("Confidence"), tr("Date")),
            "",
        )
        self.table = SmallTable(heads, wide=2, wraps=(0,))
        self.earlier_title = text_label(tr("Earlier estimates"), "field")
        self.earlier = SmallTable(heads, wide=2, wraps=(0,))
        self.left_out = text_label(tr(TICKETLESS_LEFT_OUT), "caption", wrap=True)
        for widget in (
            *(self.none, self.table, self.left_out),
            *(self.earlier_title, self.earlier),
        ):
            self.body.addWidget(widget)

    def show_estimates(self, file: MatchFile) -> None:
        """Show the estimates of a match."""
        latest = estimates_in_force(file.estimates)
        self._wrong = {each.id: _wrong(file, each) for each in latest.values()}
        self.show_facts([], file.problems)
        if any(each.field in self.fields for each in file.problems):
            self.notes.addWidget(value_link(tr("Enter the total"), self._add))
        earlier = [row for row in file.estimates if latest[row.kind] is not row]
        self.none.setVisible(not latest)
        self.table.setVisible(bool(latest))
        self.table.show_rows([self._cells(row) for row in latest.values()])
        persons = {kind: row.persons for kind, row in latest.items()}
        self.left_out.setVisible(leaves_out_ticketless(persons))
        self.earlier_title.setVisible(bool(earlier))
        self.earlier.setVisible(bool(earlier))
        self.earlier.show_rows([self._cells(row) for row in earlier])

    def _cells(self, row: EstimateRow) -> list[str | QWidget]:
        tip = tr("Delete this estimate")
        return [
            label(row.kind),
            self._persons(row),
            row.source,
            label(row.confidence),
            isolate(short_date(row.estimated_on)),
            sign_button("close", tip, partial(self._remove, row.id)),
        ]

    def _persons(self, row: EstimateRow) -> str | QWidget:
        """Return the figure, marked where something speaks against it."""
        wrong = self._wrong.get(row.id, "")
        if not wrong:
            return figure(row.persons)
        cell = QWidget()
        cell.setToolTip(wrong)
        box = QHBoxLayout(cell)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        shown = text_label(figure(row.persons), "value")
        shown.setAccessibleDescription(wrong)
        box.addWidget(shown)
        box.addWidget(Mark("warn"))
        return cell


def _wrong(file: MatchFile, row: EstimateRow) -> str:
    """Return what speaks against an estimate, as its form said when it was entered."""
    draft = EstimateDraft(row.kind, row.persons, row.source)
    found = check_estimate(draft, file.draft, file.facts, date.max)
    wrong = [each for each in found if each.field == "persons"]
    texts = [problem_text(translator(), each) for each in wrong]
    return "\n".join(texts)


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

    Where a line would be too long for the card, what it says stands under each other.

    Args:
        none: Said where there are none.
    """

    def __init__(
        self, title: str, none: str, open_match: Callable[[UUID], object]
    ) -> None:
        super().__init__(title)
        self._open = open_match
        self._rows: Sequence[MeetingRow] = ()
        self.none = text_label(none, "caption")
        heads = (
            *(tr("Day"), tr("Match"), tr("Score"), tr("Attendance")),
            *(tr("Public order"), tr("Note")),
        )
        self.table = SmallTable(heads, wide=5)
        self.blocks = QWidget()
        self._stack = QVBoxLayout(self.blocks)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(18)
        self._is_narrow = False
        for widget in (self.none, self.table, self.blocks):
            self.body.addWidget(widget)

    def show_meetings(self, rows: Sequence[MeetingRow]) -> None:
        """Show matches, and how many of them went ill."""
        self._rows = rows
        self._fill()
        ill = sum(row.outcome in _ILL for row in rows)
        many = tr_count("{n} match", "{n} matches", len(rows)) if rows else ""
        few = tr_count("{n} with disorder", "{n} with disorder", ill) if ill else ""
        self.header.note.setText(" · ".join(filter(None, (many, few))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the room is another."""
        super().resizeEvent(event)
        is_narrow = self.width() < scaled(NARROW)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._fill()

    # ---- inside

    def _fill(self) -> None:
        rows = self._rows
        self.none.setVisible(not rows)
        self.table.setVisible(bool(rows) and not self._is_narrow)
        self.blocks.setVisible(bool(rows) and self._is_narrow)
        clear_layout(self._stack)
        self.table.show_rows([])
        if self._is_narrow:
            for row in rows:
                self._stack.addWidget(self._block(row))
        else:
            self.table.show_rows([self._cells(row) for row in rows])

    def _cells(self, row: MeetingRow) -> list[str | QWidget]:
        return [
            isolate(short_date(row.played_on)),
            self._link(row),
            _score(row),
            figure(row.attendance),
            _outcome(row) or "",
            words(row.outcome_note),
        ]

    def _block(self, row: MeetingRow) -> QWidget:
        """Return what a line says, under each other."""
        block = QWidget()
        box = QVBoxLayout(block)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self._link(row))
        facts = QHBoxLayout()
        facts.setSpacing(14)
        seen = figure(row.attendance)
        public = tr("{name}: {text}", name=tr("Attendance"), text=seen) if seen else ""
        said = joined(isolate(short_date(row.played_on)), _score(row), public)
        facts.addWidget(text_label(said, "value", wrap=True), 1)
        outcome = _outcome(row)
        if outcome is not None:
            facts.addWidget(outcome)
        box.addLayout(facts)
        if note := words(row.outcome_note):
            box.addWidget(text_label(note, "value", wrap=True))
        return block

    def _link(self, row: MeetingRow) -> QWidget:
        match = f"{words(row.home)} – {words(row.away)}"
        return link_row(match, partial(self._open, row.id))


def _score(row: MeetingRow) -> str:
    return score_text(row.home_score, row.away_score) or label(row.status)


def _outcome(row: MeetingRow) -> Badge | None:
    if row.outcome is None:
        return None
    return Badge(label(row.outcome), _OUTCOME_LEVELS[row.outcome])


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
