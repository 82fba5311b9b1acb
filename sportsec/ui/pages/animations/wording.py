"""How a request for a tifo reads, line by line."""

from __future__ import annotations

from sportsec.domain.animations import MAY_BURN, AnimationDecision, FireProof
from sportsec.domain.words import Words
from sportsec.i18n.formats import date_time, with_decimals
from sportsec.queries.animations import RequestRow
from sportsec.ui.language import isolate, label, tr, tr_count, translator, words
from sportsec.ui.pages.directory.ranges import NO_BREAK, figure, joined


def named(name: str, text: str) -> str:
    """Return "Sector: N"; nothing where there is no text."""
    return tr("{name}: {text}", name=name, text=text) if text else ""


def title_of(row: RequestRow) -> str:
    """Return who asks, and for what."""
    return joined(words(row.group) or tr("Group not known"), label(row.draft.kind))


def place_text(code: str, name: Words) -> str:
    """Return a sector or gate by its code and name."""
    said = words(name)
    return f"{isolate(code)} – {said}" if said else isolate(code)


def asked_of(row: RequestRow) -> str:
    """Return where it hangs, when it is put up, and how large it is."""
    draft = row.draft
    pieces = tr_count("{n} piece", "{n} pieces", draft.pieces) if draft.pieces else ""
    where = place_text(row.sector_code, row.sector) if row.sector_code else ""
    return joined(
        named(tr("Sector"), where),
        named(tr("Put up at"), _when(row)),
        named(tr("Gate"), isolate(row.gate_code) if row.gate_code else ""),
        _size(draft.dimensions),
        pieces,
        draft.material,
        _fire(row),
    )


def heeded_of(row: RequestRow) -> str:
    """Return what speaks against it as plain facts, where its answer warns of them."""
    draft = row.draft
    is_open = draft.kind in MAY_BURN and draft.fire_proof is not FireProof.SHOWN
    proof = label(draft.fire_proof) if is_open else ""
    return joined(
        tr("Covers exits") if draft.covers_exits else "",
        named(tr("Fire-proof material"), proof),
    )


def answered_of(row: RequestRow) -> str:
    """Return who decided, and when."""
    at = isolate(date_time(row.decided_at))
    return joined(named(tr("Who decided"), row.answer.decided_by), at)


def limits_of(row: RequestRow) -> str:
    """Return the conditions, or the reason for a refusal."""
    answer = row.answer
    if answer.decision is AnimationDecision.CONDITIONS:
        return named(tr("Conditions"), answer.conditions)
    if answer.decision in {AnimationDecision.REFUSED, AnimationDecision.WITHDRAWN}:
        return named(tr("Reason"), answer.reason)
    return ""


def _size(typed: str) -> str:
    """Return a size on one line, with the decimal sign of the language."""
    said = with_decimals(typed, translator().language).replace(" ", NO_BREAK)
    return isolate(said) if said else ""


def _when(row: RequestRow) -> str:
    at, many = row.draft.installs_at, row.draft.installers
    persons = tr("{n} to install it", n=isolate(figure(many))) if many else ""
    return joined(isolate(date_time(at)), persons) if at else persons


def _fire(row: RequestRow) -> str:
    if row.draft.fire_proof is not FireProof.SHOWN:
        return ""  # what is not known or missing is warned of
    return named(tr("Fire-proof material"), label(row.draft.fire_proof))
