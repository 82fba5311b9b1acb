"""Pages and dialogs of the sample season, walked as a screen reader walks them.

All of them, in all languages and sizes, are walked by `python -m tests.screens`; here
stands what finds most: every page, every kind of form, board, tree and dialog.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from sportsec.app.window import make_shell
from sportsec.app.wiring import create_workspace
from sportsec.ui.pages.registry import PAGES
from sportsec.ui.theme import apply_theme
from sportsec.ui.wizard import Setup
from tests.screens import drawing, stage
from tests.screens.clipping import cut_off
from tests.screens.reading import out_of_order, unreadable
from tests.screens.resting import restless
from tests.screens.scenes.frame import CELL_NAME, COMMAND
from tests.screens.stage import Scene, Stage, forget_old_windows

PLAIN = [f"page-{page.key}" for page in PAGES if page.group]
LARGE = [
    *(f"page-{key}" for key in ("home", "agenda", "exchange", "groups", "contacts")),
    *("match-deployment-detachments", "venue-gates"),
]
MORE = [
    *("agenda-week", "match-risk", "match-deployment", "venue-gates", "club-form"),
    *("contact-form", "cell-form", "history-record", "backups-question"),
    *("exchange-decide", "exchange-trust", "wizard-2"),
]
SCENES = {scene.name: scene for scene in drawing.all_scenes()}


def no_progress(_fraction: float | None = None, _text: str = "") -> None:
    """Say nothing."""


@pytest.fixture(scope="module")
def played(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stage]:
    folder = tmp_path_factory.mktemp("walk") / "cell"
    setup = Setup("fr", CELL_NAME, COMMAND, sample=True)
    create_workspace(folder, setup, no_progress).close()
    shell = make_shell(qapp, folder, "en")
    shell.settings.keep("window/page", "settings")
    shell.settings.keep("shade", "light")
    shell.start()
    while shell.window is None or shell.window.place is None:
        qapp.processEvents()
    yield Stage(qapp, shell)
    shell.close()
    shell.window.deleteLater()
    forget_old_windows()
    apply_theme(qapp, "light")
    qapp.setProperty("shade", "light")


@pytest.fixture(autouse=True)
def short_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "QUIET_SECONDS", 0.05)


#: A busy machine may lay the window out later than it seems quiet.
LOOKS = 3


def findings(played: Stage, scene: Scene, language: str, text: str) -> list[str]:
    played.shell.switch("language", language)
    played.shell.switch("text_size", text)
    played.window.resize(*drawing.SIZES[text])
    shown = scene.build(played)
    played.window.resize(*drawing.SIZES[text])
    found: list[str] = []
    for _ in range(LOOKS):
        played.settle()
        found = [*unreadable(shown), *out_of_order(shown), *cut_off(shown)]
        found += restless(played.app)
        if not found:
            break
    if isinstance(shown, QDialog):
        shown.hide()
        shown.deleteLater()
    return found


@pytest.mark.parametrize("name", [*PLAIN, *MORE])
def test_everything_can_be_read_and_reached_and_comes_to_rest(
    played: Stage, name: str
) -> None:
    assert findings(played, SCENES[name], "ar", "100") == []


@pytest.mark.parametrize("name", LARGE)
def test_nothing_is_cut_off_in_large_text(played: Stage, name: str) -> None:
    assert findings(played, SCENES[name], "fr", "200") == []
