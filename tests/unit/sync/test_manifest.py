from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.errors import BadFile
from sportsec.domain.exchange import Scope, ScopeKind
from sportsec.domain.exchange_refusals import FileRefusal
from sportsec.domain.words import Words
from sportsec.sync.cover_json import encode
from sportsec.sync.manifest import (
    Manifest,
    PayloadFacts,
    Sender,
    from_bytes,
    outline,
)
from tests.unit.sync.cells import Cell

CELL = Cell()

texts = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40
)
words = st.builds(Words, texts, texts, texts)
numbers = st.integers(0, 0xFFFFFFFF)
counts = st.integers(1, 0xFFFFFFFF)


def exactly(size: int) -> st.SearchStrategy[bytes]:
    return st.binary(min_size=size, max_size=size)


positions = st.dictionaries(exactly(16), st.tuples(numbers, numbers), max_size=4)
manifests = st.builds(
    Manifest,
    version=texts,
    schema=texts,
    sender=st.builds(
        Sender,
        rid=exactly(16),
        cell_key=exactly(32),
        certificate=exactly(64),
        name=words,
        box_key=st.just(CELL.box.public),
    ),
    number=st.dictionaries(st.just(b"") | exactly(32), counts, max_size=3),
    made=st.datetimes(timezones=st.just(UTC)),
    scope=st.builds(Scope, st.sampled_from(ScopeKind), st.none() | st.uuids(), texts),
    title=words,
    personal=st.booleans(),
    full=st.booleans(),
    since=positions,
    upto=positions,
    seen=positions,
    counts=st.dictionaries(texts, numbers, max_size=4),
    recipients=st.lists(exactly(32), unique=True, max_size=3).map(tuple),
    payload=st.builds(
        PayloadFacts, exactly(32), st.integers(0, 1 << 31), st.integers(0, 1 << 31)
    ),
)


@given(manifests)
def test_a_cover_sheet_is_read_as_it_was_written(manifest: Manifest) -> None:
    data = manifest.to_bytes()
    assert from_bytes(data) == manifest
    assert from_bytes(data).to_bytes() == data
    assert outline(data).cell_key == manifest.sender.cell_key


@given(st.binary(max_size=300) | texts.map(str.encode))
def test_no_bytes_raise_anything_but_a_refusal(data: bytes) -> None:
    for read in (outline, from_bytes):
        with pytest.raises(BadFile) as refused:
            read(data)
        assert refused.value.reason is FileRefusal.BAD_COVER


#: Objects whose names are data.
DATA = {("number",), ("counts",), ("since",), ("upto",), ("seen",)}


def leaves(value: Any, place: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    if not isinstance(value, dict) or place[-1:] in DATA:
        return [place]
    return [each for name in value for each in leaves(value[name], (*place, name))]


PLAIN = json.loads(CELL.manifest(recipients=(bytes(32),)).to_bytes())
PLACES = leaves(PLAIN)
JUNK: list[Any] = [
    None,
    True,
    -1,
    1 << 70,
    "",
    "\0",
    [],
    [[]],
    {},
    {"x": {}},
    "x" * 999,
]


def changed(
    place: tuple[str, ...], change: Callable[[dict[str, Any], str], object]
) -> bytes:
    whole = json.loads(json.dumps(PLAIN))
    holder = whole
    for name in place[:-1]:
        holder = holder[name]
    change(holder, place[-1])
    return encode(whole)


@pytest.mark.parametrize("place", PLACES, ids=".".join)
def test_nothing_may_be_missing(place: tuple[str, ...]) -> None:
    data = changed(place, lambda holder, name: holder.pop(name))
    with pytest.raises(BadFile) as refused:
        from_bytes(data)
    assert str(refused.value.facts["place"]).startswith(place[0])


@pytest.mark.parametrize("place", PLACES, ids=".".join)
@pytest.mark.parametrize("junk", JUNK, ids=repr)
def test_junk_is_refused_or_a_value_like_any(place: tuple[str, ...], junk: Any) -> None:
    data = changed(place, lambda holder, name: holder.update({name: junk}))
    try:
        read = from_bytes(data)
    except BadFile:
        return
    assert read.to_bytes() == data


def test_unknown_names_are_let_pass_only_in_a_newer_format() -> None:
    def add(holder: dict[str, Any], _name: str) -> None:
        holder["new_thing"] = {"x": [1]}

    for place in (("version",), ("sender", "rid"), ("scope", "city")):
        with pytest.raises(BadFile) as refused:
            from_bytes(changed(place, add))
        assert str(refused.value.facts["place"]).endswith("new_thing")
        newer = json.loads(changed(place, add)) | {"format": 2}
        assert from_bytes(encode(newer)).format == 2
