"""On which side of the ground a sector lies, as its name says it."""

from __future__ import annotations

import re
from dataclasses import replace

from sportsec.domain.folding import fold
from sportsec.domain.venues import SectorDraft, SectorSide
from sportsec.domain.words import LANGUAGES, Words

_SIDES = {
    SectorSide.NORTH: ("north", "northern", "nord", "شمال"),
    SectorSide.SOUTH: ("south", "southern", "sud", "جنوب"),
    SectorSide.EAST: ("east", "eastern", "est", "شرق"),
    SectorSide.WEST: ("west", "western", "ouest", "غرب"),
}
_BY_WORD = {fold(word): side for side, words in _SIDES.items() for word in words}
#: What Arabic puts around such a word: الشمال, الشمالي, الشمالية.
_AROUND = re.compile(r"^(?:ال)?(.+?)(?:يه|ي)?$")


def side_named(name: Words) -> SectorSide | None:
    """Return the one side that a name says; None where it says none or several."""
    texts = (fold(getattr(name, language)) for language in LANGUAGES)
    words = (word for text in texts for word in re.findall(r"\w+", text))
    found = {_BY_WORD.get(_AROUND.sub(r"\1", word)) for word in words} - {None}
    return found.pop() if len(found) == 1 else None


def sided_by_name(before: SectorDraft, after: SectorDraft) -> SectorDraft:
    """Return a sector whose name was changed, with the side that its name proposes.

    What the officer chose, or drew in degrees, is left alone.
    """
    is_free = before.side in {None, side_named(before.name)}
    is_named_anew = after.name != before.name and after.side is before.side
    if not is_free or not is_named_anew or after.start_degree is not None:
        return after
    return replace(after, side=side_named(after.name))
