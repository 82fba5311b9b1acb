"""A form in a window of its own, saved through the write lane.

dialog = FormDialog(desk, tr("Club"), form, N_("Club saved"), self)
dialog.edit(draft, lambda work, draft: revise_club(work, club_id, draft, seen))
dialog.saved.connect(lambda result: ...)     # what the act returned
dialog.check = lambda draft: check_club(draft)     # problems as the officer types
dialog.open()                                # never exec(): nothing blocks
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sportsec.domain.errors import Invalid, SportsecError, StaleWrite
from sportsec.domain.problems import Level, Problem
from sportsec.i18n.formats import date_time
from sportsec.ui.desk import Desk
from sportsec.ui.keys import KeyedShortcut
from sportsec.ui.language import isolate, tr
from sportsec.ui.tasks import Work
from sportsec.ui.theme import scaled
from sportsec.ui.unsaved import Unsaved
from sportsec.ui.widgets.cards import Banner, rule, scrolled, text_label
from sportsec.ui.widgets.fitting import fit, keep_on_screen, room_for
from sportsec.ui.widgets.form import Form
from sportsec.ui.widgets.mouse_hand import MouseHand
from sportsec.ui.widgets.questions import ask_stale, may_lose
from sportsec.ui.widgets.save_bar import SaveBar
from sportsec.ui.widgets.tab_order import follow_reading

CHECK_MS = 300
WIDTH, HEIGHT, LEAST = 720, 640, 260

#: Returns what is wrong with a draft; None where `show_found` will be told later.
Check = Callable[[Any], Iterable[Problem] | None]


class FormDialog(QDialog):
    """A window with a title, a form and a save bar.

    Signals:
        saved: What the act returned, after the commit.
        wants_theirs: Someone saved meanwhile; the officer wants to see that version.
            The page loads it again with `edit`.
    """

    saved = Signal(object)
    wants_theirs = Signal()

    def __init__(
        self, desk: Desk, title: str, form: Form, act: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.form = form
        self.check: Check | None = None
        self._desk = desk
        self._act = act
        self._job: Callable[[Work, Any], Any] | None = None
        self._unsaved = Unsaved(desk.settings.file.parent)
        self._typed_at: Path | None = None
        self.typed = Banner("", "info", tr("Start again"), self._start_again)
        self._shown: Any = None
        self._was_tried = False
        self._found: list[Problem] = []
        self._hand = MouseHand(self, form)
        self._fitted = 0
        self._only_told = False  # the form grew by what a check said, if at all
        self._told = self._needed = 0  # by how much it did; how high the form is
        self.about = text_label("", "caption", wrap=True)
        self.about.hide()
        self.setWindowTitle(title)
        self.setAccessibleName(title)  # also where it stands beside a list
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.bar = SaveBar()
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(14)
        box.addWidget(text_label(title, "title"))
        box.addWidget(self.about)
        box.addWidget(self.typed)
        self._scroll = scrolled(form)
        box.addWidget(self._scroll, 1)
        box.addWidget(rule())
        box.addWidget(self.bar)
        fit(self, WIDTH, HEIGHT)
        self._pause = QTimer(self, singleShot=True, interval=CHECK_MS)
        self._pause.timeout.connect(self._check_now)
        form.installEventFilter(self)
        form.edited.connect(self._on_edit)
        form.left.connect(self._pause.start)
        form.dirty_changed.connect(self._forget_typed)
        self.bar.save.clicked.connect(self.save)
        self.bar.cancel.clicked.connect(self.reject)
        for keys in ("here.save", "here.accept"):
            KeyedShortcut(self, keys, self.save)

    def edit(self, draft: Any, job: Callable[[Work, Any], Any]) -> None:
        """Show a draft; `job(work, draft)` saves it, in the write lane."""
        self._job, self._shown = job, draft
        self._was_tried, self._found = False, []
        self.form.load(draft)
        self._typed_at = self._unsaved.place(self._act, draft)
        self._offer_typed()
        self._told = 0
        self._fit_form()
        self.form.focus_first()

    def tell_about(self, text: str) -> None:
        """Say below the title what the form is about, where the title cannot."""
        self.about.setText(text)
        self.about.setVisible(bool(text))
        self.setAccessibleDescription(text.strip())

    def show_found(self, problems: Iterable[Problem]) -> None:
        """Show what a check found; not yet that a field to come is empty.

        Once the officer tried to save, all of it is shown. It waits while the mouse is
        on its way to a click: a message moves the fields below it. Never the buttons of
        the window: it keeps its height, and scrolls.
        """
        if self._pause.isActive():
            return  # typed on since, or still waiting: the next check says it
        self._found = list(problems)
        if self._hand.is_busy():
            self._pause.start()
            return
        self._only_told = self.form.dirty
        self.form.show_problems(
            each for each in self._found if self._was_tried or not self._waits(each)
        )
        self.form.keep_in_view()

    def _waits(self, problem: Problem) -> bool:
        """Say whether it only says of a field that it is yet to be filled in."""
        is_missing = problem.level is Level.BLOCK and problem.field is not None
        return is_missing and self.form.is_to_come(problem.field or "")

    def save(self) -> None:
        """Save what is in the fields, unless a text is no value at all."""
        self._was_tried = True
        wrong = self.form.complaints()
        if wrong:
            self._refuse(wrong)
            return
        job, draft = self._job, self.form.values()
        if job is None:
            return
        self._wait(waiting=True)
        self._desk.runner.write(
            self, self._act, lambda work: job(work, draft), self._done, self._failed
        )

    def reject(self) -> None:
        """Close; ask first if something would be lost."""
        if not self.form.dirty or may_lose(self, self.windowTitle()):
            self.form.mark_clean()
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window is cancelling."""
        event.ignore()
        self.reject()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - of Qt
        """Go the way one reads, also through lines that were added."""
        follow_reading(self)
        return super().focusNextPrevChild(forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the form where it needs another height."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.form:
            self._follow_form()
        return super().eventFilter(watched, event)

    def _follow_form(self) -> None:
        """Grow with the form, unless the officer gave the window another height.

        What a check said is not grown by later either, once the officer types on.
        """
        if self._only_told:
            needed = self._form_height()
            self._told = max(0, self._told + needed - self._needed)
            self._needed = needed
        elif self.isWindow() and self.height() == self._fitted:
            self._fit_form(least=self._fitted)

    def _fit_form(self, least: int = 0) -> None:
        """Show all of the form if the screen has room, and no empty room below it."""
        beside = self.sizeHint().height() - self._scroll.sizeHint().height()
        self._needed = self._form_height()
        wanted = max(beside + self._needed - self._told, scaled(LEAST), least)
        self._fitted = min(wanted, self._most())
        self.resize(self.width(), self._fitted)
        if self.isVisible() and self.isWindow():
            keep_on_screen(self)

    def _most(self) -> int:
        """Return how high it may get: not above the window behind, if it lies in it."""
        room, behind = room_for(self).height(), self.parentWidget()
        edge = 0 if behind is None else behind.window().height()
        return min(room, edge) if self.height() <= edge else room

    def _form_height(self) -> int:
        margins = self.contentsMargins() + self._box.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        inner = width - 2 * self._scroll.frameWidth()
        layout = self.form.layout()
        if layout is not None and layout.hasHeightForWidth():
            return layout.totalHeightForWidth(inner)
        return self.form.sizeHint().height()

    def _offer_typed(self) -> None:
        """Fill in what was typed before the program ended without saving it."""
        found = None
        if self._typed_at is not None:
            found = self._unsaved.find(self._typed_at, type(self._shown))
        text = ""
        if found is not None:
            self.form.type_in(found.values)
            when = isolate(date_time(found.when))
            text = tr("Typed on {when}, not saved yet.", when=when)
        self.typed.say(text)

    def _start_again(self) -> None:
        is_fitted = self.height() == self._fitted
        self.form.load(self._shown)
        self._told = 0
        if is_fitted:
            self._fit_form()

    def _forget_typed(self, dirty: bool) -> None:  # noqa: FBT001 - a signal's value
        if not dirty:
            self.typed.say("")
            if self._typed_at is not None:
                self._typed_at.unlink(missing_ok=True)

    def _on_edit(self) -> None:
        """Check it in a moment; what was found was of other values."""
        self._found, self._only_told = [], False
        self._hand.note_keys()
        self._pause.start()

    def _check_now(self) -> None:
        if self._typed_at is not None and self.form.dirty:
            self._unsaved.keep(self._typed_at, self.form.values(), self.form.names())
        problems = self.form.complaints()
        if self.check is not None and not problems:
            found = self.check(self.form.values())
            if found is None:
                return
            problems = list(found)
        self.show_found(problems)

    def _refuse(self, problems: Iterable[Problem]) -> None:
        """Show why it is not saved; what was warned of still holds."""
        warned = [each for each in self._found if each.level is Level.WARN]
        self._only_told = False
        self.form.show_problems([*problems, *warned])
        self.form.focus_first()

    def _wait(self, *, waiting: bool) -> None:
        self.bar.save.setEnabled(not waiting)
        self.bar.note.setText(tr("Saving…") if waiting else "")

    def _done(self, result: object) -> None:
        self._wait(waiting=False)
        self.form.mark_clean()
        self.saved.emit(result)
        self.accept()

    def _failed(self, error: SportsecError) -> None:
        self._wait(waiting=False)
        if isinstance(error, Invalid):
            self._refuse(error.problems)
        elif isinstance(error, StaleWrite):
            if ask_stale(self, self.windowTitle()):
                self.wants_theirs.emit()
        else:
            self._desk.complain(error)
