"""What the search field offers: entries, how they fit what was typed, their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import NamedTuple

from sportsec.domain.finding import (
    LEAST_MISSPELT,
    Nearness,
    Typed,
    one_slip,
    typed_words,
    words_in,
)
from sportsec.domain.folding import fold
from sportsec.domain.words import LANGUAGES, N_, Words
from sportsec.i18n.translator import translator

#: Of acts, pages and settings together, so that records keep their room.
MOST_STRONG, MOST_WEAK = 5, 6
#: Where no record is found.
_MOST_ALONE = 12
#: Fewer letters do not find what they stand inside of.
_INSIDE = 3

ACTIONS = N_("Actions")
HERE = N_("On this page")
PAGES = N_("Pages")
FUNCTIONS = N_("Contacts by function")
SETTINGS = N_("Settings")
RECENT = N_("Recently opened")
#: Below all that is what was typed.
SIMILAR = N_("Similar names")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line.

    Args:
        section: English msgid of its heading.
        icon: File in `resources/icons` without its ending.
        title: As it is read.
        act: What Enter does.
        beside: What tells it from others of that title.
        keys: That do the same, as they stand on the keyboard.
        name: By which it is remembered; empty for what is not.
        also: What Ctrl+Enter does.
        texts: What it is called in every language, folded.
        more_follow: Whether others like it were left out after it.
    """

    section: str
    icon: str
    title: str
    act: Callable[[], object]
    beside: str = ""
    keys: str = ""
    name: str = ""
    also: Callable[[], object] | None = None
    texts: tuple[str, ...] = ()
    more_follow: bool = False


@cache
def in_all_languages(*texts: str) -> tuple[str, ...]:
    """Return some English msgids, joined, in every language of the program, folded."""
    found = [_bare(" ".join(map(translator(code), texts))) for code in LANGUAGES]
    return tuple(dict.fromkeys(found))


class Fitting(NamedTuple):
    """What of some entries fits what was typed, each part the best first.

    Args:
        strong: Begin with it; they stand before the records.
        weak: Hold it elsewhere.
        similar: One slip of the hand away; only where no other fits.
    """

    strong: list[Entry]
    weak: list[Entry]
    similar: list[Entry]


def begins(text: str, names: Words) -> bool:
    """Say whether a name begins with what was typed, in any language."""
    titles = [fold(names.pick(code)) for code in LANGUAGES]
    return Typed(typed_words(text)).nearness(titles, "") <= Nearness.PREFIX


def fitting(
    entries: Iterable[Entry],
    text: str,
    *,
    is_alone: bool = False,
    is_name: bool = False,
) -> Fitting:
    """Return the entries to stand before the records, and others that fit.

    Those before begin with what was typed. Where it begins the name of a record, only
    what it says in full comes before, and pages, which are the lists of records: who
    types "ملعب" means a stadium and not "ملعب جديد".

    Where none fits, those that one slip of the hand is away.

    Args:
        is_alone: Nothing else needs room.
        is_name: The name of a record begins so.
    """
    words = typed_words(text)
    if not words:
        return Fitting([], [], [])
    typed = Typed(words)
    ranked: list[tuple[Nearness, int, Entry]] = []
    others: list[Entry] = []
    for entry in entries:
        texts = (_bare(entry.title), *entry.texts)
        near = typed.nearness(texts, " ".join((*texts, fold(entry.beside))))
        if near is Nearness.NONE or (near is Nearness.INSIDE and len(text) < _INSIDE):
            others.append(entry)
        else:
            ranked.append((near, len(entry.title), entry))
    ranked.sort(key=lambda each: each[:2])
    strong: list[Entry] = []
    weak: list[Entry] = []
    for near, _, entry in ranked:
        may_precede = not is_name or entry.section == PAGES
        least = Nearness.PREFIX if may_precede else Nearness.SAME
        (strong if near <= least else weak).append(entry)
    similar = [each for each in others if not ranked and _misspelt(words, each)]
    if is_alone:
        strong = strong[:_MOST_ALONE]
        room = _MOST_ALONE - len(strong)
        return Fitting(strong, weak[:room], similar[:room])
    return Fitting(strong[:MOST_STRONG], weak[:MOST_WEAK], similar[:MOST_WEAK])


def in_sections(*parts: Sequence[Entry]) -> list[tuple[str, list[Entry]]]:
    """Group entries under their headings; a heading stands where its best entry is.

    Args:
        parts: The best first.
    """
    sections: dict[str, list[Entry]] = {}
    for entry in chain(*parts):
        sections.setdefault(entry.section, []).append(entry)
    return list(sections.items())


def similar_last(
    found: Sequence[tuple[str, list[Entry]]], similar: Sequence[tuple[str, list[Entry]]]
) -> list[tuple[str, list[Entry]]]:
    """Join what was typed and what is only spelt nearly so, of whatever kind.

    Beside the former the latter stands last and under a heading that says so.
    """
    if not (found and similar):
        return [*found, *similar]
    rest = list(chain.from_iterable(entries for _, entries in similar))
    return [*found, (SIMILAR, [replace(each, section=SIMILAR) for each in rest])]


def _bare(text: str) -> str:
    """Return a text without the signs that are not typed, folded."""
    return fold(text.replace("&", "").replace("…", ""))


def _misspelt(words: Sequence[str], entry: Entry) -> bool:
    known = words_in(" ".join((fold(entry.title), *entry.texts)))
    return all(
        len(word) >= LEAST_MISSPELT
        and any(one_slip(word, other, unfinished=True) for other in known)
        for word in words
    )
