"""Every real match list goes in by the command line as its SOURCE.md says.

SOURCE.md beside each file says how many matches it holds and what is odd about it.
Where fewer go in, the table says how many and why.
"""

from __future__ import annotations

import csv
import json
import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest

from sportsec.app.cli import main

SAMPLES = Path(__file__).parents[1] / "samples"
MOROCCO = SAMPLES / "morocco_fixtures"
FORMATS = SAMPLES / "fixture_formats"
ICS = FORMATS / "ics"
ODD = SAMPLES / "odd_encodings"

Json = dict[str, Any]
Take = Callable[..., tuple[int, Json]]
List = Callable[[], list[Json]]


NONE: Mapping[str, int] = MappingProxyType({})


class Case(NamedTuple):
    """What a file comes to in an empty record.

    Args:
        rows: Matches by its SOURCE.md.
        left: Lines that do not go in: outcome → how many.
        why: Part of the reason that each of these gives.
        statuses: Matches that are not simply played or to be played.
    """

    path: Path
    rows: int
    left: Mapping[str, int] = NONE
    why: str = ""
    statuses: Mapping[str, int] = NONE

    @property
    def new(self) -> int:
        return self.rows - sum(self.left.values())


# A history names no round: two clubs that meet here again within one season may be
# another match, or the same one twice. The officer is asked.
AGAIN = "These clubs already meet here"
CASES = (
    Case(MOROCCO / "openfootball_2024-25_ma1.txt", 200),
    Case(MOROCCO / "football_json_2024-25_ma.1.json", 200),
    Case(MOROCCO / "openfootball_2024-25_cafcl.txt", 148, statuses={"awarded": 1}),
    Case(MOROCCO / "botola_results_2010-2019.csv", 2135, {"unclear": 1}, AGAIN),
    Case(MOROCCO / "caf_cl_moroccan_clubs_2005-2019.csv", 205, {"unclear": 10}, AGAIN),
    Case(MOROCCO / "internationals_in_morocco_men.csv", 511, {"unclear": 7}, AGAIN),
    Case(FORMATS / "footballcsv_2018-19_eng.1.csv", 380),
    # The knock-out rounds were not drawn yet: "To be announced".
    Case(
        FORMATS / "fixturedownload_fifa-world-cup-2022-UTC.csv",
        *(64, {"unclear": 16}, "not known yet"),
    ),
    Case(FORMATS / "openfootball_2024-25_dz1.txt", 240, statuses={"postponed": 11}),
    Case(FORMATS / "openfootball_2024-25_eg1.txt", 225, statuses={"awarded": 1}),
    # Broken off after 10' for rain and ended the next day: one match on two lines.
    Case(
        FORMATS / "openfootball_2023-24_ug1.txt",
        *(226, {"same": 1}, "Line 56 tells how this match ended"),
    ),
    Case(FORMATS / "openfootball_2025-26_en1.txt", 380, statuses={"postponed": 3}),
    Case(FORMATS / "football_json_2018-19_en.1.json", 380),
    Case(FORMATS / "api-football_botola_live_sample.json", 1),
    Case(ICS / "odoral_as_far_rabat.ics", 1),
    Case(ICS / "odoral_marruecos.ics", 1),
    Case(ICS / "odoral_raja_casablanca.ics", 1),
    Case(ICS / "odoral_wydad_a_c_.ics", 1),
    Case(ICS / "odoral_afcon2025_snapshot_2025-12-20.ics", 10),
    Case(ICS / "odoral_afcon2025_snapshot_2025-12-22.ics", 25),
    Case(ICS / "worldcup2026_team-mar.ics", 6),
    Case(ODD / "TRUTH_botola_2024-25.csv", 200),
    Case(ODD / "botola_2024-25_fr_cp1252_semicolon.csv", 200),
    Case(ODD / "botola_2024-25_ar_cp1256_semicolon.csv", 200),
    Case(ODD / "botola_2024-25_ar.xlsx", 200),
    Case(ODD / "botola_2024-25_ar.ods", 200),
    Case(ODD / "botola_2024-25_fr.xls", 200),
    Case(ODD / "botola_2024-25_fr_html.xls", 200),
    Case(ODD / "botola_2024-25_tzid_casablanca.ics", 200),
    Case(ODD / "botola_2024-25_floating.ics", 60),
)
BY_NAME = {case.path.name: case for case in CASES}
#: Lists without a day, and tables that hold no matches.
NO_LISTS = {
    "yallakora_ar_utf8-bom.csv": "The day of the match is not given.",
    "yallakora_ar_cp1256.csv": "The day of the match is not given.",
    "tournaments_in_morocco.csv": "No clubs are named on this line.",
}
OUTCOMES = ("new", "moved", "changed", "same", "unclear", "refused")
FRAME = ("--competition", "Real", "--new-clubs", "create")


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real") / "cell"
    assert main(["--workspace", str(folder), "init", "--cell", "Cellule"]) == 0
    return folder


