"""The line under the lists: how many officers there are, and how many are free."""

from __future__ import annotations

from sportsec.domain.phases import EARLY_DEPARTURE
from sportsec.i18n.formats import number
from sportsec.ui.language import isolate, label, tr, tr_count, translator
from sportsec.ui.pages.deployment.state import DeploymentState


def totals_text(state: DeploymentState) -> str:
    """Return how many officers there are, by service, and how many are free.

    Then why the phase on view ends or begins before the whistle, if it does.
    """
    shown = next(each for each in state.phases if each.phase is state.phase)
    unknown = tr("Service not stated")
    parts = [
        f"{label(service) if service else unknown}\u00a0{_figure(n)}"  # on one line
        for service, n in state.services.items()
    ]
    roll = tr_count("{n} officer", "{n} officers", state.roll)
    free = tr_count("{n} free", "{n} free", shown.total.free)
    told = [roll, free, tr(", ").join(parts)] if parts else [roll]
    if shown.is_early:
        told.append(tr(EARLY_DEPARTURE))
    return " · ".join(told)


def _figure(n: int) -> str:
    return isolate(number(n, translator().language))
