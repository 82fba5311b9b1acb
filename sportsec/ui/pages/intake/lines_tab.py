"""The fourth tab of an intake: every line of the file, and what would become of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.intake.comparison_words import MOVED_FAR
from sportsec.domain.intake.preview import IntakeLine, IntakePreview, LineKey
from sportsec.domain.intake.programme import Outcome
from sportsec.domain.nearby import TOO_NEAR
from sportsec.domain.words import Words
from sportsec.i18n.formats import short_date
from sportsec.i18n.labels import problem_text
from sportsec.ui.desk import Desk
from sportsec.ui.icons import icon
from sportsec.ui.language import isolate, label, tr, tr_count, translator, words
from sportsec.ui.pages.intake.lines_source import PreviewSource
from sportsec.ui.pages.intake.state import takeable
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.flow import FlowLayout
from sportsec.ui.widgets.list_tools import ListTools
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.table import TableView

OUTCOME_LEVELS = {
    Outcome.NEW: "ok",
    Outcome.MOVED: "info",
    Outcome.CHANGED: "info",
    Outcome.SAME: "muted",
    Outcome.UNCLEAR: "warn",
    Outcome.REFUSED: "block",
}

#: Lines with these stay out of the agenda; the first can still be decided.
LEFT_OUT = (Outcome.UNCLEAR, Outcome.REFUSED)


class OutcomeAbove:
    """The outcome that is shown, as a `ListFilter`."""

    def __init__(self, tab: LinesTab) -> None:
        self._tab = tab

    def kept(self) -> Mapping[str, Any]:
        """Return the outcome."""
        return {"outcome": self._tab.model.wanted}

    def recall(self, kept: Mapping[str, Any]) -> None:
        """Show the lines with an outcome; nothing for all lines."""
        kept_one = kept.get("outcome")
        self._tab.filter(next((one for one in Outcome if one == kept_one), None))


class LinesTab(QWidget):
    """The lines with their outcome and its reason; one button for each outcome."""

    taken = Signal(object)
    left = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.source = PreviewSource()
        self.model: RowsModel[IntakeLine, Outcome | None] = RowsModel(
            desk.runner, self.source, self._columns(), None, sort="line"
        )
        self.table = TableView(
            self.model, desk.settings, "intake-lines", empty=tr("No such line.")
        )
        self._offer_decisions()
        self.reason = text_label("", "value", wrap=True)
        self.tools = ListTools(desk, self.table, tr("Lines"), OutcomeAbove(self))
        self.table.selectionModel().selectionChanged.connect(
            lambda _new, _old: self._follow()
        )
        self.model.settled.connect(self._follow)
        self.buttons: dict[Outcome | None, QPushButton] = {}
        self._lay_out()
        self._follow()

    def show_preview(self, preview: IntakePreview) -> None:
        """Show the lines of a preview; the filter stays."""
        self.source.preview = preview
        for outcome, button in self.buttons.items():
            count = preview.counts[outcome] if outcome else len(preview.lines)
            button.setText(lines_text(outcome, count))
            button.setVisible(outcome is None or count > 0)
        wanted = self.model.wanted
        if wanted is not None and not preview.counts[wanted]:
            self.filter(None)
        else:
            self.model.reload()

    def filter(self, outcome: Outcome | None) -> None:
        """Show the lines with one outcome; None shows all."""
        self.buttons[outcome].setChecked(True)
        self.model.ask(outcome)

    @property
    def left_out(self) -> int:
        """How many lines of the preview are not taken in."""
        return sum(self._counts(outcome) for outcome in LEFT_OUT)

    def filter_rest(self) -> None:
        """Show lines that were left out; first those that can be decided."""
        self.filter(next((one for one in LEFT_OUT if self._counts(one)), None))

    # ---- inside

    def _counts(self, outcome: Outcome) -> int:
        return self.source.preview.counts[outcome] if self.source.preview else 0

    def _offer_decisions(self) -> None:
        """Offer to take unclear lines in, and to take that back."""
        self.take_button = IconButton("check")
        self.take_button.clicked.connect(
            lambda _on: self._decide(self.table.selected_ids())
        )
        for text, sign, decidable in (
            (_take_text(), "check", self._takeable),
            (_leave_text(), "undo", self._taken),
        ):
            self.table.add_action_for_rows(
                *(text, self._decide, sign),
                when=lambda ids, keys=decidable: bool(keys(ids)),  # type: ignore[misc]
            )

    def _lay_out(self) -> None:
        flow = FlowLayout(gap=6)
        group = QButtonGroup(self)
        for outcome in (None, *Outcome):
            button = QPushButton(label(outcome) if outcome else tr("All lines"))
            button.setCheckable(True)
            button.setProperty("choice", True)
            button.setChecked(outcome is None)
            button.clicked.connect(lambda _on, one=outcome: self.filter(one))
            group.addButton(button)
            flow.addWidget(button)
            self.buttons[outcome] = button
        top = QHBoxLayout()
        top.addLayout(flow, 1)
        for beside in (self.take_button, self.tools):
            top.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 0)
        box.setSpacing(10)
        box.addLayout(top)
        box.addWidget(self.reason)  # above: below it would be out of sight
        box.addWidget(self.table, 1)

    def _columns(self) -> list[Column[IntakeLine]]:
        doubt = icon("warning", "level_warn_ink")
        return [
            Column(tr("Line"), _number, "line", align="end", tip=_raw, width=60),
            Column(
                *(tr("Outcome"), lambda r: label(r.outcome), "outcome"),
                level=lambda r: OUTCOME_LEVELS[r.outcome],
                width=140,
            ),
            Column(tr("Day"), _day, "day", width=90),
            Column(
                *(tr("Time"), _hour),
                align="center",
                width=54,
                key="hour",
                spare=True,  # the others say which match it is, and why it stays out
            ),
            Column(tr("Home"), self._home, "home", tip=_raw, width=150, least=90),
            Column(tr("Away"), self._away, "away", tip=_raw, width=150, least=90),
            Column(
                *(tr("Reason"), reason_text),
                icon=lambda r: doubt if is_warned_of(r) else None,
                tip=reason_text,
                stretch=True,
                width=120,
                least=100,
            ),
            Column(tr("Stadium"), self._venue, width=130, hidden=True, key="venue"),
            Column(
                *(tr("Round"), lambda r: isolate(r.line.round), "round"),
                width=80,
                hidden=True,
            ),
        ]

    def _home(self, line: IntakeLine) -> str:
        return self._name(line.home_club_id, line.line.home)

    def _away(self, line: IntakeLine) -> str:
        return self._name(line.away_club_id, line.line.away)

    def _venue(self, line: IntakeLine) -> str:
        return self._name(line.venue_id, line.line.venue)

    def _name(self, record: UUID | None, spelled: str) -> str:
        """Return what a record is called, else what the file says."""
        preview = self.source.preview
        if record is None or preview is None:
            return spelled
        name = preview.clubs.get(record) or preview.venues.get(record) or Words()
        return words(name) or spelled

    def _decide(self, ids: Sequence[UUID]) -> None:
        """Take lines in, or those that are taken in back."""
        if keys := self._takeable(ids):
            self.taken.emit(keys)
        elif keys := self._taken(ids):
            self.left.emit(keys)

    def _chosen(self, ids: Sequence[UUID]) -> list[IntakeLine]:
        lines = self.source.preview.lines if self.source.preview else ()
        return [lines[one.int] for one in ids if one.int < len(lines)]

    def _takeable(self, ids: Sequence[UUID]) -> list[LineKey]:
        return takeable(self._chosen(ids))

    def _would_move(self, ids: Sequence[UUID]) -> bool:
        """Say whether all the lines that may be taken give a match another day."""
        lines = [line for line in self._chosen(ids) if line.if_taken is not None]
        return bool(lines) and all(map(_gives_other_day, lines))

    def _taken(self, ids: Sequence[UUID]) -> list[LineKey]:
        preview = self.source.preview
        taken = preview.choices.take_unclear if preview else frozenset()
        return [line.key for line in self._chosen(ids) if line.key in taken]

    def _follow(self) -> None:
        """Offer what can be done with the lines selected, and say all of one's why."""
        ids = self.table.selected_ids()
        can_take, can_leave = bool(self._takeable(ids)), bool(self._taken(ids))
        back = can_leave and not can_take
        moves = self._would_move(ids)
        text = tr("Move all the same") if moves else _take_text()
        self.take_button.setText(_leave_text() if back else text)
        self.take_button.setIcon(icon("undo" if back else "check"))
        self.take_button.setEnabled(can_take or can_leave)
        lines = self._chosen(ids)
        # There without a line too, so that the list stays where it was clicked.
        hint = tr("Select a line to read all of its reason.") if self.left_out else ""
        self.reason.setText(reason_text(lines[0]) if len(lines) == 1 else hint)


