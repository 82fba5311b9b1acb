"""The words of the exchange between cells: scopes, senders, fates, refusals."""

from __future__ import annotations

from enum import Enum

from sportsec.domain.exchange import ExchangeReason, ScopeKind, Sealing, Trust
from sportsec.domain.exchange_received import Fate, KindPreview, Place
from sportsec.domain.exchange_steps import ExchangeStep
from sportsec.domain.twins import Verdict
from sportsec.domain.words import N_
from sportsec.i18n.translator import Translator

EXCHANGE_LABELS: dict[type[Enum], dict[str, str]] = {
    ScopeKind: {
        "EVERYTHING": N_("Everything"),
        "SEASON": N_("One season"),
        "MATCH": N_("One match with all it needs"),
        "REGION": N_("One city or command"),
        "SINCE": N_("What they do not have yet"),
    },
    Sealing: {
        "CELLS": N_("Only the chosen cells can read it"),
        "PASSPHRASE": N_("Anyone who knows the passphrase can read it"),
        "OPEN": N_("Anybody can read it"),
    },
    Trust: {
        "OURS": N_("Our own cell"),
        "TRUSTED": N_("Trusted"),
        "UNKNOWN": N_("Not met yet"),
        "REVOKED": N_("Trust withdrawn"),
    },
    Place: {
        "UNNUMBERED": N_("Nothing received before"),
        "NEXT": N_("Follows the last file"),
        "GAP": N_("Files before it are missing"),
        "OLDER": N_("Older than what you have"),
        "ANEW": N_("File numbers reused"),
        "AGAIN": N_("Received before"),
    },
    Fate: {
        "NEW": N_("New"),
        "CHANGED": N_("Changed"),
        "DELETED": N_("Deleted"),
        "RESTORED": N_("Brought back"),
        "CONFLICT": N_("In conflict"),
        "ERASED": N_("Erased"),
        "UNKNOWN": N_("Kept for a newer version"),
        "LEFT_OUT": N_("Left out"),
    },
    ExchangeReason: {
        "NO_SEALING_KEY": N_(
            "No file can be sealed for {cell} yet: take in a file from it first."
        ),
        "NO_ADDRESSEE": N_("Choose the cells that may read the file."),
        "NO_PASSPHRASE": N_("The passphrase needs at least {length} characters."),
        "NOT_ENOUGH_ROOM": N_("There is not enough room: {megabytes} MB are needed."),
        "CANNOT_WRITE": N_("The file {path} cannot be written: {reason}"),
        "NOTHING_IN_SCOPE": N_("Nothing in the database fits this choice."),
        "UNTRUSTED_SENDER": N_(
            "Compare the words of {cell} by phone before you take its file in."
        ),
        "REVOKED_SENDER": N_("Trust in {cell} was withdrawn: its files are refused."),
        "EQUIVOCATION": N_(
            "Two different histories go under the name of {cell}: a database was "
            "copied. Call that cell."
        ),
        "BROKEN_CHAIN": N_(
            "The history of {cell} was altered after it was signed (act {act})."
        ),
        "BAD_COUNTS": N_("The file does not hold what it says it holds."),
        "BAD_CLOCK": N_("A change by {cell} has an impossible date."),
        "CIRCLE": N_(
            "Changes by {cell} depend on each other in a circle; our program never "
            "writes them that way."
        ),
        "OWN_FUTURE": N_("The file holds changes under our name that we never made."),
        "CHANGED_MEANWHILE": N_(
            "The database has changed since this was shown: look again."
        ),
        "CANCELLED": N_("Stopped. Nothing half-done was kept."),
    },
    ExchangeStep: {
        "GATHERING": N_("Gathering the changes…"),
        "PACKING": N_("Packing…"),
        "WRITING": N_("Writing the file…"),
        "PROVING": N_("Reading the file back…"),
        "OPENING": N_("Reading and opening…"),
        "BACKING_UP": N_("Making a backup…"),
        "CHECKING": N_("Checking signatures and history…"),
        "MERGING": N_("Merging the changes…"),
        "DESCRIBING": N_("Listing what happens…"),
    },
    Verdict: {
        "SAME": N_("The same"),
        "DIFFERENT": N_("Two different ones"),
    },
}

#: Kinds of record, those that the officer thinks of first coming first.
KIND_NAMES: dict[str, str] = {
    "fixture": N_("Matches"),
    "club": N_("Clubs"),
    "venue": N_("Stadiums"),
    "supporter_group": N_("Groups"),
    "contact": N_("Contacts"),
    "risk_assessment": N_("Risk assessments"),
    "detachment": N_("Detachments"),
    "post": N_("Posts"),
    "assignment": N_("Detachments on posts"),
    "fixture_phase": N_("Phases of matches"),
    "kick_off_change": N_("Moves of matches"),
    "estimate": N_("Estimates"),
    "risk_item": N_("Ratings of factors"),
    "match_task": N_("Tasks"),
    "liaison_entry": N_("Calls and visits"),
    "commitment": N_("Promises and decisions"),
    "meeting": N_("Meetings"),
    "participant": N_("Participants of meetings"),
    "animation_request": N_("Tifo requests"),
    "group_relation": N_("Relations"),
    "organisation": N_("Organisations"),
    "unit": N_("Units"),
    "command": N_("Commands"),
    "competition": N_("Competitions"),
    "season": N_("Seasons"),
    "sector": N_("Sectors"),
    "gate": N_("Gates"),
    "risk_grid": N_("Risk grids"),
    "risk_factor": N_("Factors of risk grids"),
    "club_alias": N_("Spellings of clubs"),
    "venue_alias": N_("Spellings of stadiums"),
    "list_item": N_("Ranks and kinds"),
    "cell": N_("The cells themselves"),
    "twin": N_("Decisions on whether two records are the same"),
}


_PLACES = {table: place for place, table in enumerate(KIND_NAMES)}


def kind_place(table: str) -> tuple[int, str]:
    """Return what kinds are sorted by: the officer's main kinds come first."""
    return _PLACES.get(table, len(_PLACES)), table


def kind_name(t: Translator, table: str) -> str:
    """Return the plural name of a kind of record; a newer version's as it is."""
    found = KIND_NAMES.get(table)
    return t(found) if found else t.isolate(table)


def fate_count(t: Translator, fate: Fate, n: int) -> str:
    """Return "3 new records" and the like."""
    match fate:
        case Fate.NEW:
            text = t.count("{n} new record", "{n} new records", n)
        case Fate.CHANGED:
            text = t.count("{n} changed record", "{n} changed records", n)
        case Fate.DELETED:
            text = t.count("{n} deleted record", "{n} deleted records", n)
        case Fate.RESTORED:
            text = t.count("{n} record brought back", "{n} records brought back", n)
        case Fate.CONFLICT:
            text = t.count("{n} record in conflict", "{n} records in conflict", n)
        case Fate.ERASED:
            text = t.count("{n} erased record", "{n} erased records", n)
        case Fate.UNKNOWN:
            text = t.count(
                "{n} record kept for a newer version",
                "{n} records kept for a newer version",
                n,
            )
        case Fate.LEFT_OUT:
            text = t.count("{n} record left out", "{n} records left out", n)
    return text


def kind_sentence(t: Translator, kind: KindPreview) -> str:
    """Say what would become of one kind of record."""
    parts = [
        fate_count(t, fate, kind.counts[fate]) for fate in Fate if kind.counts.get(fate)
    ]
    listed = t(", ").join(parts)
    return t("{kind}: {what}", kind=kind_name(t, kind.table), what=listed)
