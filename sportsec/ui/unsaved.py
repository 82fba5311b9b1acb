"""What is typed into open forms, kept on this device until it is saved or given up.

After a crash or a power cut the same form offers it again. It is no part of the record:
each open form has one small file, which goes when the form does.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QByteArray, QDir, QIODevice, QSaveFile

from sportsec.domain.kept_drafts import UNSAVED, from_text, to_text
from sportsec.i18n.formats import ZONE

#: Nobody comes back to a form after so long.
KEPT_SECONDS = 30 * 24 * 3600


class Typed(NamedTuple):
    """What was typed into a form, and when the last of it was."""

    when: datetime
    values: Mapping[str, Any]


class Unsaved:
    """The files of the forms of one workspace.

    Args:
        workspace: Its folder.
    """

    def __init__(self, workspace: Path) -> None:
        self._folder = workspace / UNSAVED

    def place(self, act: str, draft: object) -> Path | None:
        """Return where a form keeps what is typed; None where it cannot.

        The same act on a record that still stands the same finds it again.

        Args:
            act: What saving it does, as the history says.
            draft: As it was shown before anything was typed.
        """
        if not is_dataclass(draft) or isinstance(draft, type):
            return None
        shown = to_text(draft, [field.name for field in fields(draft)])
        name = hashlib.sha256(f"{act}\n{shown}".encode()).hexdigest()[:32]
        return self._folder / f"{name}.json"

    def keep(self, place: Path, draft: object, names: Iterable[str]) -> None:
        """Write down what stands in a form, where that is possible.

        A full disk, or a folder that is gone, must not stop the typing.
        """
        QDir().mkdir(str(self._folder))
        content = to_text(draft, names).encode()
        file = QSaveFile(str(place))
        if file.open(QIODevice.OpenModeFlag.WriteOnly):
            file.write(QByteArray(content))
            file.commit()

    def find(self, place: Path, kind: type) -> Typed | None:
        """Return what was typed and not saved; None where there is nothing of use."""
        if not place.exists():
            return None
        try:
            values = from_text(place.read_text(encoding="utf-8"), kind)
        except ValueError:
            place.unlink()
            return None
        return Typed(datetime.fromtimestamp(place.stat().st_mtime, ZONE), values)

    def forget_old(self) -> None:
        """Take away what nobody came back to."""
        oldest = time.time() - KEPT_SECONDS
        for place in self._folder.glob("*.json"):
            if place.stat().st_mtime < oldest:
                place.unlink()
