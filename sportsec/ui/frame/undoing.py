"""Undo and redo for the whole window: buttons, keys, and the message after each act.

Ctrl+Z takes back the officer's last act, Ctrl+Y does it again. A text field with focus
keeps the keys for itself while it has something of its own to take back.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from sportsec.domain.errors import Invalid, SportsecError
from sportsec.domain.history import FINAL, UndoStack, UndoStep
from sportsec.domain.words import N_
from sportsec.ui.desk import Desk
from sportsec.ui.frame.commands import Actions
from sportsec.ui.frame.text_undo import TextUndo
from sportsec.ui.language import tr, translator
from sportsec.ui.tasks import Acted, Progress, Work

#: Sentences of the acts that take others back; the history names these beside them.
UNDONE, DONE_AGAIN = N_("Undone"), N_("Done again")

#: Between what was done and what it was done to.
OF = " · "

Offer = tuple[str, Callable[[], object] | None]


class Undoing(QObject):
    """Knows what can be undone next; does it."""

    def __init__(self, window: QWidget, desk: Desk, actions: Actions) -> None:
        super().__init__(window)
        self.stack = UndoStack()
        self._desk = desk
        self._actions = actions
        self._fresh: Acted | None = None
        self._text_undo = TextUndo(self)
        for key in ("undo", "redo"):
            actions[key].changed.connect(self._follow_keys)
        desk.runner.acted.connect(self._on_acted)
        desk.runner.changed.connect(self._on_changed)
        self._follow_keys()
        self._show(self.stack)

    def _on_changed(self, _tables: frozenset[str]) -> None:
        """Follow every change; a method, so that Qt forgets it with the window."""
        self.refresh()

    def refresh(self) -> None:
        """Ask what can be undone and redone now."""
        self._desk.runner.read(self, "stack", _stack, self._show)

    def undo(self) -> None:
        """Take the officer's last act back; ask first where that is another one."""
        step = self.stack.undo
        if step is None:
            return
        said = _said(step)
        if not step.behind:
            self.take_back(step.act, said)
            return
        self._desk.say(
            tr(
                "{act}: this cannot be undone. What was done before it: {before}",
                act=tr(step.behind),
                before=said,
            ),
            level="warn",
            action=tr("Undo that"),
            on_action=lambda: self.take_back(step.act, said),
        )

    def redo(self) -> None:
        """Do again what was taken back last."""
        step = self.stack.redo
        if step is not None:
            self.do_again(step.act, _said(step))

    def take_back(self, act: int, said: str) -> None:
        """Undo any act.

        Args:
            said: Its sentence, translated.
        """

        def done(undoing: int, subject: str) -> None:
            self._desk.say(
                _with_subject(tr("Undone: {act}", act=said), subject),
                action=tr("Redo"),
                on_action=lambda: self.do_again(undoing, said),
            )

        self._write(UNDONE, act, done)

    def do_again(self, undoing: int, said: str) -> None:
        """Take an undo back.

        Args:
            undoing: The act that undid another.
            said: The sentence of that other, translated.
        """

        def done(act: int, subject: str) -> None:
            self._desk.say(
                _with_subject(tr("Done again: {act}", act=said), subject),
                action=tr("Undo"),
                on_action=lambda: self.take_back(act, said),
            )

        self._write(DONE_AGAIN, undoing, done)

    def offer(
        self, action: str = "", on_action: Callable[[], object] | None = None
    ) -> Offer:
        """Return the action of a message: about the act just done, to undo that.

        A page's own way of undoing gives way: the journal's brings everything back.
        """
        acted = self._fresh
        is_taken = action not in {"", tr("Undo")}
        if acted is None or acted.undoes is not None or is_taken:
            return action, on_action
        if acted.title in FINAL:
            return action, on_action
        return tr("Undo"), lambda: self.take_back(acted.act, tr(acted.title))

    # ---- inside

    def _follow_keys(self) -> None:
        undo, redo = self._actions["undo"], self._actions["redo"]
        self._text_undo.leave([*undo.shortcuts(), *redo.shortcuts()])

    def _write(self, title: str, act: int, done: Callable[[int, str], None]) -> None:
        def undo(work: Work, progress: Progress) -> tuple[int | None, str]:
            from sportsec.services.history import undo_act  # noqa: PLC0415 - see start-up

            progress(0.0, tr("Undoing…"))
            subject = _subject(work, act)
            undo_act(work, act, lambda share: progress(share, tr("Undoing…")))
            # Of a pair the first is an act already: both go by its number.
            return work.sealed.act if work.sealed is not None else None, subject

        def answered(found: tuple[int | None, str]) -> None:
            first, subject = found
            if self._fresh is not None:
                done(first or self._fresh.act, subject)

        def failed(error: SportsecError) -> None:
            self._refused(error, act)

        def stopped() -> None:
            self._desk.say(tr("Stopped. Nothing half-done was kept."), level="info")

        # That of a large file takes its time, and may be given up.
        self._desk.runner.write_long(
            *(self, title, undo, answered, failed), undoes=act, stopped=stopped
        )

    def _refused(self, error: SportsecError, act: int) -> None:
        """Say what stands in the way, and lead there."""
        if not isinstance(error, Invalid):
            self._desk.complain(error)
            return
        from sportsec.i18n.labels import problem_text  # noqa: PLC0415 - see start-up

        texts = [problem_text(translator(), each) for each in error.problems]
        self._desk.say(
            "\n".join(texts),
            level="block",
            action=tr("History"),
            on_action=lambda: self._desk.go("history", act),
        )

    def _on_acted(self, acted: Acted) -> None:
        """Say what was done; who asked for it may say it better."""
        self._fresh = acted
        QTimer.singleShot(0, self, self._forget)
        self.refresh()
        if acted.undoes is None:
            text, on_action = self.offer()
            self._desk.say(tr(acted.title), action=text, on_action=on_action)

    def _forget(self) -> None:
        self._fresh = None

    def _show(self, stack: UndoStack) -> None:
        self.stack = stack
        for key, step in (("undo", stack.undo), ("redo", stack.redo)):
            self._actions[key].setEnabled(step is not None)
            self._actions.describe(key, _said(step) if step is not None else "")


def _stack(work: Work) -> UndoStack:
    from sportsec.queries.history_undo import undo_stack  # noqa: PLC0415 - see start-up

    return undo_stack(work)


def _said(step: UndoStep) -> str:
    from sportsec.i18n.history_words import step_sentence  # noqa: PLC0415 - see start-up

    return step_sentence(translator(), step)


def _subject(work: Work, act: int) -> str:
    """Return what an act is about: "Undone: Rating decided" leaves open of which."""
    from sportsec.i18n.history_words import subject_words  # noqa: PLC0415 - see start-up
    from sportsec.queries.history_acts import (  # noqa: PLC0415 - see start-up
        act_rows,
        lone_part,
    )

    part = lone_part(work, act)
    if part is not None and (name := translator().pick(part.name)):
        return name
    rows = act_rows(work, [act])
    return subject_words(translator(), rows[0], kind=False) if rows else ""


def _with_subject(text: str, subject: str) -> str:
    return OF.join(filter(None, (text, subject)))
