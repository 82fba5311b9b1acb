"""The first touch of the screen: where there is none, one sentence ends the program.

Qt would end the process itself, in its own words and with a core file.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from sportsec.app.cli_parser import PROGRAM, language_of
from sportsec.app.commands.terminal import REFUSED, Terminal
from sportsec.app.leaving import leave
from sportsec.i18n.translator import translator


def open_screen(language: str) -> QApplication:
    """Return the application object of Qt, or end the process with a sentence.

    Args:
        language: Of the sentence; "" takes that of the environment.
    """
    heard: list[str] = []

    def hear(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            _give_up(language, heard)
        heard.append(text)

    qInstallMessageHandler(hear)
    app = QApplication(sys.argv[:1])
    qInstallMessageHandler(None)
    for text in heard:  # what is no reason to end is said as Qt would have said it
        sys.stderr.write(f"{text}\n")
    return app


def _give_up(language: str, heard: list[str]) -> None:
    """Say what is missing and what to do; Qt's first remark names the cause best."""
    terminal = Terminal(translator(language_of(["--lang", language])))
    t = terminal.t
    terminal.complain(t("There is no screen here that a window can be shown on."))
    if heard:
        said = terminal.quote(heard[0].strip())
        terminal.complain(t("The system says: {reason}", reason=said))
    command = terminal.quote(f"{PROGRAM} --help")
    text = t(
        "Start the program on the desktop of this computer; or do the work without a"
        " window, by commands: {command}",
        command=command,
    )
    terminal.complain(text)
    leave(REFUSED)
