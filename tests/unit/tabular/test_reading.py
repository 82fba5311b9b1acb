"""One way in: answers given to the reader, and what the file as a whole says."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from sportsec.domain.intake import findings
from sportsec.domain.intake.mapping import Field, Mapping
from sportsec.domain.intake.programme import FileFormat, Programme, QuestionKind
from sportsec.tabular.reading import read_programme
from tests.unit.tabular.books import HEADINGS, a_book


def read(
    folder: Path, text: str | bytes, name: str = "p.csv", **answers: object
) -> Programme:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_programme(path, **answers)  # type: ignore[arg-type]


def test_the_question_of_day_and_month_is_asked_and_answered(tmp_path: Path) -> None:
    text = "Date;Domicile;Extérieur\n05/06/2024;Raja;Wydad\n07/06/2024;FAR;FUS\n"
    asked = read(tmp_path, text)
    (question,) = asked.questions
    assert (question.kind, question.lines) == (QuestionKind.DAY_ORDER, 2)
    assert question.example in {"05/06/2024", "07/06/2024"}
    told = read(tmp_path, text, day_first=True)
    assert not told.questions
    assert [line.date for line in told.lines] == [date(2024, 6, 5), date(2024, 6, 7)]


def test_days_without_a_year_wait_for_the_season(tmp_path: Path) -> None:
    text = "Date;Domicile;Extérieur\n30 août;Raja;Wydad\n12 mars;FAR;FUS\n"
    assert [q.kind for q in read(tmp_path, text).questions] == [QuestionKind.YEAR]
    told = read(tmp_path, text, season="2024-2025")
    assert [line.date for line in told.lines] == [date(2024, 8, 30), date(2025, 3, 12)]


def test_a_mapping_is_changed_and_remembered_under_its_headings(tmp_path: Path) -> None:
    text = "Dia;Casa;Fora\n2024-08-30;Raja;Wydad\n2024-08-31;Wydad;Raja\n"
    guess = read(tmp_path, text)
    assert guess.headings == ("Dia", "Casa", "Fora")
    assert guess.mapping.names_teams
    changed = Mapping.parse("date=1 home=3 away=2")
    told = read(tmp_path, text, mapping=changed)
    assert told.lines[-1].home == "Raja"
    assert told.mapping == changed
    named = read(tmp_path, "Date;Home;Away\n2024-08-30;Raja;Wydad\n")
    assert named.heading_key
    assert named.mapping.column(Field.HOME) == 1


def test_another_zone_is_meant_when_it_is_told(tmp_path: Path) -> None:
    text = "Date;Heure;Domicile;Extérieur\n2024-08-30;17h00;Raja;Wydad\n"
    line = read(tmp_path, text, zone="Europe/Paris").lines[0]
    assert line.kick_off is not None
    assert line.kick_off.hour == 15
    with pytest.raises(ValueError, match="Nowhere"):
        read(tmp_path, text, zone="Nowhere/Land")


def test_a_digest_names_the_bytes(tmp_path: Path) -> None:
    text = "Date;Domicile;Extérieur\n2024-08-30;Raja;Wydad\n"
    assert read(tmp_path, text).digest == read(tmp_path, text, name="q.csv").digest


def test_excel_cells_of_every_kind(tmp_path: Path) -> None:
    rows = [
        ("Programme - Saison 2024/2025",),
        (),
        (*HEADINGS, "Score"),
        ("J1", date(2024, 8, 30), time(17), "Raja", "Wydad\xa0", time(5, 3)),
        ("", "31/08/2024", "19h00", "FAR", "FUS", "2 - 1"),
        ("", 45536, 0.875, "Fès", "Safi", ""),
    ]
    lines = read(tmp_path, a_book(rows), name="p.xlsx").lines
    assert [line.number for line in lines] == [4, 5, 6]
    assert [line.date for line in lines] == [
        date(2024, 8, 30),
        date(2024, 8, 31),
        date(2024, 9, 1),
    ]
    assert [line.time for line in lines] == [time(17), time(19), time(21)]
    assert [line.score and line.score[:2] for line in lines] == [(5, 3), (2, 1), None]
    assert [line.round for line in lines] == ["1", "1", "1"]
    assert lines[0].away == "Wydad"


def test_text_encoded_twice_is_said(tmp_path: Path) -> None:
    text = "Journée;Date;Domicile;Extérieur\n1;2024-08-30;Fès;Meknès\n"
    programme = read(tmp_path, text.encode().decode("cp1252").encode())
    assert programme.lines[0].away == "Meknès"
    assert findings.repaired_text("cp1252") in programme.notices


def test_a_plain_list_of_objects(tmp_path: Path) -> None:
    text = """[{"id": "x", "home": "Raja", "away": "Wydad", "venue": "Stade Atlas",
      "kick_off": "2024-08-30T17:00:00+01:00", "kick_off_date": "2024-08-30",
      "score": {"home": 2, "away": 1}}]"""
    programme = read(tmp_path, text, name="p.json")
    (line,) = programme.lines
    assert programme.format is FileFormat.JSON
    assert (line.home, line.venue) == ("Raja", "Stade Atlas")
    assert (line.date, line.time) == (date(2024, 8, 30), time(17))
    assert line.score is not None
    assert line.score[:2] == (2, 1)


def test_a_list_within_an_answer_is_found(tmp_path: Path) -> None:
    text = '{"ok": 1, "data": {"events": [{"date": "2024-08-30", "match": "A1 v B1"}]}}'
    (line,) = read(tmp_path, text, name="p.json").lines
    assert (line.home, line.away) == ("A1", "B1")


def test_utf_16_of_excels_unicode_text(tmp_path: Path) -> None:
    text = "التاريخ\tالفريق المضيف\tالفريق الضيف\r\n2024-08-30\tالرجاء\tالوداد\r\n"
    programme = read(tmp_path, b"\xff\xfe" + text.encode("utf-16-le"), name="p.txt")
    assert programme.encoding == "utf-16-le"
    assert programme.lines[0].home == "الرجاء"
