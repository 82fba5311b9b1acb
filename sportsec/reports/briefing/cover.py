"""Part 1, at one glance: the match, its category, its figures, who commands."""

from __future__ import annotations

from functools import partial

from sportsec.domain.fixtures import (
    AttendanceRegime,
    Confidence,
    EstimateKind,
    TravelRegime,
)
from sportsec.domain.words import N_
from sportsec.i18n.formats import date_time, short_date, short_day_name
from sportsec.i18n.labels import label
from sportsec.i18n.translator import Translator
from sportsec.queries.briefing.read import BriefingRows
from sportsec.queries.briefing.risk_rows import RiskPart
from sportsec.queries.briefing.rows import EstimateRow, MatchRow
from sportsec.queries.fixture_history import MoveRow
from sportsec.reports.briefing.voice import Voice, on_line
from sportsec.reports.document import (
    Badge,
    Badges,
    Block,
    Callout,
    KeyValues,
    Level,
    Paragraph,
    Span,
    Tone,
)

_SCOPES = (
    ("overall", N_("Category of the match")),
    ("inside", N_("Inside the stadium")),
    ("outside", N_("Outside the stadium")),
    ("travel", N_("Travel")),
)


def cover(rows: BriefingRows, v: Voice) -> tuple[Block, ...]:
    """Lay out the first page: all that a commander must know if he reads only it."""
    # Two languages take more lines: narrower columns keep the messages on the page.
    columns = 2 if v.second is None else 3
    return (
        *_category(rows, v),
        *_moved(rows.moved, v),
        KeyValues(_match_facts(rows, v), columns=columns),
        KeyValues(_figures(rows, v), columns=3),
        *_key_messages(rows.match.match, v),
        KeyValues(_command(rows.match.match, v), columns=columns),
    )


def title_of(match: MatchRow, t: Translator) -> str:
    """Return "Atlas Club – Ocean FC" in the language of the paper."""
    return f"{t.pick(match.home)} – {t.pick(match.away)}"


def _category(rows: BriefingRows, v: Voice) -> tuple[Block, ...]:
    risk = rows.risk
    if risk is None:
        message = v("This match has not been rated yet.")
        return (Callout(v("Risk category"), (message,), Tone.WARN),)
    note = v.stack(lambda t: _standing(risk, t))
    badges = tuple(
        Badge(
            v.label(category),
            Level(int(category)),
            caption=v(caption),
            note=note if name == "overall" else "",
        )
        for name, caption in (_SCOPES if _is_by_scope(risk) else _SCOPES[:1])
        if (category := getattr(risk.categories, name)) is not None
    )
    return (Badges(badges),)


def _standing(risk: RiskPart, t: Translator) -> str:
    """Return the stage of the rating, whether anybody decided it, what weakens it."""
    parts = [label(t, risk.stage)]
    if risk.decided_at is None:
        parts.append(t("Suggested, not decided yet"))
    if risk.confidence is Confidence.LOW:
        parts.append(label(t, risk.confidence))
    return " · ".join(parts)


def _is_by_scope(risk: RiskPart) -> bool:
    """Say whether another category was decided for a part than for the whole."""
    parts = risk.categories
    return risk.decided_at is not None and (
        len({parts.inside, parts.outside, parts.travel}) > 1
    )


def _match_facts(rows: BriefingRows, v: Voice) -> tuple[tuple[str, str], ...]:
    match = rows.match.match
    kick_off = (
        v.hour(match.kick_off_at) if match.kick_off_at else v("Time not known yet")
    )
    return (
        (on_line(v("Competition")), v.stack(lambda t: competition_text(match, t))),
        (on_line(v("Kick-off")), kick_off),
        (on_line(v("Stadium")), v.stack(lambda t: venue_text(match, t))),
        (on_line(v("Gates open")), _gates(rows, v)),
        (on_line(v("Public admitted")), v.stack(partial(regime_text, match))),
        (on_line(v("Travel of away supporters")), v.stack(partial(travel_text, match))),
    )


def _moved(move: MoveRow | None, v: Voice) -> tuple[Block, ...]:
    """Say over the hour of now when the match was to be; of two languages one why."""
    if move is None:
        return ()
    said = v.stack(lambda t: _move(move, t, move.reason if t is v.t else ""))
    return (Paragraph(Span(said, bold=True, tone=Tone.WARN)),)