@pytest.fixture
def place(founded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(founded, tmp_path / "cell"))


@pytest.fixture
def take(place: Path, capsys: pytest.CaptureFixture[str]) -> Take:
    def command(path: Path, *words: str) -> tuple[int, Json]:
        capsys.readouterr()
        where = ["--workspace", str(place)]
        code = main([*where, "intake", str(path), *FRAME, *words, "--json"])
        said = capsys.readouterr()
        assert said.err == ""
        return code, json.loads(said.out)

    return command


@pytest.fixture
def listed(place: Path, capsys: pytest.CaptureFixture[str]) -> List:
    def command() -> list[Json]:
        capsys.readouterr()
        assert main(["--workspace", str(place), "fixtures", "--json"]) == 0
        found: list[Json] = json.loads(capsys.readouterr().out)
        return found

    return command


def counts(found: Json) -> dict[str, int]:
    return {name: found[name] for name in OUTCOMES if found[name]}


def test_no_real_match_list_is_left_out() -> None:
    folders = (MOROCCO, FORMATS, ICS, ODD)
    files = {path.name for folder in folders for path in folder.glob("*.*")}
    known = {*BY_NAME, *NO_LISTS, "SOURCE.md"}
    assert files - known == {"botola_2024-25_ar_encrypted.xlsx"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.name)
def test_a_real_file_goes_in_once_and_says_what_waits(
    case: Case, take: Take, listed: List
) -> None:
    waits = {outcome: n for outcome, n in case.left.items() if outcome != "same"}
    code, found = take(case.path)
    assert code == (1 if waits else 0)
    assert found["read"] == len(found["lines"]) == case.rows
    assert counts(found) == {"new": case.new, **case.left}
    left = [line for line in found["lines"] if line["outcome"] in case.left]
    assert all(case.why in line["reason"] for line in left)

    matches = listed()
    assert len(matches) == case.new
    statuses = Counter(match["status"] for match in matches)
    usual = statuses["played"] + statuses["scheduled"]
    assert dict(
        statuses - Counter({s: statuses[s] for s in ("played", "scheduled")})
    ) == (case.statuses)
    assert usual + sum(case.statuses.values()) == case.new
    assert all(match["home"] and match["away"] for match in matches)

    code, again = take(case.path)
    assert code == (1 if waits else 0)
    assert counts(again) == {"same": case.new + case.left.get("same", 0), **waits}
    assert listed() == matches


@pytest.mark.parametrize(("name", "why"), NO_LISTS.items())
def test_a_list_without_days_or_matches_is_refused_and_says_why(
    name: str, why: str, take: Take, listed: List
) -> None:
    (path,) = SAMPLES.glob(f"*/{name}")
    code, found = take(path)
    assert code == 2
    assert found["new"] == 0
    assert all(why in line["reason"] for line in found["lines"])
    assert listed() == []


def one(matches: list[Json], home: str, away: str) -> Json:
    (found,) = (m for m in matches if home in m["home"] and away in m["away"])
    return found


@pytest.mark.parametrize(
    ("name", "home", "away", "kick_off"),
    [
        # The clocks went back that very morning, a week before Ramadan.
        ("openfootball_2024-25_ma1.txt", "FAR", "Raja", "2025-02-23T18:00:00+00:00"),
        # UTC in the file, UTC+1 in Casablanca.
        (
            "odoral_afcon2025_snapshot_2025-12-20.ics",
            *("Marruecos", "Comoras", "2025-12-21T20:00:00+01:00"),
        ),
        (
            "fixturedownload_fifa-world-cup-2022-UTC.csv",
            *("Qatar", "Ecuador", "2022-11-20T17:00:00+01:00"),
        ),
        # Midnight in New York, evening in Monterrey: another hour, even another day.
        (
            "worldcup2026_team-mar.ics",
            *("Brazil", "Morocco", "2026-06-14T05:00:00+01:00"),
        ),
        (
            "worldcup2026_team-mar.ics",
            *("Netherlands", "Morocco", "2026-06-30T02:00:00+01:00"),
        ),
    ],
)
def test_a_kick_off_is_that_of_the_file_on_the_clocks_of_the_cell(
    name: str, home: str, away: str, kick_off: str, take: Take, listed: List
) -> None:
    take(BY_NAME[name].path)
    match = one(listed(), home, away)
    assert (match["kick_off"], match["kick_off_date"]) == (kick_off, kick_off[:10])


