"""What stands behind a form."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """An empty window."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget
