"""The two questions that are asked before something would be lost."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from sportsec.ui.language import tr


def may_lose(parent: QWidget, title: str) -> bool:
    """Ask whether changes may be lost; going on editing is the safe answer."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setText(tr("Close without saving?"))
    box.setInformativeText(tr("What you have entered here would be lost."))
    stay = box.addButton(tr("Go on editing"), QMessageBox.ButtonRole.RejectRole)
    leave = box.addButton(
        tr("Close without saving"), QMessageBox.ButtonRole.DestructiveRole
    )
    box.setDefaultButton(stay)
    box.exec()
    return box.clickedButton() is leave


def ask_stale(parent: QWidget, title: str) -> bool:
    """Somebody saved meanwhile: ask whether to show their version."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setText(tr("Someone saved this record meanwhile."))
    box.setInformativeText(
        tr("See their version (yours is lost), or keep yours on the screen?")
    )
    theirs = box.addButton(tr("Show theirs"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(tr("Keep mine"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return box.clickedButton() is theirs
