"""Part 2, the situation: what is at stake, who comes, what happened before."""

from __future__ import annotations

from sportsec.domain.away import named_places
from sportsec.domain.estimate_rules import (
    TICKETLESS_LEFT_OUT,
    leaves_out_ticketless,
)
from sportsec.domain.fixtures import EstimateKind
from sportsec.domain.words import Words
from sportsec.i18n.formats import number
from sportsec.i18n.translator import Translator
from sportsec.queries.briefing.read import BriefingRows
from sportsec.queries.briefing.rows import GroupRow, MatchRow, MeetingRow, RelationRow
from sportsec.reports.briefing.voice import NO_BREAK, Voice, listed
from sportsec.reports.document import (
    Block,
    Column,
    Heading,
    KeyValues,
    PageBreak,
    Paragraph,
    Row,
    Table,
)


def situation(rows: BriefingRows, v: Voice) -> tuple[Block, ...]:
    """Lay out the situation, the publics and the earlier meetings."""
    match = rows.match.match
    return (
        # The cover of a paper in two languages runs over: the situation follows it.
        *((PageBreak(),) if v.second is None else ()),
        Heading(v("Situation"), number="1"),
        *running_text(v, match.situation),
        KeyValues(_facts(rows, v), columns=2),
        Heading(v("Supporter groups expected"), level=2),
        _groups(rows.match.groups, v),
        *_relations(rows.match.relations, v),
        Heading(v("Last meetings of the two clubs"), level=2),
        _meetings(rows.match.meetings, v),
        Heading(v("Estimates"), level=2),
        _estimates(rows, v),
        *_left_out(rows, v),
    )


def mission(rows: BriefingRows, v: Voice) -> tuple[Block, ...]:
    """Lay out part 3: mission, intent and what nobody may decide alone."""
    match = rows.match.match
    heading = Heading(v("Mission and intent"), number="2")
    if not (match.mission or match.constraints):
        return (heading, Paragraph(v("The mission has not been written yet.")))
    limits: tuple[Block, ...] = ()
    if match.constraints:
        limits = (
            Heading(v("Rules of conduct and limits"), level=2),
            *running_text(v, match.constraints),
        )
    return (
        heading,
        *running_text(v, match.mission),
        *limits,
    )


def running_text(v: Voice, words: Words) -> tuple[Block, ...]:
    """Return a text of the officer's, one paragraph a line, beside its translation."""

    def paragraphs(t: Translator) -> tuple[Block, ...]:
        lines = (line.strip() for line in t.pick(words).splitlines())
        return tuple(_paragraph(line) for line in lines if line)

    return v.beside(paragraphs)


def _paragraph(line: str) -> Paragraph:
    for sign in ("- ", "• "):
        if line.startswith(sign):
            return Paragraph(line.removeprefix(sign), bullet="•")
    return Paragraph(line)


def _facts(rows: BriefingRows, v: Voice) -> tuple[tuple[str, str], ...]:
    match = rows.match.match
    return (
        (v("What is at stake"), _stakes(match, v)),
        (v("Events at the same time"), v.pick(match.concurrent_events)),
        (v("Tickets printed"), v.number(match.tickets_printed)),
        (v("Tickets sold, home"), v.number(match.tickets_sold_home)),
        (v("Tickets sold, away"), v.number(match.tickets_sold_away)),
        (v("Travelling stewards"), v.stack(lambda t: _stewards(rows, t))),
        *_journey(match, v),
    )


def _stewards(rows: BriefingRows, t: Translator) -> str:
    """Return how many the away club announced beside how many it must send."""

    def said(persons: int) -> str:
        return t.isolate(number(persons, t.language))

    announced, required = rows.match.match.travelling_stewards, rows.stewards_required
    if required is None:
        return "" if announced is None else t("{n} announced", n=said(announced))
    if announced is None:
        return t(
            "{required} required, nothing announced so far", required=said(required)
        )
    return t(
        "{n} announced, {required} required",
        n=said(announced),
        required=said(required),
    )


def _journey(match: MatchRow, v: Voice) -> tuple[tuple[str, str], ...]:
    """Return where the away public arrives and by which road, as far as known."""
    known = (
        (v("Station of arrival"), match.away_station),
        (v("Roads and stops"), match.away_route),
    )
    return tuple((name, "\n".join(named_places(said))) for name, said in known if said)


def _stakes(match: MatchRow, v: Voice) -> str:
    return v.stack(lambda t: listed(t, match.stakes, " · "))


