"""The one window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar
from uuid import UUID

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMimeData,
    QObject,
    QPointF,
    Qt,
    QUrl,
)
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.errors import NotFound
from sportsec.domain.words import LANGUAGES
from sportsec.ui.desk import Desk
from sportsec.ui.frame.commands import COMMANDS, MENUS
from sportsec.ui.frame.search_box import LEAST_WIDTH, RESTING_WIDTH, WIDTH
from sportsec.ui.frame.wires import Wires
from sportsec.ui.language import tr
from sportsec.ui.main_window import MainWindow, Place
from sportsec.ui.page import Page
from sportsec.ui.pages.agenda.page import AgendaPage
from sportsec.ui.pages.exchange.page import ExchangePage
from sportsec.ui.pages.registry import PAGES, PageSpec
from sportsec.ui.settings import Settings
from sportsec.ui.shell import Shell
from sportsec.ui.targets import NEW, ORDER, OVERVIEW, PointTarget, ReceiveTarget
from sportsec.ui.tasks import Runner

CLUB = UUID(int=9)


class Notes(Page):
    """A page that writes down what happens to it."""

    cares: ClassVar[frozenset[str]] = frozenset({"club"})
    made: ClassVar[int] = 0

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Notes")
        type(self).made += 1
        self.reloads = 0
        self.targets: list[object] = []
        self.stays = self.is_busy = False

    def reload(self) -> None:
        self.reloads += 1

    def show_target(self, target: object) -> None:
        self.targets.append(target)
        self.set_title(f"Note {len(self.targets)}")

    def may_leave(self) -> bool:
        return not self.stays

    def may_close(self) -> bool:
        return not self.is_busy


class Other(Notes):
    """A second page."""


HERE = f"{__name__}:"
SPECS = (
    PageSpec("notes", "Notes", "agenda", f"{HERE}Notes", group="work"),
    PageSpec("other", "Other", "clubs", f"{HERE}Other", group="work"),
    PageSpec("clubs", "Clubs", "clubs", f"{HERE}Other"),
    PageSpec("intake", "Intake", "intake", f"{HERE}Notes", group="work"),
    PageSpec("exchange", "Exchange", "exchange", f"{HERE}Notes"),
)


@pytest.fixture
def window(
    runner: Runner, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> MainWindow:
    window = MainWindow(runner, settings, Wires(tmp_path), pages=SPECS)
    qtbot.addWidget(window)
    window.show()
    window.open_first("notes")
    return window


def page(window: MainWindow, key: str) -> Notes:
    found = window.page(key)
    assert isinstance(found, Notes)
    return found


def test_a_page_is_built_when_it_is_opened_first(window: MainWindow) -> None:
    Other.made = 0
    assert list(window.pages) == ["notes"]
    window.rail.buttons["other"].click()
    window.rail.buttons["notes"].click()
    window.rail.buttons["other"].click()
    assert Other.made == 1
    assert window.pages["other"].isVisible()
    assert window.rail.buttons["other"].isChecked()
    assert not window.rail.buttons["notes"].isChecked()


def test_control_and_a_digit_open_a_page(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.place is not None
    assert window.place.key == "other"
    assert "Ctrl+2" in window.rail.buttons["other"].toolTip()
    assert window.actions_of["other"].shortcut().toString() == "Ctrl+2"


def test_back_returns_to_what_was_shown(window: MainWindow) -> None:
    window.go("clubs", CLUB)
    window.go("other")
    window.top.back.click()
    assert window.place is not None
    assert (window.place.key, window.place.target) == ("clubs", CLUB)
    assert page(window, "clubs").targets == [CLUB, CLUB]
    window.top.back.click()
    assert window.place.key == "notes"
    assert not window.top.back.isEnabled()


@pytest.mark.parametrize(
    ("target", "lasting"),
    [
        (PointTarget(CLUB, "tickets_printed"), CLUB),
        ((CLUB, ORDER), (CLUB, OVERVIEW)),
        (ReceiveTarget((Path("a.ssx"),)), ReceiveTarget()),
    ],
)
def test_back_opens_no_form_that_was_closed_and_receives_no_file_again(
    window: MainWindow, target: object, lasting: object
) -> None:
    window.go("clubs", target)
    window.go("other")
    window.top.back.click()
    assert page(window, "clubs").targets == [target, lasting]
    window.go("clubs", target)
    window.top.back.click()
    assert window.place == Place("notes")


def test_back_does_not_open_the_empty_file_of_a_new_record_again(
    window: MainWindow,
) -> None:
    window.go("clubs", NEW)
    window.go("other")
    window.top.back.click()
    assert window.place == Place("notes")
    window.go("clubs", NEW)
    window.go("clubs", CLUB)  # it was saved
    window.go("other")
    window.top.back.click()
    assert window.place == Place("clubs", CLUB)
    window.top.back.click()
    assert window.place == Place("notes")


def test_the_path_and_the_window_name_what_is_on_view(window: MainWindow) -> None:
    window.go("clubs", CLUB)
    assert window.top.crumbs.text() == "Clubs  ›  Note 1"
    assert window.windowTitle().startswith("Note 1")


def test_the_search_gives_way_to_the_path(window: MainWindow) -> None:
    top = window.top
    window.resize(1300, 700)
    QApplication.processEvents()
    assert top.search.width() == WIDTH
    assert "Ctrl" in top.search.placeholderText()
    top.show_path(["Match file", "Atlas Club of Casablanca – Ocean Club of Rabat" * 2])
    QApplication.processEvents()
    assert LEAST_WIDTH <= top.search.width() < WIDTH
    assert top.crumbs.drawn() == top.crumbs.text()
    top.show_path(["Match file", "Atlas – Ocean" * 30])
    QApplication.processEvents()
    assert top.search.width() == RESTING_WIDTH
    assert top.search.placeholderText() == "Search"
    top.show_path([])
    QApplication.processEvents()
    assert top.search.width() == WIDTH


def test_a_page_with_unsaved_input_may_object(window: MainWindow) -> None:
    page(window, "notes").stays = True
    window.go("other")
    assert window.place is not None
    assert window.place.key == "notes"
    assert not window.close()
    page(window, "notes").stays = False
    assert window.close()


def test_a_page_reloads_when_seen_and_when_its_tables_change(
    window: MainWindow,
) -> None:
    notes = page(window, "notes")
    assert notes.reloads == 1
    window.desk.runner.changed.emit(frozenset({"venue"}))
    assert notes.reloads == 1
    window.desk.runner.changed.emit(frozenset({"club", "venue"}))
    assert notes.reloads == 2
    window.go("other")
    window.desk.runner.changed.emit(frozenset({"club"}))
    window.desk.runner.changed.emit(frozenset({"club"}))
    assert notes.reloads == 2  # not on view
    window.go("notes")
    assert notes.reloads == 3


KEPT: list[QMimeData] = []  # an event does not keep what it carries


def dragged(kind: type, *files: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    KEPT.append(data)
    return kind(
        QPointF(1, 1),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_a_file_dropped_on_the_window_goes_to_the_intake(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "برنامج.csv"
    file.write_text("x", encoding="utf-8")
    QCoreApplication.sendEvent(window, dragged(QDragEnterEvent, file))
    assert window.drop_hint.isVisible()
    assert "programme" in window.drop_hint.says.label.text()
    with qtbot.waitSignal(window.file_dropped) as dropped:
        QCoreApplication.sendEvent(window, dragged(QDropEvent, file))
    assert dropped.args == [file]
    assert page(window, "intake").targets == [file]
    assert not window.drop_hint.isVisible()


def test_files_of_cells_are_named_before_they_are_dropped(
    window: MainWindow, tmp_path: Path
) -> None:
    files = [tmp_path / "b.ssx", tmp_path / "a.SSX"]
    QCoreApplication.sendEvent(window, dragged(QDragEnterEvent, *files))
    said = window.drop_hint.says.label.text()
    assert "2 files from cells" in said
    assert "aside" not in said
    QCoreApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.drop_hint.isVisible()
    mixed = dragged(QDragEnterEvent, *files, tmp_path / "c.csv")
    QCoreApplication.sendEvent(window, mixed)
    assert "aside" in window.drop_hint.says.label.text()
    QCoreApplication.sendEvent(window, dragged(QDropEvent, *files))
    assert page(window, "exchange").targets == [ReceiveTarget(tuple(files))]


def texts(menu: QMenu) -> list[str]:
    return [each.text().replace("&", "") for each in menu.actions() if each.text()]


def test_the_menus_hold_every_command_with_its_keys(window: MainWindow) -> None:
    menus = {each.text(): each.menu() for each in window.menuBar().actions()}
    assert list(menus) == ["&File", "&Edit", "&Go", "&Help"]
    assert texts(menus["&File"])[:2] == ["Send…", "Receive…"]
    assert {"Undo", "Redo", "History"} <= set(texts(menus["&Edit"]))
    assert {"Back", "Notes", "Other", "Intake"} <= set(texts(menus["&Go"]))
    shown = [action for menu in menus.values() for action in menu.actions()]
    assert all(window.actions_of[each.key] in shown for each in COMMANDS)
    keys = [key.toString() for action in shown for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_the_letters_of_a_menu_are_its_own(
    window: MainWindow, speak: Callable[[str], None]
) -> None:
    for language in LANGUAGES:
        speak(language)
        for menu in ("", *MENUS):
            named = [each.text for each in COMMANDS if each.menu == menu]
            letters = [
                text[text.index("&") + 1].casefold()
                for text in map(tr, named if menu else MENUS.values())
                if "&" in text
            ]
            assert len(letters) == len(set(letters)), (language, menu)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_alt_and_a_letter_open_a_menu(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    opened = window.menuBar().actions()[0].menu()
    assert isinstance(opened, QMenu)
    qtbot.waitUntil(opened.isVisible)
    qtbot.keyClick(opened, Qt.Key.Key_R)
    assert page(window, "exchange").targets == [ReceiveTarget()]
    assert not opened.isVisible()


def test_the_menus_stand_from_right_to_left_in_arabic(
    runner: Runner,
    settings: Settings,
    qtbot: QtBot,
    tmp_path: Path,
    speak: Callable[[str], None],
) -> None:
    speak("ar")
    window = MainWindow(runner, settings, Wires(tmp_path), pages=SPECS)
    qtbot.addWidget(window)
    window.show()
    bar = window.menuBar()
    left = [bar.actionGeometry(each).left() for each in bar.actions()]
    assert left == sorted(left, reverse=True)
    assert bar.actions()[0].text() == "&ملف"


def test_an_error_is_told_with_the_next_step(window: MainWindow) -> None:
    window.complain(NotFound("club", "x"))
    assert window.toast.isVisible()
    assert window.toast.label.text().count("\n") == 1


def test_a_message_can_offer_an_action(window: MainWindow) -> None:
    undone: list[bool] = []
    window.say("Deleted", action="Undo", on_action=lambda: undone.append(True))
    window.toast.button.click()
    assert undone == [True]
    assert not window.toast.isVisible()


def test_long_work_is_shown_after_a_moment_and_not_before(
    window: MainWindow, qtbot: QtBot
) -> None:
    from threading import Event

    over = Event()
    busy = window.status.busy
    window.desk.runner.read(window, "x", lambda _work: over.wait(5), lambda _: None)
    assert not busy.isVisible()
    qtbot.waitUntil(busy.isVisible)
    assert busy.button.isVisible()
    over.set()
    qtbot.waitUntil(lambda: not busy.isVisible())


def test_every_registered_page_has_an_icon_and_can_be_imported() -> None:
    from sportsec.ui.resources import ICONS

    for spec in PAGES:
        assert (ICONS / f"{spec.icon}.svg").is_file(), spec
        assert ":" in spec.factory
    assert len({spec.key for spec in PAGES}) == len(PAGES)


def test_size_and_page_are_remembered(window: MainWindow, settings: Settings) -> None:
    window.resize(1111, 777)
    window.go("other")
    window.close()
    assert settings.text("window/page") == "other"
    assert not settings.state("window/geometry").isEmpty()


def test_a_record_on_view_is_come_back_to(
    window: MainWindow, settings: Settings
) -> None:
    window.go("clubs", (CLUB, "risk"))
    window.close()
    kept = (settings.text("window/page"), settings.text("window/record"))
    window.open_first("notes")
    window.open_first(*kept)
    assert window.place == Place("clubs", CLUB)


@pytest.mark.parametrize(
    ("key", "record"), [("gone", ""), ("clubs", ""), ("clubs", "spoilt")]
)
def test_a_place_that_is_not_known_any_more_opens_the_first_page(
    window: MainWindow, key: str, record: str
) -> None:
    window.open_first(key, record)
    assert window.place == Place("notes")


def test_a_page_that_is_not_on_view_is_asked_before_the_program_ends(
    window: MainWindow,
) -> None:
    notes = page(window, "notes")
    notes.is_busy = True
    window.go("other")
    assert window.place == Place("other")
    assert not window.close()
    notes.is_busy = False
    assert window.close()


def unnamed(widget: QWidget) -> list[str]:
    """Return the inputs and buttons below a widget that say nothing to the blind."""
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
    found = []
    for kind in kinds:
        for each in widget.findChildren(kind):
            text = each.text() if isinstance(each, QAbstractButton) else ""
            own = type(each).__module__.startswith("sportsec")
            said = text or each.accessibleName() or each.isHidden()
            inner = isinstance(each.parent(), QLineEdit) and not own
            if not (said or inner):
                found.append(f"{type(each).__name__} in {each.parent()}")
    return found


def test_a_page_is_begun_at_its_list_and_gone_on_with_where_it_was_left(
    shell: Shell, qtbot: QtBot
) -> None:
    window = shell.window
    assert window is not None
    with windows_shown() as shown:
        window.go("agenda")
        agenda = window.page("agenda")
        assert isinstance(agenda, AgendaPage)
        qtbot.waitUntil(lambda: agenda.model.is_open)
        assert QApplication.focusWidget() is agenda.table
        assert agenda.table.accessibleName() == tr("Agenda")
        agenda.search.setFocus()
        window.go("exchange")
        exchange = window.page("exchange")
        assert isinstance(exchange, ExchangePage)
        assert QApplication.focusWidget() is exchange.tabs.tabBar()
        window.go("agenda")
        assert QApplication.focusWidget() is agenda.search
        agenda.new_button.setFocus()
        window.go("exchange")
        window.go("agenda")
        assert QApplication.focusWidget() is agenda.table
    assert shown == []  # a window that flashes takes the keys away


@contextmanager
def windows_shown() -> Iterator[list[QWidget]]:
    """Note what is shown as a window of its own."""
    shown: list[QWidget] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
                shown.extend([watched] if watched.isWindow() else [])
            return False

    watch, app = Watch(), QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    try:
        yield shown
    finally:
        app.removeEventFilter(watch)


def test_everything_that_takes_the_focus_has_a_name(shell: Shell) -> None:
    assert shell.window is not None
    assert unnamed(shell.window) == []
