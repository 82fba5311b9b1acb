"""How a language sets its signs."""

from __future__ import annotations

import re

#: French: no line begins with one of these signs, and none ends with an opening quote
#: (Imprimerie nationale, "Lexique des règles typographiques": espaces insécables).
_BLANKS = re.compile(r" (?=[:;?!»](?:[\s.,)…]|$))|(?<=«) ")


def held(text: str, language: str) -> str:
    """Return a text whose signs stay on the line of their word.

    Its writer types plain blanks; in French those beside a sign do not break.
    """
    return _BLANKS.sub("\u00a0", text) if language == "fr" else text
