"""The annex of the order that says what others still owe."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from sportsec.domain.commitments import (
    CommitmentKind,
    CommitmentState,
    CommitmentTopic,
)
from sportsec.domain.words import Words
from sportsec.i18n.translator import translator
from sportsec.queries.commitments import CommitmentRow
from sportsec.reports.briefing.build import build
from sportsec.reports.briefing.promises import open_promises
from sportsec.reports.briefing.voice import Voice
from sportsec.reports.document import RowKind
from tests.unit.reports.briefings import rows, texts

OPEN = CommitmentRow(
    id=UUID(int=1),
    kind=CommitmentKind.PROMISE,
    fixture_id=UUID(int=2),
    match=Words(),
    match_on=None,
    meeting_id=None,
    liaison_id=None,
    is_ours=False,
    bound=Words("نادي الأطلس", "Atlas Club", "Atlas Club"),
    towards=Words(),
    topic=CommitmentTopic.OTHER,
    wording="No flares in the north stand",
    responsible="Captain",
    due_on=date(2026, 12, 1),
    state=CommitmentState.OPEN,
    closed_on=None,
    remark="",
    is_late=False,
)


def annex(*held: CommitmentRow, second: str = "") -> str:
    other = translator(second) if second else None
    return texts(open_promises(rows(commitments=held), Voice(translator("en"), other)))


def test_open_ones_are_printed_with_who_is_bound_and_by_when() -> None:
    said = annex(OPEN)
    for part in (OPEN.wording, "Atlas Club", "Captain", "01/12/2026"):
        assert part in said
    assert "Late" not in said


def test_a_late_one_says_so_in_words() -> None:
    assert "Late" in annex(replace(OPEN, is_late=True))


def test_one_with_hours_of_before_a_move_is_marked_as_on_the_screen() -> None:
    held = rows(commitments=(OPEN,), old_promises=frozenset({OPEN.id}))
    table = open_promises(held, Voice(translator("en")))
    assert table is not None
    assert "Hour from before the move?" in texts(table)
    assert table.rows[0].kind is RowKind.WARN
    assert "move?" not in annex(OPEN)


def test_one_with_a_figure_that_has_changed_since_is_marked_as_well() -> None:
    held = rows(commitments=(OPEN,), outdated_promises=frozenset({OPEN.id}))
    table = open_promises(held, Voice(translator("en")))
    assert table is not None
    assert "Figure from before?" in texts(table)
    assert "Hour from" not in texts(table)
    assert table.rows[0].kind is RowKind.WARN


def test_our_own_word_names_to_whom_it_was_given() -> None:
    ours = replace(
        OPEN, bound=Words(fr="La cellule", en="The cell"), towards=OPEN.bound
    )
    assert "The cell to Atlas Club" in annex(ours)


def test_closed_ones_are_not_printed_and_without_any_there_is_no_annex() -> None:
    kept = replace(OPEN, state=CommitmentState.KEPT)
    assert open_promises(rows(commitments=(kept,)), Voice(translator("en"))) is None
    title = "Promises and decisions still open"
    assert title not in texts(build(rows(commitments=(kept,)), translator("en")))
    assert title in texts(build(rows(commitments=(OPEN,)), translator("en")))


def test_in_two_languages_the_second_stands_under_the_first() -> None:
    assert "نادي الأطلس" in annex(OPEN, second="ar")