def _take_text() -> str:
    return tr("Take in all the same")


def _leave_text() -> str:
    return tr("Take the decision back")


def lines_text(outcome: Outcome | None, n: int) -> str:
    """Return "3 new matches" and the like; None counts all lines."""
    match outcome:
        case None:
            text = tr_count("{n} line", "{n} lines", n)
        case Outcome.NEW:
            text = tr_count("{n} new match", "{n} new matches", n)
        case Outcome.MOVED:
            text = tr_count("{n} moved match", "{n} moved matches", n)
        case Outcome.CHANGED:
            text = tr_count("{n} changed match", "{n} changed matches", n)
        case Outcome.SAME:
            text = tr_count("{n} unchanged match", "{n} unchanged matches", n)
        case Outcome.UNCLEAR:
            text = tr_count("{n} unclear line", "{n} unclear lines", n)
        case Outcome.REFUSED:
            text = tr_count("{n} refused line", "{n} refused lines", n)
    return text


def reason_text(line: IntakeLine) -> str:
    """Return why a line has its outcome, in one line."""
    return " · ".join(problem_text(translator(), each) for each in line.reasons)


def is_warned_of(line: IntakeLine) -> bool:
    """Say whether a line moves its match far, or near to another of its club."""
    return any(each.message in {TOO_NEAR, MOVED_FAR} for each in line.reasons)


def _gives_other_day(line: IntakeLine) -> bool:
    return any(change.field == "kick_off_date" for change in line.changes)


def _number(line: IntakeLine) -> str:
    return str(line.line.number)


def _day(line: IntakeLine) -> str:
    return isolate(short_date(line.line.date))


def _hour(line: IntakeLine) -> str:
    return f"{line.line.time:%H:%M}" if line.line.time else "—"


def _raw(line: IntakeLine) -> str:
    """Return the line as it stands in the file, after the name of its sheet."""
    read = line.line
    return f"{read.sheet}: {read.raw}" if read.sheet else read.raw
