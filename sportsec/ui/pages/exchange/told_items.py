"""What other cells undid and decided, as the first lines of the tree of a preview."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from PySide6.QtWidgets import QTreeWidgetItem

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
from sportsec.ui.icons import icon
from sportsec.ui.language import isolate, tr, tr_count, translator, words

Each = TypeVar("Each", UndoneThere, DecidedThere)
#: Acts, and decisions, named one by one; the rest is counted.
_NAMED = 50


def told_items(told: Told) -> list[QTreeWidgetItem]:
    """Return one line for each cell and what it did, with what that was below."""
    redone = [each for each in told.undone if each.is_redo]
    undone = [each for each in told.undone if not each.is_redo]
    return [*_undone(undone), *_done_again(redone), *_decided(told.decided)]


def _undone(acts: Iterable[UndoneThere]) -> Iterator[QTreeWidgetItem]:
    for cell, own in _by_cell(acts).items():
        what = tr_count("{n} act undone", "{n} acts undone", len(own))
        yield _group(tr("Undone by {cell}", cell=cell), what, "undo", map(_act, own))


def _done_again(acts: Iterable[UndoneThere]) -> Iterator[QTreeWidgetItem]:
    for cell, own in _by_cell(acts).items():
        what = tr_count("{n} act done again", "{n} acts done again", len(own))
        name = tr("Done again by {cell}", cell=cell)
        yield _group(name, what, "redo", map(_act, own))


def _decided(decisions: Iterable[DecidedThere]) -> Iterator[QTreeWidgetItem]:
    for cell, own in _by_cell(decisions).items():
        what = tr_count(
            "{n} decision against your value",
            "{n} decisions against your values",
            len(own),
        )
        name = tr("Decided by {cell}", cell=cell)
        lines = (line for each in own for line in _decision(each))
        yield _group(name, what, "check", lines)


def _by_cell(given: Iterable[Each]) -> dict[str, list[Each]]:
    found: dict[Words, list[Each]] = defaultdict(list)
    for each in given:
        found[each.cell].append(each)
    unnamed = tr("another cell")
    return {isolate(words(cell) or unnamed): own for cell, own in found.items()}


def _group(
    name: str, what: str, sign: str, lines: Iterable[tuple[str, str]]
) -> QTreeWidgetItem:
    item = QTreeWidgetItem([name, what])
    item.setIcon(0, icon(sign, "soft"))
    shown = list(lines)
    for texts in shown[:_NAMED]:
        item.addChild(_line(*texts))
    if len(shown) > _NAMED:
        item.addChild(_line(tr_count("{n} more", "{n} more", len(shown) - _NAMED), ""))
    return item


def _line(name: str, what: str) -> QTreeWidgetItem:
    line = QTreeWidgetItem([name, what])
    line.setToolTip(0, name)
    line.setToolTip(1, what)
    return line


def _act(act: UndoneThere) -> tuple[str, str]:
    t = translator()
    about = mention_words(t, act.about) if act.about is not None else ""
    return sentence(t, act.title, act.detail), about


def _decision(decision: DecidedThere) -> Iterator[tuple[str, str]]:
    record = decision.record
    name = words(record.label) or tr("a record that is not here")
    if record.fate is Fate.DELETED:
        yield name, tr("Deleted, although you had changed it")
    elif record.fate is Fate.RESTORED:
        yield name, tr("Kept, although you had deleted it")
    for change in record.fields:
        yield name, _field(change)


def _field(change: FieldChange) -> str:
    t = translator()
    new, old = (
        isolate(value_text(t, change.column, each)) for each in (change.new, change.old)
    )
    name = field_label(t, change.column)
    return tr("{field}: {new} (yours was {old})", field=name, new=new, old=old)
