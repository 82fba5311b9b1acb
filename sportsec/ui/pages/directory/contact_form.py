"""The form of a contact: what was erased by law is said calmly, nothing is amiss."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from sportsec.domain.deployment import ListKind
from sportsec.domain.people import ContactRole, LegalBasis
from sportsec.domain.problems import Level, Problem
from sportsec.domain.purges import ERASED
from sportsec.i18n.field_words import field_label
from sportsec.queries.pickers import Named
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, translator
from sportsec.ui.pages.directory.club_form import new_club
from sportsec.ui.pages.directory.list_field import ListField
from sportsec.ui.pages.directory.new_record import making_field
from sportsec.ui.pages.directory.organisations import new_organisation
from sportsec.ui.pages.directory.record_fields import named_field
from sportsec.ui.pages.directory.venue_form import new_venue
from sportsec.ui.widgets.fields import CheckField, LinesField, TextField
from sportsec.ui.widgets.fields_choice import EnumField
from sportsec.ui.widgets.fields_phone import PhoneField
from sportsec.ui.widgets.fields_time import DateField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.sides import absolute


class ContactForm(Form):
    """One whose erased fields say why they are empty."""

    def _say(self, problems: Iterable[Problem]) -> None:
        """Show problems; a field that was erased has none, and is closed."""
        found = list(problems)
        erased = [each for each in found if _is_calm(each)]
        super()._say(each for each in found if each not in erased)
        for each in erased:
            if each.field in self.names():
                self.note(each.field or "").say(tr(ERASED), "info")
                field = self.field(each.field or "")
                field.setEnabled(False)
                for line in field.findChildren(QLineEdit):
                    line.setPlaceholderText("")  # an example looks like what was there


def _is_calm(problem: Problem) -> bool:
    return problem.message == ERASED and problem.level is Level.WARN


def arabic_field() -> TextField:
    """Return a field for Arabic, written from the right whatever the screen."""
    field = TextField()
    field.line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    field.line.setAlignment(absolute(right=True))
    return field


def contact_form(desk: Desk, *, commands: bool = False) -> Form:
    """Return the form of a contact.

    Args:
        commands: Of somebody looked for to command: the phone is asked for before the
            place, and of places the service first.
    """
    who = [
        *_names(),
        Bind("role", tr("Function"), EnumField(ContactRole)),
        Bind("rank", tr("Rank"), ListField(desk.runner, ListKind.RANK)),
    ]
    reach = [
        Bind("phone", tr("Phone"), PhoneField()),
        Bind("other_phone", tr("Other phone"), PhoneField()),
        Bind("email", tr("E-mail"), TextField(ltr=True)),
        Bind("languages", tr("Languages"), TextField()),
        Bind(
            *("is_reachable_on_match_day", tr("Match day")),
            CheckField(tr("Reachable day and night on match day")),
        ),
    ]
    mandate = [
        Bind("verified_on", tr("Verified on"), DateField()),
        Bind("valid_from", tr("In office from"), DateField()),
        Bind("valid_to", tr("In office until"), DateField()),
        Bind(
            *("mandate", tr("Mandate"), TextField()),
            hint=tr("Letter or decision that gave this function"),
        ),
        Bind(
            *("legal_basis", tr("Legal basis"), EnumField(LegalBasis)),
            hint=tr("Why these particulars may be kept (law 09-08)"),
        ),
        Bind("notes", tr("Notes"), LinesField()),
    ]
    parts = [
        Part(tr("Who"), who),
        Part(tr("Where"), _places(desk, commands=commands)),
        Part(tr("How to reach"), reach),
        Part(tr("Mandate"), mandate),
    ]
    if commands:
        parts[1], parts[2] = parts[2], parts[1]
    return ContactForm(parts)


def _names() -> list[Bind]:
    """Return the two names, that of the language of the screen first."""
    t = translator()
    arabic = ("name_ar", field_label(t, "name_ar"), arabic_field())
    latin = ("name_latin", field_label(t, "name_latin"), TextField(ltr=True))
    first, second = (arabic, latin) if t.language == "ar" else (latin, arabic)
    return [Bind(*first), Bind(*second, hint=tr("One of the two names is enough"))]


def _places(desk: Desk, *, commands: bool) -> list[Bind]:
    club = Bind(
        *("club_id", tr("Club")),
        making_field(desk, Named.CLUB, tr("New club"), new_club),
    )
    organisation = Bind(
        *("organisation_id", tr("Organisation")),
        making_field(
            desk, Named.ORGANISATION, tr("New organisation"), new_organisation
        ),
    )
    group = Bind(
        "group_id", tr("Supporter group"), named_field(desk.runner, Named.GROUP)
    )
    venue = Bind(
        *("venue_id", tr("Stadium")),
        making_field(desk, Named.VENUE, tr("New stadium"), new_venue),
    )
    if commands:
        return [organisation, venue, club, group]
    return [club, organisation, group, venue]
