"""Which keys may do something, and why others may not, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from sportsec.ui.frame.commands import MENUS, Keyed, plain
from sportsec.ui.keys import keymap, shown
from sportsec.ui.language import isolate, tr

#: Without Ctrl or Alt these lead from field to field.
_MOVING = {
    *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Space),
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
    *(Qt.Key.Key_Home, Qt.Key.Key_End),
}
#: They belong to every text field.
_OF_TEXT = ("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X")
_HOLDING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def objection(wanted: QKeySequence, what: Keyed, others: Iterable[Keyed]) -> str:
    """Say why these keys cannot do something; empty if they can.

    Args:
        others: All that keys do, `what` among them.
    """
    if wanted.isEmpty():
        return ""
    return next(_objections(wanted, what, others), "")


def _objections(
    wanted: QKeySequence, what: Keyed, others: Iterable[Keyed]
) -> Iterator[str]:
    name = isolate(shown([wanted]))
    for other in others:
        if other.name != what.name and wanted in keymap().keys(other.name, other.usual):
            used_by = plain(tr(other.text))
            yield tr("{keys} already does this: {what}.", keys=name, what=used_by)
    if wanted.toString() in _OF_TEXT:
        yield tr("{keys} belongs to every text field.", keys=name)
    combination = wanted[0]  # type: ignore[index]  # not in the stubs
    key, held = combination.key(), combination.keyboardModifiers() & _HOLDING
    if not held and key in _MOVING:
        yield tr("{keys} moves from field to field.", keys=name)
    # Keys that write nothing, such as F5, have numbers of their own.
    elif not held and key < Qt.Key.Key_Escape and not what.may_be_plain:
        yield tr("A letter alone is for writing. Hold Ctrl or Alt with it.")
    for menu in map(tr, MENUS.values()):
        if QKeySequence.mnemonic(menu) == wanted:
            yield tr("{keys} opens this menu: {what}.", keys=name, what=plain(menu))
