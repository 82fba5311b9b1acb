from __future__ import annotations

import pytest

from sportsec.reports.document import Tone
from sportsec.reports.pdf.palette import GROUND_COLOUR, TEXT_COLOUR, Type


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[k : k + 2], 16) / 255 for k in (0, 2, 4)]
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("tone", list(Tone))
def test_every_tone_is_legible_on_its_ground(tone: Tone) -> None:
    light, dark = luminance(GROUND_COLOUR[tone]), luminance(TEXT_COLOUR[tone])
    assert (light + 0.05) / (dark + 0.05) > 4.5


def test_a_type_takes_another_look_at_the_same_size() -> None:
    bold = Type(9.0).with_look(bold=True)
    assert (bold.size, bold.bold, bold.tone) == (9.0, True, Tone.PLAIN)
    assert bold.with_look(tone=Tone.WARN).bold
    assert Type(10.0, 1.5).line == 15.0
