"""What the banner says of the lines that would not be taken in."""

from __future__ import annotations

from sportsec.domain.intake.preview import IntakePreview
from sportsec.domain.intake.programme import Outcome
from sportsec.ui.language import tr, tr_count


def left_out_text(preview: IntakePreview) -> tuple[str, str]:
    """Return what is to be said before lines are taken in, and its level.

    A file of which every line is refused must not look as if all were well.
    """
    unclear, refused = (
        preview.counts[each] for each in (Outcome.UNCLEAR, Outcome.REFUSED)
    )
    said = []
    if unclear:
        said.append(
            tr_count(
                "{n} line waits for a decision and would not be taken in.",
                "{n} lines wait for a decision and would not be taken in.",
                unclear,
            )
        )
    if refused:
        said.append(
            tr_count(
                "{n} line is refused and is not taken in: “Lines” says why.",
                "{n} lines are refused and are not taken in: “Lines” says why.",
                refused,
            )
        )
    if not preview.writes and preview.counts[Outcome.SAME] and not unclear:
        rest = tr("The agenda already has the others.")
        said.append(rest if refused else tr("The agenda already has all of this."))
    usable = len(preview.lines) - refused
    level = (
        "block" if refused and not usable else "warn" if unclear or refused else "ok"
    )
    return " ".join(said), level
