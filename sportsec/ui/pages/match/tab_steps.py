"""What the next step does on a tab that is in front already: it goes to the thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sportsec.domain.deployment_checks import Flaw
from sportsec.domain.problems import Problem
from sportsec.domain.readiness import RATE_ANEW, Lack
from sportsec.queries.before_printing import OpenPoints
from sportsec.queries.doubts import match_doubts
from sportsec.ui.by_name import named
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.targets import MEETINGS, OLD_FIGURES, OLD_HOURS, PROMISES, TIFOS

#: The cards of the liaison that are led to; some of them open the file of a match.
_CARDS = {
    TIFOS: "sportsec.ui.pages.animations.card:AnimationsCard",
    PROMISES: "sportsec.ui.pages.liaison.promises_card:PromisesCard",
    MEETINGS: "sportsec.ui.pages.meetings.match_card:MatchMeetingsCard",
}
#: Some of the promises: which of them their card is told.
_SOME_PROMISES = frozenset({OLD_HOURS, OLD_FIGURES})
#: What is no tab of its own, but stands on the tab of the liaison.
ON_LIAISON = frozenset({*_CARDS, *_SOME_PROMISES})


class _LedTo(Protocol):
    def lead_here(self) -> None: ...


class _LedToSome(Protocol):
    def lead_here(self, meant: str) -> None: ...


def take_step(tab: QWidget | None, lack: Lack) -> None:
    """Go on a tab to what a match lacks.

    The tabs are imported here only: who stands on them has loaded them.
    """
    if lack in {Lack.RATING, *RATE_ANEW}:
        _rate(tab, lack)
    elif lack in {Lack.POSTS, Lack.OFFICERS}:
        _deploy(tab, lack)
    elif lack is Lack.ANIMATIONS:
        lead_to_card(tab, TIFOS)


def show_flaw(tab: QWidget | None, flaw: Flaw) -> None:
    """Go on the tab of the plan to what is wrong with it."""
    from sportsec.ui.pages.deployment.page import DeploymentTab  # noqa: PLC0415

    if isinstance(tab, DeploymentTab):
        tab.go_to(flaw)


def list_doubts(owner: QWidget, desk: Desk, match: UUID) -> None:
    """List the warnings of the overview; each is a way to the field that it is of."""
    from sportsec.ui.pages.briefing.points import points_of  # noqa: PLC0415 - see above
    from sportsec.ui.pages.briefing.points_window import PointsWindow  # noqa: PLC0415

    def show(found: Sequence[Problem]) -> None:
        points = points_of(match, OpenPoints(doubts=tuple(found)))
        if points:
            PointsWindow(points, desk, owner.window(), tr("Warnings")).open()

    desk.runner.read(
        owner, "doubts", lambda work: match_doubts(work, match), show, lane="survey"
    )


def lead_to_card(tab: QWidget | None, key: str) -> None:
    """Go on the tab of the liaison to what waits: the first request, or promise.

    Args:
        key: One of `ON_LIAISON`.
    """
    if tab is None:
        return
    if key in _SOME_PROMISES:
        promises: _LedToSome | None = tab.findChild(named(_CARDS[PROMISES]))
        if promises is not None:
            promises.lead_here(key)
        return
    card: _LedTo | None = tab.findChild(named(_CARDS[key]))
    if card is not None:
        card.lead_here()


def go_on_with(tab: QWidget | None) -> None:
    """Show on a tab what is left of the list from which something was mended."""
    from sportsec.ui.pages.briefing.page import BriefingTab  # noqa: PLC0415 - see above

    if isinstance(tab, BriefingTab):
        tab.before.list_again()


def _rate(tab: QWidget | None, lack: Lack) -> None:
    """Go to the factors that are being rated, else to what begins a rating.

    A rating that the match or its figures left behind is not the one to go to: the
    next is begun.
    """
    from sportsec.ui.pages.risk.page import RiskTab  # noqa: PLC0415 - see above

    if not isinstance(tab, RiskTab):
        return
    if lack in RATE_ANEW:
        tab.begin_next()
    elif tab.row is None:
        tab.empty.button.setFocus(Qt.FocusReason.ShortcutFocusReason)
    elif tab.row.is_decided:
        tab.board.strip.focus()
    else:
        tab.begin_next()


def _deploy(tab: QWidget | None, lack: Lack) -> None:
    """Open the form of a post, or go to the first one that is short of officers."""
    from sportsec.ui.pages.deployment.page import DeploymentTab  # noqa: PLC0415

    if not isinstance(tab, DeploymentTab) or tab.plan is None:
        return
    plan = tab.plan
    if lack is Lack.POSTS:
        tab.acts.new_post()
        return
    short = next((post.id for post in plan.posts if plan.shortage(post)), None)
    if short is not None:
        tab.show_post(short)
        tab.board.post_table.setFocus(Qt.FocusReason.ShortcutFocusReason)
