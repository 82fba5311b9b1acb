"""How much public the texts of an order expect, against the estimates of the match.

A text is written once; the public is estimated again and again until the eve, and the
first page of the order prints the latest figure (domain.md §4.2, the checks before
printing).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sportsec.domain.fixtures import EstimateKind
from sportsec.domain.folding import fold
from sportsec.domain.old_figures import SMALL

#: "About 11,000" and an estimate of 12,000 say the same, as a share; 6,110 is no such
#: round figure, and was taken from an estimate.
NEAR, NEAR_EXACT = 0.1, 0.02
#: Of a round figure, in persons.
ROUND = 500


@dataclass(frozen=True, slots=True)
class SaidPublic:
    """A figure that a text gives for the public, in persons.

    Args:
        kind: Of whom; all away supporters are one kind here.
        least, most: Equal where the text gives one figure.
    """

    kind: EstimateKind
    least: int
    most: int

    def agrees_with(self, persons: int) -> bool:
        """Say whether an estimate is as good as what the text says."""
        is_round = self.least % ROUND == self.most % ROUND == 0
        near = NEAR if is_round else NEAR_EXACT
        return self.least * (1 - near) <= persons <= self.most * (1 + near)

    def nearest(self, persons: int) -> int:
        """Return the end of what is said that comes nearest to an estimate."""
        return min((self.least, self.most), key=lambda said: abs(said - persons))


# All that follows is matched against folded texts: زائر is زاير there. The first end
# of a range is never given back: 10 000 à 12 000 is not 10 000. It is asked for twice,
# as the "?+" that says so forgets what it found in Python 3.11.2.
_FIGURE = r"\d{1,3}(?:[ .,٬]\d{3})+|\d{3,6}"
_UP_TO = r"\s?(?:a|et|to|and|-|الي|و)\s?(?=\d)"
_RANGE = (
    rf"(?<![\d.,:/])(?:(?P<least>{_FIGURE}){_UP_TO}|(?!(?:{_FIGURE}){_UP_TO}))"
    rf"(?P<most>{_FIGURE})(?![\d:/]|[.,]\d)"
)
#: 12,000 spectators; few visitors are a figure as well: 70 visitors.
_FANS = (
    r"\s(?:de\s|away\s|home\s|visiting\s)?"
    r"(?:spectat(?:eur|rice|or)s?|support(?:er|eur|rice)s?|visit(?:eu|o)rs?|fans?"
    r"|(?P<of>من\s)?(?:انصار|جماهير|مشجعي|مناصري)"
    r"|(?:من\sال)?(?:(?:متفرج|مشجع|مناصر|زاير)\w*|زوار))\b"
)
_OF_FANS = re.compile(_RANGE.replace(r"\d{3,6}", r"\d{2,6}") + _FANS)
#: Coaches of 50 visitors, sector 12: no figure of the whole public.
_EACH = re.compile(
    r"(?:\b(?:cars?|autocars?|bus|coach(?:es)?|groupes?|groups?)\s(?:de|d'|of)"
    r"|\b(?:secteurs?|sectors?|portes?|gates?|tribunes?|stands?|n°)"
    r"|\b(?:ال)?(?:جناح|باب|بوابه|قطاع))\s$"
)
#: Public attendu : 12 000.
_PUBLIC_IS = re.compile(
    r"\b(?:public|affluence|attendance|crowd|(?:ال)?(?:جمهور|حضور|جماهير))\b"
    rf"[^\d;.]{{0,30}}?{_RANGE}(?!{_FANS})"
)
#: 500 supporters du Virage: a part of the public, of which there is no estimate.
_OF_A_PART = re.compile(r"\s(?:du|de|des|d'|of|from|in|من|في|ل\w+)")
_EXPECTED = re.compile(
    r"attendu|attendon|prevu|previsi|estim|expected|forecast"
    r"|متوقع|يتوقع|توقع|منتظر|ينتظر|مرتقب|يرتقب|تقدير|يقدر"
)
_AWAY = re.compile(r"visiteu|adverse|deplace|away|visiting|visitor|زاير|زوار|ضيف|ضيوف")
_HOME = re.compile(r"loca(?:l|ux)|recevant|home|محلي|مستقبل")
_CLAUSE = re.compile(r"[\n;؛]|\.(?=\s|$)")
#: Four figures without a sign between them may be a year.
_YEAR = re.compile(r"(?:19|20)\d\d")


def public_in(text: str) -> Iterator[SaidPublic]:
    """Yield what a text says of the public expected, in any of our languages."""
    for clause in _CLAUSE.split(text):
        folded = fold(clause)
        if not _EXPECTED.search(folded):
            continue
        for match in _OF_FANS.finditer(folded):
            said = _said(match, folded)
            if not _is_part(said, match, folded):
                yield said
        for match in _PUBLIC_IS.finditer(folded):
            if not _YEAR.fullmatch(match["most"]):
                yield _said(match, folded)


def estimate_for(
    said: SaidPublic, estimates: Mapping[EstimateKind, int]
) -> tuple[EstimateKind, int] | None:
    """Return the estimate that a figure of a text contradicts; None if it agrees.

    Args:
        estimates: The latest of each kind, in persons.
    """
    known = {**_whole(estimates), **estimates}
    persons = known.get(said.kind)
    if persons is None:
        return None
    right = [persons]
    if said.kind is EstimateKind.AWAY_TICKETED:  # with those without ticket, or not
        right.append(persons + known.get(EstimateKind.AWAY_TICKETLESS, 0))
    return None if any(map(said.agrees_with, right)) else (said.kind, persons)


def _said(match: re.Match[str], clause: str) -> SaidPublic:
    most = _persons(match["most"])
    least = _persons(match["least"]) if match["least"] else most
    return SaidPublic(_kind(clause, match), min(least, most), max(least, most))


def _is_part(said: SaidPublic, match: re.Match[str], clause: str) -> bool:
    """Say whether a figure is only of some of whom it seems to speak."""
    if said.kind is not EstimateKind.ATTENDANCE:
        return said.least < SMALL and bool(_EACH.search(clause[: match.start()]))
    if match["of"] or said.most < SMALL:  # no match has so small a public
        return True
    return bool(_OF_A_PART.match(clause, match.end()))


def _kind(clause: str, match: re.Match[str]) -> EstimateKind:
    """Return whose public a figure is: what is said up to the next comma or figure."""
    told = re.split(r", |\d", clause[match.end() :], maxsplit=1)[0]
    told = f"{match[0]} {told}"
    if _AWAY.search(told):
        return EstimateKind.AWAY_TICKETED
    return EstimateKind.HOME if _HOME.search(told) else EstimateKind.ATTENDANCE


def _whole(estimates: Mapping[EstimateKind, int]) -> dict[EstimateKind, int]:
    """Return the public as a whole as its parts have it."""
    home = estimates.get(EstimateKind.HOME)
    away = estimates.get(EstimateKind.AWAY_TICKETED)
    if home is None or away is None:
        return {}
    return {EstimateKind.ATTENDANCE: home + away}


def _persons(figure: str) -> int:
    return int(re.sub(r"\D", "", figure))
