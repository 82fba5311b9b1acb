"""Opens the program on the sample season, in Arabic, and walks the journeys there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_FONT_DPI"] = "96"

from PySide6.QtWidgets import QApplication

from sportsec.app.window import make_shell
from sportsec.app.wiring import create_workspace
from sportsec.ui.main_thread_gc import MainThreadGc
from sportsec.ui.pages.match.page import MatchPage
from sportsec.ui.steady_bools import steady_bools
from sportsec.ui.wizard import Setup
from tests.gui.walks.by_keys import BY_KEYS
from tests.gui.walks.by_mouse import BY_MOUSE
from tests.gui.walks.hands import Count, Keys, Mouse
from tests.gui.walks.record import Record
from tests.screens.scenes.frame import CELL_NAME, COMMAND

#: How many acts a journey writes.
ACTS = {
    **dict.fromkeys(("take in a programme", "move a match", "note an estimate"), 1),
    **dict.fromkeys(("log a call", "tick a task"), 1),
    **dict.fromkeys(("keep a promise", "answer a request"), 1),
    "rate": 2,
    "hold a commission": 3,
}


def walked(folder: Path) -> Iterator[tuple[str, str, Count]]:
    """Walk all journeys; what one does is taken back before the next.

    Yields:
        Name of the journey, of the hand, and what it took.
    """
    steady_bools()
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    MainThreadGc(app)
    os.environ["HOME"] = str(folder)  # where dialogs begin
    cell = folder / "cell"
    setup = Setup("ar", CELL_NAME, COMMAND, sample=True)
    create_workspace(cell, setup, lambda *_: None).close()
    shell = make_shell(app, cell, "ar")
    shell.settings.keep("shade", "light")
    shell.start()
    while shell.window is None or shell.window.place is None:
        app.processEvents()
    record = Record(shell, folder)
    keys, mouse = Keys(shell), Mouse(shell)
    keys.settle()
    for name in BY_KEYS:
        for hand, journey in ((keys, BY_KEYS[name]), (mouse, BY_MOUSE[name])):
            journey(hand, record)  # type: ignore[operator]
            yield name, type(hand).__name__.lower(), hand.counted()
            _take_back(keys, ACTS.get(name, 0))
    shell.close()


def _take_back(keys: Keys, acts: int) -> None:
    """Leave the record as it was, on the page where the day begins.

    A file that was open shows its first tab: none begins where another journey ended.
    """
    keys.press(*["Ctrl+Z"] * acts, "Ctrl+1")
    match = keys.window.page("match")
    assert isinstance(match, MatchPage)
    match.tabs.setCurrentIndex(0)
    keys.counted()
