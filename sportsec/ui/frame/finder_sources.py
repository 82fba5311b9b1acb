"""Where the search field finds what can be done: commands, the page, the settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QPushButton, QTabWidget, QWidget

from sportsec.domain.people import ContactRole
from sportsec.domain.words import N_
from sportsec.ui.desk import Desk
from sportsec.ui.frame.commands import Actions, plain
from sportsec.ui.frame.finder_entries import (
    ACTIONS,
    FUNCTIONS,
    HERE,
    PAGES,
    SETTINGS,
    Entry,
    in_all_languages,
)
from sportsec.ui.frame.finder_records import found_by
from sportsec.ui.keys import HERE as ON_PAGES
from sportsec.ui.keys import HeardButton, KeyedShortcut, keys_here, shown
from sportsec.ui.language import NAMES, isolate, label, tr
from sportsec.ui.page import Page
from sportsec.ui.pages.registry import PageSpec
from sportsec.ui.targets import FunctionTarget, SettingTarget
from sportsec.ui.theme import SHADE_NAMES, TEXT_SIZES
from sportsec.ui.widgets.cards import Card

#: Parts of the settings page and what stands there.
PARTS = (
    ("language", N_("Language")),
    ("shade", N_("Colours")),
    ("text_size", N_("Text size")),
    ("keys", N_("Change the keys")),
    ("officer", N_("Your name")),
    ("cell", N_("Name of the cell")),
    ("cell", N_("Command it belongs to")),
    ("cell", N_("City")),
    ("cell", N_("References of papers begin with")),
    ("folder", N_("Folder")),
    ("about", N_("Version")),
    ("about", N_("Python")),
    ("about", N_("Licences")),
    ("about", N_("Licence texts")),
)


def of_commands(actions: Actions, pages: Sequence[PageSpec]) -> Iterator[Entry]:
    """Yield what the menus hold and can be done now."""
    keys = {page.key for page in pages}
    for command in actions.commands:
        action = actions[command.key]
        if command.key == "search" or not action.isEnabled():
            continue
        yield Entry(
            PAGES if command.key in keys else ACTIONS,
            command.icon or "next",
            plain(action.text()),
            action.trigger,
            keys=shown(action.shortcuts()),
            name=command.key,
            texts=(*in_all_languages(command.text), *found_by(command.key)),
        )


def of_page(page: Page) -> Iterator[Entry]:
    """Yield what the page on view can do now: its buttons, keys and tabs."""
    keyed = {each.name: each for each in page.findChildren(KeyedShortcut)}
    heard = {each.button: each for each in page.findChildren(HeardButton)}
    told = set()
    for button in page.findChildren(QPushButton):
        if _can_be_pressed(button, page):
            name = heard[button].name if button in heard else ""
            if not name and button is _primary(page) and "here.new" in keyed:
                name = "here.new"
            told.add(name)
            yield _of_button(button, page, name)
    for name, shortcut in keyed.items():
        parent = shortcut.parent()
        is_seen = isinstance(parent, QWidget) and parent.isVisibleTo(page)
        if name not in told and is_seen and shortcut.isEnabled():
            what = ON_PAGES[name].text
            keys = shown(keys_here(name))
            texts = in_all_languages(what)
            yield Entry(HERE, "next", tr(what), shortcut.act, keys=keys, texts=texts)
    yield from _of_tabs(page)


def of_settings(desk: Desk) -> Iterator[Entry]:
    """Yield each setting, and each value that one click gives it."""
    for part, name in PARTS:
        go = partial(desk.go, "settings", SettingTarget(part))
        yield Entry(SETTINGS, "settings", tr(name), go, texts=in_all_languages(name))
    values = [
        *((N_("Language"), "language", key, name) for key, name in NAMES.items()),
        *((N_("Colours"), "shade", key, name) for key, name in SHADE_NAMES.items()),
        *((N_("Text size"), "text_size", size, f"{size} %") for size in TEXT_SIZES),
    ]
    for setting, what, value, name in values:
        text = isolate(name) if what == "text_size" else tr(name)
        yield Entry(
            SETTINGS,
            "settings",
            tr("{name}: {text}", name=tr(setting), text=text),
            partial(desk.switch, what, value),
            texts=(*in_all_languages(name), *in_all_languages(setting, name)),
        )


def of_functions(desk: Desk) -> Iterator[Entry]:
    """Yield each function that people are called in: it leads to those who are."""
    from sportsec.i18n import labels  # noqa: PLC0415 - see start-up

    for role in ContactRole:
        go = partial(desk.go, "contacts", FunctionTarget(role))
        texts = labels.called_in_all_languages(role)
        yield Entry(FUNCTIONS, "contacts", label(role), go, texts=texts)


def _of_button(button: QPushButton, page: Page, name: str) -> Entry:
    card = _card_of(button, page)
    title = button.accessibleName() or button.text().strip()
    keys = shown(keys_here(name)) if name else ""
    texts = in_all_languages(ON_PAGES[name].text) if name else ()
    return Entry(
        *(HERE, "next", plain(title), button.click),
        beside=card.accessibleName() if card else "",
        keys=keys,
        texts=texts,
    )


def _of_tabs(page: Page) -> Iterator[Entry]:
    for tabs in page.findChildren(QTabWidget):
        if not tabs.isVisibleTo(page):
            continue
        for at in range(tabs.count()):
            if tabs.isTabVisible(at) and at != tabs.currentIndex():
                turn: Callable[[], object] = partial(tabs.setCurrentIndex, at)
                title = plain(tabs.tabText(at))
                yield Entry(HERE, "forward", title, turn, beside=page.title)


def _can_be_pressed(button: QPushButton, page: Page) -> bool:
    said = button.accessibleName() or button.text().strip()
    is_choice = button.isCheckable() or button.window() is not page.window()
    return bool(said) and button.isEnabled() and button.isVisible() and not is_choice


def _primary(page: Page) -> QPushButton | None:
    items = map(page.buttons.itemAt, range(page.buttons.count()))
    buttons = [item.widget() for item in items if item is not None]
    primary = (each for each in buttons if each and each.property("primary"))
    return next((each for each in primary if isinstance(each, QPushButton)), None)


def _card_of(widget: QWidget, page: Page) -> Card | None:
    parent = widget.parentWidget()
    while parent is not None and parent is not page:
        if isinstance(parent, Card):
            return parent
        parent = parent.parentWidget()
    return None
