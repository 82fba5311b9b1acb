"""What is said of a field of a form: its problem or hint, and two values at once.

A hint stands under its field. A problem stands beside it where there is room, so that
no other field moves when it comes or goes; else in the place of the hint. There stands
also what explains a closed field: it neither comes nor goes while one types.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sportsec.ui.language import tr
from sportsec.ui.theme import restyle
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import Mark, start, text_label
from sportsec.ui.widgets.room_beside import RoomBeside

#: Levels of a text that is no problem: of a hint, and of what was mended.
_CALM = frozenset({"", "ok"})
#: Levels of a text that comes and goes while one types.
_PASSING = frozenset({"block", "warn", "ok"})
#: Before a text and below it, in pixels.
_EDGE = 2


class FieldNote(QWidget):
    """The problem of one field, or its hint; below, that it holds two values.

    Args:
        beside: Where a problem stands if it has room there.
    """

    wants_decision = Signal()

    def __init__(self, hint: str, beside: RoomBeside | None = None) -> None:
        super().__init__()
        self._hint = hint
        self._beside = beside
        line = QHBoxLayout()
        line.setContentsMargins(_EDGE, 0, 0, _EDGE)
        line.setSpacing(5)
        self.text = text_label("", "caption", wrap=True)
        # In the room of a longer problem it stays at the top, beside its shape.
        self.text.setAlignment(start() | Qt.AlignmentFlag.AlignTop)
        self.text.setProperty("small", True)
        self.text.setProperty("level", "")
        self.shape = Mark("warn", 13, beside=self.text)
        line.addWidget(self.shape, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.text, 1)
        self.line = QWidget()
        self.line.setLayout(line)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self._box.addWidget(self.line)
        self._is_mended = self._was_wrong = False
        self._conflict: QWidget | None = None
        self.decide: QPushButton | None = None
        if beside is not None:
            beside.width_changed.connect(self._find_place_anew)
        self.shape.hide()
        self._write(hint, "")

    def say(self, text: str, level: str) -> None:
        """Show a problem, or "info" of a closed field; with an empty text the hint.

        The room of what is said is kept when something shorter follows, or nothing: the
        fields below would move under the mouse of the officer who goes on to them. What
        was wrong is said to be in order; of what was only warned of nobody but the
        officer knows that.
        """
        if text or self._has_problem():
            self._keep_room()
        if self.line.isVisible() and self._has_problem() and not text:
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
        self._keep_room()
        self._hint = hint
        if is_shown:
            self._write(hint, "")

    def keep_a_line(self) -> None:
        """Take the room of a line also while a choice leaves nothing to say."""
        self.text.ensurePolished()
        line = self.text.fontMetrics().height() + _EDGE
        self.line.setMinimumHeight(max(self.line.minimumHeight(), line))
        self.line.show()
        self._show()

    def give_room_back(self) -> None:
        """Take no more room than what is said: another record is on view."""
        self.line.setMinimumHeight(0)
        self._is_mended = False
        if not self._has_problem():
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
        if text != self.text.text():
            self.text.setText(text)
            self.text.ensurePolished()  # it is measured before the form is shown
        if level != self.text.property("level"):
            self._dress(level)
        self._find_place()
        self.line.setHidden(not text and not self._keeps_room())
        self._show()

    def _dress(self, level: str) -> None:
        """Give the text the look of a level. Slow: a form has many texts."""
        self.text.setProperty("role", "caption" if level in _CALM else "problem")
        self.text.setProperty("level", level)
        restyle(self.text)
        self.shape.level = level or "warn"
        self.shape.setHidden(not level)
        self.shape.follow()

    def _find_place_anew(self) -> None:
        self._find_place()
        self._show()

    def _find_place(self) -> None:
        """Put a problem beside its field, or under it where it has or had no room."""
        beside = self._beside
        if beside is None or not self.text.text():
            return
        is_passing = self.text.property("level") in _PASSING
        is_free = is_passing and not self._hint and not self._keeps_room()
        if not (is_free and beside.take(self.line, self.text)):
            self._go_under()

    def _go_under(self) -> None:
        if self._beside is not None and self._beside.give_back(self.line):
            self._box.insertWidget(0, self.line)
            self._show()

    def _keep_room(self) -> None:
        """Never take less room under the field than what is said there now."""
        layout, width = self.line.layout(), self.line.width()
        is_under = self.line.parentWidget() is self
        if is_under and self.line.isVisible() and layout is not None:
            needed = layout.totalHeightForWidth(width)
            self.line.setMinimumHeight(max(self.line.minimumHeight(), needed))

    def _keeps_room(self) -> bool:
        return self.line.minimumHeight() > 0

    def _has_problem(self) -> bool:
        return self.text.property("level") not in _CALM

    def _conflict_line(self, text: str) -> QWidget:
        """Made when it is needed: few fields ever hold two values."""
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(_EDGE, 0, 0, _EDGE)
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
        """Take room under the field for what stands there."""
        is_under = self.line.parentWidget() is self and not self.line.isHidden()
        self.setHidden(not is_under and self._conflict is None)
