"""The figures of a stadium in one line: safe capacity, entry, opening of the gates."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QWidget,
)

from sportsec.domain.capacity import Limit
from sportsec.domain.venue_rules import VenueFile
from sportsec.ui.language import isolate, label, tr, tr_count
from sportsec.ui.pages.directory.ranges import figure, joined
from sportsec.ui.pages.directory.state import VenueView
from sportsec.ui.theme import restyle, scaled
from sportsec.ui.widgets.cards import start, text_label

PAD, GAP, CLOSE = 16, 20, 4
#: A short note stands in one line beside its figure, another in two where there is no
#: room for one; in more where even that would be too wide.
NOTE_SHORT, NOTE_LINES, NOTE_WIDEST = 100, 2, 160
#: Sectors named in a note; more of them are counted.
MOST_NAMED = 3


class NoteLabel(QLabel):
    """A note beside a figure, all of it: in one line where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "caption")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(start() | Qt.AlignmentFlag.AlignVCenter)
        self._whole = 0

    def sizeHint(self) -> QSize:
        """Return the room of one line, as high as its lines in the least width."""
        return QSize(self._whole, self.minimumHeight())

    def show_text(self, text: str) -> None:
        """Show another text and take the room that it needs."""
        self.setText(text)
        self.setHidden(not text)
        if not text:
            return
        self.ensurePolished()
        self.setMinimumSize(0, 0)  # of the text before; the label would count with it
        metrics = self.fontMetrics()
        room = metrics.averageCharWidth()  # for the blank at which a line is broken
        self._whole = metrics.horizontalAdvance(text) + room
        least = self._least_width(text, room)
        self.setMinimumWidth(least)
        self.setFixedHeight(self.heightForWidth(least))
        self.updateGeometry()

    def _least_width(self, text: str, room: int) -> int:
        """Return the least width at which the text stands in its lines."""
        metrics = self.fontMetrics()
        if self._whole <= scaled(NOTE_SHORT):
            return self._whole
        most = scaled(NOTE_WIDEST)
        width = min(max(map(metrics.horizontalAdvance, text.split())), most)
        lines = NOTE_LINES * metrics.lineSpacing() + room
        while width < most and self.heightForWidth(width) > lines:
            width += room
        return width + room


