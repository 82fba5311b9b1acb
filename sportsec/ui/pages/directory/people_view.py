"""The people of a place, each with one click to call."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sportsec.domain.people import ContactRole, Freshness
from sportsec.queries.people import ContactRow
from sportsec.ui.desk import Desk
from sportsec.ui.language import label, tr, words
from sportsec.ui.pages.directory.links import mail_button, phone_button
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.flow import FlowLayout

#: What the freshness of a contact looks like.
FRESHNESS_LEVELS = {
    Freshness.FRESH: "ok",
    Freshness.STALE: "warn",
    Freshness.UNVERIFIED: "muted",
    Freshness.EXPIRED: "block",
    Freshness.FUTURE: "info",
}


def contact_name(person: ContactRow) -> str:
    """Return what somebody is called; "" where another cell keeps that back."""
    return tr("Erased contact") if person.is_erased else words(person.name)


def freshness_badge(freshness: Freshness) -> Badge:
    """Return the badge that says whether a contact can be relied on."""
    return Badge(label(freshness), FRESHNESS_LEVELS[freshness])


def people_view(
    desk: Desk, people: Sequence[ContactRow], needed: Sequence[ContactRole] = ()
) -> QWidget:
    """Return the people under each other; a sentence when there are none.

    Args:
        needed: Functions that somebody should have here; those without are named.
    """
    there = {person.role for person in people}
    missing = [role for role in needed if role not in there]
    if not people and not missing:
        return text_label(tr("Nobody known here yet."), "caption", wrap=True)
    view = QWidget()
    box = QVBoxLayout(view)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(12)
    for person in people:
        box.addLayout(_person(desk, person))
    for role in missing:
        box.addWidget(text_label(label(role), "caption"))
        box.addWidget(Badge(tr("Nobody named"), "warn"))
    return view


def reach_buttons(desk: Desk, person: ContactRow) -> FlowLayout:
    """Return buttons for all ways to reach somebody."""
    flow = FlowLayout(gap=4)
    for number in (person.phone, person.other_phone):
        if number:
            flow.addWidget(phone_button(desk, number))
    if person.email:
        flow.addWidget(mail_button(desk, person.email))
    return flow


def _person(desk: Desk, person: ContactRow) -> QVBoxLayout:
    name = QHBoxLayout()
    rank = words(person.rank)
    shown = f"{rank} {contact_name(person)}" if rank else contact_name(person)
    name.addWidget(text_label(shown, "value", wrap=True), 1)
    if person.freshness is not Freshness.FRESH and not person.is_erased:
        name.addWidget(freshness_badge(person.freshness))
    box = QVBoxLayout()
    box.setSpacing(1)
    box.addWidget(text_label(label(person.role), "caption"))
    box.addLayout(name)
    box.addLayout(reach_buttons(desk, person))
    return box
