"""The briefing as a whole: letterhead, parts in their order, signatures."""

from __future__ import annotations

from sportsec.domain.words import N_
from sportsec.i18n.formats import date_time, long_date
from sportsec.i18n.translator import Translator
from sportsec.queries.briefing.read import BriefingRows
from sportsec.reports.briefing.animations import animations
from sportsec.reports.briefing.communications import communications
from sportsec.reports.briefing.contacts import contacts
from sportsec.reports.briefing.cover import cover, title_of
from sportsec.reports.briefing.organisation import annexes, organisation
from sportsec.reports.briefing.risk import risk
from sportsec.reports.briefing.situation import mission, situation
from sportsec.reports.briefing.timeline import timeline
from sportsec.reports.briefing.voice import Voice
from sportsec.reports.document import Document, Signature, SignatureBlock

#: The parts in the order of domain.md §4.2; numbers of the headings follow it.
PARTS = (
    *(cover, situation, mission, timeline, organisation),
    *(animations, communications, risk, contacts),
)

TITLE = N_("Match briefing")
MARKING = N_("Restricted")


def build(
    rows: BriefingRows, t: Translator, second: Translator | None = None
) -> Document:
    """Lay out the briefing of one fixture.

    The same rows in the same language give the same document: its date is
    `rows.printed_at`.

    Args:
        t: Language of the paper, which need not be that of the screen.
        second: Other language of a bilingual paper.
    """
    v = Voice(t, second)
    body = tuple(block for part in PARTS for block in part(rows, v))
    return Document(
        title=t(TITLE),
        language=t.language,
        blocks=(*body, _signatures(rows, v), *annexes(rows, v)),
        second_language=second.language if second else None,
        second_title=second(TITLE) if second else "",
        subtitle=_subtitle(rows, t),
        second_subtitle=_subtitle(rows, second) if second else "",
        issuer=_issuer(rows, t),
        second_issuer=_issuer(rows, second) if second else (),
        marking=t(MARKING),
        second_marking=second(MARKING) if second else "",
        reference=_reference(rows, t),
        running_title=f"{t(TITLE)} · {title_of(rows.match.match, t)}",
        footer=_reference(rows, t),
        page_of=t("Page {page} of {pages}"),
        author=t.pick(rows.match.cell.name),
        created=rows.printed_at,
    )


def _subtitle(rows: BriefingRows, t: Translator) -> str:
    match = rows.match.match
    day = long_date(match.kick_off_date, t.language)
    return f"{title_of(match, t)}\n{day}"


def _issuer(rows: BriefingRows, t: Translator) -> tuple[str, ...]:
    cell = rows.match.cell
    names = (t.pick(cell.command_name), t.pick(cell.name))
    return tuple(dict.fromkeys(filter(None, names)))


def _reference(rows: BriefingRows, t: Translator) -> tuple[str, ...]:
    match = rows.match.match
    order = t("Order no. {number}", number=t.isolate(match.ref_no))
    version = t("Version {number}", number=t.isolate(str(match.version)))
    return (
        *((order,) if match.ref_no else ()),
        # Uncounted it is 1: two papers that differ must not both be called so.
        *((version,) if match.version > 1 else ()),
        t("Printed {moment}", moment=t.isolate(date_time(rows.printed_at))),
    )


def _signatures(rows: BriefingRows, v: Voice) -> SignatureBlock:
    commander = v.person(rows.match.match.commander)
    return SignatureBlock(
        (
            Signature(v("Drawn up by")),
            Signature(v("Seen by")),
            Signature(v("Approved by"), commander, v("Match commander")),
        )
    )
