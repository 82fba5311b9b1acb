"""The papers: the briefing of the next match, in one language and in two."""

from __future__ import annotations

from sportsec.i18n.translator import translator
from sportsec.queries.briefing.read import briefing_rows
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


PAPERS = [Paper("briefing", briefing), Paper("briefing-two", side_by_side)]
