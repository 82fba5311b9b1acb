"""When a spelling means a club or ground beyond doubt, and when one has to ask."""

from __future__ import annotations

import pytest

from sportsec.domain.intake.matching import Known
from sportsec.domain.intake.preview import NameKind, Verdict
from sportsec.domain.words import Words
from tests.unit.intake.registers import key_of, known, means, register


@pytest.mark.parametrize(
    ("spelled", "name"),
    [
        ("WYDAD  athletic club", "Wydad Athletic Club"),  # case and spaces
        ("Maghreb de Fes", "Maghreb de Fès"),  # accents
        ("نادى الوداد الرياضى", "نادي الوداد الرياضي"),  # letters of one sound
        ("AS.FAR", "AS FAR"),  # points
    ],
)
def test_what_folding_makes_equal_is_exact(spelled: str, name: str) -> None:
    found = register(name).find(spelled)
    assert (found.verdict, found.id) == (Verdict.EXACT, key_of(name))


@pytest.mark.parametrize(
    ("spelled", "name"),
    [
        ("Maghrib Fès", "Moghreb de Fez"),
        ("Olympic Safi", "Olympique Club de Safi"),
        ("RS Berkane", "Renaissance Sportive de Berkane"),
        ("Renaissance Sportive de Berkane", "RS Berkane"),
        ("COD Meknès", "Club Omnisports de Meknès"),
        ("US Touarga", "Union Touarga Sport"),
        ("شباب المحمدية", "Chabab Mohammedia"),
        ("اتحاد طنجة", "Ittihad Riadi de Tanger"),
        ("نهضة الزمامرة", "Renaissance Club Athletic Zemamra"),
        ("الاتحاد الرياضي التواركة", "Union Touarga Sport"),
        ("Chabab Mohamedia", "Chabab Mohammédia"),
        ("Raja Casablanca (MAR)", "Raja Casablanca"),
        ("Arsenal", "Arsenal FC"),
    ],
)
def test_one_name_in_other_words_is_recognised(spelled: str, name: str) -> None:
    found = register(name, "Kawkab Marrakech", "Stade Marocain").find(spelled)
    assert (found.verdict, found.id) == (Verdict.LIKELY, key_of(name))


@pytest.mark.parametrize(
    ("spelled", "name"),
    [
        ("Raja Beni Mellal", "Raja Club Athletic"),
        ("Raja", "Raja Beni Mellal"),
        ("Wydad de Fès", "Wydad Athletic Club"),
        ("USM Oujda", "MC Oujda"),
        ("FC Salé", "AS Salé"),
        ("Raja féminin", "Raja"),
        ("Raja B", "Raja"),
        ("Wydad U19", "Wydad"),
        ("Al Hilal (KSA)", "Al Hilal (SDN)"),
        ("Al Ahly Benghazi", "Al Ahly"),
        ("RCOZ", "RCAZ"),
        ("Iceland", "Ireland"),
        ("أيسلندا", "أيرلندا"),
        ("Romania", "أرمينيا"),
        ("Japan", "الجابون"),
        ("El Gouna", "القناة"),
        ("Torquay United", "اتحاد تواركة"),
        ("Africa Sports", "South Africa"),
        ("Manchester City", "Manchester United"),
        ("El Mansour", "El Mansoura"),
    ],
)
def test_another_name_is_never_taken_for_a_known_one(spelled: str, name: str) -> None:
    found = register(name).find(spelled)
    assert (found.verdict, found.id) == (Verdict.OPEN, None)


def test_the_city_of_a_club_adds_nothing_to_its_name() -> None:
    clubs = register(known("Wydad AC", "Casablanca", "WAC"), known("FUS", "Rabat"))
    assert means(clubs.find("Wydad Casablanca"), "Wydad AC")
    assert means(clubs.find("Wydad Casabl."), "Wydad AC")
    assert means(clubs.find("WAC Casablanca"), "Wydad AC")
    assert clubs.find("Wydad Rabat").id is None


def test_the_city_alone_means_no_club() -> None:
    club = known("Renaissance Sportive de Berkane", "Berkane", "RSB")
    assert register(club).find("Berkane").id is None
    assert means(register(club).find("RSB Berkane"), club.name.fr)


def test_where_two_clubs_may_be_meant_the_officer_is_asked() -> None:
    clubs = register("Raja Club Athletic", "Raja Beni Mellal")
    found = clubs.find("Raja")
    assert found.verdict is Verdict.OPEN
    assert [each.name.fr for each in found.proposals] == [
        *("Raja Club Athletic", "Raja Beni Mellal")
    ]
    assert means(clubs.find("Raja CA"), "Raja Club Athletic")


def test_a_name_that_two_clubs_have_means_neither() -> None:
    one, other = known("Hassania"), Known(key_of("x"), Words(fr="Hassania"))
    found = register(one, other).find("hassania")
    assert found.verdict is Verdict.OPEN
    assert {each.id for each in found.proposals} == {one.id, other.id}


def test_a_decision_counts_before_a_name() -> None:
    raja = known("Raja Club Athletic", "", "", "Les Verts")
    found = register(raja, "Les Verts").find("les verts")
    assert (found.verdict, found.id) == (Verdict.EXACT, raja.id)


def test_proposals_come_with_the_likeliest_first() -> None:
    found = register("Union Sidi Kacem", "Union Touarga", "Raja").find("Union Kacem")
    assert found.proposals[0].name.fr == "Union Sidi Kacem"
    scores = [each.score for each in found.proposals]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_a_record_that_alone_has_a_word_is_proposed() -> None:
    clubs = register(known("Renaissance Club Athletic Zemamra", "Zemamra"), "Raja")
    (only,) = clubs.find("CR Khemis Zemamra").proposals
    assert only.id == key_of("Renaissance Club Athletic Zemamra")


@pytest.mark.parametrize(
    ("spelled", "name"),
    [
        ("مركب محمد الخامس", "Stade Mohammed V (Complexe Mohammed V)"),
        ("Stade Adrar", "Stade Adrar (Grand Stade d'Agadir)"),
        ("الملعب الشرفي بمكناس", "Stade d'honneur de Meknès"),
        ("الملعب البلدي ببركان", "Stade municipal de Berkane"),
        ("المجمع الرياضي الأمير مولاي عبد الله", "Complexe Prince Moulay Abdellah"),
        ("ملعب 18 نونبر", "Stade du 18-Novembre"),
        ("Adrar Stadium", "Stade Adrar"),
    ],
)
def test_grounds_are_recognised_in_other_words(spelled: str, name: str) -> None:
    grounds = register(name, "Stade El Bachir", kind=NameKind.VENUE)
    assert means(grounds.find(spelled), name)


@pytest.mark.parametrize(
    ("spelled", "name"),
    [
        ("Stade Mohammed VI", "Stade Mohammed V"),
        ("Stade Hassan II", "Grand Stade Hassan II"),
        ("Stade municipal", "Stade municipal de Berkane"),
        ("Complexe sportif de Berkane", "Stade municipal de Berkane"),
        ("Stade du 15-Octobre", "Stade du 18-Novembre"),
    ],
)
def test_another_ground_is_never_taken_for_a_known_one(spelled: str, name: str) -> None:
    grounds = register(known(name, "Berkane"), kind=NameKind.VENUE)
    assert grounds.find(spelled).id is None
