"""What a scene may do: open pages, ask the record, wait for answers."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from sportsec.store.work import Work
from sportsec.ui.page import Page
from sportsec.ui.shell import Shell

T = TypeVar("T")

PATIENCE_SECONDS = 300.0  # of a machine that does other things as well
QUIET_SECONDS = 0.4  # longer than any pause of a field or check
ROUNDS = 12  # of events, for layouts that follow each other on a slow machine


@dataclass(frozen=True)
class Stage:
    """The program, open on the sample season."""

    app: QApplication
    shell: Shell

    @property
    def window(self) -> Any:
        """The main window of the moment."""
        return self.shell.window

    def open(self, key: str, target: object = None) -> Page:
        """Open a page and wait until it is filled."""
        self.window.go(key, target)
        self.settle()
        page: Page = self.window.page(key)
        return page

    def ask(self, job: Callable[[Work], T]) -> T:
        """Ask the record at once."""
        workspace = self.shell.runner.workspace
        assert workspace is not None
        with workspace.reading() as work:
            return job(work)

    def settle(self) -> None:
        """Wait until every answer is in and nothing more is asked."""
        end = time.monotonic() + PATIENCE_SECONDS
        quiet_since, rounds = time.monotonic(), 0
        while rounds < ROUNDS or time.monotonic() - quiet_since < QUIET_SECONDS:
            self.app.processEvents()
            rounds += 1
            if not self.shell.runner.is_idle:
                quiet_since, rounds = time.monotonic(), 0
            if time.monotonic() > end:
                raise TimeoutError
            time.sleep(0.002)
        forget_old_windows()
        self.app.processEvents()  # what lost a part is laid out anew


def forget_old_windows() -> None:
    """Delete what waits for it: outside of Qt's own loop nothing else does."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@dataclass(frozen=True)
class Scene:
    """Something to draw besides the plain pages.

    Args:
        name: Of the file.
        build: Shows it and returns the widget to draw.
        still: It is a picture itself, and does not follow the colours.
        small: It is about a small window, and plain text alone.
    """

    name: str
    build: Callable[[Stage], QWidget]
    still: bool = False
    small: bool = False


@dataclass(frozen=True)
class Paper:
    """A paper to draw.

    Args:
        name: Of the file.
        build: Makes the PDF in a language.
    """

    name: str
    build: Callable[[Work, str], bytes]
