"""From start to end: first-run wizard or window, language and theme, closing.

The window is rebuilt when the language changes; this object stays.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QApplication

from sportsec.domain.errors import SportsecError, StoreReason, StoreUnavailable
from sportsec.domain.words import LANGUAGES
from sportsec.ui.daily_backup import DailyBackup
from sportsec.ui.frame.wires import Wires
from sportsec.ui.language import LOCALES, set_language, tr, translator
from sportsec.ui.main_window import MainWindow
from sportsec.ui.settings import Settings
from sportsec.ui.task import Progress, Task
from sportsec.ui.tasks import Runner
from sportsec.ui.theme import NORMAL, TEXT_SIZES, apply_theme
from sportsec.ui.unsaved import Unsaved

if TYPE_CHECKING:
    from sportsec.ui.errors import Message
    from sportsec.ui.wizard import Setup, Wizard

FIRST_PAGE = "home"


@dataclass(frozen=True, slots=True)
class Plant:
    """How a workspace is found, opened and made; given by `app.wiring`.

    Args:
        exists: Whether there is one in the folder.
        open: Opens it; runs in the write lane.
        create: Makes it from the answers of the wizard; runs in the write lane.
        restore: Puts the backup of a name in the place of the database of a closed
            workspace, and opens it; runs in the write lane.
        daily: Makes the backup of the day, if there is none; runs beside all else.
        wires: What the window asks of the record.
    """

    exists: Callable[[], bool]
    open: Callable[[Progress], Any]
    create: Callable[[Setup, Progress], Any]
    restore: Callable[[str, Progress], Any]
    daily: Callable[[Progress], object]
    wires: Wires


class Shell(QObject):
    """Holds the runner, the settings and whatever window is open."""

    fault = Signal(object)  # an exception that is our own bug

    def __init__(
        self, app: QApplication, folder: Path, plant: Plant, language: str = ""
    ) -> None:
        super().__init__()
        self._app = app
        self._plant = plant
        self.settings = Settings(folder / "window.ini")
        self.folder = folder
        self.runner = Runner(parent=self, opener=plant.open)
        self.window: MainWindow | None = None
        self.wizard: Wizard | None = None
        self.language = language or self.settings.text("language") or _of_system()
        self.runner.failed.connect(self._on_failure)
        self.runner.reopened.connect(self._renew)
        self.runner.lost.connect(self._cannot_open)
        Unsaved(folder).forget_old()
        self.daily = DailyBackup(self.runner, plant.daily)
        app.aboutToQuit.connect(self.close)

    def start(self) -> None:
        """Show the first window; the record is opened behind it."""
        set_language(self._app, self.language)
        self._dress()
        if self._plant.exists():
            self._open_window()
            self._open_record()
        else:
            self._ask_first()

    def switch(self, what: str, value: str) -> None:
        """Change "language", "shade" or "text_size", now and for the next start."""
        if what == "language":
            self._speak(value)
            return
        if what == "text_size":
            self._grow(value)
            return
        if value != self.settings.text(what):
            self.settings.keep(what, value)
            self._dress()

    def close(self) -> None:
        """Finish writes, close the record."""
        if self.window is not None:
            self.window.remember()
        self.settings.flush()
        self.runner.close()

    # ---- first start

    def _ask_first(self) -> None:
        from sportsec.ui.wizard import Wizard  # noqa: PLC0415 - first start only

        self.wizard = Wizard(self.language, lambda code: set_language(self._app, code))
        self.wizard.finished_with.connect(self._create)
        self.wizard.show()

    def _create(self, answers: Setup) -> None:
        wizard = self.wizard
        if wizard is None:
            return
        self.language = answers.language

        def follow(tasks: tuple[Task, ...]) -> None:
            for task in tasks:
                wizard.show_progress(task.fraction, task.text)

        def made(_workspace: object) -> None:
            self.settings.keep("language", self.language)
            self.settings.flush()
            self._open_window()
            self._tell_window()
            if answers.sample and self.window is not None:
                self.window.guide.start_tour()
            wizard.accept()
            self.wizard = None

        def failed(error: SportsecError) -> None:
            message = _words(error)
            wizard.show_failure(message.what, message.next_step)

        self.runner.busy.connect(follow)
        wizard.finished.connect(lambda _: self.runner.busy.disconnect(follow))
        self.runner.open(
            wizard,
            lambda progress: self._plant.create(answers, progress),
            made,
            failed,
        )

    # ---- window

    def _open_window(self) -> None:
        window = MainWindow(self.runner, self.settings, self._plant.wires, self.switch)
        self.window = window
        window.language_wanted.connect(lambda code: self.switch("language", code))
        window.shade_wanted.connect(lambda shade: self.switch("shade", shade))
        self.runner.backed_up.connect(window.reload_facts)
        window.restoreGeometry(self.settings.state("window/geometry"))
        window.show()

    def _open_record(self) -> None:
        self.runner.open(
            self, self._plant.open, lambda _: self._tell_window(), self._cannot_open
        )

    def _tell_window(self) -> None:
        """The record is there: now a page may be built and asked."""
        if self.window is not None:
            self.window.reload_facts()
            self.window.open_first(
                self.settings.text("window/page", FIRST_PAGE),
                self.settings.text("window/record"),
            )
            self.window.guide.offer_news()

    def _cannot_open(self, error: SportsecError) -> None:
        if self.window is None:
            return
        from sportsec.ui.frame.obstacle import Obstacle  # noqa: PLC0415 - rare

        obstacle = Obstacle(_words(error), self.window, rescue=_may_rescue(error))
        obstacle.retry.clicked.connect(lambda _on: self._open_record())
        obstacle.rescue.clicked.connect(lambda _on: self._rescue(error))
        obstacle.leave.clicked.connect(lambda _on: self._app.quit())
        obstacle.open()

    def _rescue(self, error: SportsecError) -> None:
        """Offer the backups, since the present database cannot be used."""
        if self.window is None:
            return
        from sportsec.ui.frame.rescue import Rescue  # noqa: PLC0415 - rare

        rescue = Rescue(self.runner, self.folder, self.window)

        def restore(name: str) -> None:
            self.runner.open(
                self,
                lambda progress: self._plant.restore(name, progress),
                lambda _: self._tell_window(),
                self._cannot_open,
            )

        rescue.agreed.connect(restore)
        rescue.rejected.connect(lambda: self._cannot_open(error))
        rescue.open()

    def _renew(self, _result: object) -> None:
        """Show another state of the record: nothing of the old window holds for it."""
        old = self.window
        if old is not None:
            old.remember()
            self._open_window()
            old.hide()
            old.deleteLater()
            self._tell_window()
            if self.window is not None:
                self.window.say(tr("The earlier state is back."))

    def _speak(self, language: str) -> None:
        old = self.window
        if language == translator().language or (old and not old.may_close()):
            return
        self.language = language
        self.settings.keep("language", language)
        set_language(self._app, language)
        self._build_anew(old)

    def _grow(self, text_size: str) -> None:
        """Change the text size; the measures of a window are made for one size."""
        old = self.window
        if text_size == self._text_size() or (old and not old.may_close()):
            return
        self.settings.keep("text_size", text_size)
        self._dress()
        self._build_anew(old)

    def _build_anew(self, old: MainWindow | None) -> None:
        """Put a new window, at the same place, where the old one was."""
        if old is not None:
            old.remember()
            self._open_window()
            if self.window is not None:
                self.window.take_over(old)
            old.hide()
            old.deleteLater()

    def _dress(self) -> None:
        shade = self.settings.text("shade", "system")
        apply_theme(self._app, shade, self._text_size())

    def _text_size(self) -> str:
        size = self.settings.text("text_size", NORMAL)
        return size if size in TEXT_SIZES else NORMAL

    def _on_failure(self, error: Exception) -> None:
        if isinstance(error, SportsecError) and self.window is not None:
            self.window.complain(error)
        else:
            self.fault.emit(error)


def _words(error: SportsecError) -> Message:
    from sportsec.ui.errors import message_of  # noqa: PLC0415 - not for the start

    return message_of(translator(), error)


def _may_rescue(error: SportsecError) -> bool:
    """Say whether an older state could help."""
    return isinstance(error, StoreUnavailable) and error.reason is not StoreReason.DISK


def _of_system() -> str:
    """Return the language of the desktop, if it is one of ours; else French."""
    code = QLocale.system().name()[:2]
    return code if code in LANGUAGES and code in LOCALES else "fr"
