"""The one form of all records: fields bound by name to a frozen draft.

form = Form([
    Part(tr("Identity"), [
        Bind("name", tr("Name"), WordsField(), needed=True),
        Bind("city", tr("City"), TextField(), hint=tr("As on the map")),
    ]),
])
form.load(draft)                   # any frozen dataclass with these names
new = form.values()                # the draft with the officer's values
form.show_problems(problems)       # each at its field, the rest on top
form.edited.connect(...)           # after each edit; form.dirty says if any
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from sportsec.domain.problems import Level, Problem
from sportsec.ui.language import tr, translator
from sportsec.ui.widgets.cards import Card, text_label
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.field_note import FieldNote
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.form_banner import FormBanner
from sportsec.ui.widgets.form_view import FieldInView
from sportsec.ui.widgets.mouse_hand import AfterRelease
from sportsec.ui.widgets.room_beside import RoomBeside


@dataclass(frozen=True, slots=True)
class Bind:
    """One field of a form.

    Args:
        name: Attribute of the draft.
        label: Already translated.
        needed: Marked with an asterisk; the rules decide, not the form.
        hint: A short explanation under the field.
    """

    name: str
    label: str
    field: Field
    needed: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A group of fields under a heading."""

    title: str
    binds: Sequence[Bind]


class Form(QWidget):
    """Fields of a draft, with their problems beside them.

    Args:
        stacked: Puts the labels above the fields, where there is little room.
    """

    edited = Signal()
    left = Signal()  # a field, where what was typed is no value
    dirty_changed = Signal(bool)
    wants_decision = Signal(str)

    def __init__(self, parts: Sequence[Part], *, stacked: bool = False) -> None:
        super().__init__()
        self._stacked = stacked
        self._draft: Any = None
        self._dirty = False
        self._binds = {bind.name: bind for part in parts for bind in part.binds}
        self._places = {name: at for at, name in enumerate(self._binds)}
        self._reached = -1  # the place of the last field that the officer filled in
        self._notes: dict[str, FieldNote] = {}
        self._view = FieldInView(self)
        self._released = AfterRelease(self)
        self.banner = FormBanner()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(14)
        box.addWidget(self.banner)
        for part in parts:
            box.addWidget(self._part(part))
        box.addStretch(1)

    # ---- for pages

    @property
    def dirty(self) -> bool:
        """Whether the officer changed anything since `load`."""
        return self._dirty

    def names(self) -> frozenset[str]:
        """Return the attributes that have a field."""
        return frozenset(self._binds)

    def field(self, name: str) -> Field:
        """Return a field by the name of its attribute."""
        return self._binds[name].field

    def note(self, name: str) -> FieldNote:
        """Return what stands under a field."""
        return self._notes[name]

    def load(self, draft: Any) -> None:
        """Show a draft: a frozen dataclass instance with the names bound."""
        self._draft, self._reached = draft, -1
        for name, bind in self._binds.items():
            bind.field.set_value(getattr(draft, name))
        self._released.forget()
        self._say(())
        for note in self._notes.values():
            note.give_room_back()
        self.banner.give_room_back()
        self._set_dirty(dirty=False)

    def type_in(self, values: Mapping[str, Any]) -> None:
        """Fill fields as if the officer had typed it; unknown names are left out."""
        for name in values.keys() & self._binds.keys():
            self._binds[name].field.set_value(values[name])
            self._reach(name)
        self._set_dirty(dirty=True)
        self.edited.emit()

    def values(self) -> Any:
        """Return the draft loaded, with the values of the fields."""
        new = {name: bind.field.value() for name, bind in self._binds.items()}
        return replace(self._draft, **new)

    def complaints(self) -> list[Problem]:
        """Return a problem for each text that is no value at all, such as 31/02."""
        found = ((name, bind.field.complaint()) for name, bind in self._binds.items())
        return [Problem(name, text) for name, text in found if text]

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show each problem at its field; those of no field above the form.

        While a button of the mouse is down it waits: nothing moves under a click.
        """
        found = list(problems)
        self._released.do(lambda: self._say(found))

    def keep_in_view(self) -> None:
        """Scroll to the field that has the cursor, where what it says moved it."""
        self._view.keep()

    def _say(self, problems: Iterable[Problem]) -> None:
        on_top: list[Problem] = []
        at: dict[str, list[Problem]] = {}
        for problem in problems:
            if problem.field in self._binds:
                at.setdefault(problem.field or "", []).append(problem)
            else:
                on_top.append(problem)
        for name, bind in self._binds.items():
            level, text = _summary(at.get(name, []))
            self._notes[name].say(text, level)
            bind.field.mark(level)
        level, text = _summary(on_top)
        self.banner.say_problems(text, level)

    def is_to_come(self, name: str) -> bool:
        """Say whether the officer did not fill in a field yet, or still chooses in it.

        What is said at it already stays until it is put right.
        """
        bind = self._binds.get(name)
        if bind is None:
            return False
        is_ahead = self._places[name] > self._reached
        is_marked = bind.field.inputs()[0].property("level") == Level.BLOCK
        is_choosing = bind.field.is_choosing() and not is_marked
        return is_choosing or (is_ahead and not bind.field.value())

    def show_conflicts(self, texts: Mapping[str, str]) -> None:
        """Say at fields that they hold two values; `wants_decision(name)` follows.

        Args:
            texts: By the name of the attribute, what the values are.
        """
        for name, note in self._notes.items():
            note.say_conflict(texts.get(name, ""))

    def focus_first(self) -> None:
        """Put the cursor into the first field, or the first with a problem.

        It is scrolled to, also where the cursor stood there already.
        """
        marked = (
            bind
            for bind in self._binds.values()
            if bind.field.inputs()[0].property("level") == Level.BLOCK
        )
        first = next(marked, None)
        said = self._notes[first.name].line if first is not None else None
        shown: QWidget | None = None if self.banner.isHidden() else self.banner
        if first is not None or shown is None:
            first = first or next(iter(self._binds.values()), None)
            shown = first.field.parentWidget() if first is not None else None
        if first is not None:
            first.field.focus()
        if shown is not None:
            self._view.show(shown, said, opens=said is None)

    def focus_on(self, name: str, part: str = "") -> None:
        """Put the cursor into a field, and scroll to it.

        Args:
            part: Code of the language, in a field of several.
        """
        field = self._binds[name].field
        if isinstance(field, WordsField):
            field.focus(part)
        else:
            field.focus()
        self._view.show(field.parentWidget() or field)

    def mark_clean(self) -> None:
        """Take the present values as saved."""
        self._draft = self.values()
        self._set_dirty(dirty=False)

    # ---- inside

    def _part(self, part: Part) -> QWidget:
        card = Card(part.title)
        if self._stacked:
            for bind in part.binds:
                card.body.addWidget(label := self._label(bind))
                card.body.addWidget(self._holder(bind, label))
            card.body.setSpacing(3)
            return card
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for line, bind in enumerate(part.binds):
            label = self._label(bind)
            grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._holder(bind, label), line, 1)
        card.body.addLayout(grid)
        return card

    def _label(self, bind: Bind) -> QLabel:
        label = text_label(f"{bind.label} *" if bind.needed else bind.label, "field")
        label.setWordWrap(True)
        if self._stacked:
            label.setContentsMargins(0, 7, 0, 0)
        else:
            label.setFixedWidth(label.fontMetrics().horizontalAdvance("n") * 21)
            label.setMinimumHeight(bind.field.line_height())
        label.setBuddy(bind.field.inputs()[0])
        if bind.needed:
            label.setToolTip(tr("Must be filled in"))
        return label

    def _holder(self, bind: Bind, label: QLabel) -> QWidget:
        """Put a field and its note together."""
        holder = RoomBeside(bind.field)
        note = FieldNote(bind.hint, holder)
        note.wants_decision.connect(lambda: self.wants_decision.emit(bind.name))
        holder.add_under(note)
        self._notes[bind.name] = note
        bind.field.call(bind.label)
        bind.field.changed.connect(lambda: self._on_edit(bind.name))
        bind.field.left.connect(self.left)
        self._view.add(holder, label)
        return holder

    def _reach(self, name: str) -> None:
        self._reached = max(self._reached, self._places[name])

    def _on_edit(self, name: str) -> None:
        self._reach(name)
        self._set_dirty(dirty=True)
        self.edited.emit()

    def _set_dirty(self, *, dirty: bool) -> None:
        if dirty != self._dirty:
            self._dirty = dirty
            self.dirty_changed.emit(dirty)


def _summary(problems: Sequence[Problem]) -> tuple[str, str]:
    """Return the worst level and all texts, the blocking ones first."""
    if not problems:
        return "", ""
    from sportsec.i18n.labels import problem_text  # noqa: PLC0415 - see start-up

    ordered = sorted(problems, key=lambda problem: problem.level != Level.BLOCK)
    texts = [problem_text(translator(), problem) for problem in ordered]
    return str(ordered[0].level), "\n".join(texts)
