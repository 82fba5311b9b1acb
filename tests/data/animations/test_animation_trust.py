"""What a group's requests came to over time."""

from __future__ import annotations

from datetime import date

from sportsec.domain.animations import AnimationDecision, Conformity
from sportsec.queries.animation_trust import GroupTrust, trust_of
from sportsec.store.work import Work
from tests.builders import a_club, a_fixture, a_group, a_request

D, C = AnimationDecision, Conformity


def test_a_group_that_never_asked_has_no_history(work: Work) -> None:
    group = a_group(work, a_club(work))
    work.session.flush()
    assert trust_of(work, group.id) == GroupTrust()


def test_requests_are_counted_by_answer_and_by_what_was_seen(work: Work) -> None:
    home, away = a_club(work, "Atlas"), a_club(work, "Ocean")
    group, other = a_group(work, home), a_group(work, away, "Beta")
    answers = (
        *((D.AUTHORISED, C.CONFORMING), (D.CONDITIONS, C.DEVIATING)),
        *((D.REFUSED, C.UNCHECKED), (D.REFUSED, C.DEVIATING)),
        *((D.WITHDRAWN, C.UNCHECKED), (D.PENDING, C.UNCHECKED)),
    )
    for day, (decision, seen) in enumerate(answers, start=1):
        match = a_fixture(work, home, away, kick_off_date=date(2026, 10, day))
        a_request(work, match, group, decision=decision, conformity=seen)
    a_request(work, match, other)
    work.session.flush()
    trust = trust_of(work, group.id)
    assert (trust.asked, trust.authorised, trust.refused, trust.pending) == (6, 2, 2, 1)
    assert (trust.checked, trust.deviating) == (3, 2)
    assert [line.day.day for line in trust.last] == [6, 5, 4, 3, 2]
    assert trust.last[0].home.fr == "Atlas"


def test_deleted_requests_and_matches_do_not_count(work: Work) -> None:
    home, away = a_club(work, "Atlas"), a_club(work, "Ocean")
    group = a_group(work, home)
    kept, gone = a_fixture(work, home, away), a_fixture(work, home, away)
    a_request(work, kept, group)
    work.delete(a_request(work, kept, group))
    a_request(work, gone, group)
    work.delete(gone)
    work.session.flush()
    assert trust_of(work, group.id).asked == 1
