"""Each real file reads as its SOURCE says it should."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path

import pytest

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.intake.programme import (
    FileFormat,
    Programme,
    ProgrammeLine,
    QuestionKind,
    Score,
)
from sportsec.domain.intake.summary import summarise
from sportsec.tabular.reading import read_programme

SAMPLES = Path(__file__).parents[2] / "samples"
ODD = SAMPLES / "odd_encodings"
FORMATS = SAMPLES / "fixture_formats"
MOROCCO = SAMPLES / "morocco_fixtures"


@cache
def read(path: Path) -> Programme:
    return read_programme(path)


@pytest.mark.parametrize(
    ("path", "kind", "encoding", "matches"),
    [
        (MOROCCO / "botola_results_2010-2019.csv", "csv", "utf-8", 2135),
        (MOROCCO / "caf_cl_moroccan_clubs_2005-2019.csv", "csv", "utf-8", 205),
        (MOROCCO / "football_json_2024-25_ma.1.json", "football.json", "utf-8", 200),
        (MOROCCO / "internationals_in_morocco_men.csv", "csv", "utf-8", 511),
        (MOROCCO / "openfootball_2024-25_cafcl.txt", "football.txt", "utf-8", 148),
        (MOROCCO / "openfootball_2024-25_ma1.txt", "football.txt", "utf-8", 200),
        (FORMATS / "openfootball_2023-24_ug1.txt", "football.txt", "utf-8", 226),
        (FORMATS / "openfootball_2024-25_dz1.txt", "football.txt", "utf-8", 240),
        (FORMATS / "openfootball_2024-25_eg1.txt", "football.txt", "utf-8", 225),
        (FORMATS / "openfootball_2025-26_en1.txt", "football.txt", "utf-8", 380),
        (FORMATS / "football_json_2018-19_en.1.json", "football.json", "utf-8", 380),
        (FORMATS / "footballcsv_2018-19_eng.1.csv", "csv", "utf-8", 380),
        (FORMATS / "api-football_botola_live_sample.json", "api-football", "utf-8", 1),
        (FORMATS / "ics/worldcup2026_team-mar.ics", "ics", "utf-8", 6),
        (FORMATS / "ics/odoral_as_far_rabat.ics", "ics", "utf-8", 1),
        (FORMATS / "ics/odoral_marruecos.ics", "ics", "utf-8", 1),
        (FORMATS / "ics/odoral_raja_casablanca.ics", "ics", "utf-8", 1),
        (FORMATS / "ics/odoral_wydad_a_c_.ics", "ics", "utf-8", 1),
        (FORMATS / "ics/odoral_afcon2025_snapshot_2025-12-20.ics", "ics", "utf-8", 10),
        (FORMATS / "ics/odoral_afcon2025_snapshot_2025-12-22.ics", "ics", "utf-8", 25),
        (SAMPLES / "cards/cards_pl_season-1819.csv", "csv", "utf-8", 380),
        (ODD / "TRUTH_botola_2024-25.csv", "csv", "utf-8", 200),
        (ODD / "botola_2024-25_ar.xlsx", "xlsx", "", 200),
        (ODD / "botola_2024-25_ar_cp1256_semicolon.csv", "csv", "cp1256", 200),
        (ODD / "botola_2024-25_fr_cp1252_semicolon.csv", "csv", "cp1252", 200),
        (ODD / "botola_2024-25_floating.ics", "ics", "utf-8", 60),
        (ODD / "botola_2024-25_tzid_casablanca.ics", "ics", "utf-8", 200),
        (ODD / "botola_2024-25_fr.xls", "xls", "", 200),
        (ODD / "botola_2024-25_ar.ods", "ods", "", 200),
        (ODD / "botola_2024-25_fr_html.xls", "html", "cp1252", 200),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else None,
)
def test_every_line_of_the_file_is_a_match(
    path: Path, kind: str, encoding: str, matches: int
) -> None:
    programme = read(path)
    assert (programme.format.value, programme.encoding) == (kind, encoding)
    assert len(programme.lines) == matches
    assert not [line for line in programme.lines if line.problems]
    assert not programme.questions


#: Correct files about which something true and worth knowing is said.
REMARKABLE = {
    "openfootball_2023-24_ug1.txt": "very different numbers",  # Arua Hill withdrew
    "openfootball_2024-25_dz1.txt": "twice on one day",  # rounds 21 and 23, 5 April
}


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*_*/**/*_*.*")), ids=str)
def test_correct_files_raise_no_warning(path: Path) -> None:
    if path.suffix not in {".csv", ".txt", ".json", ".ics", ".xls", ".xlsx", ".ods"}:
        return
    if any(part in path.name for part in ("encrypted", "UTC", "tournaments")):
        return
    messages = [each.message for each in summarise(read(path)).warnings]
    expected = REMARKABLE.get(path.name)
    assert len(messages) == (expected is not None)
    assert all(str(expected) in message for message in messages)


# --- the season 2024-25 of Botola in all its dresses ---------------------------


@cache
def truth() -> list[dict[str, str]]:
    path = ODD / "TRUTH_botola_2024-25.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def names() -> dict[str, set[str]]:
    """Every name of each club in three languages, by its code."""
    found: dict[str, set[str]] = {}
    clubs = SAMPLES / "clubs"
    with (clubs / "morocco_clubs.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["code"]] = {row["name_fr"], row["name_ar"], row["name_en"]}
    with (clubs / "club_aliases.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["code"]].add(row["alias"])
    return found


@pytest.mark.parametrize(
    "name",
    [
        "TRUTH_botola_2024-25.csv",
        "botola_2024-25_ar.xlsx",
        "botola_2024-25_ar_cp1256_semicolon.csv",
        "botola_2024-25_fr_cp1252_semicolon.csv",
        "botola_2024-25_floating.ics",
        "botola_2024-25_tzid_casablanca.ics",
        "botola_2024-25_fr.xls",
        "botola_2024-25_ar.ods",
        "botola_2024-25_fr_html.xls",
    ],
)
def test_the_same_season_reads_the_same_from_every_format(name: str) -> None:
    lines = read(ODD / name).lines
    for line, true in zip(lines, truth(), strict=False):
        assert line.round == true["round"]
        assert line.date == date.fromisoformat(true["date"])
        assert line.time == time.fromisoformat(true["time"])
        assert line.home in names()[true["home_code"]]
        assert line.away in names()[true["away_code"]]
        if line.score is not None:
            assert f"{line.score.home}-{line.score.away}" == true["score"]


def facts(line: ProgrammeLine) -> tuple[object, ...]:
    score = line.score and line.score[:2]
    return line.round, line.date, line.home, line.away, score


def test_football_txt_and_football_json_agree() -> None:
    text = read(MOROCCO / "openfootball_2024-25_ma1.txt").lines
    data = read(MOROCCO / "football_json_2024-25_ma.1.json").lines
    assert sorted(map(facts, text)) == sorted(map(facts, data))
    hours = {facts(line): line.time for line in text}
    # The JSON leaves the hour out here and there; where it has one, it is the same.
    assert all(n.time in {None, hours[facts(n)]} for n in data)


def test_ramadan_kick_offs_at_ten_are_ten_in_utc() -> None:
    lines = read(ODD / "botola_2024-25_tzid_casablanca.ics").lines
    ramadan = [n for n in lines if n.date and n.date >= date(2025, 3, 1)]
    assert {n.kick_off and n.kick_off.hour for n in ramadan} == {22}
    first = lines[0]
    assert first.kick_off == datetime(2024, 8, 30, 16, tzinfo=UTC)


def test_titles_name_competition_and_season() -> None:
    programme = read(MOROCCO / "openfootball_2024-25_ma1.txt")
    assert programme.competition == "Morocco | Botola Pro 1 2024/25"
    assert programme.season == "2024-2025"


# --- single quirks -------------------------------------------------------------


def the(path: Path, home: str, away: str) -> list[ProgrammeLine]:
    return [n for n in read(path).lines if (n.home, n.away) == (home, away)]


def test_abandoned_and_awarded_matches_keep_their_remarks() -> None:
    ug1 = FORMATS / "openfootball_2023-24_ug1.txt"
    first, second = the(ug1, "Arua Hill SC", "Gaddafi Modern FC")
    assert first.status is FixtureStatus.ABANDONED
    assert first.remark == "abandoned at 0-0 after 10' due to heavy rain"
    assert (second.status, second.remark) == (FixtureStatus.PLAYED, "remaining 80'")
    eg1 = FORMATS / "openfootball_2024-25_eg1.txt"
    derby = the(eg1, "Zamalek", "Al Ahly SC")[-1]
    assert (derby.status, derby.score) == (FixtureStatus.AWARDED, Score(3, 0))


def test_postponed_matches_have_no_hour() -> None:
    lines = read(FORMATS / "openfootball_2024-25_dz1.txt").lines
    postponed = [n for n in lines if n.status is FixtureStatus.POSTPONED]
    assert len(postponed) == 11
    assert all(n.time is None for n in postponed)


def test_hours_left_out_equal_those_of_the_line_above() -> None:
    (line,) = the(
        MOROCCO / "openfootball_2024-25_ma1.txt", "Union de Touarga", "FUS de Rabat"
    )
    assert line.time == time(21)


def test_shoot_outs_are_told_from_goals() -> None:
    (line,) = the(
        MOROCCO / "openfootball_2024-25_cafcl.txt",
        "Jwaneng Galaxy (BOT)",
        "African Stars (NAM)",
    )
    assert line.score == Score(1, 0, "pen. 6-5")


def test_hours_in_universal_time_and_sides_not_known_yet() -> None:
    programme = read(FORMATS / "fixturedownload_fifa-world-cup-2022-UTC.csv")
    assert len(programme.lines) == 64
    assert sum(line.is_blocked for line in programme.lines) == 16
    assert programme.lines[0].kick_off == datetime(2022, 11, 20, 16, tzinfo=UTC)
    assert programme.day_first is True


@pytest.mark.parametrize("folder_file", ["fixture_formats/yallakora_ar_utf8-bom.csv"])
def test_a_file_without_days_asks_for_the_day(folder_file: str) -> None:
    path = SAMPLES / folder_file
    programme = read(path)
    assert [each.kind for each in programme.questions] == [QuestionKind.DAY]
    told = read_programme(path, day=date(2025, 11, 13)).lines
    assert not any(line.problems for line in told)
    assert told[0].score == Score(4, 1)
    assert told[0].status is FixtureStatus.PLAYED
    assert told[2].round == "9"
    assert told[0].time == time(18)


def test_cp1256_reads_as_utf_8_does() -> None:
    arabic = read(ODD / "yallakora_ar_cp1256.csv")
    unicode = read(FORMATS / "yallakora_ar_utf8-bom.csv")
    assert arabic.encoding == "cp1256"
    assert arabic.lines == unicode.lines


def test_events_of_a_television_feed() -> None:
    lines = read(FORMATS / "ics/odoral_afcon2025_snapshot_2025-12-20.ics").lines
    first = lines[0]
    assert (first.home, first.away) == ("Marruecos", "Comoras")
    assert first.competition == "Copa Africana de Naciones"
    assert first.kick_off == datetime(2025, 12, 21, 19, tzinfo=UTC)
    assert first.uid_hint


def test_events_in_american_zones() -> None:
    line = read(FORMATS / "ics/worldcup2026_team-mar.ics").lines[3]
    assert (line.home, line.away) == ("Netherlands", "Morocco")
    assert line.kick_off == datetime(2026, 6, 30, 1, tzinfo=UTC)
    assert (line.score, line.round) == (Score(1, 1, "pen. 2-3"), "Round of 32")
    assert line.venue == "Estadio BBVA, Guadalupe, Mexico"


def test_a_match_in_progress_has_no_score_yet() -> None:
    (line,) = read(FORMATS / "api-football_botola_live_sample.json").lines
    assert (line.score, line.status, line.remark) == (None, None, "Halftime")
    assert (line.venue, line.round) == ("Stade Municipal", "14")


def test_neutral_ground_is_known() -> None:
    lines = read(MOROCCO / "internationals_in_morocco_men.csv").lines
    assert [lines[0].neutral, lines[-1].neutral] == [False, True]


def test_no_break_spaces_do_not_make_new_clubs() -> None:
    lines = read(ODD / "botola_2024-25_ar.xlsx").lines
    assert len({line.home for line in lines}) == 16


def test_lists_that_are_no_programmes_ask_for_their_columns() -> None:
    for name in ("club_aliases.csv", "morocco_clubs.csv"):
        programme = read(SAMPLES / "clubs" / name)
        assert [each.kind for each in programme.questions] == [QuestionKind.COLUMNS]
        assert all(line.is_blocked for line in programme.lines)


def test_formats_are_known_by_content_not_by_name(tmp_path: Path) -> None:
    for name, kind in (
        ("botola_2024-25_ar.xlsx", FileFormat.XLSX),
        ("botola_2024-25_floating.ics", FileFormat.ICS),
        ("botola_2024-25_fr_html.xls", FileFormat.HTML),
    ):
        copy = tmp_path / "programme.csv"
        copy.write_bytes((ODD / name).read_bytes())
        assert read_programme(copy).format is kind
