"""The one table of what can be done from anywhere: menus, keys, and one action each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QStyleOptionMenuItem, QWidget

from sportsec.domain.words import N_
from sportsec.ui.icons import icon
from sportsec.ui.keys import HERE, keymap, keys_here, named, with_keys
from sportsec.ui.language import is_rtl, isolate, tr
from sportsec.ui.pages.registry import PageSpec

#: Menus by their keys; the letter behind the ampersand opens one together with Alt.
MENUS = {"file": N_("&File"), "edit": N_("&Edit"), "go": N_("&Go"), "help": N_("&Help")}
EVERYWHERE = N_("Keys that work everywhere")
#: Keys that Qt hears itself, and what they do; no others can be chosen for these.
_FIXED = (
    (N_("Next tab"), "Ctrl+Tab"),
    (N_("Previous tab"), "Ctrl+Shift+Tab"),
)
WITH_TABS = N_("Where there are tabs")
#: Pages beyond this number have no key of their own.
MOST_KEYS = 9
BOTTOM = "bottom"


#: For each place its heading, what is done there, and by which keys.
Sheet = Sequence[tuple[str, Sequence[tuple[str, str]]]]


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done from anywhere.

    Args:
        key: What the window answers to; a page is named by its own key.
        menu: Key of its menu.
        text: English msgid.
        icon: File in `resources/icons` without its ending.
        keys: Any of these does it.
        begins: A line is drawn before it.
    """

    key: str
    menu: str
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    begins: bool = False


