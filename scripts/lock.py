"""Write the lock files again: requirements/*.in -> requirements/*.txt, with hashes, for every system.

For maintainers. Change a version in a .in file, then run, with uv (https://docs.astral.sh/uv/) installed:

    python3 scripts/lock.py              keeps every version that may stay as it is
    python3 scripts/lock.py --upgrade    takes the newest of whatever came along

Then `python3 scripts/kb.py test`: it installs from the new files, and checks them. The header
of each file is uv's own, because Dependabot reads its options from there.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: `uv` is the tool that installs the others; where a machine has none, kb.py fetches it.
LOCKED_SETS = ("uv", "build", "cluster", "test")
#: Sets that hold another one whole must name the same versions: they are locked with its file as a constraint.
HELD = {"cluster": "build", "test": "cluster"}


def compile_command(locked_set: str, extra: list[str]) -> list[str]:
    """The uv command that locks one set; paths are relative to the project, so that no machine is named."""
    return [
        "uv",
        "pip",
        "compile",
        "--universal",
        "--python-version=3.11",
        "--generate-hashes",
        f"--output-file=requirements/{locked_set}.txt",
        f"requirements/{locked_set}.in",
        *extra,
    ]


def main(extra: list[str]) -> int:
    """Lock every set; `extra` goes to uv as it is. Returns uv's exit code."""
    if shutil.which("uv") is None:
        print("uv is not on PATH: https://docs.astral.sh/uv/getting-started/installation/", file=sys.stderr)
        return 1
    for locked_set in LOCKED_SETS:
        constraint = [f"--constraint=requirements/{HELD[locked_set]}.txt"] if locked_set in HELD else []
        command = [*compile_command(locked_set, [*constraint, *extra]), "--quiet"]
        code = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL).returncode
        if code:
            return code
        print(f"requirements/{locked_set}.txt")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
