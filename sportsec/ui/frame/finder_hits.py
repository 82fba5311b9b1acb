"""Records that the search field finds: how they are asked for, and how they fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from sportsec.domain.finding import Nearness, Typed, typed_words
from sportsec.domain.folding import fold
from sportsec.domain.people import ContactRole
from sportsec.domain.words import LANGUAGES, N_, Words
from sportsec.ui.language import isolate, label, words
from sportsec.ui.tasks import Work


class Hit(NamedTuple):
    """One record found.

    Args:
        kind: Table name, such as "club".
        title: What it is called.
        subtitle: What tells it from its namesakes.
        role: Of a person.
        phone: Of a person, as it is read.
        more_follow: Whether others that fit less well were left out after it.
    """

    kind: str
    id: UUID
    title: Words
    subtitle: Words
    role: ContactRole | None = None
    phone: str = ""
    more_follow: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """How records are found; without a record behind the window, not at all.

    Args:
        search: (work, text, opened lately) → hits, the best first, as typed.
        nearly: (work, text, hits so far) → these, and what is spelt nearly so.
        recall: (work, ids) → what is still there of them, in their order.
    """

    search: Callable[[Work, str, Sequence[UUID]], Sequence[Hit]] = lambda *_: ()
    nearly: Callable[[Work, str, Sequence[Hit]], Sequence[Hit]] = lambda *_: ()
    recall: Callable[[Work, Sequence[UUID]], Sequence[Hit]] = lambda *_: ()


#: Icon and heading of each kind of record.
KINDS = {
    "fixture": ("match", N_("Matches")),
    "club": ("clubs", N_("Clubs")),
    "venue": ("venues", N_("Stadiums")),
    "supporter_group": ("groups", N_("Supporter groups")),
    "contact": ("contacts", N_("Contacts")),
    "organisation": ("contacts", N_("Organisations")),
    "unit": ("units", N_("Units")),
    "command": ("units", N_("Commands")),
    "competition": ("competitions", N_("Competitions")),
    "commitment": ("phone", N_("Promises and decisions")),
    "meeting": ("calendar", N_("Meetings")),
    "liaison_entry": ("phone", N_("Calls and visits")),
}
#: They are found by any word of a sentence: what can be done comes before them.
TOLD = ("commitment", "meeting", "liaison_entry")


def beside(hit: Hit) -> str:
    """Return what stands beside a title: of a person, how to call it first."""
    parts = (
        isolate(hit.phone) if hit.phone else "",
        label(hit.role) if hit.role else "",
        words(hit.subtitle) if hit.subtitle else "",
    )
    return " · ".join(filter(None, parts))


def spelt_nearly(text: str, hits: Sequence[Hit], plain: Sequence[Hit]) -> Sequence[Hit]:
    """Return the hits that hold what was typed in another spelling only.

    People found by what they do, or where, are no such.

    Args:
        plain: Found as it was typed.
    """
    known = {hit.id for hit in plain}
    return [hit for hit in hits if hit.id not in known and not _holds(text, hit)]


def _holds(text: str, hit: Hit) -> bool:
    from sportsec.i18n import labels  # noqa: PLC0415 - see start-up

    names = (
        each.pick(code) for each in (hit.title, hit.subtitle) for code in LANGUAGES
    )
    functions = labels.called_in_all_languages(hit.role) if hit.role else ()
    held = " ".join((*map(fold, names), *functions))
    return Typed(typed_words(text)).nearness((), held) is not Nearness.NONE


def misses_people(text: str, hits: Sequence[Hit]) -> bool:
    """Say whether several words may mean somebody by name and place, and found nobody.

    Their meetings and calls alone may be many.
    """
    return len(text.split()) > 1 and all(hit.role is None for hit in hits)
