"""What stands open before a meeting: points that its agenda should have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from sportsec.domain.commitments import CommitmentKind, CommitmentState
from sportsec.domain.meeting_points import (
    doubts_before,
    is_read_outside,
    lacks_before,
    own_tasks_before,
    requests_before,
    steps_before,
)
from sportsec.domain.meetings import MeetingDraft, lines_lacking
from sportsec.domain.plain_text import plain_words
from sportsec.domain.problems import Problem
from sportsec.domain.readiness import Lack, lacks
from sportsec.domain.task_times import WAITING
from sportsec.domain.words import LANGUAGES, N_, Words
from sportsec.i18n.formats import ZONE, short_date
from sportsec.i18n.labels import label, problem_text
from sportsec.i18n.quotes import kept
from sportsec.i18n.translator import Translator, translator
from sportsec.queries.agenda_rows import read_rows
from sportsec.queries.animations import RequestRow, requests_of
from sportsec.queries.clock import local_day
from sportsec.queries.commitments import (
    CommitmentRow,
    commitment_row,
    commitments_of,
    selected_commitments,
)
from sportsec.queries.doubts import match_doubts
from sportsec.queries.drafts import draft_of
from sportsec.queries.preparation import preparations
from sportsec.queries.task_list import TaskRow, tasks_of
from sportsec.store.tables.liaison import Commitment, Meeting
from sportsec.store.work import Work

#: A point as it is said now, then as else it may have been put on an agenda before.
_Wordings = tuple[Words, ...]
#: Tasks that fall due so long after a meeting are spoken of in it.
_SOON = timedelta(days=7)
#: What the cell reminds itself of, as others read it on a convocation.
_PLAIN_LACKS = {
    Lack.SIDES: N_("Risk assessment after home and away were swapped"),
    Lack.REVIEW: N_("Risk assessment after the change of date"),
    Lack.FIGURES: N_("Risk assessment after the new figures of the public"),
}


def points_before(
    work: Work, meeting: MeetingDraft, meeting_id: UUID | None = None
) -> tuple[Words, ...]:
    """Return what stands open before a meeting, one line each, the gravest first.

    What its match lacks, tasks soon to be done, requests for tifos without an answer,
    promises that are not kept yet, decisions of other meetings, and warnings; each
    where it is a matter for such a meeting. Before one of the season these are the
    decisions of no match.

    Args:
        meeting_id: Its own decisions are not open points of it.
    """
    said = (wordings[0] for wordings in _wordings(work, meeting, meeting_id))
    return tuple(dict.fromkeys(said))


def points_to_add(work: Work, meeting_id: UUID, language: str) -> tuple[str, ...]:
    """Return what stands open before a meeting and is not on its agenda yet.

    Args:
        language: Of the points. One that stands there in another language is not
            returned.

    Raises:
        NotFound: The meeting was deleted.
    """
    draft = draft_of(MeetingDraft, work.get(Meeting, meeting_id))
    order = (language, *(code for code in LANGUAGES if code != language))
    said = (
        [getattr(words, code) for words in wordings for code in order]
        for wordings in _wordings(work, draft, meeting_id)
    )
    return tuple(lines_lacking(draft.agenda, said))


# ---- inside


def _wordings(
    work: Work, meeting: MeetingDraft, meeting_id: UUID | None
) -> Iterator[_Wordings]:
    """Yield the open points, the gravest first."""
    fixture_id = meeting.fixture_id
    if fixture_id is None:
        yield from _bound(_of_no_match(work), meeting_id)
        return
    yield from _lacking(work, meeting, fixture_id)
    yield from _due_tasks(work, meeting, fixture_id)
    yield from _requested(work, meeting, fixture_id)
    yield from _bound(commitments_of(work, fixture_id=fixture_id), meeting_id)
    yield from _doubted(work, meeting, fixture_id)


def _lacking(
    work: Work, meeting: MeetingDraft, fixture_id: UUID
) -> Iterator[_Wordings]:
    rows = list(read_rows(work, [fixture_id]))
    ready = preparations(work, rows)[fixture_id]
    wanted = lacks_before(meeting.kind)
    for lack in lacks(ready, local_day(work)):
        if lack not in wanted:
            continue
        inside = _said(partial(_missing, lack))
        if lack in _PLAIN_LACKS and is_read_outside(meeting.kind):
            yield _said(partial(_plain_lack, lack)), inside
        elif lack is Lack.RATING:
            yield (_said(lambda t: t("Decide the risk category")),)
        else:
            yield (inside,)


def _missing(lack: Lack, t: Translator) -> str:
    return t("To be settled: {what}", what=label(t, lack))


def _plain_lack(lack: Lack, t: Translator) -> str:
    return t(_PLAIN_LACKS[lack])


def _due_tasks(
    work: Work, meeting: MeetingDraft, fixture_id: UUID
) -> Iterator[_Wordings]:
    """Yield the tasks that fall due before long after the meeting."""
    begins = meeting.meets_at
    day = begins.astimezone(ZONE).date() if begins else local_day(work)
    last = max(day, local_day(work)) + _SOON
    steps, own = steps_before(meeting.kind), own_tasks_before(meeting.kind)
    for task in tasks_of(work, fixture_id):
        is_due = task.due_on is not None and task.due_on <= last
        is_wanted = task.step in steps if task.step is not None else own
        if task.timing in WAITING and is_due and is_wanted:
            inside = _said(partial(_task, task))
            if is_read_outside(meeting.kind):
                yield _said(partial(_task_name, task)), inside
            else:
                yield (inside,)


def _task(task: TaskRow, t: Translator) -> str:
    text = t("Task: {what}", what=t.isolate(_task_name(task, t)))
    return f"{text} ({_due(task.due_on, t)})"


def _task_name(task: TaskRow, t: Translator) -> str:
    return label(t, task.step) if task.step is not None else task.task


def _requested(
    work: Work, meeting: MeetingDraft, fixture_id: UUID
) -> Iterator[_Wordings]:
    if requests_before(meeting.kind):
        for request in requests_of(work, fixture_id):
            if request.is_pending:
                yield (_said(partial(_request, request)),)


def _request(request: RequestRow, t: Translator) -> str:
    kind, group = label(t, request.draft.kind), t.pick(request.group)
    said = f"{t.isolate(group)} · {kind}" if group else kind
    return t("Request to be answered: {what}", what=said)


def _bound(
    rows: tuple[CommitmentRow, ...], meeting_id: UUID | None
) -> Iterator[_Wordings]:
    for row in rows:
        is_own = meeting_id is not None and row.meeting_id == meeting_id
        if row.state is CommitmentState.OPEN and not is_own:
            going_on = _said(partial(_going_on, row))
            not_done = _said(partial(_not_done, row))
            yield (not_done, going_on) if row.is_late else (going_on, not_done)


def _going_on(row: CommitmentRow, t: Translator) -> str:
    """Return it as what nobody can blame anybody for: its day has not passed."""
    what = t.isolate(row.wording)
    if row.kind is CommitmentKind.DECISION:
        text = t("Decision being carried out: {what}", what=what)
    else:
        text = t("Promise in progress: {what}", what=what)
    return _with_parties(row, t, text)


def _not_done(row: CommitmentRow, t: Translator) -> str:
    what = t.isolate(row.wording)
    if row.kind is CommitmentKind.DECISION:
        text = t("Decision not carried out yet: {what}", what=what)
    else:
        text = t("Promise not kept yet: {what}", what=what)
    return _with_parties(row, t, text)


def _with_parties(row: CommitmentRow, t: Translator, text: str) -> str:
    """Return "text (who, due on …)"."""
    who = t.isolate(row.responsible or t.pick(row.bound))
    beside = t(", ").join(filter(None, (who, _due(row.due_on, t))))
    return f"{text} ({beside})" if beside else text


def _due(day: date | None, t: Translator) -> str:
    return t("due on {day}", day=short_date(day)) if day else ""


def _doubted(
    work: Work, meeting: MeetingDraft, fixture_id: UUID
) -> Iterator[_Wordings]:
    if doubts_before(meeting.kind):
        for doubt in match_doubts(work, fixture_id):
            yield (_said(partial(_doubt, doubt)),)


def _doubt(doubt: Problem, t: Translator) -> str:
    return t("To be checked: {what}", what=problem_text(t, doubt))


def _of_no_match(work: Work) -> tuple[CommitmentRow, ...]:
    """Return what is open of no match, what falls due first before the others."""
    query = selected_commitments().where(
        Commitment.fixture_id.is_(None),
        Commitment.kind == CommitmentKind.DECISION,
        Commitment.state == CommitmentState.OPEN,
        Commitment.deleted_at.is_(None),
    )
    query = query.order_by(
        Commitment.due_on.is_(None), Commitment.due_on, Commitment.id
    )
    today = local_day(work)
    return tuple(commitment_row(row, today) for row in work.session.execute(query))


def _said(say: Callable[[Translator], str]) -> Words:
    """Return a point in every language, as it may be stored."""
    each = {code: translator(code) for code in LANGUAGES}
    said = {code: kept(t, say(t)) for code, t in each.items()}
    return plain_words(Words(**said))
