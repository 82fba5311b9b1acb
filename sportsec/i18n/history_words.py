"""Acts and changes in words: sentences of the history, on screens and papers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from sportsec.domain.history import (
    ActRow,
    ChangeKind,
    ChangeRow,
    Gap,
    Mention,
    UndoStep,
)
from sportsec.domain.plain_text import on_one_line, without_turns
from sportsec.domain.purges import PurgeDraft
from sportsec.domain.words import N_
from sportsec.i18n.field_words import field_label
from sportsec.i18n.formats import number
from sportsec.i18n.kind_words import kind_label
from sportsec.i18n.labels import fact_text
from sportsec.i18n.phones import phone
from sportsec.i18n.purge_words import reason_words
from sportsec.i18n.translator import Translator
from sportsec.i18n.value_words import value_words

#: Stands for a value that is not there.
NOTHING = "—"
#: Letters of a value in a list of several: of a long text its beginning tells it.
_TOLD = 40
_GAPS = {
    Gap.WITHHELD: N_("kept back by the sender"),
    Gap.ERASED: N_("erased by law"),
    Gap.UNKNOWN: N_("not known here"),
}
_WHOLE = {
    ChangeKind.CREATED: N_("Added"),
    ChangeKind.DELETED: N_("Deleted"),
    ChangeKind.TAKEN_BACK: N_("Taken back"),
    ChangeKind.RESTORED: N_("Brought back"),
    ChangeKind.ERASED: N_("Personal data erased"),
    ChangeKind.CONFIRMED: N_("Confirmed as it is"),
}


def sentence(t: Translator, title: str, detail: Mapping[str, object]) -> str:
    """Return the sentence of an act, with its file where it speaks of one.

    One of a newer version stays in English.
    """
    facts = {
        name: fact_text(t, _moment(name, fact))
        for name, fact in detail.items()
        if isinstance(fact, str | int | float) and not isinstance(fact, bool)
    }
    try:
        said = t(title, **facts)
    except (KeyError, IndexError, ValueError):  # not the facts that it speaks of
        said = t(title)
    file = facts.get("file")
    if file is None or file in said:
        return said
    return t("{name}: {text}", name=said, text=file)


def _moment(name: str, fact: object) -> object:
    """Return a moment of the journal as one; any other fact as it is."""
    try:
        return datetime.fromisoformat(str(fact)) if name == "when" else fact
    except ValueError:  # of a newer version
        return fact


def act_sentence(t: Translator, act: ActRow) -> str:
    """Return what was done, also where that was to undo something."""
    if act.undoes is None or not act.undone_title:
        return sentence(t, act.title, act.detail)
    before = sentence(t, act.undone_title, act.undone_detail)
    text = N_("Done again: {act}") if act.is_redo else N_("Undone: {act}")
    return t(text, act=before)


def step_sentence(t: Translator, step: UndoStep) -> str:
    """Return what would be undone or redone."""
    return sentence(t, step.title, step.detail)


def mention_words(t: Translator, record: Mention, *, kind: bool = True) -> str:
    """Return a record as "Club: Raja"; without a name only what it is."""
    name = t.pick(record.name)
    if not name:
        return kind_label(t, record.kind)
    if not kind:
        return name
    return t("{name}: {text}", name=kind_label(t, record.kind), text=name)


def subject_words(t: Translator, act: ActRow, *, kind: bool = True) -> str:
    """Return what an act is about: the record by its name, or how many of which kinds.

    Args:
        kind: Say also what one record is: "Club: Raja" instead of "Raja"; of one
            without a name only that.
    """
    if act.about is None:
        return ""
    # A workspace is made with all it begins with: it is about the cell.
    if act.is_founding or sum(n for _, n in act.records) < 2:
        return mention_words(t, act.about) if kind else t.pick(act.about.name)
    return count_words(t, act.records, exact=act.is_counted)


def count_words(
    t: Translator, counts: Iterable[tuple[str, int]], *, exact: bool = True
) -> str:
    """Return "Club: 1, Match: 1,200" for what an act touches.

    Args:
        exact: Whether the numbers hold; else only the kinds are said.
    """
    named = [
        (kind_label(t, kind), t.isolate(number(n, t.language))) for kind, n in counts
    ]
    if not exact:
        return t(", ").join(name for name, _ in named)
    return t(", ").join(t("{name}: {text}", name=name, text=n) for name, n in named)


def change_words(t: Translator, row: ChangeRow) -> str:
    """Return the name of the field changed, or what became of the whole record."""
    if not row.field and row.kind in _WHOLE:
        return t(_WHOLE[row.kind])
    if row.kind in {ChangeKind.ERASED, ChangeKind.CONFIRMED}:
        text, field = t(_WHOLE[row.kind]), field_label(t, row.field)
        return t("{name}: {text}", name=text, text=field)
    return field_label(t, row.field)


def value_text(t: Translator, field: str, value: object) -> str:
    """Return a value of a field; a dash where there is none."""
    if isinstance(value, Gap):
        return t(_GAPS[value])
    if value in (None, "", ()):
        return NOTHING
    if isinstance(value, PurgeDraft):
        return reason_words(t, value) or NOTHING
    if field.endswith("phone") and isinstance(value, str):
        return t.isolate(phone(value))
    return value_words(t, field, value) or NOTHING


def told_values(t: Translator, values: Iterable[tuple[str, object]]) -> list[str]:
    """Return fields with their values, each as "Reason: —"; long texts are cut.

    Args:
        values: Columns, each with its value as `ChangeRow` gives it.
    """
    return [
        t("{name}: {text}", name=field_label(t, field), text=_told(t, field, value))
        for field, value in values
    ]


def _told(t: Translator, field: str, value: object) -> str:
    text = on_one_line(value_text(t, field, value))
    if len(text) <= _TOLD:
        return text
    return t.isolate(f"{without_turns(text)[:_TOLD].rstrip()}…")
