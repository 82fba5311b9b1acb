"""Every act has its keys, no two have the same, and the officer may choose others."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sportsec.domain.words import LANGUAGES
from sportsec.ui.frame.commands import EVERYWHERE, MENUS, keyed
from sportsec.ui.frame.key_rules import objection
from sportsec.ui.frame.keys_page import KeysPage
from sportsec.ui.keys import HERE, KeyedShortcut, keymap, named
from sportsec.ui.language import isolate, tr
from sportsec.ui.main_window import MainWindow
from sportsec.ui.pages.registry import PAGES
from sportsec.ui.settings import Settings
from sportsec.ui.shell import Shell
from sportsec.ui.widgets.clear_button import ClearButton

ROWS = keyed(PAGES)
BY_NAME = {row.name: row for row in ROWS}


@pytest.fixture
def page(window: MainWindow) -> Iterator[KeysPage]:
    window.go("keys")
    page = window.page("keys")
    assert isinstance(page, KeysPage)
    yield page
    keymap().reset(BY_NAME)


def press(page: KeysPage, name: str, keys: str) -> None:
    page.rows[name].field.pressed.emit(QKeySequence(keys))


def heard(shortcut: QShortcut) -> list[QKeySequence]:
    return list(shortcut.keys())


def said(page: KeysPage, name: str) -> str:
    return page.rows[name].problem.text()


def test_no_two_acts_have_the_same_keys() -> None:
    keys = [QKeySequence(each).toString() for row in ROWS for each in row.usual]
    assert len(keys) == len(set(keys))


def test_the_usual_keys_are_such_as_may_be_chosen(
    speak: Callable[[str], None],
) -> None:
    for language in LANGUAGES:
        speak(language)
        for row in ROWS:
            for keys in row.usual:
                assert objection(QKeySequence(keys), row, ROWS) == "", (language, row)


def test_every_command_of_the_menus_and_every_act_of_pages_can_be_given_keys(
    page: KeysPage, window: MainWindow
) -> None:
    shown = {
        action
        for menu in window.menuBar().actions()
        for action in menu.menu().actions()
        if action.text()
    }
    assert {window.actions_of[each.key] for each in window.actions_of.commands} == shown
    assert set(page.rows) >= {each.key for each in window.actions_of.commands}
    assert set(page.rows) >= set(HERE)


def test_other_keys_are_heard_and_shown_at_once(
    page: KeysPage, window: MainWindow, shell: Shell, qtbot: QtBot
) -> None:
    press(page, "agenda", "Ctrl+Shift+A")
    press(page, "undo", "F8")
    action = window.actions_of["agenda"]
    assert [each.toString() for each in action.shortcuts()] == ["Ctrl+Shift+A"]
    assert "(Ctrl+Shift+A)" in window.rail.buttons["agenda"].toolTip()
    assert "(F8)" in window.actions_of["undo"].toolTip()
    assert ("Undo", "F8") in dict(window.actions_of.sheet())[EVERYWHERE]
    window.actions_of["manual"].trigger()
    manual = window.guide.manual
    assert manual is not None
    qtbot.addWidget(manual)
    assert "F8" in manual.text.toPlainText()
    press(page, "redo", "F7")
    window.actions_of["manual"].trigger()
    assert "F7" in manual.text.toPlainText()
    assert shell.settings.text("keys/undo") == "F8"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_window_hears_other_keys(
    page: KeysPage, window: MainWindow, qtbot: QtBot
) -> None:
    press(page, "agenda", "Ctrl+Shift+A")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_A, both)
    assert window.place is not None
    assert window.place.key == "agenda"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_field_of_keys_keeps_those_that_undo(
    page: KeysPage, window: MainWindow, qtbot: QtBot
) -> None:
    """An officer tried Ctrl+Z there, and a merge of contacts was taken back."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field = page.rows["agenda"].field
    field.setFocus()
    field.listen()
    control = Qt.KeyboardModifier.ControlModifier
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, control)
    asked.ignore()
    QApplication.sendEvent(field, asked)
    assert asked.isAccepted()


def test_pages_that_stand_open_hear_other_keys_too(
    page: KeysPage, window: MainWindow
) -> None:
    clubs = window.page("clubs")
    press(page, "here.new", "F9")
    made = [each for each in clubs.findChildren(KeyedShortcut) if "new" in each.name]
    assert [keys.toString() for each in made for keys in heard(each)] == ["F9"]
    assert "F9" in window.page("agenda").new_button.toolTip()


