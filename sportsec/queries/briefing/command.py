"""Who commands, as a paper names him: by the match file, else by its deployment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sportsec.domain.deployment import Function
from sportsec.queries.briefing.rows import DetachmentRow, MatchRow


def with_command(match: MatchRow, detachments: Sequence[DetachmentRow]) -> MatchRow:
    """Return a match with the commander and deputy that its deployment names.

    Whom the match file names goes before: that is what was decided. The call sign is
    that of whoever is named.
    """
    found = match
    planned = _leading(Function.MATCH_COMMANDER, detachments)
    if planned is not None and not match.commander:
        sign = match.commander_call_sign or planned.call_sign
        found = replace(found, commander=planned.leader, commander_call_sign=sign)
    deputy = _leading(Function.DEPUTY, detachments)
    if deputy is not None and not match.deputy:
        found = replace(found, deputy=deputy.leader)
    return found


def _leading(
    function: Function, detachments: Sequence[DetachmentRow]
) -> DetachmentRow | None:
    """Return the first detachment of a function whose leader is named."""
    lines = (each for each in detachments if each.function is function)
    return next((each for each in lines if each.leader), None)
