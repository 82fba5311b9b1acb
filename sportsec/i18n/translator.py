"""Words of one language, for screens, papers and the command line alike."""

from __future__ import annotations

from functools import cache

from sportsec.domain.plain_text import closed, without_turns
from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.catalogue import load
from sportsec.i18n.formats import number

#: Each language as its own readers write it.
LANGUAGE_NAMES = {"ar": "العربية", "fr": "Français", "en": "English"}

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT_ISOLATE = "\u2067"


class Translator:
    """Translates into one language; calling it translates a msgid.

    Args:
        language: "ar", "fr" or "en".
    """

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise ValueError(language)
        self.language = language
        self._catalogue = load(language)

    @property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return self.language == "ar"

    def __call__(self, msgid: str, **values: object) -> str:
        """Return the text, with `{placeholders}` filled in."""
        text = self._catalogue.gettext(msgid) if msgid else ""
        return text.format(**values) if values else text

    def count(self, singular: str, plural: str, n: int, **values: object) -> str:
        """Return the text that fits the number `n`, which fills `{n}`."""
        text = self._catalogue.ngettext(singular, plural, n)
        return text.format(n=number(n, self.language), **values)

    def pick(self, words: Words) -> str:
        """Return a data text in this language or the nearest one that has it.

        It turns nothing round that stands beside it, wherever it came from.
        """
        return without_turns(words.pick(self.language))

    def isolate(self, text: str) -> str:
        """Keep a number, phone, code or foreign name whole inside a sentence.

        Without the isolates the bidi algorithm would reorder it (platform.md §5).
        """
        if not text:
            return ""
        return f"{_FIRST_STRONG_ISOLATE}{closed(text)}{_POP_ISOLATE}"

    def span(self, first: str, last: str, dash: str = "–") -> str:
        """Return "14:00–16:00" with its beginning where this language begins to read.

        In Arabic that is on the right, also in a line of figures alone; hours, days and
        figures stay as they are.

        Args:
            dash: With blanks round it between ends of several words.
        """
        opening = _RIGHT_TO_LEFT_ISOLATE if self.rtl else _FIRST_STRONG_ISOLATE
        return f"{opening}{closed(f'{first}{dash}{last}')}{_POP_ISOLATE}"


@cache
def translator(language: str) -> Translator:
    """Return the translator of `language`; its catalogue is read once."""
    return Translator(language)
