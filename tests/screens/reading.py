"""What a screen reader and the keyboard find: names, roles, and their order."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from sportsec.ui.frame.page_frame import PageFrame
from sportsec.ui.widgets.scrolled import PartScroll
from sportsec.ui.widgets.tab_order import follow_reading

_Role = QAccessible.Role
#: What a person acts on; each needs a name.
CONTROLS = {
    *(_Role.PushButton, _Role.ButtonMenu, _Role.ButtonDropDown, _Role.CheckBox),
    *(_Role.RadioButton, _Role.ComboBox, _Role.EditableText, _Role.SpinBox),
    *(_Role.PageTab, _Role.Table, _Role.Tree, _Role.List, _Role.Slider),
    *(_Role.MenuItem, _Role.Link, _Role.Dialog, _Role.ProgressBar, _Role.Button),
}
#: What says nothing of what something is.
NOTHING = {_Role.NoRole, _Role.Client, _Role.Window}
#: Parts of a control that has the name itself.
WHOLES = {_Role.ComboBox, _Role.SpinBox, _Role.Table, _Role.Tree, _Role.List}


def unreadable(shown: QWidget) -> list[str]:
    """Return a line for each control on view without a name or a role."""
    return [f"{_called(each)}: {fault}" for each, fault in _faults(shown)]


def _faults(shown: QWidget) -> Iterator[tuple[QWidget, str]]:
    for part in (shown, *_on_view(shown)):
        face = QAccessible.queryAccessibleInterface(part)
        if face is None:
            yield part, "nothing tells a screen reader of it"
            continue
        role = face.role()
        if part is not shown and _reached(part) and role in NOTHING:
            yield part, f"its role is {role.name}"
        if role in CONTROLS and not _name(face) and not _is_part(face):
            yield part, f"a {role.name} without a name"
        if isinstance(part, QAbstractButton) and _is_unsaid_picture(part):
            yield part, "a picture without a word, and no tool tip"
        if role == _Role.PageTabList:
            yield from _nameless_tabs(part, face)


def _is_unsaid_picture(button: QAbstractButton) -> bool:
    text = button.text() or getattr(button, "full_text", "")  # drawn by itself
    has_words = bool(text.strip())
    if isinstance(button, QToolButton):
        only = Qt.ToolButtonStyle.ToolButtonIconOnly
        has_words = has_words and button.toolButtonStyle() is not only
    return not (button.icon().isNull() or has_words or button.toolTip())


def _nameless_tabs(
    part: QWidget, face: QAccessibleInterface
) -> Iterator[tuple[QWidget, str]]:
    for at in range(face.childCount()):
        tab = face.child(at)
        if tab is not None and tab.role() == _Role.PageTab and not _name(tab):
            yield part, f"its tab {at} has no name"


def _name(face: QAccessibleInterface) -> str:
    return face.text(QAccessible.Text.Name).strip()


def _is_part(face: QAccessibleInterface) -> bool:
    above = face.parent()
    return above is not None and above.role() in WHOLES and bool(_name(above))


def _reached(part: QWidget) -> bool:
    """Say whether the focus comes to it, not to a part of it, nor only to scroll."""
    if not part.focusPolicy() & Qt.FocusPolicy.TabFocus or part.focusProxy():
        return False
    only_scrolls = type(part) in {QScrollArea, PartScroll} or bool(
        part.accessibleName()
    )
    return not (isinstance(part, QAbstractScrollArea) and only_scrolls)


def out_of_order(shown: QWidget) -> list[str]:
    """Return a line for each step of the keyboard that goes against the reading.

    Parts of one holder are compared: on a line the next one is further along, in a
    column it is further down. Where the holder has both, its columns come whole.
    """
    for frame in shown.findChildren(PageFrame):
        follow_reading(frame.page)  # as it does itself when Tab is pressed
    steps: list[str] = []
    last: dict[int, QWidget] = {}
    for part in _chain(shown):
        holder = part.parentWidget()
        before = last.get(id(holder))
        last[id(holder)] = part
        if before is not None and _goes_back(before, part, shown):
            steps.append(f"{_called(before)} → {_called(part)}")
    return steps


def _goes_back(before: QWidget, part: QWidget, shown: QWidget) -> bool:
    one, other = _place(before, shown), _place(part, shown)
    same_line = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    if same_line > min(one.height(), other.height()) // 2:
        if shown.isRightToLeft():
            return other.center().x() > one.center().x()
        return other.center().x() < one.center().x()
    same_column = min(one.right(), other.right()) - max(one.left(), other.left())
    return same_column > 0 and other.center().y() < one.center().y()


def _chain(shown: QWidget) -> Iterator[QWidget]:
    """Return what the tabulator reaches, from the first part on."""
    part = shown.nextInFocusChain()
    while part is not None and part is not shown:
        reached = part.focusPolicy() & Qt.FocusPolicy.TabFocus
        if (
            reached
            and shown.isAncestorOf(part)
            and part.isVisibleTo(shown)
            and part.isEnabled()
            and part.focusProxy() is None
            and part.window() is shown.window()
        ):
            yield part
        part = part.nextInFocusChain()


def _on_view(shown: QWidget) -> Iterator[QWidget]:
    for part in shown.findChildren(QWidget):
        if isinstance(part.parentWidget(), QLineEdit):
            continue  # signs inside a field: Escape empties it
        inner = part.objectName().startswith("qt_") and not isinstance(part, QTabBar)
        if part.isVisibleTo(shown) and part.window() is shown.window() and not inner:
            yield part


def _place(part: QWidget, shown: QWidget) -> QRect:
    return QRect(part.mapTo(shown, QPoint(0, 0)), part.size())


def _called(part: QWidget) -> str:
    text = part.accessibleName() or getattr(part, "text", lambda: "")()
    above = part.parentWidget()
    return f"{type(above).__name__}/{type(part).__name__} «{str(text)[:40]}»"
