from __future__ import annotations

import pytest

from sportsec.reports.pdf.measure import Measure


@pytest.mark.parametrize(
    ("language", "rtl"), [("ar", True), ("fr", False), ("en", False)]
)
def test_direction_comes_from_the_language(language: str, *, rtl: bool) -> None:
    assert Measure(100, 100, language).rtl is rtl


def test_a_part_may_be_narrower_and_in_another_language() -> None:
    part = Measure(100, 200, "ar", "fr").at(50, "fr")
    assert (part.width, part.room, part.language, part.second) == (50, 200, "fr", "fr")
    assert part.at(10).language == "fr"
