"""`sportsec intake`: takes a programme of matches in, or says what that would do."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from sportsec.app.commands.terminal import DONE, PARTLY, REFUSED, Terminal
from sportsec.domain.errors import NotFound
from sportsec.domain.intake.mapping import Mapping
from sportsec.domain.intake.preview import (
    IntakeLine,
    IntakePreview,
    NameKind,
    NameMatch,
    NewNames,
)
from sportsec.domain.intake.programme import Outcome, Programme
from sportsec.domain.intake.summary import summarise
from sportsec.domain.problems import Level
from sportsec.domain.words import N_
from sportsec.i18n.labels import label, problem_text
from sportsec.i18n.translator import Translator
from sportsec.queries.intake_mappings import remembered_mappings
from sportsec.services.intake.accept import accept
from sportsec.services.intake.preview import preview
from sportsec.services.programme_frame import choices_for
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.tabular.reading import read_programme

_NEW_NAMES = {
    None: NewNames.ASK,
    "refuse": NewNames.REFUSE,
    "create": NewNames.CREATE,
}
_KINDS = {
    NameKind.CLUB: N_("Club"),
    NameKind.VENUE: N_("Stadium"),
    NameKind.COMPETITION: N_("Competition"),
}
#: Lines that are not in the record afterwards.
_LEFT = (Outcome.UNCLEAR, Outcome.REFUSED)
#: Nobody is asked here: only a window leaves lines out.
_BY_OFFICER = (Outcome.LEFT_OUT,)
#: Lines explained on a screen; a program gets all of them.
_EXPLAINED = 10


class Misread(Exception):
    """The columns given with --mapping are not those of the file."""


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Take the good lines in, in one transaction; say why the others wait."""
    t = terminal.t
    workspace = Workspace.open(folder)
    try:
        with workspace.writing() as work:
            seen = _compared(asked, work)
            is_refused = _is_refused(seen)
            if not asked.dry_run and not is_refused and seen.writes:
                accept(work, seen)
                work.commit(N_("Programme taken in by the command line"))
    except NotFound as missing:
        name = terminal.quote(str(missing.record))
        text = t("The database has no competition or season {name}.", name=name)
        terminal.complain(text)
        return REFUSED
    except Misread as mistake:
        part = terminal.quote(str(mistake))
        terminal.complain(t("The columns are not understood: {part}", part=part))
        return REFUSED
    finally:
        workspace.close()
    if asked.json:
        terminal.json(as_json(seen, t))
    else:
        _tell(seen, terminal, dry=asked.dry_run)
    if is_refused:
        return REFUSED
    return PARTLY if any(seen.counts[each] for each in _LEFT) else DONE


def as_json(seen: IntakePreview, t: Translator) -> dict[str, object]:
    """Return what became of a file as other programs read it (see README)."""
    programme, counts = seen.programme, seen.counts
    return {
        "format": programme.format.value,
        "encoding": programme.encoding,
        "read": len(programme.lines),
        **{one.value: counts[one] for one in Outcome if one not in _BY_OFFICER},
        "warnings": _warnings(seen, t),
        "lines": [_line(each, programme, t) for each in seen.lines],
    }


def _compared(asked: Namespace, work: Work) -> IntakePreview:
    """Read the file as files with its headings were read before, and compare it."""
    said = None if asked.dates is None else asked.dates == "day-first"
    programme = _read(asked, asked.mapping, day_first=said)
    how = remembered_mappings(work).get(programme.heading_key)
    if how is not None and asked.mapping is None:
        answer = how.day_first if said is None else said
        programme = _read(asked, how.mapping, day_first=answer)
    choices = choices_for(
        work,
        programme,
        competition=asked.competition or "",
        season=asked.season or "",
        new_names=_NEW_NAMES[asked.new_clubs],
    )
    work.session.flush()
    return preview(work, programme, replace(choices, day_first=said))


def _read(
    asked: Namespace, mapping: Mapping | str | None, *, day_first: bool | None = None
) -> Programme:
    try:
        return read_programme(
            asked.file,
            mapping=mapping,
            day_first=day_first,
            season=asked.season,
            day=asked.day,
        )
    except ValueError as mistake:
        raise Misread(str(mistake)) from mistake


def _is_refused(seen: IntakePreview) -> bool:
    """Say whether nothing of the file can be taken, for a reason of the whole."""
    blocked = any(each.level is Level.BLOCK for each in seen.problems)
    left = sum(seen.counts[each] for each in _LEFT)
    return blocked and left == len(seen.lines)


def _warnings(seen: IntakePreview, t: Translator) -> list[str]:
    problems = (*seen.problems, *summarise(seen.programme).warnings)
    return [problem_text(t, each) for each in problems]


def _line(each: IntakeLine, programme: Programme, t: Translator) -> dict[str, object]:
    line = each.line
    moment = line.kick_off
    local = moment.astimezone(ZoneInfo(programme.zone)) if moment else None
    return {
        "line": line.number,
        "outcome": each.outcome.value,
        "reason": _reason(each, t),
        "home": line.home,
        "away": line.away,
        "kick_off": local.isoformat(timespec="seconds") if local else None,
    }


def _reason(each: IntakeLine, t: Translator) -> str:
    return t("; ").join(problem_text(t, reason) for reason in each.reasons)


def _open_name(name: NameMatch, t: Translator) -> str:
    """Say which spelling waits, and what it may mean."""
    like = (t.isolate(t.pick(each.name)) for each in name.proposals[:3])
    return t(
        "{kind} not in the database: {name} (lines: {n}) {like}",
        kind=t(_KINDS[name.kind]),
        name=t.isolate(name.spelled),
        n=t.isolate(str(name.lines)),
        like=" / ".join(like),
    ).rstrip()


def _tell(seen: IntakePreview, terminal: Terminal, *, dry: bool) -> None:
    t = terminal.t
    programme = seen.programme
    encoding = terminal.quote(programme.encoding)
    kind = f"{label(t, programme.format)} {encoding}".rstrip()
    name = terminal.quote(programme.name)
    terminal.say(t("{name}: {text}", name=name, text=kind))
    terminal.table(
        [
            (label(t, outcome), terminal.quote(str(seen.counts[outcome])))
            for outcome in Outcome
            if seen.counts[outcome]
        ]
    )
    for warning in _warnings(seen, t):
        terminal.complain(warning)
    for spelling in seen.open_names:
        terminal.complain(_open_name(spelling, t))
    left = [each for each in seen.lines if each.outcome in _LEFT]
    for each in left[:_EXPLAINED]:
        number = terminal.quote(str(each.line.number))
        where = t("Line {number}", number=number)
        terminal.complain(t("{name}: {text}", name=where, text=_reason(each, t)))
    if len(left) > _EXPLAINED:
        rest = len(left) - _EXPLAINED
        terminal.complain(t.count("and {n} more line", "and {n} more lines", rest))
    if dry:
        terminal.say(t("Nothing was written: this was a trial."))