def test_keys_that_do_something_else_are_refused_in_words(page: KeysPage) -> None:
    press(page, "agenda", "Ctrl+Z")
    assert said(page, "agenda") == "\u2068Ctrl+Z\u2069 already does this: Undo."
    assert page.rows["agenda"].field.keys.toString() == "Ctrl+2"
    press(page, "agenda", "Ctrl+N")
    assert "New entry" in said(page, "agenda")
    press(page, "agenda", "F2")
    assert said(page, "agenda") == ""


def test_keys_refused_while_pressed_leave_the_old_ones(
    page: KeysPage, qtbot: QtBot
) -> None:
    field = page.rows["agenda"].field
    field.listen()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "already" in said(page, "agenda")
    assert field.keys.toString() == "Ctrl+2"
    (kept,) = keymap().keys("agenda", ["Ctrl+2"])
    assert kept.toString() == "Ctrl+2"


def test_a_field_listens_once_and_only_when_asked_to(
    page: KeysPage, qtbot: QtBot
) -> None:
    field = page.rows["agenda"].field
    control, alt = (
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
    )
    qtbot.keyClick(field, Qt.Key.Key_B, control)
    assert field.keys.toString() == "Ctrl+2"
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert (field.text(), field.placeholderText()) == ("", "Press the keys")
    qtbot.keyPress(field, Qt.Key.Key_Control, control)  # with which others are held
    qtbot.keyClick(field, Qt.Key.Key_B, control)
    assert field.text() == "Ctrl+B"
    qtbot.keyClick(field, Qt.Key.Key_Alt, alt)
    qtbot.keyClick(field, Qt.Key.Key_H, alt)
    qtbot.keyClick(field, Qt.Key.Key_T)
    assert [each.toString() for each in keymap().keys("agenda", ())] == ["Ctrl+B"]
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_B, control)  # the same once more
    assert (field.text(), said(page, "agenda")) == ("Ctrl+B", "")


def test_a_field_that_listens_is_left_as_it_was(page: KeysPage, qtbot: QtBot) -> None:
    field = page.rows["agenda"].field
    field.listen()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "Ctrl+2"
    field.listen()
    field.focusOutEvent(QFocusEvent(QFocusEvent.Type.FocusOut))
    assert (field.text(), field.is_listening) == ("Ctrl+2", False)


@pytest.mark.parametrize(
    ("key", "held", "heard"),
    [
        (Qt.Key.Key_Exclam, "!", "Ctrl+!"),  # Shift only makes the sign
        (Qt.Key.Key_A, "A", "Ctrl+Shift+A"),
        (0x0645, "م", "Ctrl+Shift+م"),
        (Qt.Key.Key_F9, "", "Ctrl+Shift+F9"),
    ],
)
def test_what_is_heard_is_what_stands_on_the_keys(
    page: KeysPage, key: int, held: str, heard: str
) -> None:
    field, got = page.rows["agenda"].field, []
    field.pressed.connect(lambda keys: got.append(keys.toString()))
    field.listen()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    field.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, key, both, held))
    assert got == [heard]


def test_the_cross_takes_the_keys_away(page: KeysPage) -> None:
    field = page.rows["agenda"].field
    (cross,) = field.findChildren(ClearButton)
    cross.click()
    assert keymap().keys("agenda", ["Ctrl+2"]) == []
    assert (field.text(), field.placeholderText()) == ("", "—")


REFUSED = [
    ("undo", "Q", "letter alone"),
    ("undo", "Return", "from field to field"),
    ("undo", "Ctrl+C", "text field"),
    ("undo", "Alt+F", "File"),
    ("here.move", "Left", "from field to field"),
]


@pytest.mark.parametrize(("name", "keys", "why"), REFUSED)
def test_keys_that_the_officer_needs_are_refused(
    name: str, keys: str, why: str
) -> None:
    assert why in objection(QKeySequence(keys), BY_NAME[name], ROWS)


@pytest.mark.parametrize(
    ("name", "keys"), [("undo", "F8"), ("here.move", "V"), ("undo", "Ctrl+م")]
)
def test_other_keys_are_free(name: str, keys: str) -> None:
    assert objection(QKeySequence(keys), BY_NAME[name], ROWS) == ""