COMMANDS = (
    Command("send", "file", N_("&Send…"), "send", ("Ctrl+Shift+S",)),
    Command("receive", "file", N_("&Receive…"), "receive", ("Ctrl+Shift+R",)),
    Command("backups", "file", N_("&Backups"), "save", begins=True),
    Command("folder", "file", N_("Open the &folder of the workspace"), "folder"),
    Command("quit", "file", N_("&Quit"), "", ("Ctrl+Q",), begins=True),
    Command("undo", "edit", N_("&Undo"), "undo", ("Ctrl+Z",)),
    Command("redo", "edit", N_("&Redo"), "redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
    Command("history", "edit", N_("&History"), "history", ("Ctrl+H",), begins=True),
    Command("search", "edit", N_("&Search everything"), "search", ("Ctrl+K",)),
    Command("back", "go", N_("&Back"), "back", ("Alt+Left", "Back")),
    Command("reload", "go", N_("Re&load the page"), "refresh", ("F5",)),
    Command("decide", "go", N_("What waits for a &decision"), "exchange", begins=True),
    Command("cells", "go", N_("&Cells and their words"), "cell"),
    Command("manual", "help", N_("&Help for this page"), "info", ("F1",)),
    Command("keys", "help", N_("All &keys"), "keyboard"),
    Command("tour", "help", N_("&Tour of the program"), "next"),
    Command("news", "help", N_("What is &new"), "info"),
    Command("report", "help", N_("&Problem report…"), "warning"),
    Command("about", "help", N_("&About SportSec"), "info", begins=True),
)


@dataclass(frozen=True, slots=True)
class Keyed:
    """Something whose keys may be chosen.

    Args:
        name: By which the keys are kept.
        group: English msgid of the menu, or of where it is done.
        text: English msgid, without the mark of a letter where it has one.
        usual: Its keys as the program comes.
        may_be_plain: Whether a letter alone may do it.
    """

    name: str
    group: str
    text: str
    usual: tuple[str, ...]
    may_be_plain: bool = False


def keyed(pages: Sequence[PageSpec]) -> list[Keyed]:
    """Return all that keys do or may do: in the menus, then place by place."""
    menus = [
        Keyed(each.key, MENUS[each.menu], each.text, each.keys)
        for menu in MENUS
        for each in commands_of(pages)
        if each.menu == menu
    ]
    return menus + [
        Keyed(name, here.where[0], here.text, here.usual, here.may_be_plain)
        for name, here in HERE.items()
    ]


def ordered(pages: Sequence[PageSpec]) -> list[PageSpec]:
    """Return the pages of the rail, as they stand there."""
    shown = [page for page in pages if page.group]
    return sorted(shown, key=lambda page: page.group == BOTTOM)


def commands_of(pages: Sequence[PageSpec]) -> tuple[Command, ...]:
    """Return all that can be done from anywhere, menu by menu, pages last."""
    return (*COMMANDS, *_of_pages(pages))


def _of_pages(pages: Sequence[PageSpec]) -> Iterator[Command]:
    for at, page in enumerate(ordered(pages)):
        shortcuts = (f"Ctrl+{at + 1}",) if at < MOST_KEYS else ()
        # The history stands under "Edit" with a key of its own.
        if page.key not in {each.key for each in COMMANDS}:
            yield Command(
                *(page.key, "go", page.title, page.icon, shortcuts), begins=at == 0
            )


class CommandMenu(QMenu):
    """One of the window: its keys read from left to right in Arabic too."""

    def initStyleOption(self, option: QStyleOptionMenuItem, action: QAction) -> None:
        """Keep the signs of keys in their order, such as the arrow of "Alt+←"."""
        super().initStyleOption(option, action)
        text, tab, keys = option.text.partition("\t")
        if keys and is_rtl():
            option.text = f"{text}{tab}{isolate(keys)}"


class Actions(QObject):
    """One action for each command and page; whoever shows it shows the same.

    Args:
        window: Hears the keys.
    """

    def __init__(self, window: QWidget, pages: Sequence[PageSpec]) -> None:
        super().__init__(window)
        self._window = window
        self.commands = commands_of(pages)
        self._said = {each.key: plain(tr(each.text)) for each in self.commands}
        self._made = {each.key: self._make(each) for each in self.commands}
        keymap().changed.connect(self._follow)
        self._follow()

    def __getitem__(self, key: str) -> QAction:
        """Return the action of a command or page."""
        return self._made[key]

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into the bar."""
        bar.setNativeMenuBar(False)  # where Arabic stands from right to left too
        menus: dict[str, QMenu] = {}
        for key, text in MENUS.items():
            menus[key] = CommandMenu(tr(text), bar)
            bar.addMenu(menus[key])
            menus[key].setToolTipsVisible(False)
        for command in self.commands:
            if command.begins:
                menus[command.menu].addSeparator()
            menus[command.menu].addAction(self._made[command.key])

    def carry_out(
        self,
        acts: Mapping[str, Callable[[], object]],
        go: Callable[[str], object],
    ) -> None:
        """Say what each command does; one without an act opens the page of its key."""
        for command in self.commands:
            act = acts.get(command.key, partial(go, command.key))
            self._made[command.key].triggered.connect(lambda _on, act=act: act())

    def sheet(self) -> Sheet:
        """Return what is done by keys, and the keys: from anywhere, then by place."""
        found = {
            EVERYWHERE: [
                (plain(tr(each.text)), _all(self._made[each.key].shortcuts()))
                for each in self.commands
            ],
            WITH_TABS: [(tr(text), named(QKeySequence(keys))) for text, keys in _FIXED],
        }
        for name, here in HERE.items():
            for where in here.where:
                line = (tr(here.text), _all(keys_here(name)))
                found.setdefault(where, []).append(line)
        return [
            (tr(where), [(text, keys) for text, keys in lines if keys])
            for where, lines in found.items()
        ]

    def describe(self, key: str, text: str = "") -> None:
        """Say beside a command what it would do now, such as which act it undoes."""
        command = next(each for each in self.commands if each.key == key)
        name = tr(command.text)
        shown, self._said[key] = name, plain(name)
        if text:
            shown = tr("{name}: {text}", name=name, text=text.replace("&", "&&"))
            self._said[key] = tr("{name}: {text}", name=plain(name), text=text)
        self._made[key].setText(shown)
        self._show_keys(key)

    def _make(self, command: Command) -> QAction:
        action = QAction(tr(command.text), self._window)
        if command.icon:
            action.setIcon(icon(command.icon))
        self._window.addAction(action)
        return action

    def _follow(self) -> None:
        """Listen to the keys chosen now."""
        for each in self.commands:
            keys = keymap().keys(each.key, each.keys)
            self._made[each.key].setShortcuts(keys)
            self._show_keys(each.key)

    def _show_keys(self, key: str) -> None:
        action = self._made[key]
        action.setToolTip(with_keys(self._said[key], action.shortcuts()))


def plain(text: str) -> str:
    """Return a menu's text without the mark of its letter."""
    return text.replace("&", "")


def _all(keys: Sequence[QKeySequence]) -> str:
    return " / ".join(map(named, keys))
