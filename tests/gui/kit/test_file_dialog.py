"""The file dialog of Qt speaks the language of the screen throughout."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

Accept = QFileDialog.AcceptMode


@pytest.mark.parametrize("mode", [Accept.AcceptOpen, Accept.AcceptSave])
@pytest.mark.parametrize(
    ("language", "where", "kinds"),
    [
        ("ar", "&البحث في:", "&نوع الملفات:"),
        ("fr", "&Chercher dans\u202f:", "&Type de fichiers\u202f:"),
        ("en", "&Look in:", "Files of &type:"),
    ],
)
def test_no_label_is_left_in_english(
    speak: Callable[[str], None],
    tmp_path: Path,
    qtbot: QtBot,
    mode: Accept,
    language: str,
    where: str,
    kinds: str,
) -> None:
    speak(language)
    dialog = QFileDialog(None, "", str(tmp_path), "A (*.ssx)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    said = {each.text() for each in dialog.findChildren(QLabel)}
    assert {where, kinds} <= {each.replace("\u00a0", "\u202f") for each in said}
    kind = dialog.iconProvider().type if dialog.iconProvider() else None
    if kind is not None and language == "fr":
        from PySide6.QtCore import QFileInfo

        assert kind(QFileInfo(str(tmp_path))) == "Dossier"