def _groups(groups: tuple[GroupRow, ...], v: Voice) -> Table:
    return Table(
        columns=(
            Column(v("Group"), width=3),
            Column(v("Kind"), width=2),
            Column(v("Members"), keep=True),
            Column(v("Travelling"), keep=True),
            Column(v("Seen before"), width=4),
        ),
        rows=tuple(_group(group, v) for group in groups),
        empty=v("No supporter group is recorded for these clubs."),
    )


def _group(group: GroupRow, v: Voice) -> Row:
    side = v("Home") if group.is_home else v("Away")
    return Row(
        (
            f"{v.pick(group.name)}\n{side}",
            v.label(group.kind),
            v.span(*group.members),
            "" if group.is_home else v.span(*group.away),
            v.stack(lambda t: listed(t, group.behaviours)),
        )
    )


def _relations(relations: tuple[RelationRow, ...], v: Voice) -> tuple[Block, ...]:
    if not relations:
        return ()
    table = Table(
        columns=(
            Column(v("Home group"), width=3),
            Column(v("Away group"), width=3),
            Column(v("Relation"), width=2),
            Column(v("Last event"), width=5),
        ),
        rows=tuple(
            Row(
                (
                    v.pick(relation.home_group),
                    v.pick(relation.away_group),
                    v.label(relation.kind),
                    v.pick(relation.last_event),
                )
            )
            for relation in relations
        ),
    )
    return (Heading(v("Relations between the groups"), level=2), table)


def _meetings(meetings: tuple[MeetingRow, ...], v: Voice) -> Table:
    # Two directions turn a bare score round: on a paper in both it is with the names.
    score = () if v.second else (Column(v("Score"), keep=True),)
    return Table(
        columns=(
            Column(v("Date"), keep=True),
            Column(v("Match"), width=4),
            *score,
            Column(v("Spectators"), keep=True),
            Column(v("Public order"), width=5),
        ),
        rows=tuple(_meeting(meeting, v) for meeting in meetings),
        empty=v("No earlier meeting is recorded."),
    )


def _meeting(meeting: MeetingRow, v: Voice) -> Row:
    told = (_with_score(meeting, v),) if v.second else _beside_score(meeting, v.t)
    outcome = v.label(meeting.outcome) if meeting.outcome else ""
    remark = v.pick(meeting.outcome_note)
    return Row(
        (
            v.day(meeting.played_on),
            *told,
            v.number(meeting.attendance),
            "\n".join(filter(None, (outcome, remark))),
        )
    )


def _beside_score(meeting: MeetingRow, t: Translator) -> tuple[str, str]:
    """Return the clubs and the score, which reads like the names beside it."""
    home, away = meeting.home_score, meeting.away_score
    known = home is not None and away is not None
    score = t.span(str(home), str(away), dash=" – ") if known else ""
    return f"{t.pick(meeting.home)} – {t.pick(meeting.away)}", score


def _with_score(meeting: MeetingRow, v: Voice) -> str:
    """Return the clubs in each language, the goals of each next to its name."""

    def said(t: Translator) -> str:
        home, away = map(t.isolate, map(t.pick, (meeting.home, meeting.away)))
        goals = meeting.home_score, meeting.away_score
        if None in goals:
            return t.span(home, away, dash=" – ")
        ends = f"{home} {goals[0]}", f"{goals[1]} {away}"
        return t.span(*ends, dash=f"{NO_BREAK}–{NO_BREAK}")

    return v.stack(said)


def _estimates(rows: BriefingRows, v: Voice) -> Table:
    known = (rows.match.estimates.get(kind) for kind in EstimateKind)
    return Table(
        columns=(
            Column(v("Public"), width=3),
            Column(v("Persons"), keep=True),
            Column(v("Source"), width=4),
            Column(v("As of"), keep=True),
            Column(v("Confidence"), width=2),
        ),
        rows=tuple(
            Row(
                (
                    v.label(each.kind),
                    v.number(each.persons),
                    each.source,
                    v.day(each.estimated_on),
                    v.label(each.confidence),
                )
            )
            for each in known
            if each is not None
        ),
        empty=v("Nothing has been estimated yet."),
    )


def _left_out(rows: BriefingRows, v: Voice) -> tuple[Block, ...]:
    """Say whom the total does not count: the figures would not add up."""
    estimates = rows.match.estimates
    latest = {kind: each.persons for kind, each in estimates.items()}
    if not leaves_out_ticketless(latest):
        return ()
    return (Paragraph(v(TICKETLESS_LEFT_OUT), small=True),)
