"""The words for every member of the domain's enumerations, and for problems."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from functools import cache

from sportsec.domain.folding import fold
from sportsec.domain.order_texts import TextIn
from sportsec.domain.phases import Window
from sportsec.domain.problems import Problem
from sportsec.domain.words import LANGUAGES, Listed, Words
from sportsec.i18n.formats import date_time, hour, number, short_date
from sportsec.i18n.labels_backups import BACKUP_LABELS
from sportsec.i18n.labels_calendar import CALENDAR_LABELS
from sportsec.i18n.labels_directory import DIRECTORY_LABELS
from sportsec.i18n.labels_exchange import EXCHANGE_LABELS
from sportsec.i18n.labels_exchange_files import EXCHANGE_FILE_LABELS
from sportsec.i18n.labels_intake import INTAKE_LABELS
from sportsec.i18n.labels_liaison import LIAISON_LABELS
from sportsec.i18n.labels_match import MATCH_LABELS
from sportsec.i18n.labels_people import PEOPLE_LABELS
from sportsec.i18n.labels_tasks import TASK_LABELS
from sportsec.i18n.translator import LANGUAGE_NAMES, Translator, translator

_LABELS: dict[type[Enum], dict[str, str]] = {
    **MATCH_LABELS,
    **PEOPLE_LABELS,
    **DIRECTORY_LABELS,
    **INTAKE_LABELS,
    **BACKUP_LABELS,
    **CALENDAR_LABELS,
    **EXCHANGE_LABELS,
    **EXCHANGE_FILE_LABELS,
    **LIAISON_LABELS,
    **TASK_LABELS,
}


def label(t: Translator, member: Enum) -> str:
    """Return the text of an enumeration's member.

    Raises:
        KeyError: The member has no words yet; a test keeps that from happening.
    """
    return t(_LABELS[type(member)][member.name])


@cache
def called_in_all_languages(member: Enum) -> tuple[str, ...]:
    """Return the texts of a member in every language, folded, each once."""
    found = (fold(label(translator(code), member)) for code in LANGUAGES)
    return tuple(dict.fromkeys(found))


def labelled() -> set[type[Enum]]:
    """Return the enumerations that have words."""
    return set(_LABELS)


def problem_text(t: Translator, problem: Problem) -> str:
    """Return what a rule found, as a sentence with its facts filled in."""
    facts = {name: fact_text(t, fact) for name, fact in problem.facts.items()}
    return t(problem.message, **facts)


def fact_text(t: Translator, fact: object) -> str:
    """Return a fact as it reads inside a sentence of `t`'s language."""
    if isinstance(fact, Words):
        text = t.pick(fact)
    elif isinstance(fact, Enum) and type(fact) in _LABELS:
        return label(t, fact)
    elif isinstance(fact, TextIn):
        names = (t.isolate(LANGUAGE_NAMES[code]) for code in fact.languages)
        return f"{label(t, fact.which)} ({t(', ').join(names)})"
    elif isinstance(fact, Listed):
        return _listed(t, fact)
    elif isinstance(fact, Window):
        return t.span(hour(fact.starts_at), hour(fact.ends_at))
    elif isinstance(fact, datetime):
        text = date_time(fact)
    elif isinstance(fact, date):
        text = short_date(fact)
    elif isinstance(fact, bool):
        raise TypeError(fact)
    elif isinstance(fact, int | float):
        text = number(fact, t.language, decimals=0 if float(fact).is_integer() else 1)
    else:
        text = str(fact)
    return t.isolate(text)


def _listed(t: Translator, fact: Listed) -> str:
    said = t(", ").join(t.isolate(t.pick(name)) for name in fact.names)
    if not fact.more:
        return said
    return t.count(
        "{names} and {n} more", "{names} and {n} more", fact.more, names=said
    )
