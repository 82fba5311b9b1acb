"""Figures of the public that a match had before: whether a wording still gives them.

The public is estimated again and again, and visitors get more tickets or fewer; who
corrects one figure of a text forgets the other one (domain.md §4.2, the checks before
printing).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sportsec.domain.fixtures import EstimateKind
from sportsec.domain.folding import fold

#: Smaller figures are points, places and channels as well: they count with a word.
SMALL = 100


@dataclass(frozen=True, slots=True)
class FormerFigure:
    """A figure that is not what it was, and is no other figure of the match now.

    Args:
        what: Which estimate; None for the tickets allotted to the visitors.
        was, now: In persons or tickets.
    """

    what: EstimateKind | None
    was: int
    now: int


# All that follows is matched against folded texts. Hours, days, shares, telephone
# numbers and whatever is numbered (12e, N9) are no figures of the public; an Arabic
# word may stand right before a figure: و800.
_FIGURE = re.compile(
    r"(?<![\d.,:/+a-z])(?<!\+\d\d\d\s)(?:\d{1,3}(?:[ .,٬]\d{3})+|\d{2,6})"
    r"(?![\d:/%\w]|[.,]\d|\sh\b|\s%)"
)
#: What makes even a small figure one of the public.
_OF_PUBLIC = re.compile(
    r"\s(?:[^\W\d]+\s){0,2}?"
    r"(?:spectat|support|visit(?:eu|o)r|fans?\b|person|people|billet|ticket|place"
    r"|متفرج|مشجع|مناصر|انصار|زاير|زوار|شخص|تذكره|تذاكر|جماهير)"
)
#: Four figures without a sign between them may be a year.
_YEAR = re.compile(r"(?:19|20)\d\d")


def old_figures_in(
    text: str, former: Collection[FormerFigure]
) -> Iterator[FormerFigure]:
    """Yield what a text still says as it was before, each figure once."""
    if not former:
        return
    said = set(_figures_in(text))
    told: set[int] = set()
    for each in former:
        if each.was in said - told:
            told.add(each.was)
            yield each


def _figures_in(text: str) -> Iterator[int]:
    folded = fold(text)
    for match in _FIGURE.finditer(folded):
        persons = int(re.sub(r"\D", "", match[0]))
        is_small = persons < SMALL and not _OF_PUBLIC.match(folded, match.end())
        if not is_small and not _YEAR.fullmatch(match[0]):
            yield persons
