"""Windows without a screen: fixed font, scale and language, real runner and store."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_FONT_DPI"] = "96"

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.words import N_
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.language import set_language
from sportsec.ui.main_thread_gc import MainThreadGc
from sportsec.ui.settings import Settings
from sportsec.ui.steady_bools import steady_bools
from sportsec.ui.tasks import Runner
from sportsec.ui.theme import Shade, apply_theme
from tests.gui.opener import SCHEMES, Opener
from tests.gui.patient_bot import PatientBot

#: What a test has done to the record, or asks of it.
Do = Callable[[Callable[[Any], Any]], Any]

steady_bools()


def let_go() -> None:
    """Let go what a test still held when its window closed: a form waits for that."""
    nobody = QWidget()
    if QApplication.keyboardModifiers():
        QTest.keyRelease(nobody, Qt.Key.Key_Control)
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        if QApplication.mouseButtons() & button:
            QTest.mouseRelease(nobody, button)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """English, light, no key and no button held, whatever the last test did."""
    let_go()
    if not qapp.findChildren(MainThreadGc):
        MainThreadGc(qapp)
    set_language(qapp, "en")
    if qapp.property("shade") != "light":
        apply_theme(qapp, "light")
        qapp.setProperty("shade", "light")
    yield
    set_language(qapp, "en")


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Stand where pytest-qt gives its own hand; see `patient_bot`."""
    return PatientBot(request)


@pytest.fixture
def opener() -> Iterator[Opener]:
    """Stand where the system opens calls, letters and folders."""
    receiver = Opener()
    for scheme in SCHEMES:
        QDesktopServices.setUrlHandler(scheme, receiver, "take")
    yield receiver
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def speak(qapp: QApplication) -> Callable[[str], None]:
    """Change the language of the screen: `speak("ar")`."""
    return lambda language: set_language(qapp, language)


@pytest.fixture
def dress(qapp: QApplication) -> Callable[[Shade], None]:
    """Change the theme: `dress("dark")`."""

    def change(shade: Shade) -> None:
        apply_theme(qapp, shade)
        qapp.setProperty("shade", shade)

    return change


@pytest.fixture
def runner(workspace: Workspace, qapp: QApplication) -> Iterator[Runner]:
    runner = Runner(workspace)
    yield runner
    assert runner.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "device.ini")


class Visits:
    """Records where a page wanted to go, what it said and complained about."""

    def __init__(self) -> None:
        self.went: list[tuple[str, object]] = []
        self.said: list[str] = []
        self.offers: list[tuple[str, Callable[[], object] | None]] = []
        self.complaints: list[Exception] = []

    def go(self, page: str, target: object = None, /) -> None:
        self.went.append((page, target))

    def say(
        self,
        text: str,
        /,
        *,
        level: str = "ok",
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        self.said.append(text)
        if action:
            self.offers.append((action, on_action))


@pytest.fixture
def visits() -> Visits:
    return Visits()


@pytest.fixture
def desk(runner: Runner, settings: Settings, visits: Visits) -> Desk:
    """A desk as the main window gives it; `visits` sees what pages do with it."""
    runner.failed.connect(visits.complaints.append)
    return Desk(runner, settings, visits.go, visits.say, visits.complaints.append)


@pytest.fixture
def change(workspace: Workspace) -> Do:
    """Change the record past the screen: `change(lambda work: …)`."""

    def do(job: Callable[[Any], Any]) -> Any:
        with workspace.writing() as work:
            result = job(work)
            work.commit(N_("Something changed"))
            return result

    return do


@pytest.fixture
def ask(workspace: Workspace) -> Do:
    """Ask the record: `ask(lambda work: …)`."""

    def do(job: Callable[[Any], Any]) -> Any:
        with workspace.reading() as work:
            return job(work)

    return do


@pytest.fixture
def type_text() -> Callable[[QWidget, str], None]:
    """Type any letters. `qtbot.keyClicks` aborts on letters outside ASCII."""

    def type_into(widget: QWidget, text: str) -> None:
        none = Qt.KeyboardModifier.NoModifier
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, none, letter)
                QCoreApplication.sendEvent(widget, event)

    return type_into
