"""The two questions that are asked before something typed would be lost."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from sportsec.ui.language import tr


def may_lose(parent: QWidget, title: str) -> bool:
    """Ask whether changes may be lost; going on editing is the safe answer."""
    return _may(
        *(parent, title),
        tr("Close without saving?"),
        tr("What you have entered here would be lost."),
        act=tr("Close without saving"),
        stay=tr("Go on editing"),
    )


def ask_stale(parent: QWidget, title: str) -> bool:
    """Somebody saved meanwhile: ask whether to show their version."""
    return _may(
        *(parent, title),
        tr("Someone saved this record meanwhile."),
        tr("See their version (yours is lost), or keep yours on the screen?"),
        act=tr("Show theirs"),
        stay=tr("Keep mine"),
    )


def _may(
    parent: QWidget, title: str, text: str, more: str, *, act: str, stay: str
) -> bool:
    """Ask; Escape and Enter lose nothing."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setText(text)
    box.setInformativeText(more)
    safe = box.addButton(stay, QMessageBox.ButtonRole.RejectRole)
    lost = box.addButton(act, QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(safe)
    box.exec()
    return box.clickedButton() is lost
