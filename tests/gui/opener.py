"""What the program hands to the system to open: calls, letters, folders."""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl, Slot

SCHEMES = ("tel", "mailto", "file")


class Opener(QObject):
    """Takes it, and remembers what it was."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.taken.append(url.toString())
