"""Finding named records through the index of names, in Arabic as in Latin letters."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    Table,
    and_,
    case,
    column,
    func,
    or_,
    select,
    table,
)
from sqlalchemy.orm import InstrumentedAttribute

from sportsec.domain.checks import folded_names
from sportsec.domain.finding import starts
from sportsec.domain.folding import fold
from sportsec.domain.words import LANGUAGES, Words
from sportsec.store.base import Id, Record
from sportsec.store.work import Work

#: The index that triggers keep (store.name_index).
INDEX = table(
    "name_index",
    column("rowid"),
    column("kind"),
    column("record", Id),
    column("folded"),
    *(column(f"sort_{code}") for code in LANGUAGES),
)
_SEARCH = table("name_search", column("rowid"), column("name_search"))
#: The index of trigrams finds nothing shorter.
TRIGRAM = 3
#: Records offered while a name is typed.
OFFERED = 20


def found_by_name(kind: str, text: str) -> Select[UUID]:
    """Select the ids of the records of a table whose names hold every word typed."""
    return names_matching(text, INDEX.c.record).where(INDEX.c.kind == kind)


def names_matching(text: str, *columns: ColumnElement[Any]) -> Select[Any]:
    """Select columns of the index where the names hold every word typed.

    With few letters only words that begin so count: inside, they stand everywhere.
    """
    query = select(*columns)
    for word in fold(text).split():
        if len(word) < TRIGRAM:
            names = func.concat(" ", INDEX.c.folded)
            query = query.where(_begin_so(names, word))
            continue
        match = _SEARCH.c.name_search.match(phrase(word))
        hits = select(_SEARCH.c.rowid).where(match)
        query = query.where(INDEX.c.rowid.in_(hits))
    return query


def named_so(text: str) -> ColumnElement[bool]:
    """Return the condition that words of a record's own name begin as was typed."""
    names = func.concat(" ", INDEX.c.sort_ar, " ", INDEX.c.sort_fr)
    return and_(*(_begin_so(names, word) for word in fold(text).split()))


def begins_in(owner: type[Record], word: str) -> ColumnElement[bool]:
    """Return the condition that a word of the names of a record begins so.

    It asks record by record: for few letters beside a word that leaves few records.
    """
    index = INDEX.alias()
    names = func.concat(" ", index.c.folded)
    query = select(index.c.record).where(index.c.record == owner.id)
    return query.where(_begin_so(names, fold(word))).correlate(owner).exists()


def _begin_so(names: ColumnElement[str], word: str) -> ColumnElement[bool]:
    return or_(*(names.contains(each, autoescape=True) for each in starts(word)))


def phrase(word: str) -> str:
    """Return a word as the index of words takes it: signs in it mean nothing."""
    return '"' + word.replace('"', '""') + '"'


def sort_key(language: str) -> ColumnElement[str]:
    """Return the key by which names are sorted in a language."""
    key: ColumnElement[str] = INDEX.c[f"sort_{language}"]
    return key


def name_key(reference: ColumnElement[Any], language: str) -> ColumnElement[str]:
    """Return the sort key of the name of the record that a column refers to."""
    index = INDEX.alias()
    key = select(index.c[f"sort_{language}"]).where(index.c.record == reference)
    return key.scalar_subquery()


def words_key(owner: type[Record], name: str, language: str) -> ColumnElement[str]:
    """Return the sort key of any text in three languages, such as a city."""
    order = (language, *(code for code in LANGUAGES if code != language))
    columns = owner.__table__.c
    texts = (func.nullif(columns[f"{name}_{code}"], "") for code in order)
    return func.fold(func.coalesce(*texts, ""))


def find_named(
    work: Work, owner: type[Record], text: str, language: str, limit: int = OFFERED
) -> list[tuple[UUID, Words]]:
    """Return records whose name holds what was typed, in the order of their names.

    What reads so as a whole, such as a code, goes first, then words that begin so.
    """
    hits = found_by_name(owner.__tablename__, text).add_columns(sort_key(language))
    if text.strip():
        hits = hits.order_by(_far_off(text))
    ordered = hits.order_by(sort_key(language), INDEX.c.record).limit(limit)
    found = [row[0] for row in work.session.execute(ordered)]
    names = names_of(work, owner, found)
    return [(one, names[one]) for one in found if one in names]


def _far_off(text: str) -> ColumnElement[int]:
    """Return 0 where what was typed is among the words, 1 where one begins so, or 2."""
    typed, names = f" {fold(text).strip()}", func.concat(" ", INDEX.c.folded, " ")
    return case(
        (names.contains(f"{typed} ", autoescape=True), 0),
        (names.contains(typed, autoescape=True), 1),
        else_=2,
    )


def names_of(
    work: Work, owner: type[Record], ids: Collection[UUID]
) -> dict[UUID, Words]:
    """Return the names of records, also of deleted ones, by id."""
    columns = owner.__table__.c
    if "name_latin" in columns:  # a person
        names = [columns["name_ar"], columns["name_latin"], columns["name_latin"]]
    else:
        names = [columns[f"name_{code}"] for code in LANGUAGES]
    query = select(owner.id, *names).where(owner.id.in_(ids))
    return {row[0]: Words(*row[1:]) for row in work.session.execute(query)}


def twin_of(
    work: Work, owner: type[Record], name: Words, ignoring: UUID | None = None
) -> Words | None:
    """Return the name of another live record that reads the same, if there is one."""
    folded = folded_names(name)
    if not folded:
        return None
    same = or_(*(INDEX.c[f"sort_{code}"].in_(folded) for code in LANGUAGES))
    query = select(INDEX.c.record).where(INDEX.c.kind == owner.__tablename__, same)
    if ignoring is not None:
        query = query.where(INDEX.c.record != ignoring)
    found = work.session.scalar(query.order_by(INDEX.c.record).limit(1))
    return None if found is None else names_of(work, owner, [found]).get(found)


def counted(
    work: Work,
    reference: InstrumentedAttribute[UUID | None],
    ids: Collection[UUID],
) -> dict[UUID, int]:
    """Count the live records that refer to each of `ids`."""
    owner: Table = reference.class_.__table__
    query = (
        select(reference, func.count())
        .where(reference.in_(ids), owner.c.deleted_at.is_(None))
        .group_by(reference)
    )
    return {row[0]: row[1] for row in work.session.execute(query) if row[0]}
