"""A text in the three languages of the record, and the mark of translatable text."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from uuid import UUID

LANGUAGES = ("ar", "fr", "en")

# Where a text is missing, the reader gets the language most likely understood.
_FALL_BACK = {
    "ar": ("ar", "fr", "en"),
    "fr": ("fr", "en", "ar"),
    "en": ("en", "fr", "ar"),
}


def N_(text: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark an English text for the catalogue; it is translated where it is shown."""
    return text


@dataclass(frozen=True, slots=True)
class Words:
    """One name or text as it prints in Arabic, French and English."""

    ar: str = ""
    fr: str = ""
    en: str = ""

    def pick(self, language: str) -> str:
        """Return the text in `language`, or in the nearest language that has one."""
        for code in _FALL_BACK[language]:
            text: str = getattr(self, code)
            if text:
                return text
        return ""

    def has(self, language: str) -> bool:
        """Say whether the text exists in `language` itself."""
        return bool(getattr(self, language))

    def __bool__(self) -> bool:
        return bool(self.ar or self.fr or self.en)

    def __composite_values__(self) -> tuple[str, str, str]:
        return self.ar, self.fr, self.en


@dataclass(frozen=True, slots=True)
class Listed:
    """The first few of several names, and how many more there are."""

    names: tuple[Words, ...]
    more: int = 0


def called(names: Mapping[Hashable, Words], column: str, value: object) -> object:
    """Return what a value of the record is called; itself where it has no name.

    Args:
        names: Of records by identifier, of codes by their column and code.
    """
    if isinstance(value, UUID):
        return names.get(value) or value
    return (names.get((column, value)) if isinstance(value, str) else None) or value
