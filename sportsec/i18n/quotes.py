"""Sentences that quote words of the other direction, kept as plain text.

What is stored holds no isolates (`domain.plain_text`), yet a French point of an agenda
may quote an Arabic promise. There a quote stands between two marks of the direction of
its sentence; where the sentence is shown, they are isolates again.
"""

from __future__ import annotations

import re
from unicodedata import bidirectional

from sportsec.domain.plain_text import without_turns
from sportsec.i18n.translator import Translator

_LEFT, _RIGHT = "\N{LEFT-TO-RIGHT MARK}", "\N{RIGHT-TO-LEFT MARK}"
_MARKS = str.maketrans("", "", _LEFT + _RIGHT)
#: Read from right to left or not → letters that run the other way, and its own mark.
_OTHERS = {True: ({"L"}, _RIGHT), False: ({"R", "AL"}, _LEFT)}
_ISOLATED = re.compile("[\u2066-\u2068]([^\u2066-\u2069]*)\u2069")
_QUOTED = re.compile(f"([{_LEFT}{_RIGHT}])([^{_LEFT}{_RIGHT}\n]+)\\1")


def kept(t: Translator, text: str) -> str:
    """Return a sentence of `t`'s language with marks in the place of its isolates.

    What needs none, such as a number, or a name of the same direction, gets none.
    """
    others, mark = _OTHERS[t.rtl]

    def marked(found: re.Match[str]) -> str:
        inner = found[1].translate(_MARKS)
        is_other = any(bidirectional(sign) in others for sign in inner)
        return f"{mark}{inner}{mark}" if is_other else inner

    while _ISOLATED.search(text):
        text = _ISOLATED.sub(marked, text)
    return without_turns(text)


def isolated(t: Translator, text: str) -> str:
    """Return a line that was kept, whole inside what stands around it, as its quotes.

    The line runs in the direction of its own first letter.
    """
    return t.isolate(_QUOTED.sub(lambda found: t.isolate(found[2]), text))
