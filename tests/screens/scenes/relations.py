"""The map of relations between supporter groups, on screen and on paper."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from sportsec.domain.listing import by
from sportsec.i18n.translator import translator
from sportsec.queries.cells import issuer
from sportsec.queries.groups import GROUPS, GroupFilter
from sportsec.queries.relation_map import MapFilter, relation_map
from sportsec.reports.pdf.renderer import render
from sportsec.reports.relation_map import MapSheet, build
from sportsec.store.work import Work
from sportsec.ui.pages.directory.relation_graph import places_of
from sportsec.ui.targets import MapTarget
from tests.screens.stage import Paper, Scene, Stage


def _map(stage: Stage) -> QWidget:
    def first(work: Work) -> Any:
        return GROUPS.ids(work, GroupFilter(), by("name"), 1)[0]

    page: Any = stage.open("groups", MapTarget(stage.ask(first)))
    page.map.as_list.set_value(value=False)
    page.map.view.fit()
    window: QWidget = stage.window
    return window


def _list(stage: Stage) -> QWidget:
    window = _map(stage)
    page: Any = stage.window.page("groups")
    page.map.as_list.check.click()
    return window


def _paper(work: Work, language: str) -> bytes:
    drawn = relation_map(work, MapFilter())
    sheet = MapSheet(drawn, places_of(drawn, {}), "", work.now, issuer(work))
    return render(build(sheet, translator(language)))


SCENES = [Scene("relation-map", _map), Scene("relation-list", _list)]
PAPERS = [Paper("relation-map-paper", _paper)]
