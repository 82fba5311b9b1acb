"""Texts without control characters: none turns round what stands beside it.

A name with a right-to-left override would print the rest of its line backwards, one
with an isolate would swallow it (UAX #9, "Trojan source"). They come with a paste from
a web page or a chat. Marks that only lean (LRM, RLM) are harmless and stay.
"""

from __future__ import annotations

import re

from sportsec.domain.words import LANGUAGES, Words

_OVERRIDES = "\u202a-\u202e"
_TURNS = re.compile(f"[{_OVERRIDES}\u2066-\u2069]")
_DROPPED = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f{_OVERRIDES}\u2066-\u2069]"
)
_LINE_ENDS = re.compile("\r\n?|\x85|\u2028|\u2029")
#: Blanks at which a line may break; those that hold a sign to its word stay.
_BREAKS = re.compile(r"[^\S\u00a0\u202f]+")
_PARTS = re.compile(f"[{_OVERRIDES}]|([\u2066-\u2068])|(\u2069)")
_CLOSE = "\u2069"


def plain(text: str) -> str:
    """Return a typed or pasted text without control characters; line ends stay."""
    if text.isascii() and text.isprintable():
        return text
    return _DROPPED.sub("", _LINE_ENDS.sub("\n", text))


def plain_words(words: Words) -> Words:
    """Return a text without control characters in every language."""
    return Words(*(plain(getattr(words, code)) for code in LANGUAGES))


def without_turns(text: str) -> str:
    """Return a text without the characters that turn direction round."""
    return _TURNS.sub("", text)


def on_one_line(text: str) -> str:
    """Return a text without line ends, one blank between its words.

    Blanks that do not break are part of their word, as before a French ":".
    """
    return _BREAKS.sub(" ", text).strip()


def closed(text: str) -> str:
    """Return a text whose isolates all end in it, so that another may enclose it."""
    if not _TURNS.search(text):
        return text
    depth = 0

    def kept(found: re.Match[str]) -> str:
        nonlocal depth
        if found[1]:
            depth += 1
            return found[1]
        if found[2] and depth:
            depth -= 1
            return found[2]
        return ""

    return _PARTS.sub(kept, text) + _CLOSE * depth
