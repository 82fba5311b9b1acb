"""Words inside names of clubs and grounds: those that say little, and translations."""

from __future__ import annotations

from enum import StrEnum

from sportsec.domain.folding import fold


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


class Weight(StrEnum):
    """How much a word says about which club or ground is meant."""

    NONE = "none"  #: an article or preposition
    LITTLE = "little"  #: half of all names have it
    MUCH = "much"  #: it tells one from the other


_ARTICLES = _folded("d l de du des da do la le les el al the of et and en a و ال")
_OF_CLUBS = _folded(
    "fc cf sc ac ca as club clube football foot association sportive sportif sport "
    "sports sporting athletic athletique omnisports omnisport riadi riadhi riyadi "
    "naadi nadi نادي النادي رياضي الرياضي رياضية الرياضية فريق كرة قدم القدم لكرة "
    "جمعية الجمعية"
)
_OF_VENUES = _folded(
    "stade stadium estadio terrain complexe complex sportif sports sport ملعب الملعب "
    "مركب المركب مجمع المجمع رياضي الرياضي ستاد"
)

LITTLE_IN_CLUBS = _OF_CLUBS
LITTLE_IN_VENUES = _OF_VENUES

#: A Moroccan club may be marked as such in an international list.
HOME_COUNTRY = _folded("mar maroc morocco marruecos")


def weight_of(word: str, little: frozenset[str]) -> Weight:
    """Return how much a folded word says."""
    if word in _ARTICLES:
        return Weight.NONE
    return Weight.LITTLE if word in little else Weight.MUCH


# Arabic word without its article: what it is in Latin names, where that is not simply
# the Arabic word spelt in Latin letters. Clubs first, then grounds, then places.
_TRANSLATIONS = {
    "اتحاد": "union united",
    "نهضة": "renaissance",
    "شباب": "jeunesse youth",
    "راسينغ": "racing",
    "سريع": "rapide",
    "جمعية": "association",
    "نجم": "etoile star",
    "ترجي": "esperance",
    "فتح": "fath fateh",
    "رجاء": "raja",
    "وداد": "wydad widad ouidad",
    "حسنية": "hassania",
    "دفاع": "difaa difaâ",
    "مولودية": "mouloudia",
    "كوكب": "kawkab",
    "نادي": "club",
    "رياضي": "sportif sportive sport sports sporting athletic athletique riadi",
    "رياضية": "sportif sportive sport sports",
    "مغربي": "marocain marocaine moroccan",
    "اسلامي": "musulmane musulman islamique",
    "وطني": "national",
    "نسوي": "feminin feminine feminines women dames ladies",
    "نسائي": "feminin feminine feminines women dames ladies",
    "ملعب": "stade stadium",
    "مركب": "complexe complex",
    "مجمع": "complexe complex",
    "بلدي": "municipal communal",
    "شرفي": "honneur",
    "كبير": "grand",
    "امير": "prince",
    "اميرة": "princesse",
    "ملحق": "annexe",
    "اولمبي": "olympique olympic",
    "دولي": "international",
    "ثاني": "ii 2",
    "خامس": "v 5",
    "سادس": "vi 6",
    "نونبر": "novembre november",
    "بيضاء": "casablanca",
    "بيضاوي": "casablanca",
    "اسفي": "safi asfi",
    "طنجة": "tanger tangier",
    "طنجي": "tanger tangier",
}
#: Folded Arabic word → folded Latin words that translate it.
TRANSLATIONS = {fold(word): _folded(latin) for word, latin in _TRANSLATIONS.items()}
#: Spellings of one word that its letters alone would not show.
SAME_WORD = {
    fold(spelt): fold(word)
    for word, spellings in {
        "fes": "fez",
        "maghreb": "moghreb maghrib",
        "olympique": "olympic",
        "sport": "sports sportif sportifs sportive sportives",
        "athletic": "athletique",
        "omnisport": "omnisports",
        "football": "foot",
        "complexe": "complex",
        "stade": "stadium",
        "nadi": "naadi",
        "riadi": "riadhi riyadi",
        "رياضي": "رياضية",
        "national": "nationale",
    }.items()
    for spelt in spellings.split()
}
