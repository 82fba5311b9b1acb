"""The fourth tab of an intake: every line of the file, and what would become of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.folding import fold
from sportsec.domain.intake.preview import IntakeLine, IntakePreview
from sportsec.domain.intake.programme import Outcome
from sportsec.domain.listing import Group, Order, Sort, grouped_by, sorted_by
from sportsec.domain.words import Words
from sportsec.i18n.formats import short_date
from sportsec.i18n.labels import problem_text
from sportsec.ui.desk import Desk
from sportsec.ui.icons import icon
from sportsec.ui.language import isolate, label, tr, tr_count, translator, words
from sportsec.ui.pages.intake.state import lines_of, takeable
from sportsec.ui.tasks import Work
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

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.source = PreviewSource()
        self.model: RowsModel[IntakeLine, Outcome | None] = RowsModel(
            desk.runner, self.source, self._columns(), None, sort="line"
        )
        self.table = TableView(
            self.model, desk.settings, "intake-lines", empty=tr("No such line.")
        )
        take = tr("Take in all the same")
        self.table.add_action_for_rows(take, self._take, "check")
        self.take_button = QPushButton(take)
        self.take_button.setIcon(icon("check"))
        self.take_button.clicked.connect(
            lambda _on: self._take(self.table.selected_ids())
        )
        self.tools = ListTools(desk, self.table, tr("Lines"), OutcomeAbove(self))
        self.table.selectionModel().selectionChanged.connect(
            lambda _new, _old: self._enable()
        )
        self.buttons: dict[Outcome | None, QPushButton] = {}
        self._lay_out()
        self._enable()

    def show_preview(self, preview: IntakePreview) -> None:
        """Show the lines of a preview; the filter stays."""
        self.source.preview = preview
        for outcome, button in self.buttons.items():
            count = preview.counts[outcome] if outcome else len(preview.lines)
            button.setText(lines_text(outcome, count))
            button.setEnabled(outcome is None or count > 0)
        wanted = self.model.wanted
        if wanted is not None and not preview.counts[wanted]:
            self.filter(None)
        else:
            self.model.reload()

    def filter(self, outcome: Outcome | None) -> None:
        """Show the lines with one outcome; None shows all."""
        self.buttons[outcome].setChecked(True)
        self.model.ask(outcome)

    # ---- inside

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
        top.addWidget(self.take_button)
        top.addWidget(self.tools)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 0)
        box.setSpacing(10)
        box.addLayout(top)
        box.addWidget(self.table, 1)

    def _columns(self) -> list[Column[IntakeLine]]:
        return [
            Column(tr("Line"), _number, "line", align="end", tip=_raw, width=60),
            Column(
                *(tr("Outcome"), lambda r: label(r.outcome), "outcome"),
                level=lambda r: OUTCOME_LEVELS[r.outcome],
                width=140,
            ),
            Column(tr("Day"), _day, "day", width=90),
            Column(tr("Time"), _hour, align="center", width=54, key="hour"),
            Column(tr("Home"), self._home, "home", tip=_raw, width=150, least=90),
            Column(tr("Away"), self._away, "away", tip=_raw, width=150, least=90),
            Column(tr("Reason"), reason_text, tip=reason_text, stretch=True, width=120),
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

    def _take(self, ids: Sequence[UUID]) -> None:
        keys = self._takeable(ids)
        if keys:
            self.taken.emit(keys)

    def _takeable(self, ids: Sequence[UUID]) -> list[Any]:
        preview = self.source.preview
        lines = preview.lines if preview else ()
        return takeable(lines[one.int] for one in ids if one.int < len(lines))

    def _enable(self) -> None:
        self.take_button.setEnabled(bool(self._takeable(self.table.selected_ids())))


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
