"""Opens thousands of spoiled files, and takes thousands of false ones in.

python -m tests.long.hostile [HOW MANY OF EACH] [FIRST SEED]

A spoiled file is refused with a reason, or its content is unchanged. A false one is
signed by a cell that we trust, whose program an attacker has changed: it is refused
with a reason and changes nothing, or what it says is taken for what it means.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from sportsec.domain.errors import BadFile
from sportsec.sync.container import open_container
from sportsec.sync.payload import PAYLOAD_SCHEMA
from sportsec.sync.untrusted import checked
from tests.long.forgeries import forged
from tests.long.importing import stage
from tests.long.mutants import PASSPHRASE, Mutant, Origin, mutant
from tests.unit.sync.payloads import a_payload

#: Seconds that one file may take, and megabytes that all of them may.
SECONDS, MEGABYTES = 30, 400
#: After how many files it is said how far the run is.
SAID = 500

#: Takes a seed; returns how the file of that seed was made, and what became of it.
Attempt = Callable[[int], tuple[str, str]]


def fate(origin: Origin, spoiled: Mutant) -> str:
    """Open a spoiled file and say what became of it.

    Raises:
        Exception: Anything but a refusal, or content that nobody signed.
    """
    path, into = origin.folder / "mutant.ssx", origin.folder / "into"
    shutil.rmtree(into, ignore_errors=True)
    path.write_bytes(spoiled.data)
    try:
        opened = open_container(
            path,
            into,
            box=origin.reader.box,
            passphrase=PASSPHRASE,
            me=origin.reader.cell_key,
        )
        wanted = spoiled.content or origin.payload.read_bytes()
        if opened.payload.read_bytes() != wanted:
            raise AssertionError("other content than was signed")
        with checked(opened.payload) as payload:
            for table in PAYLOAD_SCHEMA:
                for _ in payload.rows(table):
                    pass
    except BadFile as refused:
        return str(refused.reason)
    return "accepted"


def megabytes() -> int:
    """Return the most memory that this process ever had; 0 where that is not told."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


class Tally:
    """Counts what became of files, and how long they took."""

    def __init__(self) -> None:
        self.bad = 0
        self.slowest = 0.0
        self.fates: dict[str, Counter[str]] = {}

    def attempt(self, seed: int, attempt: Attempt) -> None:
        start, kind = time.monotonic(), "unknown"
        try:
            kind, end = attempt(seed)
        except Exception:  # noqa: BLE001 - to be counted and shown
            end, self.bad = "MISBEHAVED", self.bad + 1
            print(f"seed {seed}:\n{traceback.format_exc(limit=-6)[:3000]}", flush=True)
        took = time.monotonic() - start
        self.slowest = max(self.slowest, took)
        if took > SECONDS:
            self.bad += 1
            print(f"seed {seed}, {kind}: {took:.1f} s")
        self.fates.setdefault(kind, Counter())[end] += 1

    def show(self) -> None:
        for kind in sorted(self.fates):
            found = self.fates[kind]
            print(f"{kind} ({found.total()})")
            for end, times in found.most_common():
                print(f"    {times:6} {end}")


def run(what: str, count: int, first: int, attempt: Attempt) -> int:
    """Try so many files; return how many misbehaved."""
    tally, before, begun = Tally(), megabytes(), time.monotonic()
    for seed in range(first, first + count):
        tally.attempt(seed, attempt)
        done = seed - first + 1
        if done % SAID == 0 and done < count:
            print(f"{what}: {done} so far, {tally.bad} misbehaved", flush=True)
    took = time.monotonic() - begun
    tally.show()
    print(
        f"{what}: {count} files in {took:.0f} s, slowest {tally.slowest:.2f} s,"
        f" {megabytes()} MB, {tally.bad} misbehaved",
        flush=True,
    )
    # A child begins with its parent's peak.
    return tally.bad + int(megabytes() - before > MEGABYTES)


def open_spoiled(count: int, first: int) -> int:
    """Open files spoiled on their way, or in their seals, packing, pages and values."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        origin = Origin.make(folder, a_payload(folder / "good.db", 150))

        def attempt(seed: int) -> tuple[str, str]:
            spoiled = mutant(origin, seed)
            return spoiled.kind, fate(origin, spoiled)

        return run("opened", count, first, attempt)


def take_in_false(count: int, first: int) -> int:
    """Take in files that are what their sender signed, and false."""
    with tempfile.TemporaryDirectory() as name, stage(Path(name)) as cells:
        if cells.fate(cells.letter.copy()) != "taken in":
            raise AssertionError("the true file is not taken in")

        def attempt(seed: int) -> tuple[str, str]:
            kind, letter = forged(cells.letter, cells.prey, seed)
            return kind, cells.fate(letter)

        return run("taken in", count, first, attempt)


def main() -> int:
    """Run as often as the command line says."""
    numbers = [int(each) for each in sys.argv[1:]]
    count, first = (*numbers, *(5000, 0)[len(numbers) :])
    bad = open_spoiled(count, first) + take_in_false(count, first)
    print(f"{bad} misbehaved" if bad else "all refused with a reason, or as they mean")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
