"""The choices of the sending tab: how much, with what, for whom, sealed how."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.exchange import (
    CellRow,
    Scope,
    ScopeKind,
    Sealing,
    SendPlan,
    SendWish,
    Trust,
)
from sportsec.i18n.field_words import field_label
from sportsec.i18n.labels_exchange import kind_name
from sportsec.queries.pickers import Named
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, label, tr, translator, words
from sportsec.ui.pages.directory.record_fields import named_field
from sportsec.ui.pages.exchange import doing
from sportsec.ui.pages.exchange.state import addressees
from sportsec.ui.pages.match.fields import season_field
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import Banner, Card, margins, text_label
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.fields import TextField
from sportsec.ui.widgets.fields_choice import EnumField, RecordField
from sportsec.ui.widgets.scrolled import lay_out_around
from sportsec.ui.widgets.toggle import ToggleField

#: Edge of a radio button, and the room with its borders before its text (`app.qss`).
_BUTTON, _GAP = 16, 10


class ScopeCard(Card):
    """How much of the record goes, and whether personal fields do."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("What"))
        runner = desk.runner
        self.kind = EnumField(ScopeKind)
        self.kind.set_value(ScopeKind.EVERYTHING)
        self.kind.call(tr("What"))
        self.season = season_field(runner)
        self.match = RecordField(
            runner,
            doing.find_matches,
            doing.match_name,
            tr("Clubs or day of the match"),
        )
        self.command = named_field(runner, Named.COMMAND, placeholder=tr("Command"))
        self.city = TextField(tr("City, such as Fès"))
        self.personal = ToggleField()
        self.personal.set_value(True)
        self.personal.call(tr("With personal fields"))
        self.note = text_label("", "caption", wrap=True)
        self.season.call(tr("Season"))
        self.match.call(tr("Match"))
        self.command.call(tr("Command"))
        self.city.call(tr("City"))
        self.body.addWidget(self.kind)
        for field in (self.season, self.match, self.command, self.city):
            self.body.addWidget(field)
            field.changed.connect(self.changed)
        row = QHBoxLayout()
        row.addWidget(text_label(tr("With personal fields"), "value"), 1)
        row.addWidget(self.personal)
        self.body.addLayout(row)
        self.body.addWidget(self.note)
        self.kind.changed.connect(self._show_fields)
        self.kind.changed.connect(self.changed)
        self.personal.changed.connect(self.changed)
        self.season.completer.activated.connect(lambda _name: self.changed.emit())
        self._show_fields()

    def scope(self) -> Scope:
        """Return what is chosen."""
        kind = self.kind.value()
        fields = {
            ScopeKind.SEASON: self.season,
            ScopeKind.MATCH: self.match,
            ScopeKind.REGION: self.command,
        }
        record: UUID | None = fields[kind].value() if kind in fields else None
        city = self.city.value() if kind is ScopeKind.REGION and not record else ""
        return Scope(kind, record, city)

    def show_personal(self, plan: SendPlan) -> None:
        """Say which fields about persons go, or stay here, kind by kind."""
        t = translator()
        lines = [
            tr(
                "{name}: {text}",
                name=kind_name(t, kind.table),
                text=t(", ").join(field_label(t, each) for each in columns),
            )
            for kind in plan.kinds
            if (columns := kind.personal or kind.withheld)
        ]
        if not lines:
            said = tr("Nothing in it is about a person.")
        elif plan.wish.with_personal:
            said = tr("About persons, these fields are sent:")
        else:
            said = tr("About persons, these fields stay here:")
        self.note.setText("\n".join((said, *lines)))
        lay_out_around(self.note)  # else the card is squeezed for a moment

    def show_scope(self, scope: Scope) -> None:
        """Choose for the officer, as when he sends a match from its file."""
        self.kind.set_value(scope.kind)
        if scope.kind is ScopeKind.MATCH:
            self.match.set_value(scope.record)
        elif scope.kind is ScopeKind.SEASON:
            self.season.set_value(scope.record)
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        kind = self.kind.value()
        self.season.setVisible(kind is ScopeKind.SEASON)
        self.match.setVisible(kind is ScopeKind.MATCH)
        self.command.setVisible(kind is ScopeKind.REGION)
        self.city.setVisible(kind is ScopeKind.REGION)


