"""The tabs of a match file: one line each; a tab is imported when it is opened first.

A tab is a widget made with the desk and the id of the match. The frame calls its
`reload()` when it comes into view first, and after a commit that touched a table it
`cares` for; one without `cares` follows the record by itself. A tab with
`may_leave() -> bool` is asked before the officer goes elsewhere.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.words import N_
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr_count

_MATCH = frozenset(
    {
        *("fixture", "kick_off_change", "estimate", "club", "venue", "sector", "gate"),
        *("competition", "season", "contact", "risk_assessment", "cell"),
    }
)
_PLAN = frozenset(
    {
        *("detachment", "post", "assignment", "fixture_phase", "unit", "list_item"),
        *("risk_item", "supporter_group", "group_relation", "organisation"),
        "animation_request",
    }
)
_LIAISON = frozenset(
    {
        *("liaison_entry", "commitment", "meeting", "participant"),
        *("animation_request", "contact", "club", "supporter_group", "fixture"),
        *("organisation", "venue", "sector", "gate"),
    }
)
#: What the record shows of a match, and who made it when: tasks are seen done by it.
_TASKS = frozenset(
    {
        *("match_task", "fixture", "kick_off_change", "risk_assessment", "post"),
        *("assignment", "meeting", "commitment", "animation_request"),
        *("estimate", "risk_item"),
    }
)


@dataclass(frozen=True, slots=True)
class TabSpec:
    """One tab.

    Args:
        key: What `desk.go("match", (fixture_id, key))` names.
        title: English msgid.
        icon: File in `resources/icons` without its ending.
        factory: "package.module:Class"; called with the desk and the match.
        cares: Tables whose change makes it reload.
    """

    key: str
    title: str
    icon: str
    factory: str
    cares: frozenset[str] = frozenset()

    def make(self, desk: Desk, fixture_id: UUID) -> QWidget:
        """Import and build the tab."""
        module, _, name = self.factory.partition(":")
        kind: Callable[[Desk, UUID], QWidget]
        kind = getattr(importlib.import_module(module), name)
        return kind(desk, fixture_id)


TABS: tuple[TabSpec, ...] = (
    TabSpec(
        "overview",
        N_("Overview"),
        "match",
        "sportsec.ui.pages.match.overview:OverviewTab",
        _MATCH,
    ),
    TabSpec(
        "tasks",
        N_("Tasks"),
        "check",
        "sportsec.ui.pages.tasks.page:TasksTab",
        _TASKS,
    ),
    TabSpec(
        "liaison",
        N_("Liaison"),
        "phone",
        "sportsec.ui.pages.liaison.tab:LiaisonTab",
        _LIAISON,
    ),
    TabSpec("risk", N_("Risk"), "risk", "sportsec.ui.pages.risk.page:RiskTab"),
    TabSpec(
        "deployment",
        N_("Deployment"),
        "deployment",
        "sportsec.ui.pages.deployment.page:DeploymentTab",
    ),
    TabSpec(
        "briefing",
        N_("Briefing"),
        "briefing",
        "sportsec.ui.pages.briefing.page:BriefingTab",
        _MATCH | _PLAN | _LIAISON,
    ),
    TabSpec(
        "history",
        N_("History"),
        "history",
        "sportsec.ui.pages.history.match_tab:MatchHistoryTab",
        _MATCH | _PLAN | _LIAISON | _TASKS,
    ),
)


def counted_text(key: str, count: int) -> str:
    """Return what the count beside the name of a tab counts; "" where there is none."""
    said = ""
    if key == "tasks":
        said = tr_count("{n} task to do", "{n} tasks to do", count)
    elif key == "liaison":
        said = tr_count(
            "{n} open promise or decision", "{n} open promises or decisions", count
        )
    elif key == "risk":
        said = tr_count("{n} assessment", "{n} assessments", count)
    elif key == "deployment":
        said = tr_count("{n} post over all phases", "{n} posts over all phases", count)
    elif key == "history":
        said = tr_count("{n} change", "{n} changes", count)
    return said if count else ""
