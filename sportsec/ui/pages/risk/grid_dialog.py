"""Edits the grid as a new version: factors, weights, what their values mean."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.errors import Invalid, SportsecError
from sportsec.domain.problems import Problem, blocking
from sportsec.domain.risk import Factor, FactorDraft
from sportsec.domain.risk_grid import HEAVIEST, check_grid
from sportsec.domain.words import N_
from sportsec.i18n.labels import problem_text
from sportsec.queries.risk import GridRow
from sportsec.services.risk_grid import publish_grid
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, tr, translator, words
from sportsec.ui.pages.history.opening import history_button, show_history
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import Banner, scrolled, text_label
from sportsec.ui.widgets.cells import Index
from sportsec.ui.widgets.fields import IntegerField, TextField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.fitting import fit, room_for
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.shortened import shortened

LIST_WIDTH = 300
#: Of the dialog: in less, the labels of the form stand above its fields.
LABELS_BESIDE = 900
#: What the style leaves beside the text of a line, in pixels.
PAD = 14
_NAME = Qt.ItemDataRole.UserRole


class GridDialog(QDialog):
    """A list of factors, and the form of the one that is chosen.

    Signals:
        published: The id of the new version.
    """

    published = Signal(object)

    def __init__(self, desk: Desk, grid: GridRow, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._grid = grid
        self.factors = [_draft(factor) for factor in grid.factors]
        self.setWindowTitle(tr("A new version of the grid"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.list = QListWidget()
        self.list.setMinimumWidth(scaled(LIST_WIDTH))
        self.list.setItemDelegate(_NameGivesWay(self.list))
        self.list.setAccessibleName(self.windowTitle())
        self.form = _form(stacked=scaled(LABELS_BESIDE) > room_for(self).width())
        self.banner = Banner()
        self.add = _button(tr("Add a factor"), "plus")
        self.remove = _button(tr("Remove this factor"), "delete")
        self.history = history_button()
        self.cancel = QPushButton(tr("Cancel"))
        self.publish = QPushButton(tr("Publish"))
        self.publish.setProperty("primary", True)
        self._lay_out()
        self._fill(0)
        self._connect()

    # ---- what the officer does

    def add_factor(self) -> None:
        """Add a factor at the end."""
        self.factors.append(FactorDraft(code=f"F{len(self.factors) + 1}"))
        self._fill(len(self.factors) - 1)

    def remove_factor(self) -> None:
        """Take the chosen factor out of the new version."""
        place = self.list.currentRow()
        if place >= 0 and len(self.factors) > 1:
            del self.factors[place]
            self._fill(min(place, len(self.factors) - 1))

    def save(self) -> None:
        """Publish the new version."""
        name, factors = self._grid.name, tuple(self.factors)
        self._desk.runner.write(
            self,
            N_("Grid published"),
            lambda work: publish_grid(work, name, factors),
            self._done,
            self._failed,
        )

    # ---- inside

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.addWidget(self.add)
        tools.addWidget(self.remove)
        tools.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addLayout(tools)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addLayout(left)
        middle.addWidget(scrolled(self.form), 1)
        end = QHBoxLayout()
        end.addWidget(self.history)
        end.addStretch(1)
        end.addWidget(self.cancel)
        end.addWidget(self.publish)
        note = tr("Assessments made so far keep the grid they were made with.")
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(12)
        box.addWidget(text_label(self.windowTitle(), "title"))
        box.addWidget(text_label(note, "caption"))
        box.addWidget(self.banner)
        box.addLayout(middle, 1)
        box.addLayout(end)
        fit(self, 980, 720)

    def _connect(self) -> None:
        desk, grid = self._desk, self._grid.id
        self.history.clicked.connect(
            lambda _on: show_history(self, desk, "risk_grid", grid)
        )
        self.list.currentRowChanged.connect(self._choose)
        self.form.edited.connect(self._take)
        self.add.clicked.connect(lambda _on: self.add_factor())
        self.remove.clicked.connect(lambda _on: self.remove_factor())
        self.cancel.clicked.connect(lambda _on: self.reject())
        self.publish.clicked.connect(lambda _on: self.save())

    def _fill(self, place: int) -> None:
        """Show the factors again, one of them chosen."""
        self.list.blockSignals(True)
        self.list.clear()
        height = self.list.fontMetrics().lineSpacing() + 14
        for factor in self.factors:
            item = QListWidgetItem(self.list)
            item.setSizeHint(QSize(0, height))
            _show_factor(item, factor)
        self.list.setCurrentRow(place)
        self.list.blockSignals(False)
        self._choose(place)

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self.factors):
            self.form.load(self.factors[place])
            self._check()

    def _take(self) -> None:
        place = self.list.currentRow()
        if place < 0:
            return
        self.factors[place] = self.form.values()
        _show_factor(self.list.item(place), self.factors[place])
        self._check()

    def _check(self) -> None:
        problems = check_grid(self.factors)
        shown = sorted(problems, key=lambda problem: problem.level.value)
        texts = dict.fromkeys(problem_text(translator(), each) for each in shown)
        level = "block" if blocking(problems) else "warn"
        self.banner.say("\n".join(texts), level)
        self.publish.setEnabled(not blocking(problems))
        self.remove.setEnabled(len(self.factors) > 1)

    def _done(self, grid_id: object) -> None:
        self._desk.say(tr("Grid published"))
        self.published.emit(grid_id)
        self.accept()

    def _failed(self, error: SportsecError) -> None:
        if isinstance(error, Invalid):
            problems: list[Problem] = error.problems
            texts = [problem_text(translator(), each) for each in problems]
            self.banner.say("\n".join(texts), "block")
        else:
            self._desk.complain(error)


def _draft(factor: Factor) -> FactorDraft:
    return FactorDraft(
        code=factor.code,
        name=factor.name,
        weight=factor.weight,
        anchor_0=factor.anchor_0,
        anchor_2=factor.anchor_2,
        anchor_4=factor.anchor_4,
    )


class _NameGivesWay(QStyledItemDelegate):
    """Cuts the name where a line is too long: the weight behind it stays."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Put as much of the name as fits."""
        super().initStyleOption(option, index)
        name, text = str(index.data(_NAME)), option.text
        letters = option.fontMetrics
        over = letters.horizontalAdvance(text) + 2 * PAD - option.rect.width()
        if over > 0:
            room = letters.horizontalAdvance(name) - over
            short = shortened(name, letters, room)
            option.text = text.replace(name, short, 1)


def _show_factor(item: QListWidgetItem, factor: FactorDraft) -> None:
    name = words(factor.name) or tr("New factor")
    weight = isolate(str(factor.weight or "?"))
    text = tr("{name} (× {weight})", name=name, weight=weight)
    item.setText(f"{isolate(factor.code)}  {text}")
    item.setToolTip(item.text())
    item.setData(_NAME, name)


def _form(*, stacked: bool) -> Form:
    binds = [
        Bind("code", tr("Code"), TextField(ltr=True, max_length=8), needed=True),
        Bind("name", tr("Name"), WordsField(), needed=True),
        Bind("weight", tr("Weight"), IntegerField(least=1, most=HEAVIEST)),
    ]
    meanings = [
        Bind(f"anchor_{value}", tr("Meaning of {value}", value=value), WordsField())
        for value in (0, 2, 4)
    ]
    return Form([Part("", binds), Part("", meanings)], stacked=stacked)


def _button(text: str, icon_name: str) -> QPushButton:
    button = IconButton(icon_name, text)
    button.setProperty("flat", True)
    button.setAutoDefault(False)
    return button
