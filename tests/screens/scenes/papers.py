"""The papers: a briefing in one language, in two, and of a match without a plan."""

from __future__ import annotations

from sportsec.domain.listing import by
from sportsec.i18n.translator import translator
from sportsec.queries.agenda import AGENDA
from sportsec.queries.agenda_plan import AgendaFilter
from sportsec.queries.briefing.read import briefing_rows
from sportsec.queries.clock import local_day
from sportsec.queries.next_match import fixture_named
from sportsec.reports.briefing.build import build
from sportsec.reports.pdf.renderer import render
from sportsec.store.work import Work
from tests.screens.stage import Paper


def briefing(work: Work, language: str) -> bytes:
    rows = briefing_rows(work, fixture_named(work, "next"))
    return render(build(rows, translator(language), None))


def side_by_side(work: Work, language: str) -> bytes:
    other = "fr" if language == "ar" else "ar"
    rows = briefing_rows(work, fixture_named(work, "next"))
    return render(build(rows, translator(language), translator(other)))


def unplanned(work: Work, language: str) -> bytes:
    """The last match of the season, for which nothing is planned yet."""
    wanted = AgendaFilter(starts_on=local_day(work))
    last = AGENDA.ids(work, wanted, by("-kick_off"), 1)[0]
    return render(build(briefing_rows(work, last), translator(language), None))


PAPERS = [
    Paper("briefing", briefing),
    Paper("briefing-two", side_by_side),
    Paper("briefing-unplanned", unplanned),
]
