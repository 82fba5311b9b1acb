"""Saving a file that the officer asked for: whole or not at all, and saying so."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QFileDevice, QIODevice, QSaveFile
from PySide6.QtWidgets import QFileDialog, QWidget

from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, tr

#: Where the officer saved last; the next file is offered there.
FOLDER = "saving/folder"


def ask_where(parent: QWidget, desk: Desk, title: str, name: str, kind: str) -> str:
    """Ask for a place; empty when the officer changed his mind.

    Args:
        kind: Words and ending of the files, such as "PDF files (*.pdf)".
    """
    folder = Path(desk.settings.text(FOLDER, str(Path.home())))
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(folder / name), kind)
    return chosen


def save_whole(desk: Desk, path: Path, content: bytes) -> bool:
    """Write a file; what stood there before stays unless all of it is written.

    Returns:
        Whether it was saved; the officer has been told why not.
    """
    file = QSaveFile(str(path))
    written = file.open(QIODevice.OpenModeFlag.WriteOnly) and (
        file.write(QByteArray(content)) == len(content) and file.commit()
    )
    if not written:
        text = _why_not(path, file.error())
        desk.say(text, level="block", action=tr("Close"))  # so it stays till then
    return bool(written)


def save_for_officer(desk: Desk, path: Path, content: bytes, holds: str = "") -> bool:
    """Save a file where the officer chose, remember the folder, and say so.

    Args:
        holds: What went into the file, where the officer did not choose it piece by
            piece.
    """
    if not save_whole(desk, path, content):
        return False
    desk.settings.keep(FOLDER, str(path.parent))
    desk.say("\n".join(filter(None, (tr("Saved: {name}", name=path.name), holds))))
    return True


def _why_not(path: Path, error: QFileDevice.FileError) -> str:
    """Say which file, which folder and what to do; not in the words of the system."""
    name, folder = isolate(path.name), isolate(str(path.parent))
    if not path.parent.is_dir():
        return tr(
            "{name} is not saved: the folder {folder} does not exist."
            " Choose another one.",
            name=name,
            folder=folder,
        )
    if error in {
        QFileDevice.FileError.PermissionsError,
        QFileDevice.FileError.OpenError,
        QFileDevice.FileError.RenameError,
    }:
        return tr(
            "{name} is not saved: it is open in another program, or nobody may write"
            " in the folder {folder}. Close it, or choose another folder.",
            name=name,
            folder=folder,
        )
    return tr(
        "{name} is not saved: the disk of the folder {folder} is full or does not"
        " answer. Free some room, or choose another folder.",
        name=name,
        folder=folder,
    )
