"""Conflicts and field changes in the words of the screen."""

from __future__ import annotations

from collections.abc import Mapping

from sportsec.domain.conflicts import Conflict, ConflictKind, Unreadable, Version
from sportsec.domain.exchange_received import FieldChange
from sportsec.domain.plain_text import on_one_line
from sportsec.domain.words import N_
from sportsec.i18n.field_words import field_label
from sportsec.i18n.formats import date_time
from sportsec.i18n.value_words import value_words
from sportsec.queries.conflict_versions import Author
from sportsec.ui.language import (
    in_reading_direction,
    isolate,
    tr,
    translator,
    words,
)

#: Letters up to which the old and the new value stand in one line.
_LINE = 36


def field_name(conflict: Conflict) -> str:
    """Return what a conflict is about: the field, or the deletion."""
    if conflict.kind is ConflictKind.DELETION:
        return tr("Deleted or kept")
    return field_label(translator(), conflict.register)


def value_text(conflict: Conflict, column: str, value: object) -> str:
    """Return one value in words."""
    if value is Unreadable.WITHHELD:
        return tr("kept back by the sender")
    if value is Unreadable.ERASED:
        return tr("erased")
    return value_words(translator(), column, conflict.named(column, value))


def values_text(conflict: Conflict, values: Mapping[str, object]) -> str:
    """Return values in words; of several, each behind its name."""
    if len(values) == 1:
        ((column, value),) = values.items()
        if conflict.kind is ConflictKind.VALUES:
            return value_text(conflict, column, value)
    return "\n".join(
        tr(
            "{name}: {text}",
            name=field_label(translator(), column),
            text=value_text(conflict, column, value),
        )
        for column, value in values.items()
    )


def version_text(conflict: Conflict, version: Version) -> str:
    """Return what one side wants."""
    if version.is_deletion:
        return tr("Deleted")
    if conflict.kind is ConflictKind.DELETION:
        changed = {
            column: value
            for column, value in version.values.items()
            if column != "deleted_at"
        }
        edits = values_text(conflict, changed) if changed else ""
        return f"{tr('Kept, and changed:')}\n{edits}" if edits else tr("Brought back")
    return values_text(conflict, version.values)


def side_name(side: Version | Author) -> str:
    """Return whose side a value or a record is."""
    return tr("This cell") if side.is_ours else words(side.cell)


def cell_name(side: Version | Author) -> str:
    """Return the same within a sentence."""
    return tr("this cell") if side.is_ours else words(side.cell)


def signature(side: Version | Author) -> str:
    """Return who wrote a value or made a record, where and when."""
    parts = (isolate(side.actor), cell_name(side), isolate(date_time(side.at)))
    return " · ".join(part for part in parts if part)


def sides_line(conflict: Conflict) -> str:
    """Return all values in one line, for the list."""
    return "  ⇄  ".join(_sides(conflict))


def sides_text(conflict: Conflict) -> str:
    """Return the values below what is said of them, each on a line of its own."""
    return "".join(f"\n• {text}" for text in _sides(conflict))


def _sides(conflict: Conflict) -> list[str]:
    texts = (version_text(conflict, each) for each in conflict.versions)
    return [isolate(on_one_line(text)) for text in texts]


def change_text(change: FieldChange, most: int | None = None) -> str:
    """Return "old → new" of a field that a file would change.

    Texts that do not stand in one line stand one below the other: an arrow in the
    midst of broken lines leads nowhere.

    Args:
        most: Letters of each text; None for all.
    """
    if change.is_withheld:
        return tr("kept back by the sender")
    t = translator()
    old, new = (
        value_words(t, change.column, each) for each in (change.old, change.new)
    )
    if len(old) + len(new) > _LINE or "\n" in old + new:
        return "\n".join(
            tr("{name}: {text}", name=tr(name), text=isolate(_cut(text, most)))
            for name, text in ((N_("Before"), old), (N_("After"), new))
        )
    arrow = "←" if t.rtl else "→"
    return in_reading_direction(f"{isolate(old)}  {arrow}  {isolate(new)}")


def _cut(text: str, most: int | None) -> str:
    """Return the beginning of a text in one line; all of it where there is no limit."""
    if most is None:
        return text
    line = on_one_line(text)
    return line if len(line) <= most else f"{line[:most].rstrip()}…"
