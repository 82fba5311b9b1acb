"""Calling and writing with one click."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from sportsec.i18n.phones import mail_link, phone, tel_link
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, tr
from sportsec.ui.pages.directory.small_rows import LinkButton


def phone_button(desk: Desk, number: str) -> LinkButton:
    """Return a button that calls a number; it copies one that cannot be dialled."""
    text = phone(number)
    return _button(
        desk, "phone", text, tel_link(number), tr("Call {number}", number=isolate(text))
    )


def mail_button(desk: Desk, address: str) -> LinkButton:
    """Return a button that opens a letter to an address."""
    tip = tr("Write to {address}", address=isolate(address))
    return _button(desk, "mail", address, mail_link(address), tip)


def open_link(desk: Desk, link: str, text: str) -> None:
    """Hand a link to the program that the PC has for it; else copy the text."""
    if link and QDesktopServices.openUrl(QUrl(link)):
        return
    QGuiApplication.clipboard().setText(text)
    desk.say(tr("Copied: {text}", text=isolate(text)), level="info")


def _button(desk: Desk, name: str, text: str, link: str, tip: str) -> LinkButton:
    button = LinkButton(isolate(text), name, keeps_end=True)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.clicked.connect(lambda _on: open_link(desk, link, text))
    return button
