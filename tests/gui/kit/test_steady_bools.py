"""The guard against a fault of PySide6 on Python 3.11."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Signal

from sportsec.ui.steady_bools import PLENTY, steady_bools


class Bell(QObject):
    rings = Signal()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is immortal there")
def test_many_signals_do_not_use_up_the_references_to_true() -> None:
    steady_bools()
    bell = Bell()
    for _ in range(3000):
        bell.rings.emit()
    assert sys.getrefcount(True) > PLENTY // 2