def _move(move: MoveRow, t: Translator, reason: str) -> str:
    was = t.isolate(date_time(move.from_at) or short_date(move.from_date))
    if move.from_date is not None:
        was = f"{short_day_name(move.from_date, t.language)} {was}"
    if not reason:
        return t("Moved: was {moment}", moment=was)
    return t("Moved: was {moment} ({reason})", moment=was, reason=t.isolate(reason))


def _gates(rows: BriefingRows, v: Voice) -> str:
    """Return when the gates open, and whether nobody ordered that hour."""
    opening = v.hour(rows.gates_open_at)
    if not rows.are_gates_computed:
        return opening
    return on_line(v("{hour} (computed)", hour=opening))


def venue_text(match: MatchRow, t: Translator) -> str:
    """Return the stadium and its city."""
    parts = (t.pick(match.venue), t.pick(match.city))
    return ("، " if t.rtl else ", ").join(filter(None, parts))


def competition_text(match: MatchRow, t: Translator) -> str:
    """Return the competition with its season and round."""
    parts = [t.pick(match.competition), t.isolate(match.season)]
    if match.round:
        parts.append(t("Round {round}", round=t.isolate(match.round)))
    return " · ".join(filter(None, parts))


def regime_text(match: MatchRow, t: Translator) -> str:
    """Return which public is admitted, and by whose decision when restricted."""
    text = label(t, match.regime)
    is_open = match.regime is AttendanceRegime.OPEN
    return text if is_open else _decided(text, match, t)


def travel_text(match: MatchRow, t: Translator) -> str:
    """Return how the away public may travel; by whose decision, where not told yet."""
    text = label(t, match.travel_regime)
    is_told = match.regime is not AttendanceRegime.OPEN
    is_free = match.travel_regime is TravelRegime.ALLOWED
    return text if is_told or is_free else _decided(text, match, t)


def _decided(text: str, match: MatchRow, t: Translator) -> str:
    authority = match.regime_authority
    parts = (label(t, authority) if authority else "", match.regime_reference)
    decision = " ".join(filter(None, parts))
    return f"{text} ({decision})" if decision else text


def _figures(rows: BriefingRows, v: Voice) -> tuple[tuple[str, str], ...]:
    match, estimates = rows.match.match, rows.match.estimates
    return (
        (
            on_line(v("Expected spectators")),
            _estimate(v, estimates.get(EstimateKind.ATTENDANCE)),
        ),
        (
            on_line(v("Away with ticket")),
            _estimate(v, estimates.get(EstimateKind.AWAY_TICKETED)),
        ),
        (
            on_line(v("Away without ticket")),
            _estimate(v, estimates.get(EstimateKind.AWAY_TICKETLESS)),
        ),
        (on_line(v("Capacity for this match")), _capacity(rows, v)),
        (on_line(v("Away allocation")), v.number(match.away_allocation)),
        (on_line(v("Strength of the detachments")), _strength(rows, v)),
    )


def _capacity(rows: BriefingRows, v: Voice) -> str:
    """Return what was allowed, else what is safe: at most, while a limit is unknown."""
    allowed = rows.match.match.capacity_allowed
    if allowed is not None:  # behind closed doors it is 0
        return v.number(allowed)
    text = v.number(rows.safe_capacity)
    return v("at most {n}", n=text) if text and rows.is_safe_at_most else text


def _strength(rows: BriefingRows, v: Voice) -> str:
    """Return all officers there are, and how many of them have a post."""
    total = rows.deployment.headcount
    if total is None:
        return ""
    figures = {"n": v.number(total), "posted": v.number(rows.deployment.posted)}
    return v("{n} (on posts: {posted})", **figures)


def _estimate(v: Voice, estimate: EstimateRow | None) -> str:
    return v.number(estimate.persons) if estimate else ""


def _key_messages(match: MatchRow, v: Voice) -> tuple[Block, ...]:
    if not match.key_messages:
        return ()

    def lines(t: Translator) -> tuple[Block, ...]:
        text = t.pick(match.key_messages)
        return (Callout(t("Key messages"), tuple(text.splitlines()), Tone.ACCENT),)

    return v.beside(lines)


def _command(match: MatchRow, v: Voice) -> tuple[tuple[str, str], ...]:
    return (
        (on_line(v("Match commander")), v.person(match.commander)),
        (on_line(v("Call sign")), v.code(match.commander_call_sign)),
        (on_line(v("Deputy commander")), v.person(match.deputy)),
        (on_line(v("Command post")), v.pick(match.command_post)),
        (on_line(v("Phone of the command post")), v.phone(match.command_post_phone)),
        (on_line(v("Weather")), v.pick(match.weather)),
    )
