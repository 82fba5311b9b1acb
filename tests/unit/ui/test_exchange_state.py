"""What the exchange page decides, without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from sportsec.domain.conflicts import (
    Conflict,
    ConflictKind,
    Version,
    questions_of,
)
from sportsec.domain.errors import BadFile
from sportsec.domain.exchange import CellRow, Scope, ScopeKind, Sealing, SendWish, Trust
from sportsec.domain.exchange_received import (
    Fate,
    Judgement,
    KindPreview,
    Place,
    ReceivePreview,
    TwinPair,
)
from sportsec.domain.exchange_refusals import FileRefusal
from sportsec.domain.words import Words
from sportsec.i18n.translator import translator
from sportsec.ui.pages.exchange.state import (
    HELD,
    InboxFilter,
    ReceiveState,
    addressees,
    cells_of,
    file_name,
    is_shown,
    items_of,
    kinds_of,
    lacks,
    shown_before,
)

AT = datetime(2026, 11, 27, tzinfo=UTC)
RABAT = Words(fr="Rabat")
CELL = CellRow(b"k", RABAT, Trust.TRUSTED, Words(), can_be_sealed_for=True)
MATCH = UUID(int=7)
A, B = Path("a.ssx"), Path("b.ssx")


@pytest.mark.parametrize(
    ("wish", "is_complete"),
    [
        (SendWish(to=(b"k",)), True),
        (SendWish(), False),
        (SendWish(sealing=Sealing.OPEN), True),
        (SendWish(sealing=Sealing.PASSPHRASE, passphrase="x" * 15), False),
        (SendWish(sealing=Sealing.PASSPHRASE, passphrase="x" * 16), True),
        (SendWish(Scope(ScopeKind.MATCH), sealing=Sealing.OPEN), False),
        (SendWish(Scope(ScopeKind.MATCH, MATCH), sealing=Sealing.OPEN), True),
        (SendWish(Scope(ScopeKind.SEASON), sealing=Sealing.OPEN), False),
        (SendWish(Scope(ScopeKind.REGION), sealing=Sealing.OPEN), False),
        (SendWish(Scope(ScopeKind.REGION, city="Fès"), sealing=Sealing.OPEN), True),
        (SendWish(Scope(ScopeKind.SINCE), sealing=Sealing.OPEN), False),
    ],
)
def test_what_a_wish_lacks_is_said(wish: SendWish, is_complete: bool) -> None:
    assert (lacks(wish) == "") is is_complete


def test_the_content_is_shown_before_it_is_known_who_receives_it() -> None:
    assert lacks(shown_before(SendWish())) == ""
    since = SendWish(Scope(ScopeKind.SINCE))
    assert shown_before(since) == since


def test_only_cells_that_can_open_a_file_are_offered() -> None:
    unknown = replace(CELL, key=b"a", trust=Trust.UNKNOWN)
    revoked = replace(CELL, key=b"r", trust=Trust.REVOKED)
    keyless = replace(CELL, key=b"x", can_be_sealed_for=False)
    assert addressees([unknown, revoked, keyless, CELL]) == [CELL, unknown]


def test_a_file_is_named_after_the_cell_what_it_holds_and_the_day() -> None:
    name = file_name("Cellule de Fès", "tout", "2026-11-27")
    assert name == "cellule-de-fès-tout-2026-11-27.ssx"
    assert file_name("", "tout", "2026-11-27").startswith("sportsec-")


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_what_a_file_holds_is_one_word_of_plain_letters(language: str) -> None:
    held = [translator(language)(HELD[kind]) for kind in ScopeKind]
    assert len(set(held)) == len(held)
    assert all(word.isalpha() for word in held)
    if language != "ar":
        assert all(word.isascii() for word in held)


def judgement(trust: Trust = Trust.TRUSTED, new: int = 3) -> Judgement:
    sender = replace(CELL, trust=trust)
    return Judgement(A, sender, Place.NEXT, 1, AT, Scope(), new_changes=new)


def preview(new: int = 3) -> ReceivePreview:
    kind = KindPreview("club", {Fate.NEW: new})
    return ReceivePreview((judgement(new=new),), (kind,))


def test_a_file_that_can_be_opened_is_taken_in() -> None:
    state = ReceiveState().with_files([A, A]).opened(A, judgement())
    assert len(state.files) == 1
    assert not state.can_accept
    state = state.with_preview(preview())
    assert state.can_accept
    assert state.waits_for == ""
    assert not state.ticked("club", on=False).can_accept
    assert state.ticked("club", on=False).ticked("club", on=True).can_accept
    assert state.without(A).files == ()


def test_files_wait_for_their_passphrase_and_for_trust() -> None:
    locked = BadFile(FileRefusal.NEEDS_PASSPHRASE)
    state = ReceiveState().with_files([A]).refused(A, locked)
    assert state.files[0].wants_passphrase
    assert "passphrase" in state.waits_for
    state = state.with_passphrase(A, "words").opened(A, judgement(Trust.UNKNOWN))
    assert not state.files[0].wants_passphrase
    assert state.files[0].wants_trust
    assert "phone" in state.waits_for


def test_what_is_known_already_is_not_taken_in_again() -> None:
    state = ReceiveState().with_files([A]).opened(A, judgement(new=0))
    state = state.with_preview(preview(new=0))
    assert not state.can_accept
    assert "already" in state.waits_for


def test_a_file_that_cannot_be_opened_is_not_said_to_be_known() -> None:
    damaged = BadFile(FileRefusal.CUT_SHORT)
    state = ReceiveState().with_files([A, B]).opened(A, judgement(new=0))
    state = state.refused(B, damaged).with_preview(preview(new=0))
    assert "already" not in state.waits_for
    assert "nothing to take in" in state.waits_for
    assert "already" in state.without(B).with_preview(preview(new=0)).waits_for


def conflict(number: int, table: str = "club") -> Conflict:
    versions = (
        Version(1, {"notes": "a"}, "x", AT, Words(), True, True),
        Version(2, {"notes": "b"}, "y", AT, RABAT, False, False),
    )
    record = UUID(int=number)
    return Conflict(
        *(ConflictKind.VALUES, table, record, Words(fr=f"R{number}"), "notes"),
        ("notes",),
        versions,
        owner=(table, record),
    )


def test_the_inbox_is_filtered_by_kind_cell_and_record() -> None:
    pair = TwinPair(
        *("club", UUID(int=8), UUID(int=9)), Words(fr="A"), Words(fr="B"), "", 1.0
    )
    fields = [conflict(1), conflict(2, "venue"), conflict(3)]
    items = items_of(questions_of(fields), [pair])
    assert kinds_of(items) == ["club", "venue"]
    assert cells_of(items) == [RABAT]
    assert len({each.id for each in items}) == 4

    def shown(wanted: InboxFilter) -> int:
        return sum(is_shown(each, wanted) for each in items)

    assert shown(InboxFilter()) == 4
    assert shown(InboxFilter(table="club")) == 3
    assert shown(InboxFilter(cell=RABAT)) == 3
    assert shown(InboxFilter(record=UUID(int=2))) == 1
    assert shown(InboxFilter(record=UUID(int=9))) == 1
