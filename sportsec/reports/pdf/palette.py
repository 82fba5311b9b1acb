"""The look of the papers: colours, type sizes and measures, in one place.

Colours are dark enough to read and pale enough to print on; nothing is told by colour
alone. Lengths are points (1/72 inch).
"""

from __future__ import annotations

from typing import NamedTuple

from sportsec.reports.inline import Tone

MM = 72.0 / 25.4
A4 = (595.28, 841.89)

INK = "1A1D21"
QUIET = "57606A"
ACCENT = "1F3A5F"
GOOD = "1B6B3A"
WARN = "8A5300"
ALERT = "A11919"
WHITE = "FFFFFF"
RULE = "8C959F"
HAIR = "D0D7DE"
ZEBRA = "F6F8FA"
BAND = "E9EEF4"

TEXT_COLOUR = {
    Tone.PLAIN: INK,
    Tone.QUIET: QUIET,
    Tone.ACCENT: ACCENT,
    Tone.GOOD: GOOD,
    Tone.WARN: WARN,
    Tone.ALERT: ALERT,
}
GROUND_COLOUR = {
    Tone.PLAIN: ZEBRA,
    Tone.QUIET: ZEBRA,
    Tone.ACCENT: BAND,
    Tone.GOOD: "E9F4EC",
    Tone.WARN: "FBF1DD",
    Tone.ALERT: "FBE9E7",
}


class Type(NamedTuple):
    """A size of type and how it stands on its lines.

    Args:
        size: Points.
        leading: Distance of the lines, as a multiple of the size. Arabic with harakat
            needs 1.5 to stay free of the line above.
        white: Print in white, on a dark ground, whatever the tone.
    """

    size: float
    leading: float = 1.55
    bold: bool = False
    tone: Tone = Tone.PLAIN
    white: bool = False

    @property
    def line(self) -> float:
        """Height of a line in points."""
        return self.size * self.leading

    def with_look(self, *, bold: bool | None = None, tone: Tone | None = None) -> Type:
        """Return the same size in another look; None keeps what it is."""
        return self._replace(
            bold=self.bold if bold is None else bold,
            tone=self.tone if tone is None else tone,
        )


BODY = Type(10.0, 1.6)
SMALL = Type(8.5, 1.5, tone=Tone.QUIET)
LABEL = Type(8.0, 1.45, tone=Tone.QUIET)
TITLE = Type(20.0, 1.4, bold=True, tone=Tone.ACCENT)
SECOND_TITLE = Type(15.0, 1.4, bold=True, tone=Tone.ACCENT)
SUBTITLE = Type(12.0, 1.5)
ISSUER = Type(9.0, 1.45)
RUNNING = Type(8.0, 1.4, tone=Tone.QUIET)
MARKING = Type(9.0, 1.4, bold=True)
HEADINGS = {
    1: Type(14.0, 1.45, bold=True, tone=Tone.ACCENT),
    2: Type(11.5, 1.5, bold=True, tone=Tone.ACCENT),
    3: Type(10.0, 1.55, bold=True),
}
CELL = Type(9.0, 1.48)
CELL_COMPACT = Type(8.0, 1.42)
CELL_TINY = Type(7.0, 1.4)