class FigureGrid(QWidget):
    """Four figures in a line; two and two, or under each other, with less room."""

    def __init__(self, *figures: QWidget) -> None:
        super().__init__()
        self._figures = figures
        self.across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._place(len(figures))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the figures anew where the room is another."""
        self._fit()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Place them anew where one needs more than before, or less."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def minimumSizeHint(self) -> QSize:
        """Return what the widest figure needs: the others find room under it."""
        return QSize(self._needed(1), super().minimumSizeHint().height())

    def keep_low(self, *, is_low: bool) -> None:
        """Stand close above each other, or apart."""
        self._grid.setVerticalSpacing(CLOSE if is_low else GAP)

    def _fit(self) -> None:
        ways = (len(self._figures), 2)
        fitting = (way for way in ways if self._needed(way) <= self.width())
        across = next(fitting, 1)
        if across != self.across:
            self._place(across)

    def _needed(self, across: int) -> int:
        """Return the width at which so many beside each other are not squeezed."""
        least = [figure.minimumSizeHint().width() for figure in self._figures]
        columns = (max(least[at::across]) for at in range(across))
        return sum(columns) + GAP * (across - 1)

    def _place(self, across: int) -> None:
        self.across = across
        for at, each in enumerate(self._figures):
            self._grid.removeWidget(each)
            self._grid.addWidget(each, at // across, at % across)
            self._grid.setColumnStretch(at, int(at < across))


class Figure(QWidget):
    """A figure under its heading, with its note beside it; in one line where it is low.

    Args:
        heading: What the figure is.
    """

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.title = text_label(heading, "caption")
        self.value, self.note = text_label("—", "figure"), NoteLabel()
        self._said, self._is_spare, self._is_low = "", False, False
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.value)
        line.addWidget(self.note)
        line.addStretch(1)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.title)
        self._box.addLayout(line)
        self._box.addStretch(1)

    def show_value(self, text: str, note: str, *, is_spare: bool = True) -> None:
        """Show a figure, or that it is not known.

        Args:
            is_spare: The note is only a hint where it is low; else it is a warning.
        """
        self.value.setText(text or "—")
        self._said, self._is_spare = note, is_spare
        self._tell_note()

    def keep_low(self, *, is_low: bool) -> None:
        """Be as high as one line of text, or as three."""
        self._is_low = is_low
        way = QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if is_low else way.TopToBottom)
        self._box.setSpacing(10 if is_low else 0)
        self.value.setProperty("role", "section" if is_low else "figure")
        restyle(self.value)
        self._tell_note()

    def _tell_note(self) -> None:
        is_left_out = self._is_low and self._is_spare
        self.note.show_text("" if is_left_out else self._said)
        self.setToolTip(self._said if is_left_out else "")


class VenueSummary(QFrame):
    """How many the stadium holds, and how fast it is filled."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.safe = Figure(tr("Safe capacity"))
        self.announced = Figure(tr("Announced capacity"))
        self.hourly = Figure(tr("Entry in one hour"))
        self.lead = Figure(tr("Gates open before kick-off"))
        self._all = (self.safe, self.announced, self.hourly, self.lead)
        self.figures = FigureGrid(*self._all)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAD, 8, PAD, 8)
        row.addWidget(self.figures)

    def show_view(self, file: VenueFile, view: VenueView) -> None:
        """Show the figures of a file."""
        capacity, unknown = view.capacity, len(view.capacity.unknown)
        is_at_most = capacity.is_at_most
        self.safe.title.setText(
            tr("Safe capacity, at most") if is_at_most else tr("Safe capacity")
        )
        counted = len(file.sectors) - unknown
        note = tr_count("sum of {n} sector", "sum of {n} sectors", counted)
        if unknown:
            note = joined(note, tr("{n} without figures", n=unknown))
        without = _gateless_text(file, view)
        missing = _missing_text(view)  # worth the room more than the count of sectors
        known = "" if missing and not unknown else note
        self.safe.show_value(
            figure(capacity.total),
            joined(known, without, missing),
            is_spare=not (unknown or without),  # the heading says that it is a ceiling
        )
        announced = file.venue.nominal_capacity
        self.announced.show_value(figure(announced), file.venue.capacity_source)
        turnstiles = tr_count("{n} turnstile", "{n} turnstiles", _turnstiles(file))
        self.hourly.show_value(figure(view.hourly), turnstiles)
        full = without or tr("when the stadium is full")
        self.lead.show_value(lead_text(view.lead_minutes), full)

    def keep_low(self, *, is_low: bool) -> None:
        """Give room to what is below: each figure beside its heading."""
        for each in self._all:
            each.keep_low(is_low=is_low)
        self.figures.keep_low(is_low=is_low)


def lead_text(minutes: int | None) -> str:
    """Return "2 h 15"; empty when not known."""
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, 60)
    text = tr("{hours} h {minutes}", hours=hours, minutes=f"{rest:02}")
    return isolate(text if rest else tr("{hours} h", hours=hours))


def _missing_text(view: VenueView) -> str:
    """Say which limits are yet to come; that of the entry is told by the sectors."""
    missing = view.capacity.missing
    if view.gateless:
        missing = tuple(each for each in missing if each is not Limit.ENTRY)
    if not missing:
        return ""
    limits = tr(", ").join(label(each) for each in missing)
    return tr("not known yet: {limits}", limits=limits)


def _gateless_text(file: VenueFile, view: VenueView) -> str:
    """Say which sectors count in full because no gate leads to them."""
    keys = view.gateless
    if not keys:
        return ""
    if len(keys) > MOST_NAMED:
        return tr("{n} without a gate", n=len(keys))
    codes = (isolate(file.sectors[key].code) for key in keys)
    return tr("without a gate: {codes}", codes=tr(", ").join(codes))


def _turnstiles(file: VenueFile) -> int:
    return sum(
        gate.turnstiles or 0
        for gate in file.gates.values()
        if not gate.is_emergency_only
    )
