"""Opens thousands of spoiled files: each is refused with a reason, or is unchanged.

python -m tests.long.hostile [HOW MANY] [FIRST SEED]
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
from sportsec.sync.container import Opened, open_container
from sportsec.sync.payload import PAYLOAD_SCHEMA
from sportsec.sync.untrusted import Checked, checked
from tests.long.mutants import PASSPHRASE, Mutant, Origin, mutant
from tests.unit.sync.payloads import a_payload

#: Seconds that one file may take, and megabytes that all of them may.
SECONDS, MEGABYTES = 30, 400

#: What is done with a file that passed every check so far.
Inner = Callable[[Opened, Checked], None]


def read_all(_opened: Opened, payload: Checked) -> None:
    """Read every value of the payload once."""
    for table in PAYLOAD_SCHEMA:
        for _ in payload.rows(table):
            pass


def fate(origin: Origin, spoiled: Mutant, inner: Inner = read_all) -> str:
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
            inner(opened, payload)
    except BadFile as refused:
        return str(refused.reason)
    return "accepted"


def megabytes() -> int:
    """Return the most memory that this process ever had; 0 where that is not told."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def run(count: int, first: int, inner: Inner = read_all) -> int:
    """Open `count` spoiled files; return how many misbehaved."""
    fates: dict[str, Counter[str]] = {}
    bad, slowest, before = 0, 0.0, megabytes()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        origin = Origin.make(folder, a_payload(folder / "good.db", 150))
        begun = time.monotonic()
        for seed in range(first, first + count):
            spoiled = mutant(origin, seed)
            start = time.monotonic()
            try:
                end = fate(origin, spoiled, inner)
            except Exception:  # noqa: BLE001 - to be counted and shown
                end, bad = "MISBEHAVED", bad + 1
                print(f"seed {seed}, {spoiled.kind}:\n{traceback.format_exc()}")
            took = time.monotonic() - start
            slowest = max(slowest, took)
            if took > SECONDS:
                bad += 1
                print(f"seed {seed}, {spoiled.kind}: {took:.1f} s")
            fates.setdefault(spoiled.kind, Counter())[end] += 1
        took = time.monotonic() - begun
    for kind in sorted(fates):
        found = fates[kind]
        print(f"{kind} ({found.total()})")
        for end, times in found.most_common():
            print(f"    {times:6} {end}")
    print(f"{count} files in {took:.0f} s, slowest {slowest:.2f} s, {megabytes()} MB")
    if megabytes() - before > MEGABYTES:  # a child begins with its parent's peak
        bad += 1
    print(
        f"{bad} misbehaved" if bad else "every one refused with a reason or unchanged"
    )
    return bad


def main() -> int:
    """Run as often as the command line says."""
    numbers = [int(each) for each in sys.argv[1:]]
    count, first = (*numbers, *(5000, 0)[len(numbers) :])
    return 1 if run(count, first) else 0


if __name__ == "__main__":
    sys.exit(main())
