"""The problem report: shown whole before it is saved; it never leaves by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.faults import LOG
from sportsec.i18n.kind_words import KINDS
from sportsec.queries.problem_report import problem_report, with_account
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.saving import ask_where, save_for_officer
from sportsec.ui.tasks import Progress
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.fields import LinesField
from sportsec.ui.widgets.fitting import fit
from sportsec.ui.widgets.questions import may_lose
from sportsec.ui.widgets.scrolled import WholeScroll

SIZE = (640, 640)
#: Of what the officer tells, and of the report in a low window.
ACCOUNT_LINES, REPORT_LINES = 3, 4


class ProblemWindow(QDialog):
    """Says what goes to the support, and saves it where the officer wants."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._report = ""
        self.setWindowTitle(tr("Problem report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, *SIZE)
        note = tr(
            "For support: versions, figures and faults of the program. It contains "
            "no names and nothing from the database. Read it, then save it."
        )
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(self.font().pointSizeF())  # as large as all other text
        self.text.setFont(fixed)
        self.text.setAccessibleName(tr("Problem report"))
        self.text.setPlainText("…")
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * REPORT_LINES)
        policy = QSizePolicy.Policy
        self.text.setSizePolicy(policy.Expanding, policy.Ignored)  # what is left
        self.account = self._make_account()
        self.save = QPushButton(tr("Save as…"))
        self.save.setProperty("primary", True)
        self.save.setEnabled(False)
        self.save.clicked.connect(lambda _on: self._save())
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.save)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(12)
        box.addWidget(text_label(tr("Problem report"), "title"))
        box.addWidget(self._above(note))
        box.addWidget(self.text, 1)
        box.addLayout(row)
        self.account.focus()
        desk.runner.tend(self, "report", self._write, self._show)

    def reject(self) -> None:
        """Close; ask first if what the officer has told would be lost."""
        if not self.account.value() or may_lose(self, self.windowTitle()):
            super().reject()

    def _above(self, note: str) -> _UpToWhole:
        """Return what stands above the report."""
        body = QWidget()
        box = QVBoxLayout(body)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(text_label(note, "value", wrap=True))
        box.addWidget(text_label(tr("What went wrong?"), "field"))
        box.addWidget(self.account)
        return _UpToWhole(body)

    def _make_account(self) -> LinesField:
        said = tr("What you did, and what came instead of what you expected. No names.")
        field = LinesField(said, lines=ACCOUNT_LINES)
        field.call(tr("What went wrong?"))
        field.changed.connect(self._tell)
        return field

    def _write(self, _progress: Progress) -> str:
        workspace = self._desk.runner.workspace
        if workspace is None:
            return ""
        log = workspace.folder / LOG
        faults = log.read_text("utf-8", errors="replace") if log.exists() else ""
        with workspace.writing() as work:  # never committed
            return problem_report(work, faults, _own)

    def _show(self, report: str) -> None:
        self._report = report
        self._tell()
        self.save.setEnabled(bool(report))

    def _tell(self) -> None:
        """Show the report as it will be saved."""
        if self._report:
            told = with_account(self._report, self.account.value(), _own)
            self.text.setPlainText(told)

    def _save(self) -> None:
        kind = tr("Text files (*.txt)")
        name = "sportsec-report.txt"
        chosen = ask_where(self, self._desk, tr("Problem report"), name, kind)
        if chosen:
            content = self.text.toPlainText().encode()
            if save_for_officer(self._desk, Path(chosen), content):
                self.accept()


class _UpToWhole(WholeScroll):
    """Is as high as what is in it, and scrolls that where the window is too low."""

    def __init__(self, body: QWidget) -> None:
        super().__init__(body)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Maximum)

    def sizeHint(self) -> QSize:
        """Return what the body needs at the width it has."""
        return self._needed(self.maximumViewportSize().width())

    def fit(self) -> None:
        """Take the height of a body that has become higher or lower."""
        super().fit()
        self.updateGeometry()


def _own(said: str) -> str:
    """Return what the officer calls it that the report says in English, for support."""
    own = tr(KINDS.get(said, said))
    return "" if own == said else own
