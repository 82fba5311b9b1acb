"""The checks find what is wrong with a workspace, and change nothing."""

from __future__ import annotations

from sqlalchemy import text

from sportsec.domain.words import N_
from sportsec.queries.checks import CheckKind, check_workspace
from sportsec.store.workspace import Workspace
from tests.builders import a_club, a_venue


def spoilt(workspace: Workspace, statement: str) -> set[CheckKind]:
    with workspace.writing() as work:
        a_venue(work)
        a_club(work)
        work.session.flush()
        work.session.execute(text(statement))
        return {each.kind for each in check_workspace(work) if not each.is_passed}


def test_a_sound_workspace_passes_and_stays_as_it_is(workspace: Workspace) -> None:
    with workspace.writing() as work:
        a_club(work)
        work.commit(N_("Club"))
    for _ in range(2):
        with workspace.writing() as work:
            checks = check_workspace(work)
        assert all(check.is_passed for check in checks), checks
        assert [check.kind for check in checks] == list(CheckKind)


def test_a_dangling_reference_is_found(workspace: Workspace) -> None:
    spoil = "UPDATE club SET home_venue_id = randomblob(16)"
    assert spoilt(workspace, spoil) == {CheckKind.REFERENCES}


def test_an_index_that_says_other_than_the_records_is_found(
    workspace: Workspace,
) -> None:
    spoil = "UPDATE name_index SET sort_fr = 'zz' WHERE kind = 'club'"
    assert spoilt(workspace, spoil) == {CheckKind.NAMES}


def test_words_that_no_longer_fit_the_index_are_found(workspace: Workspace) -> None:
    spoil = "UPDATE name_index SET folded = 'zz' WHERE kind = 'club'"
    assert CheckKind.NAMES in spoilt(workspace, spoil)


def test_another_revision_is_found(workspace: Workspace) -> None:
    spoil = "UPDATE alembic_version SET version_num = '0000'"
    assert spoilt(workspace, spoil) == {CheckKind.REVISION}
