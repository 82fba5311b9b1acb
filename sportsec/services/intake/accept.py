"""Writing what a preview shows: all of it, in the caller's one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from sportsec.domain.errors import Invalid
from sportsec.domain.intake import comparison_words as words
from sportsec.domain.intake.comparison import KnownMatch
from sportsec.domain.intake.preview import (
    WRITTEN,
    IntakeLine,
    IntakePreview,
    IntakeResult,
    NameKind,
    NameMatch,
    Verdict,
)
from sportsec.domain.intake.programme import Outcome
from sportsec.queries.intake_mappings import Remembered
from sportsec.queries.kept_days import KeptDays, kept_after_move
from sportsec.queries.task_list import task_lists
from sportsec.services.intake.aliases import remember_spelling
from sportsec.services.intake.mappings import remember_mapping
from sportsec.services.intake.names import in_its_language
from sportsec.services.intake.preview import Basis, preview
from sportsec.services.intake.sides import exchanged_in
from sportsec.services.intake.writing import write_changes, write_new
from sportsec.services.sides import leave_sides
from sportsec.store.tables.clubs import Club, ClubAlias
from sportsec.store.tables.venues import Venue, VenueAlias
from sportsec.store.work import Work

#: Spellings that mean a record without being one of its names: remembered.
_REMEMBERED = frozenset({Verdict.LIKELY, Verdict.DECIDED})


def accept(work: Work, seen: IntakePreview) -> IntakeResult:
    """Write what a preview shows, and remember what was decided for it.

    New, moved and changed matches are written; all other lines are left alone.

    Raises:
        Invalid: The record has changed since, so that something else would be
            written than was shown.
    """
    seen = _still_true(work, seen)
    by_outcome: dict[Outcome, list[IntakeLine]] = defaultdict(list)
    for line in seen.lines:
        by_outcome[line.outcome].append(line)
    new, moved, changed = (by_outcome[each] for each in WRITTEN)
    used = _used(seen, (*new, *moved, *changed))
    clubs = tuple(_create(work, used, NameKind.CLUB, Club))
    venues = tuple(_create(work, used, NameKind.VENUE, Venue))
    aliases = _remember(work, used)
    work.session.flush()
    written = write_new(work, new, seen.programme)
    known = seen.basis.known
    write_changes(work, (*moved, *changed), known, seen.programme.name)
    exchanged = exchanged_in((*moved, *changed))
    leave_sides(work, exchanged)
    kept = list(_kept(work, moved, known))
    programme = seen.programme
    answer = seen.choices.day_first
    remember_mapping(work, programme, Remembered(programme.mapping, answer))
    return IntakeResult(
        new=written,
        moved=_fixtures(moved),
        changed=_fixtures(changed),
        clubs=clubs,
        venues=venues,
        aliases=aliases,
        without_venue=sum(1 for line in new if line.venue_id is None),
        passed_tasks=_passed_tasks(work, moved, known),
        kept_promises=sum(len(each.promises) for each in kept),
        kept_meetings=sum(each.meetings for each in kept),
        exchanged=exchanged,
    )


def _still_true(work: Work, seen: IntakePreview) -> IntakePreview:
    """Return the preview if nothing that it rests on has changed, else a new one.

    Raises:
        Invalid: The new one would write something else.
    """
    then: Basis = seen.basis
    now = then.again(work)
    if now == then:
        return seen
    again = preview(work, seen.programme, seen.choices)
    if _effect(again) != _effect(seen) or again.basis.figures != then.figures:
        raise Invalid([words.RECORD_CHANGED])
    return again


def _effect(seen: IntakePreview) -> object:
    """Return what a preview would write; new clubs have other ids every time."""
    made = {each.found for each in seen.names if each.verdict is Verdict.NEW}

    def named(record: UUID | None) -> object:
        return "new" if record in made else record

    return [
        (
            *(line.outcome, line.competition_id, line.season_id, line.fixture_id),
            *(named(line.home_club_id), named(line.away_club_id)),
            named(line.venue_id),
            [(each.field, each.old, named(each.new)) for each in line.changes],
        )
        for line in seen.lines
    ]


def _used(seen: IntakePreview, written: Iterable[IntakeLine]) -> list[NameMatch]:
    """Return the spellings of the lines written: others decide nothing yet."""
    clubs: set[str] = set()
    venues: set[str] = set()
    for each in written:
        clubs.update((each.line.home, each.line.away))
        venues.add(each.line.venue)
    spelled = {NameKind.CLUB: clubs, NameKind.VENUE: venues}
    return [
        match for match in seen.names if match.spelled in spelled.get(match.kind, ())
    ]


def _create(
    work: Work, names: Iterable[NameMatch], kind: NameKind, owner: type[Club | Venue]
) -> Iterator[UUID]:
    for match in names:
        if match.kind is kind and match.verdict is Verdict.NEW and match.found:
            work.add(owner(id=match.found, name=in_its_language(match.spelled)))
            yield match.found


def _remember(work: Work, names: Iterable[NameMatch]) -> int:
    """Keep spellings that are not simply names, so that nobody is asked again."""
    count = 0
    for match in names:
        if match.verdict not in _REMEMBERED or match.found is None:
            continue
        if match.kind is NameKind.CLUB:
            count += remember_spelling(work, ClubAlias, match.found, match.spelled)
        elif match.kind is NameKind.VENUE:
            count += remember_spelling(work, VenueAlias, match.found, match.spelled)
    return count


def _passed_tasks(
    work: Work, moved: Iterable[IntakeLine], known: Mapping[UUID, KnownMatch]
) -> int:
    """Return how many tasks of matches have lost their day by moving to an earlier."""
    work.session.flush()
    before = {match: known[match].day for match in _fixtures(moved)}
    lists = task_lists(work, tuple(before))
    return sum(len(tasks.passed_since(before[one])) for one, tasks in lists.items())


def _kept(
    work: Work, moved: Iterable[IntakeLine], known: Mapping[UUID, KnownMatch]
) -> Iterator[KeptDays]:
    """Yield what was agreed for the old day of each match that moved."""
    for line in moved:
        if line.fixture_id is None:
            continue
        was = known[line.fixture_id].day
        changes = {each.field: each.new for each in line.changes}
        now = changes.get("kick_off_date", was)
        yield kept_after_move(work, line.fixture_id, was, now)


def _fixtures(lines: Iterable[IntakeLine]) -> tuple[UUID, ...]:
    return tuple(line.fixture_id for line in lines if line.fixture_id is not None)