class AddresseeCard(Card):
    """For whom the file is, and how it is sealed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(tr("For whom"))
        self.choices: dict[Sealing, QRadioButton] = {}
        self.checks: dict[bytes, QCheckBox] = {}
        self._counts_always = False
        group = QButtonGroup(self)
        self.cells = QWidget()
        self._cells = QVBoxLayout(self.cells)
        indent = margins(scaled(_BUTTON) + _GAP, 0, 0, 0)  # they belong to the first
        self._cells.setContentsMargins(indent)
        self._cells.setSpacing(self.body.spacing())
        self.nobody = text_label(
            tr("No cell is known yet: receive a file of one, or use a passphrase."),
            "caption",
            wrap=True,
        )
        self.passphrase = QLineEdit()
        self.passphrase.setAccessibleName(tr("Passphrase"))
        self.passphrase.setPlaceholderText(tr("Passphrase"))
        self.passphrase.textChanged.connect(self.passphrase.setToolTip)
        self.propose = QPushButton(tr("Propose words"))
        self.propose.clicked.connect(lambda _on: self._propose())
        self.secret = QWidget()
        column = QVBoxLayout(self.secret)  # the words need the whole width
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.passphrase)
        note = tr("Note it down before you write the file: it is not kept here.")
        column.addWidget(text_label(note, "caption", wrap=True))
        column.addWidget(self.propose, 0, Qt.AlignmentFlag.AlignLeading)
        warning = tr("Whoever finds this file can read all of it.")
        self.warning = Banner(warning, "warn")
        parts: tuple[tuple[Sealing, QWidget], ...] = (
            (Sealing.CELLS, self.cells),
            (Sealing.PASSPHRASE, self.secret),
            (Sealing.OPEN, self.warning),
        )
        for sealing, part in parts:
            button = QRadioButton(label(sealing))
            button.toggled.connect(self._switched)
            group.addButton(button)
            self.choices[sealing] = button
            self.body.addWidget(button)
            self.body.addWidget(part)
        self.passphrase.textEdited.connect(lambda _text: self.changed.emit())
        self.choices[Sealing.CELLS].setChecked(True)
        self.show_cells([])

    def show_cells(self, cells: Sequence[CellRow]) -> None:
        """Offer the cells that a file can be sealed for; ticks stay."""
        before = {key for key, check in self.checks.items() if check.isChecked()}
        clear_layout(self._cells)
        self.checks = {}
        above: QWidget = self.choices[Sealing.CELLS]
        for cell in addressees(cells):
            name = words(cell.name) or isolate(cell.key.hex()[:8])
            trusted = cell.trust is Trust.TRUSTED
            text = name if trusted else f"{name} — {label(cell.trust)}"
            check = QCheckBox(text)
            check.setAccessibleName(text)
            check.setChecked(cell.key in before)
            check.toggled.connect(lambda _on: self.changed.emit())
            self._cells.addWidget(check)
            QWidget.setTabOrder(above, check)
            self.checks[cell.key] = above = check
        self.nobody = text_label(
            tr("No cell is known yet: receive a file of one, or use a passphrase."),
            "caption",
            wrap=True,
        )
        if not self.checks:
            self._cells.addWidget(self.nobody)
        self._switched()

    def count_always(self, *, always: bool) -> None:
        """Say whether the cells count however the file is sealed."""
        self._counts_always = always
        self._offer_cells()

    def sealing(self) -> Sealing:
        """Return how the file is sealed."""
        return next(one for one, button in self.choices.items() if button.isChecked())

    def addressed(self, scope: Scope, *, with_personal: bool) -> SendWish:
        """Return the whole wish."""
        sealing = self.sealing()
        to = tuple(key for key, check in self.checks.items() if check.isChecked())
        needs = sealing is Sealing.CELLS or scope.kind is ScopeKind.SINCE
        secret = self.passphrase.text() if sealing is Sealing.PASSPHRASE else ""
        return SendWish(scope, with_personal, sealing, to if needs else (), secret)

    def forget(self) -> None:
        """Show the passphrase no longer: whoever passes by would read it."""
        self.passphrase.clear()

    def _propose(self) -> None:
        self.passphrase.setText(doing.proposed_passphrase())
        self.passphrase.setCursorPosition(0)  # it is read out from its beginning
        self.changed.emit()

    def _switched(self) -> None:
        sealing = self.sealing() if self._chosen() else Sealing.CELLS
        self.secret.setVisible(sealing is Sealing.PASSPHRASE)
        self.warning.setVisible(sealing is Sealing.OPEN)
        self._offer_cells()
        self.changed.emit()

    def _offer_cells(self) -> None:
        counts = self._counts_always or self.choices[Sealing.CELLS].isChecked()
        self.cells.setEnabled(counts)

    def _chosen(self) -> bool:
        return any(button.isChecked() for button in self.choices.values())
