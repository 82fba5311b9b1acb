"""The figures of a stadium in one line: safe capacity, entry, opening of the gates."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sportsec.domain.venue_rules import VenueFile
from sportsec.ui.language import isolate, tr, tr_count
from sportsec.ui.pages.directory.ranges import figure, joined
from sportsec.ui.pages.directory.state import VenueView
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.elided import ElidedLabel

PAD = 16


class VenueSummary(QFrame):
    """Four figures beside each other."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PAD, 8, PAD, 8)
        self._row.setSpacing(PAD * 2)
        self.safe, self.safe_note = self._figure(tr("Safe capacity"))
        self.announced, self.announced_note = self._figure(tr("Announced capacity"))
        self.hourly, self.hourly_note = self._figure(tr("Entry in one hour"))
        self.lead, self.lead_note = self._figure(tr("Gates open before kick-off"))

    def show_view(self, file: VenueFile, view: VenueView) -> None:
        """Show the figures of a file."""
        total, unknown = view.capacity.total, len(view.capacity.unknown)
        self.safe.setText(figure(total) or "—")
        counted = len(file.sectors) - unknown
        note = tr_count("sum of {n} sector", "sum of {n} sectors", counted)
        if unknown:
            missing = tr("{n} without figures", n=unknown)
            note = joined(note, missing)
        self.safe_note.show_text(note)
        announced = file.venue.nominal_capacity
        self.announced.setText(figure(announced) or "—")
        self.announced_note.show_text(file.venue.capacity_source)
        self.hourly.setText(figure(view.hourly) or "—")
        self.hourly_note.show_text(
            tr_count("{n} turnstile", "{n} turnstiles", _turnstiles(file))
        )
        self.lead.setText(lead_text(view.lead_minutes) or "—")
        self.lead_note.show_text(tr("when the stadium is full"))

    def _figure(self, title: str) -> tuple[QLabel, ElidedLabel]:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(ElidedLabel("caption", title))
        line = QHBoxLayout()
        line.setSpacing(8)
        value, note = text_label("—", "figure"), ElidedLabel("caption")
        line.addWidget(value)
        line.addWidget(note, 1)
        box.addLayout(line)
        self._row.addWidget(holder, 1)
        return value, note


def lead_text(minutes: int | None) -> str:
    """Return "2 h 15"; empty when not known."""
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, 60)
    text = tr("{hours} h {minutes}", hours=hours, minutes=f"{rest:02}")
    return isolate(text if rest else tr("{hours} h", hours=hours))


def _turnstiles(file: VenueFile) -> int:
    return sum(
        gate.turnstiles or 0
        for gate in file.gates.values()
        if not gate.is_emergency_only
    )
