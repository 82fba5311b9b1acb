"""The one window: rail, pages, search, status; files may be dropped on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from sportsec.domain.errors import SportsecError
from sportsec.i18n.renewal import renewal_text
from sportsec.ui.desk import Desk
from sportsec.ui.frame.collisions import Collisions
from sportsec.ui.frame.commands import Actions
from sportsec.ui.frame.drop_hint import DropHint, Dropping, sent_by_cells
from sportsec.ui.frame.finder import Finder
from sportsec.ui.frame.guide import Guide
from sportsec.ui.frame.page_stack import PageStack
from sportsec.ui.frame.place import Place, keep_place
from sportsec.ui.frame.rail import Middle, Rail
from sportsec.ui.frame.status import CellFacts, StatusBar
from sportsec.ui.frame.top_bar import TopBar
from sportsec.ui.frame.undoing import Undoing
from sportsec.ui.frame.waiting import Waiting
from sportsec.ui.frame.wires import Wires
from sportsec.ui.keys import keymap
from sportsec.ui.language import tr, translator, words
from sportsec.ui.page import Page
from sportsec.ui.pages.registry import PAGES, PageSpec
from sportsec.ui.settings import Settings
from sportsec.ui.targets import (
    SHOWN_RECORDS,
    CellsTarget,
    DecideTarget,
    ReceiveTarget,
    SendTarget,
    SettingTarget,
    record_of,
)
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.cards import rule
from sportsec.ui.widgets.toast import Toast

SIZE = (1280, 820)
LEAST = (980, 620)


class MainWindow(QMainWindow):
    """Shows one page at a time; pages are built when they are opened first."""

    language_wanted = Signal(str)
    shade_wanted = Signal(str)
    file_dropped = Signal(object)
    closing = Signal()

    def __init__(
        self,
        runner: Runner,
        settings: Settings,
        wires: Wires,
        switch: Callable[[str, str], None] = lambda _what, _value: None,
        pages: Sequence[PageSpec] = PAGES,
    ) -> None:
        super().__init__()
        self.desk = Desk(
            *(runner, settings, self.go, self.say, self.complain, switch),
            undo=self._take_back,
            redo=self._do_again,
            opened=self._note_opened,
        )
        self.stack = PageStack(self.desk, pages)
        self.pages = self.stack.pages
        self._wires = wires
        self._facts = CellFacts()
        keymap().remember_in(settings)
        self.actions_of = Actions(self, pages)
        self.rail = Rail(pages)
        self.rail.show_keys(self.actions_of)
        self.finder = Finder(
            self.desk, wires.finding, self.actions_of, pages, self.stack.on_view
        )
        self.top = TopBar(self.actions_of, self.finder.field)
        self.status = StatusBar(runner, wires.folder)
        middle = self._central()
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        self.actions_of.fill(self.menuBar())
        self.toast = Toast(self, self.status.switches)
        self.drop_hint = DropHint(middle)
        self.undoing = Undoing(self, self.desk, self.actions_of)
        self.collisions = Collisions(self, self.desk)
        self.waiting = Waiting(self, runner, self.rail)
        self.guide = Guide(
            *(self, self.desk, pages, self.actions_of.sheet),
            *(self._part, wires.toured),
        )
        self._dropping = Dropping(self, self.drop_hint, self.take_files)
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        self._connect()
        self._show_title()

    # ---- where

    @property
    def place(self) -> Place | None:
        """The page on view, and what it shows."""
        return self.stack.place

    def go(self, page: str, target: object = None, /) -> None:
        """Open a page; the present one is remembered for "back"."""
        if not self.stack.may_leave(page):
            return
        record = record_of(target)
        if record is not None and page in SHOWN_RECORDS:
            self._note_opened(record)
        self.stack.go_on(Place(page, target))

    def back(self) -> None:
        """Return to the page before."""
        before = self.stack.before
        if before is not None and self.stack.may_leave(before.key):
            self.stack.go_back()

    def open_first(self, key: str, record: str = "") -> None:
        """Open the page of last time, or the first one there is.

        Args:
            record: The one that it showed, as `remember` keeps it.
        """
        first = self.stack.first_place(key, record)
        self.go(first.key, first.target)

    def take_over(self, old: MainWindow) -> None:
        """Stand where another window stood, after a change of language."""
        self.setGeometry(old.geometry())
        if old.place is not None:
            self.stack.take_over(old.stack)
            self.reload_facts()

    def may_close(self) -> bool:
        """Say whether nothing would be lost with the pages of this window."""
        return self.stack.may_close()

    def page(self, key: str) -> Page:
        """Return a page, built if it was not open yet."""
        return self.stack.page(key)

    # ---- what pages may do with the window

    def say(
        self,
        text: str,
        /,
        *,
        level: str = "ok",
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        """Show a message that passes by itself; one about an act can undo it."""
        if level == "ok":
            action, on_action = self.undoing.offer(action, on_action)
        self.toast.say(text, level=level, action=action, on_action=on_action)

    def complain(self, error: Exception) -> None:
        """Show an expected error in words; hand our own faults on."""
        if not isinstance(error, SportsecError):
            raise error
        from sportsec.ui.errors import message_of  # noqa: PLC0415 - not for the start

        message = message_of(translator(), error)
        self.toast.say(f"{message.what}\n{message.next_step}", level=message.level)

    def reload_facts(self) -> None:
        """Ask again which cell this is."""
        self.desk.runner.read(self, "facts", self._wires.facts, self._show_facts)
        self.undoing.refresh()
        self.waiting.refresh()

    # ---- Qt

    def take_files(self, files: Sequence[Path]) -> None:
        """Receive the files of other cells; else take a programme in."""
        if sent := sent_by_cells(files):
            self.go("exchange", ReceiveTarget(sent))
        else:
            self.take_file(files[0])

    def take_file(self, file: Path) -> None:
        """Open the intake page with a programme file."""
        self.file_dropped.emit(file)
        self.go("intake", file)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and page; a page with unsaved input may object."""
        if not self.may_close():
            event.ignore()
            return
        self.remember()
        self.closing.emit()
        super().closeEvent(event)

    def remember(self) -> None:
        """Keep size and page for the next start."""
        self.desk.settings.keep("window/geometry", self.saveGeometry())
        if self.place is not None:
            keep_place(self.desk.settings, self.place)

    # ---- inside

    def _central(self) -> QWidget:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(rule())
        right.addWidget(self.stack, 1)
        return Middle(self.rail, right)

    def _open_manual(self) -> None:
        self.guide.open_manual(self.place.key if self.place else "")

    def _part(self, name: str) -> QWidget | None:
        """Return a part of the window that the tour speaks of."""
        parts = {
            "page": self.stack,
            "rail": self.rail,
            "search": self.top.search,
            "menu": self.menuBar(),
        }
        return parts.get(name)

    def _report(self) -> None:
        from sportsec.ui.problem_window import ProblemWindow  # noqa: PLC0415 - rare

        ProblemWindow(self.desk, self).open()

    def _connect(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "send": lambda: self.go("exchange", SendTarget()),
            "receive": lambda: self.go("exchange", ReceiveTarget()),
            "decide": lambda: self.go("exchange", DecideTarget()),
            "cells": lambda: self.go("exchange", CellsTarget()),
            "about": lambda: self.go("settings", SettingTarget("about")),
            "folder": self.status.open_folder,
            "quit": self.close,
            "undo": self.undoing.undo,
            "redo": self.undoing.redo,
            "search": self.top.search.open,
            "back": self.back,
            "reload": self._reload,
            "manual": self._open_manual,
            "tour": self.guide.start_tour,
            "news": self.guide.open_news,
            "report": self._report,
        }
        self.actions_of.carry_out(acts, self.go)
        self.stack.turned.connect(self._show_place)
        self.stack.titled.connect(self._show_path)
        self.rail.chosen.connect(self.go)
        self.status.language_wanted.connect(self.language_wanted)
        self.status.shade_wanted.connect(self.shade_wanted)
        self.status.backups_wanted.connect(lambda: self.go("backups"))
        self.desk.runner.changed.connect(self._on_changed)

    def _show_place(self) -> None:
        if self.place is not None:
            self.rail.show_current(self.place.key)
        self._show_path()

    def _show_path(self) -> None:
        if self.place is None:
            return
        self.top.show_path(self.stack.path())
        self.actions_of["back"].setEnabled(self.stack.before is not None)
        self._show_title()

    def _show_title(self) -> None:
        parts = [words(self._facts.name), tr("SportSec")]
        page = self.stack.on_view()
        if page is not None:
            parts.insert(0, page.title)
        self.setWindowTitle(" — ".join(part for part in parts if part))

    def _show_facts(self, facts: CellFacts) -> None:
        if facts.renewal and not self._facts.renewal:
            self.say(renewal_text(translator(), *facts.renewal), level="warn")
        self._facts = facts
        self.status.show_facts(facts)
        self._show_title()

    def _note_opened(self, record: UUID) -> None:
        self.finder.recent.opened(record)

    def _take_back(self, act: int, said: str) -> None:
        self.undoing.take_back(act, said)

    def _do_again(self, undoing: int, said: str) -> None:
        self.undoing.do_again(undoing, said)

    def _reload(self) -> None:
        page = self.stack.on_view()
        if page is not None:
            page.reload()

    def _on_changed(self, touched: frozenset[str]) -> None:
        if "cell" in touched:
            self.reload_facts()
