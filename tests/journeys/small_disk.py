"""Runs one command of the program on a real disk that is full, or cannot be written.

python -m tests.journeys.small_disk FOLDER FREE WORD …

Only in a mount namespace of its own. A small disk is mounted, what lies in FOLDER is
put on it, and all but FREE bytes of it are filled, or it is made read-only (FREE is
"none"). "@" in a word stands for the disk. Says as JSON what the program said, whether
the record changed, and what the same command said once there was room again.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.long.crash_scenarios import content

SIZE = 200 << 20


def mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True)


def program(disk: Path, words: list[str]) -> dict[str, Any]:
    said = subprocess.run(
        [sys.executable, "-m", "sportsec", *words],
        env=os.environ | {"TMPDIR": str(disk / "tmp")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return {"code": said.returncode, "out": said.stdout, "err": said.stderr}


def fill(disk: Path, free: int) -> None:
    with (disk / "filler").open("wb") as file:
        while (left := shutil.disk_usage(disk).free - free) > 0:
            file.write(bytes(min(left, 1 << 20)))
            file.flush()


def main(folder: Path, free: str, words: list[str]) -> None:
    disk = folder / "disk"
    disk.mkdir()
    mount("-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(disk))
    shutil.copytree(folder / "cell", disk / "cell")
    for file in folder.glob("*.*"):
        shutil.copy(file, disk)
    (disk / "tmp").mkdir()
    words = [word.replace("@", str(disk)) for word in words]
    # Where it lies now, it is another replica; that is settled before.
    program(disk, ["--workspace", str(disk / "cell"), "check"])
    before, names = (
        content(disk / "cell/sportsec.db"),
        sorted(map(str, disk.rglob("*"))),
    )
    if free == "none":
        mount("-o", "remount,ro", str(disk))
    else:
        fill(disk, int(free))
    said = program(disk, words)
    if free == "none":
        mount("-o", "remount,rw", str(disk))
    else:
        (disk / "filler").unlink()
    left = sorted(set(map(str, disk.rglob("*"))) - set(names))
    changed = content(disk / "cell/sportsec.db") != before
    check = program(disk, ["--workspace", str(disk / "cell"), "check"])
    again = program(disk, words)
    print(
        json.dumps(
            {**said, "changed": changed, "left": left, "check": check, "again": again}
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