def truth() -> list[tuple[str, str]]:
    """Kick-off and score of each match; in Ramadan the clocks stand at UTC."""
    with (ODD / "TRUTH_botola_2024-25.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    zone = ZoneInfo("Africa/Casablanca")
    found = []
    for row in rows:
        moment = datetime.fromisoformat(f"{row['date']}T{row['time']}")
        found.append((moment.replace(tzinfo=zone).isoformat(), row["score"]))
    return sorted(found)


@pytest.mark.parametrize(
    "path",
    [case.path for case in CASES if case.rows == 200],
    ids=lambda path: path.name,
)
def test_every_dress_of_the_botola_comes_to_the_truth(
    path: Path, take: Take, listed: List
) -> None:
    take(path)
    matches = listed()
    expected = truth()
    assert sum(moment.endswith("T22:00:00+00:00") for moment, _ in expected) == 16
    if path.suffix == ".ics":  # a calendar gives no scores
        expected = [(moment, "None") for moment, _ in expected]
    assert sorted((m["kick_off"], str(m["score"])) for m in matches) == expected


def test_floating_hours_are_those_of_the_cell(take: Take, listed: List) -> None:
    take(BY_NAME["botola_2024-25_floating.ics"].path)
    assert {m["kick_off"] for m in listed()} <= {moment for moment, _ in truth()}


@pytest.mark.parametrize(
    ("name", "home", "away", "status", "score"),
    [
        ("openfootball_2024-25_eg1.txt", "Zamalek", "Al Ahly", "awarded", "3-0"),
        ("openfootball_2024-25_cafcl.txt", "Djoliba", "Red Star", "awarded", "3-0"),
        ("openfootball_2024-25_dz1.txt", "MC Alger", "USM Alger", "postponed", None),
        ("openfootball_2023-24_ug1.txt", "Arua Hill", "Gaddafi", "played", "0-1"),
        (
            "footballcsv_2018-19_eng.1.csv",
            "Man United",
            "Leicester",
            "played",
            "2-1",
        ),
        ("worldcup2026_team-mar.ics", "Netherlands", "Morocco", "played", "1-1"),
    ],
)
def test_status_and_score_are_those_of_the_file(
    name: str,
    home: str,
    away: str,
    status: str,
    score: str | None,
    take: Take,
    listed: List,
) -> None:
    take(BY_NAME[name].path)
    match = one(listed(), home, away)
    assert (match["status"], match["score"]) == (status, score)


def test_a_feed_with_new_uids_at_every_refresh_is_recognised(
    take: Take, listed: List
) -> None:
    older = BY_NAME["odoral_afcon2025_snapshot_2025-12-20.ics"].path
    newer = BY_NAME["odoral_afcon2025_snapshot_2025-12-22.ics"].path
    uids = [
        {row for row in path.read_text().splitlines() if row.startswith("UID:")}
        for path in (older, newer)
    ]
    assert not uids[0] & uids[1]
    take(older)
    before = {match["id"] for match in listed()}
    code, found = take(newer)
    # Morocco–Comoros had been played by then and left the feed.
    assert (code, counts(found)) == (0, {"new": 16, "same": 9})
    assert before <= {match["id"] for match in listed()}
    assert len(listed()) == 26


@pytest.mark.parametrize(
    "name",
    [
        "football_json_2024-25_ma.1.json",
        "TRUTH_botola_2024-25.csv",
        "botola_2024-25_fr.xls",
        "botola_2024-25_fr_html.xls",
    ],
)
def test_other_forms_of_one_programme_say_nothing_new(name: str, take: Take) -> None:
    take(BY_NAME["openfootball_2024-25_ma1.txt"].path)
    code, found = take(BY_NAME[name].path, "--dry-run")
    assert (code, counts(found)) == (0, {"same": 200})
