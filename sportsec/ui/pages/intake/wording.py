"""What is said of the matches that come in: on the button before, in words after."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sportsec.domain.intake.preview import WRITTEN, IntakeLine, IntakePreview
from sportsec.domain.intake.programme import Outcome
from sportsec.domain.words import Words
from sportsec.ui.language import and_others, isolate, tr, tr_count, words

#: Matches that are named one by one where they are said to have moved.
_NAMED = 2


def accept_text(counts: Mapping[Outcome, int]) -> str:
    """Return what accepting would write: "Take in 5 matches: 2 new, 3 moved".

    Each match is counted once. That all are new is what one expects, and not said.
    """
    new, moved, changed = (counts[each] for each in WRITTEN)
    total = new + moved + changed
    if not total:
        return tr("Take in")
    if moved == total:
        return tr_count("Take in {n} moved match", "Take in {n} moved matches", total)
    if changed == total:
        return tr_count(
            "Take in {n} changed match", "Take in {n} changed matches", total
        )
    whole = tr_count("Take in {n} match", "Take in {n} matches", total)
    if new == total:
        return whole
    kinds = (
        (new, tr_count("{n} new", "{n} new", new)),
        (moved, tr_count("{n} moved", "{n} moved", moved)),
        (changed, tr_count("{n} changed", "{n} changed", changed)),
    )
    said = tr(", ").join(text for count, text in kinds if count)
    return tr("{name}: {text}", name=whole, text=said)


def moved_text(preview: IntakePreview) -> str:
    """Return the first matches that a preview moves, by their clubs; count the rest."""
    moved = [line for line in preview.lines if line.outcome is Outcome.MOVED]
    said = [isolate(_sides(line, preview.clubs)) for line in moved[:_NAMED]]
    return and_others(said, len(moved))


def _sides(line: IntakeLine, clubs: Mapping[UUID, Words]) -> str:
    sides = (
        (line.home_club_id, line.line.home),
        (line.away_club_id, line.line.away),
    )
    names = (
        (words(clubs.get(club, Words())) if club else "") or spelled
        for club, spelled in sides
    )
    return " – ".join(names)
