"""What this device remembers: language, theme, window size, column widths.

Nothing of the record lives here; losing the file loses comfort only.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class Settings:
    """Remembered choices of one workspace on one device.

    Args:
        file: An .ini file; made when the first value is kept.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """Return a remembered text."""
        return str(self._store.value(key, default))

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return a remembered yes or no."""
        return self.text(key, "1" if default else "0") == "1"

    def state(self, key: str) -> QByteArray:
        """Return a remembered layout of a window, splitter or header."""
        return QByteArray.fromBase64(self.text(key).encode("ascii", "ignore"))

    def keep(self, key: str, value: str | bool | QByteArray) -> None:  # noqa: FBT001 - a value, not a switch
        """Remember a value."""
        if isinstance(value, bool):
            value = "1" if value else "0"
        elif isinstance(value, QByteArray):
            value = bytes(value.toBase64().data()).decode("ascii")
        self._store.setValue(key, value)

    def forget(self, key: str) -> None:
        """Remember a value no longer."""
        self._store.remove(key)

    def flush(self) -> None:
        """Write to the disk now."""
        self._store.sync()
