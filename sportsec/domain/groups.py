"""Supporter groups and their relations: kinds and habits (domain.md §2.5)."""

from __future__ import annotations

from enum import StrEnum


class GroupKind(StrEnum):
    """What a supporter group is."""

    ULTRAS = "ultras"
    ASSOCIATION = "association"
    SECTION = "section"
    INDEPENDENT = "independent"
    DIASPORA = "diaspora"
    VISITING_NATIONAL = "visiting_national"


class GroupLegalStatus(StrEnum):
    """Whether a group is a declared association."""

    DECLARED = "declared"
    DE_FACTO = "de_facto"
    UNKNOWN = "unknown"


class Attitude(StrEnum):
    """How a group meets police, stewards or its own board."""

    COOPERATIVE = "cooperative"
    DISTANT = "distant"
    REFUSAL = "refusal"
    HOSTILE = "hostile"


class TravelHabit(StrEnum):
    """How a group travels."""

    ORGANISED_BUS = "organised_bus"
    TRAIN = "train"
    PRIVATE_CARS = "private_cars"
    UNSAFE_TRUCKS = "unsafe_trucks"
    WALKING_CORTEGE = "walking_cortege"
    EARLY_ARRIVAL = "early_arrival"


class Behaviour(StrEnum):
    """What a group has been seen to do (EU Handbook checklist)."""

    PYRO = "pyro"
    SMOKE = "smoke"
    TIFO = "tifo"
    DRUMS = "drums"
    MEGAPHONE = "megaphone"
    CORTEGE = "cortege"
    PITCH_ENTRY = "pitch_entry"
    STONE_THROWING = "stone_throwing"
    FORCED_ENTRY = "forced_entry"
    DRUGS = "drugs"
    ALCOHOL = "alcohol"
    POLITICAL_BANNERS = "political_banners"


class RelationKind(StrEnum):
    """What two groups are to each other."""

    ALLIANCE = "alliance"
    FRIENDSHIP = "friendship"
    NEUTRAL = "neutral"
    RIVALRY = "rivalry"
    HOSTILITY = "hostility"


class SourceGrade(StrEnum):
    """Reliability of a source, A best … E (5×5×5 grading)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