def test_one_act_or_all_get_their_usual_keys_back(page: KeysPage) -> None:
    assert not page.usual_button.isEnabled()
    press(page, "agenda", "F2")
    press(page, "undo", "Ctrl+2")
    page.rows["agenda"].usual.click()
    assert "Undo" in said(page, "agenda")
    page.rows["undo"].usual.click()
    page.rows["agenda"].usual.click()
    assert said(page, "agenda") == ""
    assert page.rows["agenda"].field.keys.toString() == "Ctrl+2"
    press(page, "agenda", "F2")
    page.usual_button.click()
    assert not page.usual_button.isEnabled()
    assert page.rows["agenda"].field.keys.toString() == "Ctrl+2"


def test_an_act_may_have_no_keys(page: KeysPage, window: MainWindow) -> None:
    press(page, "quit", "")
    assert window.actions_of["quit"].shortcuts() == []
    assert window.actions_of["quit"].toolTip() == "Quit"
    assert "Quit" not in dict(dict(window.actions_of.sheet())[EVERYWHERE])
    press(page, "quit", "Ctrl+Q")
    assert not keymap().is_chosen("quit")


def test_what_was_chosen_counts_at_the_next_start(settings: Settings) -> None:
    Settings(settings.file).keep("keys/undo", "F8")
    keymap().remember_in(settings)
    assert [each.toString() for each in keymap().keys("undo", ())] == ["F8"]
    settings.keep("keys/undo", "")
    keymap().reset(["undo"])


def in_pages(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    for spec in PAGES:
        window.go(spec.key)
        yield spec.key, window.page(spec.key)


def tabbed(button: QAbstractButton) -> bool:
    """Say whether Tab comes to it, or to its group, in which the arrows go on."""
    group = button.group()
    together = group.buttons() if group and group.exclusive() else [button]
    return any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in together)


def test_every_act_of_every_page_is_reached_by_keys(window: MainWindow) -> None:
    """By Tab, by keys of its own, or by those of the menu of what is selected."""
    unreached = []
    for key, page in in_pages(window):
        by_keys = {
            each.button
            for each in page.findChildren(KeyedShortcut)
            if hasattr(each, "button")
        }
        for button in page.findChildren(QAbstractButton):
            shown = button.isVisibleTo(page)
            inner = isinstance(button.parent(), QLineEdit | QAbstractItemView)
            if shown and not inner and not tabbed(button) and button not in by_keys:
                unreached.append((key, type(button).__name__, button.text()))
    assert unreached == []


def test_the_sheet_says_where_keys_are_heard(window: MainWindow) -> None:
    sheet = {where: dict(acts) for where, acts in window.actions_of.sheet()}
    assert not {"Move the selected match", "Save the page or form"} & {
        *sheet[EVERYWHERE]
    }
    assert sheet["In the agenda"]["Move the selected match"] == "M"
    assert sheet["In forms and ratings"]["Save the page or form"] == "Ctrl+S"
    assert sheet["Where there are tabs"]["Next tab"] == "Ctrl+Tab"


@pytest.mark.parametrize("language", LANGUAGES)
def test_arrows_are_signs_and_keys_are_read_from_left_to_right(
    speak: Callable[[str], None], language: str
) -> None:
    speak(language)
    said = named(QKeySequence("Ctrl+Up"))
    assert said == (isolate("Ctrl+↑") if language == "ar" else "Ctrl+↑")


def test_pages_hear_no_keys_but_those_that_can_be_chosen(window: MainWindow) -> None:
    """A list of choices is numbered, and Esc leads back: these stay."""
    for key, page in in_pages(window):
        for each in page.findChildren(QShortcut):
            own = isinstance(each, KeyedShortcut)
            keys = each.key().toString()
            assert own or keys == "Esc" or keys.startswith("Alt+"), (key, keys)


def test_the_letters_of_the_menus_are_no_keys_of_acts(
    speak: Callable[[str], None],
) -> None:
    for language in LANGUAGES:
        speak(language)
        opened = {QKeySequence.mnemonic(tr(text)) for text in MENUS.values()}
        used = {QKeySequence(each) for row in ROWS for each in row.usual}
        assert not opened & used


def test_what_is_told_is_broken_where_there_is_little_room(page: KeysPage) -> None:
    """In French at 200 % it pushed the button beside the title off the page."""
    labels = page.findChildren(QLabel)
    assert [one.wordWrap() for one in labels if "Click a field" in one.text()] == [True]
