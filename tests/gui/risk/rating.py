"""What an officer does at a factor of the grid."""

from __future__ import annotations

from sportsec.domain.words import Words
from sportsec.ui.pages.risk.page import RiskTab

WHY = Words(fr="Note de la cellule", en="Note of the cell")


def pick(tab: RiskTab, code: str, value: int | None) -> None:
    tab.board.grid.rows[code].values.button(value).click()


def justify(tab: RiskTab, code: str) -> None:
    row = tab.board.grid.rows[code]
    row.set_unfolded(True)
    assert row.detail is not None
    row.detail.evidence.set_value(WHY)
    row.detail.source.set_value("cellule")
    row.detail.evidence.changed.emit()
