"""What took the place of a record that is gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from sportsec.ui.pages.directory.neighbours import neighbour
from sportsec.ui.pages.directory.venue_page import VenuePage
from tests.gui.directory.conftest import SOUTH, Record

A, B, C, D = (UUID(int=n) for n in range(1, 5))


@pytest.mark.parametrize(
    ("gone", "left", "near"),
    [
        (B, [A, C, D], C),
        (B, [A, D], D),  # those deleted with it are passed over
        (D, [A, B, C], C),
        (C, [A], A),
        (A, [], None),
        (UUID(int=9), [A, B], None),
    ],
)
def test_it_is_the_next_one_or_the_last_before(
    gone: UUID, left: list[UUID], near: UUID | None
) -> None:
    assert neighbour([A, B, C, D], gone, left) == near


def test_after_a_sector_is_deleted_the_one_beside_it_is_on_view(
    opened: Callable[..., Any], record: Record
) -> None:
    page = opened(VenuePage, record.venue)
    page.sectors.wants_new.emit()
    page.sectors.wants_new.emit()
    _north, _south, third, fourth = page.sectors.model.keys
    page.sectors.choose(third)
    page.sectors.delete_button.click()
    assert page.sectors.key == fourth
    page.sectors.delete_button.click()
    assert page.sectors.key == SOUTH
