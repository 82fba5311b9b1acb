"""Columns of the list of contacts."""

from __future__ import annotations

from sportsec.domain.people import Freshness
from sportsec.i18n.phones import phone
from sportsec.queries.people import ContactRow
from sportsec.ui.icons import icon
from sportsec.ui.language import isolate, label, tr, words
from sportsec.ui.pages.directory.people_view import FRESHNESS_LEVELS, contact_name
from sportsec.ui.pages.directory.ranges import day, joined
from sportsec.ui.widgets.columns import Column

#: Stands for a name that another cell kept back.
NAMELESS = "—"
#: Least width of a place: names of persons are read whole before it.
LEAST_PLACE = 96
#: States of a contact that need no mark beside the name.
RELIABLE = (Freshness.FRESH, Freshness.FUTURE)


def contact_columns() -> list[Column[ContactRow]]:
    """Return the columns of the list."""
    doubt = icon("warning", "level_warn_ink")
    return [
        Column(
            *(tr("Name"), lambda r: contact_name(r) or NAMELESS, "name"),
            icon=lambda r: None if r.is_erased or r.freshness in RELIABLE else doubt,
            stretch=True,
        ),
        Column(
            *(tr("Function"), lambda r: label(r.role), "role"), width=140, spare=True
        ),
        Column(tr("Phone"), lambda r: isolate(phone(r.phone)), width=118),
        Column(
            tr("Verification"),
            lambda r: "" if r.is_erased else label(r.freshness),
            "verified_on",
            level=lambda r: None if r.is_erased else FRESHNESS_LEVELS[r.freshness],
            tip=_verification,
            width=148,
            yields=True,  # a doubt is marked before the name as well
        ),
        Column(
            *(tr("Where"), lambda r: words(r.place), "place"),
            width=110,
            least=LEAST_PLACE,
            spare=True,
        ),
        Column(tr("Rank"), lambda r: words(r.rank), "rank", width=120, hidden=True),
        Column(tr("E-mail"), lambda r: isolate(r.email), width=180, hidden=True),
        *_further_columns(),
    ]


def _further_columns() -> list[Column[ContactRow]]:
    """Return what is shown when the officer asks for it."""
    return [
        Column(
            *(tr("Other phone"), lambda r: isolate(phone(r.other_phone))),
            width=118,
            hidden=True,
            key="other_phone",
        ),
        Column(
            *(tr("Match day"), _reachable),
            level=lambda r: "ok" if r.is_reachable_on_match_day else None,
            width=110,
            hidden=True,
            key="match_day",
        ),
        Column(
            *(tr("In office until"), lambda r: day(r.valid_to), "valid_to"),
            width=110,
            hidden=True,
        ),
        Column(
            *(tr("Languages"), lambda r: isolate(r.languages)),
            width=120,
            hidden=True,
            key="languages",
        ),
        Column(
            *(tr("Mandate"), lambda r: isolate(r.mandate)),
            width=150,
            hidden=True,
            key="mandate",
        ),
    ]


def _verification(row: ContactRow) -> str:
    """Return how far a contact is verified, and since when."""
    return "" if row.is_erased else joined(label(row.freshness), day(row.verified_on))


def _reachable(row: ContactRow) -> str:
    return tr("Reachable") if row.is_reachable_on_match_day else ""
