"""The phases of the day beside each other: hours, and how many are short."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.deployment import Phase
from sportsec.domain.kick_off import local_day
from sportsec.domain.phases import EARLY_DEPARTURE
from sportsec.i18n.formats import hour, short_date
from sportsec.ui.language import isolate, label, span_text, tr, tr_count
from sportsec.ui.pages.deployment.state import PhaseState
from sportsec.ui.widgets.cards import Mark, start, text_label
from sportsec.ui.widgets.elided import ElidedLabel
from sportsec.ui.widgets.shortened import shortened
from sportsec.ui.widgets.wrapped import break_lines

PAD, GAP, LEAST = 9, 5, 96
_SAMPLE = "00:00"


class PhaseName(ElidedLabel):
    """A name on one line, or on two where the tiles are narrow."""

    def __init__(self, text: str) -> None:
        super().__init__("value", text)
        self.lines = 1
        self.setAlignment(start() | Qt.AlignmentFlag.AlignTop)

    def needed(self, lines: int) -> int:
        """Return how many pixels it needs on one line or on two."""
        words, width = self.text().split(), self.fontMetrics().horizontalAdvance
        if lines == 1:
            return width(self.text())
        return min(
            max(width(" ".join(words[:at])), width(" ".join(words[at:])))
            for at in range(1, len(words) + 1)
        )

    def show_lines(self, lines: int) -> None:
        """Take the room of one line or of two."""
        if lines != self.lines:
            self.lines = lines
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of its lines; any width will do."""
        more = (self.lines - 1) * self.fontMetrics().lineSpacing()
        return super().sizeHint() + QSize(0, more)

    def said(self) -> list[str]:
        """Return the lines as they are drawn."""
        metrics, width = self.fontMetrics(), self.width()
        parts = [self.text()]
        if self.lines > 1 and metrics.horizontalAdvance(self.text()) > width:
            layout = QTextLayout(self.text(), self.font())
            break_lines(layout, width)
            end = layout.lineAt(0).textLength()
            parts = [self.text()[:end].rstrip(), self.text()[end:]]
        return [shortened(part, metrics, width) for part in parts if part]

    def drawn(self) -> str:
        """Return the lines under each other."""
        return "\n".join(self.said())


class PhaseButton(QPushButton):
    """One phase: its name, its hours, and whether somebody is missing."""

    def __init__(self, phase: Phase) -> None:
        super().__init__()
        self.phase = phase
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("tile", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.mark = Mark("ok", 12)
        self.hours = text_label("", "caption")
        self.need = text_label("", "caption")
        self._texts = ("", "")
        self.name = PhaseName(label(phase))
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.hours)
        foot.addStretch(1)
        foot.addWidget(self.mark)
        foot.addWidget(self.need)
        box = QVBoxLayout(self)
        box.setContentsMargins(PAD, 4, PAD, 4)
        box.setSpacing(1)
        box.addWidget(self.name)
        box.addLayout(foot)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def wish(self, lines: int = 1) -> int:
        """Return how many pixels its name needs, and its hours with a mark."""
        hours = f"{_SAMPLE}–{_SAMPLE} −00" if lines == 1 else f"{_SAMPLE} −00"
        width = self.name.fontMetrics().horizontalAdvance(hours)
        return 2 * PAD + max(self.name.needed(lines), width)

    def show_state(self, state: PhaseState) -> None:
        """Show hours and shortage."""
        short = state.total.short
        text = tr_count("{n} short", "{n} short", short) if short else ""
        self._texts = (hours_text(state), start_text(state))
        self.need.setText(isolate(f"−{short}") if short else "")
        self.mark.level = "warn" if short else "ok"
        self.mark.setHidden(state.is_empty)
        self.mark.update()
        status = text or (tr("no post") if state.is_empty else tr("manned"))
        hours = hours_text(state)
        tip = [f"{isolate(state.phase.value)} · {label(state.phase)}"]
        tip.append(f"{hours} · {status}")
        if state.is_early:
            tip.append(tr(EARLY_DEPARTURE))
        self.setToolTip("\n".join(tip))
        self.setAccessibleName(f"{label(state.phase)}, {hours}, {status}")

    def has_room_for_end(self) -> bool:
        """Say whether there is room for when it ends too, beside the shortage."""
        return self._width_with(self._texts[0]) <= self.width()

    def show_hours(self, *, whole: bool) -> None:
        """Show from when to when; in a narrow window from when alone."""
        self.hours.setText(self._texts[0 if whole else 1])

    def sizeHint(self) -> QSize:
        """Return the room of what is inside."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never smaller than when it begins, beside the shortage."""
        least = max(LEAST, self._width_with(self._texts[1]))
        return QSize(least, self.sizeHint().height())

    def _width_with(self, hours: str) -> int:
        """Return how many pixels hours need beside the shortage."""
        said = [each for each in (self.mark, self.need) if not each.isHidden()]
        taken = sum(each.sizeHint().width() + GAP for each in said) + 2 * PAD
        wide = self.hours.fontMetrics().horizontalAdvance(hours)
        return taken + wide + 1  # a label rounds it up


class PhaseBar(QWidget):
    """All phases; one is on view.

    Signals:
        picked: The phase to show.
    """

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[Phase, PhaseButton] = {}
        group = QButtonGroup(self)
        self._box = box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for phase in Phase:
            button = PhaseButton(phase)
            button.clicked.connect(lambda _on, p=phase: self.picked.emit(p))
            group.addButton(button)
            box.addWidget(button, button.wish())
            self.buttons[phase] = button

    def show_states(self, states: Sequence[PhaseState], shown: Phase) -> None:
        """Show the phases and which is on view."""
        for state in states:
            self.buttons[state.phase].show_state(state)
        self.buttons[shown].setChecked(True)
        self._show_hours()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give all names a second line where one of them needs it."""
        super().resizeEvent(event)
        tiles = list(self.buttons.values())
        room = self.width() - (len(tiles) - 1) * self._box.spacing()
        share = room / sum(tile.wish() for tile in tiles)
        fits = (tile.name.needed(1) + 2 * PAD <= tile.wish() * share for tile in tiles)
        lines = 1 if all(fits) else 2
        for tile in tiles:
            tile.name.show_lines(lines)
            self._box.setStretchFactor(tile, tile.wish(lines))
        self._box.activate()  # the tiles are as wide now as they will be
        self._show_hours()

    def minimumSizeHint(self) -> QSize:
        """Never lower than its texts: the style sheet gives buttons a least height."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def _show_hours(self) -> None:
        """Say of all phases when they end, or of none."""
        tiles = self.buttons.values()
        whole = all(tile.has_room_for_end() for tile in tiles)
        for tile in tiles:
            tile.show_hours(whole=whole)


def hours_text(state: PhaseState) -> str:
    """Return from when to when a phase lasts; days for the preparation."""
    if state.window is None:
        return tr("hours not known")
    if state.phase is Phase.P0:
        day = short_date(local_day(state.window.starts_at))[:5]  # without the year
        return tr("from {day}", day=isolate(day))
    start, end = hour(state.window.starts_at), hour(state.window.ends_at)
    return span_text(start, end)


def start_text(state: PhaseState) -> str:
    """Return when a phase begins, in its shortest form."""
    if state.window is None:
        return "—"
    if state.phase is Phase.P0:
        return isolate(short_date(local_day(state.window.starts_at))[:5])
    return isolate(hour(state.window.starts_at))
