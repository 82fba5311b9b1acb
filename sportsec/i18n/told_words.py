"""What other cells undid and decided, in words: on screen and on the command line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, TypeVar

from sportsec.domain.exchange_received import (
    DecidedThere,
    Fate,
    FieldChange,
    Told,
    UndoneThere,
)
from sportsec.domain.words import Words
from sportsec.i18n.field_words import field_label
from sportsec.i18n.history_words import mention_words, sentence, value_text
from sportsec.i18n.translator import Translator

Each = TypeVar("Each", UndoneThere, DecidedThere)


class ToldGroup(NamedTuple):
    """What one cell did, and each of it as two texts: which, and what of it."""

    sign: Literal["undo", "redo", "check"]
    name: str
    what: str
    lines: tuple[tuple[str, str], ...]


def told_groups(t: Translator, told: Told) -> Iterator[ToldGroup]:
    """Yield a group for each cell and what it did."""
    undone = [each for each in told.undone if not each.is_redo]
    redone = [each for each in told.undone if each.is_redo]
    for cell, own in _by_cell(t, undone):
        what = t.count("{n} act undone", "{n} acts undone", len(own))
        lines = tuple(_act(t, each) for each in own)
        yield ToldGroup("undo", t("Undone by {cell}", cell=cell), what, lines)
    for cell, own in _by_cell(t, redone):
        what = t.count("{n} act done again", "{n} acts done again", len(own))
        lines = tuple(_act(t, each) for each in own)
        yield ToldGroup("redo", t("Done again by {cell}", cell=cell), what, lines)
    for cell, given in _by_cell(t, told.decided):
        what = t.count(
            "{n} decision against your value",
            "{n} decisions against your values",
            len(given),
        )
        lines = tuple(line for each in given for line in _decision(t, each))
        yield ToldGroup("check", t("Decided by {cell}", cell=cell), what, lines)


def _by_cell(t: Translator, given: Iterable[Each]) -> Iterator[tuple[str, list[Each]]]:
    found: dict[Words, list[Each]] = defaultdict(list)
    for each in given:
        found[each.cell].append(each)
    for cell, own in found.items():
        yield t.isolate(t.pick(cell) or t("another cell")), own


def _act(t: Translator, act: UndoneThere) -> tuple[str, str]:
    about = mention_words(t, act.about) if act.about is not None else ""
    return sentence(t, act.title, act.detail), about


def _decision(t: Translator, decision: DecidedThere) -> Iterator[tuple[str, str]]:
    record = decision.record
    name = t.pick(record.label) or t("a record that is not here")
    if record.fate is Fate.DELETED:
        yield name, t("Deleted, although you had changed it")
    elif record.fate is Fate.RESTORED:
        yield name, t("Kept, although you had deleted it")
    for change in record.fields:
        yield name, _field(t, change)


def _field(t: Translator, change: FieldChange) -> str:
    new, old = (
        t.isolate(value_text(t, change.column, each))
        for each in (change.new, change.old)
    )
    name = field_label(t, change.column)
    return t("{field}: {new} (yours was {old})", field=name, new=new, old=old)
