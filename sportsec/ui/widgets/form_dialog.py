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

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sportsec.domain.errors import Invalid, SportsecError, StaleWrite
from sportsec.domain.problems import Level, Problem
from sportsec.i18n.formats import date_time
from sportsec.ui.desk import Desk
from sportsec.ui.keys import KeyedShortcut
from sportsec.ui.language import isolate, tr
from sportsec.ui.tasks import Work
from sportsec.ui.unsaved import Unsaved
from sportsec.ui.widgets.cards import Banner, rule, scrolled, text_label
from sportsec.ui.widgets.fitting import fit
from sportsec.ui.widgets.form import Form
from sportsec.ui.widgets.form_height import FormHeight
from sportsec.ui.widgets.mouse_hand import MouseHand
from sportsec.ui.widgets.questions import ask_stale, may_lose
from sportsec.ui.widgets.save_bar import SaveBar
from sportsec.ui.widgets.tab_order import follow_reading

CHECK_MS = 300
WIDTH, HEIGHT = 720, 640

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
        self._was_tried = self._is_as_offered = False
        self._found: list[Problem] = []
        self._hand = MouseHand(self, form)
        self.about = text_label("", "caption", wrap=True)
        self.about.hide()
        self.setWindowTitle(title)
        self.setAccessibleName(title)  # also where it stands beside a list
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.bar = SaveBar()
        box = QVBoxLayout(self)
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
        self._height = FormHeight(self, self._scroll, form)
        self._pause = QTimer(self, singleShot=True, interval=CHECK_MS)
        self._pause.timeout.connect(self._check_now)
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
        self._height.fit()
        self.form.focus_first()

    def tell_about(self, text: str) -> None:
        """Say below the title what the form is about, where the title cannot."""
        self.about.setText(text)
        self.about.setVisible(bool(text))
        self.setAccessibleDescription(text.strip())

    def show_found(self, problems: Iterable[Problem]) -> None:
        """Show what a check found; not yet that a field to come is empty.

        A text that is no value is said at its field instead. Once the officer tried to
        save, all of it is shown. It waits while the mouse is on its way to a click: a
        message moves the fields below it. Never the buttons of the window: it keeps its
        height, and scrolls. Before the officer types it grows.
        """
        if self._pause.isActive():
            return  # typed on since, or still waiting: the next check says it
        self._found = self._with_complaints(problems)
        if self._hand.is_busy():
            self._pause.start()
            return
        self._height.only_told = self.form.dirty and not self._is_as_offered
        self.form.show_problems(
            each for each in self._found if self._was_tried or not self._waits(each)
        )
        self.form.keep_in_view()

    def _waits(self, problem: Problem) -> bool:
        """Say whether it only says of a field that it is yet to be filled in."""
        is_missing = problem.level is Level.BLOCK and problem.field is not None
        return is_missing and self.form.is_to_come(problem.field or "")

    def save(self) -> None:
        """Save what is in the fields; a text that is no value is said with all else."""
        self._was_tried = True
        if self.form.complaints():
            self._pause.stop()
            self._check_now()
            self._refuse(self._with_complaints(self._found))
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

    def _offer_typed(self) -> None:
        """Fill in what was typed before the program ended without saving it."""
        found = None
        if self._typed_at is not None:
            found = self._unsaved.find(self._typed_at, type(self._shown))
        text = ""
        if found is not None:
            self.form.type_in(found.values)
            self._is_as_offered = True
            when = isolate(date_time(found.when))
            text = tr("Typed on {when}, not saved yet.", when=when)
        self.typed.say(text)

    def _start_again(self) -> None:
        is_fitted = self._height.is_fitted
        self.form.load(self._shown)
        if is_fitted:
            self._height.fit()

    def _forget_typed(self, dirty: bool) -> None:  # noqa: FBT001 - a signal's value
        if not dirty:
            self.typed.say("")
            if self._typed_at is not None:
                self._typed_at.unlink(missing_ok=True)

    def _on_edit(self) -> None:
        """Check it in a moment; what was found was of other values."""
        self._found, self._height.only_told = [], False
        self._is_as_offered = False
        self._hand.note_keys()
        self._pause.start()

    def _check_now(self) -> None:
        if self._typed_at is not None and self.form.dirty:
            self._unsaved.keep(self._typed_at, self.form.values(), self.form.names())
        found = () if self.check is None else self.check(self.form.values())
        if found is not None:
            self.show_found(found)

    def _with_complaints(self, problems: Iterable[Problem]) -> list[Problem]:
        """Add what is no value; the rules took such a field for an empty one."""
        wrong = self.form.complaints()
        fields = {each.field for each in wrong}
        return [*wrong, *(each for each in problems if each.field not in fields)]

    def _refuse(self, problems: Iterable[Problem]) -> None:
        """Show why it is not saved, and go to the first field to put right."""
        self._height.only_told = False
        self.form.show_problems(problems)
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
            warned = [each for each in self._found if each.level is Level.WARN]
            self._refuse([*error.problems, *warned])  # the warnings still hold
        elif isinstance(error, StaleWrite):
            if ask_stale(self, self.windowTitle()):
                self.wants_theirs.emit()
        else:
            self._desk.complain(error)
