"""In what capacity somebody sits at a meeting, in words of every language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache

from sportsec.domain.folding import fold
from sportsec.domain.people import ContactRole, OrganisationKind
from sportsec.domain.usual_participants import USUAL, BodySeat
from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.labels import label
from sportsec.i18n.translator import Translator, translator


def capacity(written: str) -> Words:
    """Return what was written in every language, where it is one of the usual ones.

    Minutes in French then say so of a commission that was called in Arabic.
    """
    return _usual().get(fold(written)) or Words(written, written, written)


def seat_words(seat: BodySeat) -> Words:
    """Return what an organisation sits at the table as."""
    if seat.function or seat.kind is None:
        return _said(lambda t: t(seat.function))
    return member_words(seat.kind)


def member_words(member: Enum) -> Words:
    """Return the words of a function or of a kind of organisation."""
    return _said(lambda t: label(t, member))


@cache
def _usual() -> dict[str, Words]:
    found: dict[str, Words] = {}
    for words in _all():
        for code in LANGUAGES:
            found.setdefault(fold(getattr(words, code)), words)
    return found


def _all() -> Iterator[Words]:
    for seats in USUAL.values():
        for seat in seats:
            if isinstance(seat, BodySeat):
                yield seat_words(seat)
    for members in (OrganisationKind, ContactRole):
        for member in members:
            yield member_words(member)


def _said(say: Callable[[Translator], str]) -> Words:
    return Words(**{code: say(translator(code)) for code in LANGUAGES})
