"""The file of a meeting, its forms and minutes, the list, the card of a match."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.commitments import (
    CommitmentDraft,
    CommitmentKind,
    CommitmentState,
    CommitmentTopic,
)
from sportsec.domain.listing import by
from sportsec.domain.meetings import (
    MeetingDraft,
    MeetingKind,
    MeetingStatus,
    Presence,
)
from sportsec.i18n.translator import translator
from sportsec.queries.clock import local_day
from sportsec.queries.meetings import MEETINGS, MeetingFilter, meetings_of
from sportsec.queries.minutes import minutes_rows
from sportsec.queries.open_points import points_to_add
from sportsec.queries.participants import participants_of
from sportsec.reports import convocation
from sportsec.reports import minutes as minutes_paper
from sportsec.reports.pdf.renderer import render
from sportsec.services.commitments import add_commitment, close_commitment
from sportsec.services.meetings import (
    add_meeting,
    fill_agenda,
    invite_usual,
    set_presence,
)
from sportsec.store.work import Work
from sportsec.ui.pages.meetings.forms import (
    agenda_form,
    meeting_form,
    open_participant,
)
from sportsec.ui.pages.meetings.points_dialog import PointsDialog
from sportsec.ui.widgets.tab_order import follow_reading
from tests.screens.scenes.fixtures import telling_match
from tests.screens.stage import Paper, Scene, Stage

#: What was decided, by whom, in how many days, and what became of it.
DECISIONS = (
    ("فتح الأبواب على الساعة 15:00 مع صفّين في كل باب", "مدير الملعب", 2, None),
    ("Billets visiteurs nominatifs, vente au siège du club", "Club visiteur", -1, None),
    (
        *("منع التنقل الجماعي خارج الحصة المحددة", "السلطة المحلية", 1),
        CommitmentState.KEPT,
    ),
)
SAID = (
    "ذكّر الرئيس بنتائج المباراة السابقة بين الفريقين.\n"
    "Le club visiteur annonce 1 200 supporters, 24 autocars, départ à 9 h.\n"
    "طلبت الوقاية المدنية ممرا خاليا خلف المدرج الشمالي."
)


def fill(work: Work, match: UUID, language: str) -> UUID:
    """Give a match a commission that was held, once; return it."""
    found = [row for row in meetings_of(work, match) if row.place == "مقر العمالة"]
    if found:
        return found[0].id
    commission = MeetingDraft(
        fixture_id=match,
        meets_at=work.now - timedelta(hours=2),
        place="مقر العمالة",
        chair="السيد الكاتب العام للعمالة",
        minutes_keeper="ممثلة قطاع الرياضة",
        agenda="حصيلة المباراة السابقة",
        discussion=SAID,
        status=MeetingStatus.HELD,
    )
    one = add_meeting(work, commission)
    planned = MeetingDraft(
        fixture_id=match,
        kind=MeetingKind.TECHNICAL,
        meets_at=work.now + timedelta(days=1),
        place="الملعب",
    )
    add_meeting(work, planned)
    invite_usual(work, one, language)
    fill_agenda(work, one, points_to_add(work, one, language))
    work.session.flush()
    people = participants_of(work, one)
    set_presence(work, people[3].id, Presence.EXCUSED)
    set_presence(work, people[4].id, Presence.ABSENT)
    for person in (*people[:3], *people[5:]):
        set_presence(work, person.id, Presence.PRESENT)
    for wording, who, days, state in DECISIONS:
        draft = CommitmentDraft(
            kind=CommitmentKind.DECISION,
            fixture_id=match,
            meeting_id=one,
            wording=wording,
            responsible=who,
            due_on=local_day(work) + timedelta(days),
            topic=CommitmentTopic.OTHER,
        )
        decision = add_commitment(work, draft)
        if state is not None:
            close_commitment(work, decision, state)
    return one


def meeting(stage: Stage, height: int = 1900) -> Any:
    """The file of a meeting that was held."""
    stage.window.resize(1280, height)
    match = stage.ask(telling_match)
    language = translator("ar").language
    made: list[UUID] = []

    def act(work: Work) -> None:
        made.append(fill(work, match, language))

    stage.shell.runner.write(stage.window, "Meeting added", act)
    stage.settle()
    return stage.open("meeting", made[0])


def meeting_file(stage: Stage) -> QWidget:
    meeting(stage)
    window: QWidget = stage.window
    return window


def meeting_file_low(stage: Stage) -> QWidget:
    meeting(stage, 768)
    stage.window.resize(1366, 768)
    stage.settle()
    window: QWidget = stage.window
    return window


def meeting_cards(stage: Stage) -> QWidget:
    """All cards under each other, however large the text."""
    page = meeting(stage, 768)
    cards: QWidget = page.inner
    follow_reading(cards)  # as the page does when the keys go on
    return cards


def meeting_form_scene(stage: Stage) -> QWidget:
    page = meeting(stage, 900)
    dialog: QWidget = page.edit(meeting_form(page.desk))
    stage.settle()
    return dialog


def agenda_scene(stage: Stage) -> QWidget:
    page = meeting(stage, 900)
    dialog: QWidget = page.edit(agenda_form())
    stage.settle()
    return dialog


def participant_scene(stage: Stage) -> QWidget:
    page = meeting(stage, 900)
    open_participant(page, page.desk, page.acts.meeting_id)
    stage.settle()
    dialog: QWidget = next(each for each in page.children() if hasattr(each, "bar"))
    return dialog


def points_scene(stage: Stage) -> QWidget:
    """What stands open, to be ticked, before a meeting whose agenda is empty."""
    page = _planned(stage)
    page.fill_button.click()
    stage.settle()
    dialog: QWidget = page.findChild(PointsDialog)
    return dialog


def _planned(stage: Stage) -> Any:
    """The file of the meeting that is still to come."""
    meeting(stage, 1100)
    match = stage.ask(telling_match)
    rows = stage.ask(lambda work: meetings_of(work, match))
    planned = next(row for row in rows if row.status is MeetingStatus.PLANNED)
    return stage.open("meeting", planned.id)


def meeting_ahead(stage: Stage) -> QWidget:
    """A meeting to come on a small laptop: all its buttons are there."""
    _planned(stage)
    stage.window.resize(1366, 768)
    stage.settle()
    window: QWidget = stage.window
    return window


def minutes_scene(stage: Stage) -> QWidget:
    window = meeting(stage, 900).open_minutes()
    stage.settle()
    shown: QWidget = window
    return shown


def meeting_list(stage: Stage) -> QWidget:
    meeting(stage, 820)
    page: Any = stage.open("liaison")
    page.tabs.setCurrentIndex(page.tabs.count() - 1)
    stage.settle()
    window: QWidget = stage.window
    return window


def match_card(stage: Stage) -> QWidget:
    meeting(stage, 1500)
    page: Any = stage.open("match", (stage.ask(telling_match), "liaison"))
    page.open_tab("liaison")
    stage.settle()
    window: QWidget = stage.window
    return window


def minutes(work: Work, language: str) -> bytes:
    """The minutes of the latest meeting that was held."""
    for one in MEETINGS.ids(work, MeetingFilter(), by("-meets_at"), None):
        rows = minutes_rows(work, one)
        if rows.meeting.status is MeetingStatus.HELD:
            return render(minutes_paper.build(rows, translator(language)))
    raise LookupError


def letter(work: Work, language: str) -> bytes:
    """The convocation to a meeting with an agenda and people."""
    for one in MEETINGS.ids(work, MeetingFilter(), by("-meets_at"), None):
        rows = minutes_rows(work, one)
        if rows.meeting.agenda and rows.participants:
            return render(convocation.build(rows, translator(language)))
    raise LookupError


SCENES = (
    Scene("meeting-file", meeting_file),
    Scene("meeting-low", meeting_file_low),
    Scene("meeting-ahead", meeting_ahead),
    Scene("meeting-cards", meeting_cards),
    Scene("meeting-form", meeting_form_scene),
    Scene("meeting-agenda", agenda_scene),
    Scene("meeting-participant", participant_scene),
    Scene("meeting-points", points_scene),
    Scene("meeting-minutes", minutes_scene),
    Scene("meeting-list", meeting_list),
    Scene("meeting-of-match", match_card),
)
PAPERS = (Paper("minutes", minutes), Paper("convocation", letter))
