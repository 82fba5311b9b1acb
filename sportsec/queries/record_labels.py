"""What the officer calls any record: the match, the club, the sector of a stadium."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import Table, select

from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.formats import short_date
from sportsec.i18n.labels import label
from sportsec.i18n.translator import translator
from sportsec.store.base import Record
from sportsec.store.work import Work

#: Between what a record is called and what it belongs to.
OF = " · "
#: Between two sides.
TO = " – "
#: Letters of a wording that name its record.
_NAMED_BY = 60
#: Identifiers asked for at once; SQLite takes some thirty thousand.
_AT_ONCE = 5000

Labels = dict[UUID, Words]


@dataclass(frozen=True, slots=True)
class _Naming:
    """How the records of a table are called.

    Args:
        own: Returns the words of a row itself.
        columns: What `own` reads.
        sides: References whose names make the name, such as both clubs of a match.
        parent: Reference to the record that it belongs to, named after its own.
        instead: References to what names it where its own words are empty; the first
            that is known does.
    """

    own: Callable[[Any], Words]
    columns: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    parent: str = ""
    instead: tuple[str, ...] = ()


def labels_of(work: Work, table: str, ids: Collection[UUID]) -> Labels:
    """Return what records are called, also deleted ones; those not there are absent.

    Args:
        table: Their kind; one that only a newer version knows has no labels.
    """
    owner = Record.metadata.tables.get(table)
    if owner is None:
        return {}
    naming = _NAMING.get(table) or _by_shape(owner)
    wanted = ("id", *naming.columns, *_references(naming))
    rows = list(rows_of(work, owner, wanted, ids))
    around = {}
    for name in _references(naming):
        met = {row[name] for row in rows} - {None}
        around[name] = labels_of(work, _target(owner, name), met)
    return {row["id"]: _label(naming, row, around) for row in rows}


def label_of(work: Work, table: str, record: UUID) -> Words:
    """Return what one record is called; nothing when it is not there."""
    return labels_of(work, table, [record]).get(record, Words())


def rows_of(
    work: Work, owner: Table, wanted: Iterable[str], ids: Iterable[UUID]
) -> Iterator[Mapping[str, Any]]:
    """Yield some columns of any number of records, also deleted ones."""
    columns = [owner.c[name] for name in dict.fromkeys(wanted)]
    rest = iter(ids)
    while some := list(islice(rest, _AT_ONCE)):
        found = work.session.execute(select(*columns).where(owner.c.id.in_(some)))
        for row in found.mappings():
            yield {str(name): value for name, value in row.items()}


def _references(naming: _Naming) -> tuple[str, ...]:
    own = (*naming.sides, *naming.instead)
    return (*own, naming.parent) if naming.parent else own


def _target(owner: Table, column: str) -> str:
    return next(iter(owner.c[column].foreign_keys)).column.table.name


def _label(
    naming: _Naming, row: Mapping[str, Any], around: Mapping[str, Labels]
) -> Words:
    parts = [
        Words(
            **{
                code: TO.join(
                    around[side].get(row[side], Words()).pick(code) or "?"
                    for side in naming.sides
                )
                for code in LANGUAGES
            }
        )
        if naming.sides
        else Words(),
        naming.own(row) or _named_by(naming, row, around),
    ]
    if naming.parent:
        parts.append(around[naming.parent].get(row[naming.parent], Words()))
    return joined(*parts)


def _named_by(
    naming: _Naming, row: Mapping[str, Any], around: Mapping[str, Labels]
) -> Words:
    """Return what the record is called that names this one."""
    known = (around[name].get(row[name]) for name in naming.instead)
    return next((words for words in known if words), Words())


def joined(*parts: Words) -> Words:
    """Return texts behind each other, in each language; one alone as it is."""
    said = [part for part in parts if part]
    if len(said) == 1:
        return said[0]
    return Words(
        **{
            code: OF.join(text for part in parts if (text := part.pick(code)))
            for code in LANGUAGES
        }
    )


# ---- how each kind is called


def _nothing(_row: Any) -> Words:
    return Words()


def _everywhere(text: Any) -> Words:
    said = str(text or "")
    return Words(said, said, said)


def _in_words(column: str) -> Callable[[Any], Words]:
    """Return the words of a member of an enumeration."""

    def own(row: Any) -> Words:
        member = row[column]
        if member is None:
            return Words()
        said = {code: label(translator(code), member) for code in LANGUAGES}
        return Words(**said)

    return own


def _day(row: Any) -> Words:
    return _everywhere(short_date(row["kick_off_date"]))


def _code_and_name(row: Any) -> Words:
    name = Words(*(row[f"name_{code}"] or "" for code in LANGUAGES))
    code = str(row["code"] or "")
    if not name:
        return _everywhere(code)
    said = {
        each: f"{code} {name.pick(each)}".strip() if code else name.pick(each)
        for each in LANGUAGES
    }
    return Words(**said)


def _name(row: Any) -> Words:
    return Words(*(row[f"name_{code}"] or "" for code in LANGUAGES))


def _person(row: Any) -> Words:
    return Words(row["name_ar"] or "", row["name_latin"] or "", row["name_latin"] or "")


def _detachment(row: Any) -> Words:
    return _name(row) or _everywhere(row["call_sign"])


def _task(row: Any) -> Words:
    return _in_words("step")(row) or _everywhere(row["task"])


def _shortened(text: Any) -> Words:
    said = str(text or "")
    return _everywhere(said if len(said) <= _NAMED_BY else said[:_NAMED_BY] + "…")


def _participant(row: Any) -> Words:
    """Return the name that was written, or the function of nobody in particular."""
    is_nobody = all(row[name] is None for name in _SEATED)
    return _everywhere(row["person"] or (row["function"] if is_nobody else ""))


_SEATED = ("contact_id", "organisation_id")
_NAMES = tuple(f"name_{code}" for code in LANGUAGES)
_CODED = ("code", *_NAMES)
_NAMING: dict[str, _Naming] = {
    "animation_request": _Naming(
        *(_in_words("kind"), ("kind",)), sides=("group_id",), parent="fixture_id"
    ),
    "assignment": _Naming(_nothing, sides=("detachment_id", "post_id")),
    "club_alias": _Naming(lambda row: _everywhere(row["text"]), ("text",)),
    "commitment": _Naming(
        lambda row: _shortened(row["wording"]), ("wording",), parent="fixture_id"
    ),
    "contact": _Naming(_person, ("name_ar", "name_latin")),
    "detachment": _Naming(_detachment, (*_NAMES, "call_sign"), parent="fixture_id"),
    "estimate": _Naming(_in_words("kind"), ("kind",), parent="fixture_id"),
    "fixture": _Naming(_day, ("kick_off_date",), ("home_club_id", "away_club_id")),
    "fixture_phase": _Naming(_in_words("phase"), ("phase",), parent="fixture_id"),
    "gate": _Naming(_code_and_name, _CODED, parent="venue_id"),
    "group_relation": _Naming(_nothing, sides=("group_id", "other_group_id")),
    "kick_off_change": _Naming(_nothing, parent="fixture_id"),
    "liaison_entry": _Naming(
        *(_in_words("kind"), ("kind",)), sides=("contact_id",), parent="fixture_id"
    ),
    "match_task": _Naming(_task, ("step", "task"), parent="fixture_id"),
    "meeting": _Naming(_in_words("kind"), ("kind",), parent="fixture_id"),
    "participant": _Naming(
        *(_participant, ("person", "function", *_SEATED)),
        parent="meeting_id",
        instead=_SEATED,
    ),
    "post": _Naming(lambda row: _everywhere(row["code"]), ("code",), (), "fixture_id"),
    "risk_assessment": _Naming(_in_words("stage"), ("stage",), parent="fixture_id"),
    "risk_factor": _Naming(_code_and_name, _CODED, parent="grid_id"),
    "risk_item": _Naming(_nothing, sides=("factor_id",), parent="assessment_id"),
    "season": _Naming(lambda row: _everywhere(row["label"]), ("label",)),
    "sector": _Naming(_code_and_name, _CODED, parent="venue_id"),
    "venue_alias": _Naming(lambda row: _everywhere(row["text"]), ("text",)),
}


def _by_shape(owner: Table) -> _Naming:
    """Name the records of a table by the name they have, if they have one."""
    if set(_NAMES) <= set(owner.c.keys()):
        return _Naming(_name, _NAMES)
    return _Naming(_nothing)
