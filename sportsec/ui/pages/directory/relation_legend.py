"""The legend of the map of relations, which also says what is drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from sportsec.domain.groups import RelationKind
from sportsec.ui.language import label
from sportsec.ui.pages.directory.relation_items import pens_of
from sportsec.ui.theme import scaled, signals
from sportsec.ui.widgets.flow import FlowLayout

_SAMPLE = QSize(46, 16)


class LineSample(QWidget):
    """A short piece of the line of a relation."""

    def __init__(self, kind: RelationKind) -> None:
        super().__init__()
        self._kind = kind
        fixed = QSizePolicy.Policy.Fixed
        self.setSizePolicy(fixed, fixed)
        signals().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return its size at the text size in use."""
        return QSize(scaled(_SAMPLE.width()), scaled(_SAMPLE.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        for pen in pens_of(self._kind):
            painter.setPen(pen)
            painter.drawLine(QPointF(1, middle), QPointF(self.width() - 1, middle))
        painter.end()


class Legend(QWidget):
    """Each kind of relation with its line; unticked it is not drawn."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        flow = FlowLayout(self, gap=14)
        self.checks: dict[RelationKind, QCheckBox] = {}
        self._samples: list[LineSample] = []
        for kind in reversed(RelationKind):
            check = QCheckBox(label(kind))
            check.setChecked(True)
            check.setAccessibleName(label(kind))
            check.clicked.connect(lambda _on: self.changed.emit())
            self.checks[kind] = check
            sample = LineSample(kind)
            self._samples.append(sample)
            flow.addWidget(_beside(sample, check))

    def show_lines(self, *, shown: bool) -> None:
        """Show the lines of the kinds, or their names alone: a list has no lines."""
        for sample in self._samples:
            sample.setVisible(shown)

    def kinds(self) -> frozenset[RelationKind]:
        """Return what is ticked."""
        ticked = self.checks.items()
        return frozenset(kind for kind, check in ticked if check.isChecked())


def _beside(sample: QWidget, check: QCheckBox) -> QWidget:
    holder = QWidget()
    box = QHBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(6)
    box.addWidget(check)
    box.addWidget(sample, 0, Qt.AlignmentFlag.AlignVCenter)
    return holder
