"""What stands under a field of a form: its problem or hint, and two values at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sportsec.ui.language import tr
from sportsec.ui.theme import restyle
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import Mark, start, text_label

#: Levels of a text that is no problem: of a hint, and of what was mended.
_CALM = frozenset({"", "ok"})


class FieldNote(QWidget):
    """The problem of one field, or its hint; below, that it holds two values."""

    wants_decision = Signal()

    def __init__(self, hint: str) -> None:
        super().__init__()
        self._hint = hint
        line = QHBoxLayout()
        line.setContentsMargins(2, 0, 0, 2)
        line.setSpacing(5)
        self.text = text_label("", "caption", wrap=True)
        # In the room of a longer problem it stays at the top, beside its shape.
        self.text.setAlignment(start() | Qt.AlignmentFlag.AlignTop)
        self.shape = Mark("warn", 13, beside=self.text)
        line.addWidget(self.shape, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.text, 1)
        self._line = QWidget()
        self._line.setLayout(line)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self._box.addWidget(self._line)
        self._is_mended = self._was_wrong = False
        self._conflict: QWidget | None = None
        self.decide: QPushButton | None = None
        self.say("", "")

    def say(self, text: str, level: str) -> None:
        """Show a problem; with an empty text the hint again.

        The room of a problem is kept when a shorter one follows, or none: the fields
        below would move under the mouse of the officer who goes on to them. What was
        wrong is said to be in order; of what was only warned of nobody but the officer
        knows that.
        """
        if self._line.isVisible() and self._has_problem():
            self._line.setMinimumHeight(self._room())
            if not text:
                self._is_mended = True
                self._was_wrong = self.text.property("level") == "block"
        if text or not self._is_mended:
            self._write(text or self._hint, level)
        elif self._was_wrong and not self._hint:
            self._write(tr("In order now"), "ok")
        else:
            self._write(self._hint, "")

    def set_hint(self, hint: str) -> None:
        """Explain the field anew, where that depends on what is chosen in it."""
        is_shown = self.text.text() == self._hint
        if is_shown and self._line.isVisible():
            self._line.setMinimumHeight(self._room())
        self._hint = hint
        if is_shown:
            self._write(hint, "")

    def give_room_back(self) -> None:
        """Take no more room than what is said: another record is on view."""
        self._line.setMinimumHeight(0)
        was_mended, self._is_mended = self._is_mended, False
        if was_mended and not self._has_problem():
            self._write(self._hint, "")

    def say_conflict(self, text: str) -> None:
        """Say which values stand against each other; empty when none do any more."""
        if self._conflict is not None:
            self._box.removeWidget(self._conflict)
            self._conflict.deleteLater()
            self._conflict = self.decide = None
        if text:
            self._conflict = self._conflict_line(text)
            self._box.addWidget(self._conflict)
        self._show()

    # ---- inside

    def _write(self, text: str, level: str) -> None:
        """Show a text with the shape of its level; a hint has none."""
        self.text.setText(text)
        self.text.setProperty("role", "caption" if level in _CALM else "problem")
        self.text.setProperty("level", level)
        restyle(self.text)
        self.shape.level = level or "warn"
        self.shape.setHidden(not level)
        self.shape.follow()
        self._line.setHidden(not text and not self._is_mended)
        self._show()

    def _room(self) -> int:
        """Return the height of what is said, or of what was said before."""
        layout, width = self._line.layout(), self._line.width()
        needed = layout.totalHeightForWidth(width) if layout is not None else 0
        return max(self._line.minimumHeight(), needed)

    def _has_problem(self) -> bool:
        return self.text.property("level") not in _CALM

    def _conflict_line(self, text: str) -> QWidget:
        """Made when it is needed: few fields ever hold two values."""
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(2, 0, 0, 2)
        line.setSpacing(5)
        label = text_label(text, "problem", wrap=True)
        label.setProperty("level", "block")
        self.decide = IconButton("next", tr("Choose a value"), "accent")
        self.decide.setProperty("flat", True)
        self.decide.setAutoDefault(False)
        self.decide.clicked.connect(lambda _on: self.wants_decision.emit())
        line.addWidget(Mark("block", 13, beside=label), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label, 1)
        line.addWidget(self.decide, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _show(self) -> None:
        is_said = bool(self.text.text()) or self._conflict is not None
        self.setHidden(not is_said and not self._is_mended)
