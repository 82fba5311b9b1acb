"""The vocabulary of texts on paper: pieces with a look, tones, alignment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Tone(StrEnum):
    """What a text or a box says by its colour (never by colour alone)."""

    PLAIN = "plain"
    QUIET = "quiet"  #: labels, notes, sources
    ACCENT = "accent"  #: the colour of headings
    GOOD = "good"
    WARN = "warn"
    ALERT = "alert"


class Level(IntEnum):
    """Category of a risk; printed as filled boxes, so that it survives black ink."""

    LOW = 1
    MODERATE = 2
    HIGH = 3
    CRITICAL = 4


class Align(StrEnum):
    """Alignment, as the language of the block reads: START is right in Arabic."""

    START = "start"
    CENTER = "center"
    END = "end"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text with one look; a bold piece may begin in mid-word."""

    text: str
    bold: bool = False
    tone: Tone = Tone.PLAIN


Inline = str | Span | tuple["str | Span", ...]
"""A text: plain, or pieces with different looks. A newline breaks the line."""
