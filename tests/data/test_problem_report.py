"""The problem report says what the support needs, and nothing of the record."""

from __future__ import annotations

from sportsec import __version__
from sportsec.domain.words import N_
from sportsec.queries.problem_report import problem_report, with_account
from sportsec.store.tables.people import Contact
from sportsec.store.workspace import Workspace
from tests.builders import a_club


def test_it_counts_and_names_nothing(workspace: Workspace) -> None:
    with workspace.writing() as work:
        club = a_club(work)
        contact = work.add(Contact(name_latin="Brahim Nador", phone="+212600000001"))
        work.session.flush()
        secrets = [club.name.fr, contact.name_latin, contact.phone]
        work.commit(N_("Club"))
    with workspace.writing() as work:
        report = problem_report(work, "")
    assert f"SportSec {__version__}" in report
    assert "club: 1, of them deleted 0" in report
    assert "journal: in order" in report
    assert str(workspace.folder) not in report
    assert all(secrets)
    assert not any(secret in report for secret in secrets)


def test_its_headings_are_in_the_words_of_whoever_reads_it(
    workspace: Workspace,
) -> None:
    with workspace.writing() as work:
        a_club(work)
        work.commit(N_("Club"))
    with workspace.writing() as work:
        report = problem_report(work, "", "<{}>".format)
    assert report.startswith("SportSec problem report · <Problem report>\n")
    assert "[Versions · <Versions>]" in report
    assert "journal: in order · <History and its signatures>" in report
    assert "club: 1, of them deleted 0 · <club>" in report
    assert "[Faults · <Faults>]" in report
    told = with_account(report, "Page blanche", "<{}>".format)
    assert told.startswith("SportSec problem report · <Problem report>\n\n[What")
    assert "· <What went wrong?>]\nPage blanche\n\n[Versions" in told
