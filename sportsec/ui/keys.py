"""Which keys do what: as the program comes, or as the officer chose on this PC.

    KeyedShortcut(self, "here.new", self.plan)     # on a page, see HERE
    keymap().keys("undo", ("Ctrl+Z",))             # of a command of the window

Whoever shows or hears a key follows `keymap().changed`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from sportsec.domain.words import N_
from sportsec.ui.language import is_rtl, isolate
from sportsec.ui.settings import Settings

_KEPT = "keys/"
#: Stands in the settings for "no key at all".
_NONE = "-"
_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut
#: Heard wherever in the window the focus is, while the widget is shown.
IN_WINDOW = Qt.ShortcutContext.WindowShortcut
_NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True, slots=True)
class Here:
    """Something that keys do on the pages that have it.

    Args:
        text: English msgid.
        usual: Any of these keys does it, unless others were chosen.
        where: English msgids of the places where it does.
        may_be_plain: Whether a letter alone may do it: nobody writes where it is heard.
        repeats: Whether keys held down do it again and again.
    """

    text: str
    usual: tuple[str, ...]
    where: tuple[str, ...]
    may_be_plain: bool = False
    repeats: bool = True


#: Where keys are heard that are not heard everywhere.
IN_LISTS, IN_AGENDA = N_("In lists"), N_("In the agenda")
IN_MATCH, IN_FORMS = N_("In a match file"), N_("In forms and ratings")
IN_INTAKE = N_("While a programme is taken in")

#: What pages do by keys; no two have one key, so that none means two things anywhere.
#: What is heard at one place stands together.
HERE = {
    "here.new": Here(N_("New entry on the page"), ("Ctrl+N",), (IN_LISTS, IN_MATCH)),
    "here.find": Here(N_("Search on the page"), ("Ctrl+F",), (IN_LISTS,)),
    "here.delete": Here(
        *(N_("Delete what is selected"), ("Del",), (IN_LISTS,)),
        may_be_plain=True,
        repeats=False,
    ),
    "here.view": Here(N_("How the list is arranged"), ("Ctrl+L",), (IN_LISTS,)),
    "here.column": Here(N_("Menu of the current column"), ("Alt+Down",), (IN_LISTS,)),
    "here.wider": Here(N_("Current column wider"), ("Alt++",), (IN_LISTS,)),
    "here.narrower": Here(N_("Current column narrower"), ("Alt+-",), (IN_LISTS,)),
    "here.fit": Here(
        N_("Current column fitted to its contents"), ("Alt+0",), (IN_LISTS,)
    ),
    "here.move": Here(
        N_("Move the selected match"), ("M",), (IN_AGENDA,), may_be_plain=True
    ),
    "here.list": Here(N_("Agenda as a list"), ("Alt+1",), (IN_AGENDA,)),
    "here.week": Here(N_("Agenda by weeks"), ("Alt+2",), (IN_AGENDA,)),
    "here.month": Here(N_("Agenda by months"), ("Alt+3",), (IN_AGENDA,)),
    "here.season": Here(N_("Agenda of the season"), ("Alt+4",), (IN_AGENDA,)),
    "here.earlier": Here(
        N_("Earlier days"), ("PgUp",), (IN_AGENDA,), may_be_plain=True
    ),
    "here.later": Here(N_("Later days"), ("PgDown",), (IN_AGENDA,), may_be_plain=True),
    "here.today": Here(
        N_("Days from today on"), ("T",), (IN_AGENDA,), may_be_plain=True
    ),
    "here.before": Here(N_("Previous match"), ("Ctrl+Up",), (IN_MATCH,)),
    "here.after": Here(N_("Next match"), ("Ctrl+Down",), (IN_MATCH,)),
    "here.print": Here(N_("Print the paper shown"), ("Ctrl+P",), (IN_MATCH,)),
    "here.save": Here(N_("Save the page or form"), ("Ctrl+S",), (IN_FORMS,)),
    "here.accept": Here(
        N_("Accept what is shown"), ("Ctrl+Return",), (IN_FORMS, IN_INTAKE)
    ),
    "here.open": Here(N_("Choose a file"), ("Ctrl+O",), (IN_INTAKE,)),
}


class Keymap(QObject):
    """The keys in use."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._settings: Settings | None = None

    def remember_in(self, settings: Settings) -> None:
        """Use the keys chosen on this PC, and keep new choices there."""
        self._settings = settings
        self.changed.emit()

    def keys(self, name: str, usual: Iterable[str]) -> list[QKeySequence]:
        """Return the keys that do something; none may be an empty list."""
        chosen = self._settings.text(_KEPT + name) if self._settings else ""
        if chosen == _NONE:
            return []
        return [QKeySequence(each) for each in ([chosen] if chosen else usual)]

    def is_chosen(self, name: str) -> bool:
        """Say whether the keys of something are not the usual ones."""
        return bool(self._settings and self._settings.text(_KEPT + name))

    def choose(self, name: str, keys: QKeySequence) -> None:
        """Let other keys do something; empty ones for none."""
        if self._settings is not None:
            self._settings.keep(_KEPT + name, keys.toString() or _NONE)
            self.changed.emit()

    def reset(self, names: Iterable[str]) -> None:
        """Let the usual keys do some things again."""
        if self._settings is not None:
            for name in names:
                self._settings.forget(_KEPT + name)
            self.changed.emit()


class _Current:
    """The keymap of the process, as there is one keyboard."""

    keymap: Keymap | None = None


def keymap() -> Keymap:
    """Return the keys in use."""
    if _Current.keymap is None:
        _Current.keymap = Keymap()
    return _Current.keymap


class KeyedShortcut(QShortcut):
    """Does something of `HERE` by its keys, whichever they are at the moment.

    Args:
        name: Of `HERE`.
        parent: The keys are heard while it, or something in it, has the focus.
    """

    def __init__(
        self,
        parent: QWidget,
        name: str,
        act: Callable[[], object],
        context: Qt.ShortcutContext = _HERE,
    ) -> None:
        super().__init__(parent)
        self.name = name
        self.act = act
        self.setContext(context)
        self.setAutoRepeat(HERE[name].repeats)
        self.activated.connect(act)
        keymap().changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Listen to the keys chosen now."""
        self.setKeys(keys_here(self.name))


class HeardButton(KeyedShortcut):
    """Clicks a button by keys, and shows them at it.

    Args:
        text: What the button is called.
    """

    def __init__(
        self, parent: QWidget, button: QAbstractButton, name: str, text: str
    ) -> None:
        self.button = button
        self._text = text
        super().__init__(parent, name, self._click)

    def call(self, text: str) -> None:
        """Call the button something else."""
        self._text = text
        self.follow()

    def _click(self) -> None:
        if self.button.isVisible():
            self.button.click()

    def follow(self) -> None:
        """Listen to the keys chosen now, and show them."""
        super().follow()
        self.button.setToolTip(with_keys(self._text, self.keys()))


def keys_here(name: str) -> list[QKeySequence]:
    """Return the keys of something that pages do."""
    return keymap().keys(name, HERE[name].usual)


def shown(keys: Sequence[QKeySequence]) -> str:
    """Return the first of some keys as they stand on the keyboard; empty for none."""
    return named(keys[0]) if keys else ""


def named(keys: QKeySequence) -> str:
    """Return keys as they stand on the keyboard, from left to right in Arabic too."""
    text = keys.toString(_NATIVE)
    return isolate(text) if is_rtl() and text else text


def with_keys(text: str, keys: Sequence[QKeySequence]) -> str:
    """Return the tooltip of what some keys do."""
    return f"{text}  ({shown(keys)})" if keys else text
