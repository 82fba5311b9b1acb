"""Only what the officer changed is written, without control characters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sportsec.domain.clubs import ClubDraft
from sportsec.domain.errors import StaleWrite
from sportsec.domain.words import Words
from sportsec.services.clubs import add_club, revise_club
from sportsec.services.drafts import draft_of
from sportsec.store.tables.clubs import Club
from sportsec.store.work import Work


def test_a_pasted_name_loses_what_would_turn_the_paper_round(work: Work) -> None:
    club = add_club(work, ClubDraft(name=Words(fr="\u202eRaja\x07", ar="\u2067الرجاء")))
    work.session.flush()
    assert work.get(Club, club).name == Words(fr="Raja", ar="الرجاء")


def test_pasting_the_same_name_again_changes_nothing(work: Work) -> None:
    club = add_club(work, ClubDraft(name=Words(fr="Raja")))
    work.session.flush()
    seen = draft_of(ClubDraft, work.get(Club, club))
    revise_club(work, club, replace(seen, name=Words(fr="\u202aRaja\u202c")), seen=seen)
    assert not work.session.dirty


def test_a_field_that_someone_else_changed_is_not_overwritten(work: Work) -> None:
    club = add_club(work, ClubDraft(name=Words(fr="Raja")))
    work.session.flush()
    record = work.get(Club, club)
    seen = draft_of(ClubDraft, record)
    record.name = Words(fr="Raja Club")
    with pytest.raises(StaleWrite):
        revise_club(work, club, replace(seen, name=Words(fr="RCA")), seen=seen)
