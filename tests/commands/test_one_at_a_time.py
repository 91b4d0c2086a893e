"""Two kb.py at once must not work on one environment."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from one_at_a_time import one_at_a_time

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
OTHER = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from one_at_a_time import one_at_a_time
with one_at_a_time(Path(sys.argv[2]), on_wait=lambda: print("waits", flush=True)):
    print("goes on", flush=True)
"""


def test_a_second_process_waits_until_the_first_is_done(tmp_path: Path) -> None:
    """It says once that it waits, and goes on as soon as the lock is free."""
    lock = tmp_path / "ล็อก"
    command = [sys.executable, "-c", OTHER, str(SCRIPTS), str(lock)]
    with one_at_a_time(lock, on_wait=lambda: None):
        other = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert other.stdout is not None
        first = other.stdout.readline()
        still_running = other.poll() is None
    rest, _ = other.communicate(timeout=30)

    assert (first, still_running, rest) == ("waits\n", True, "goes on\n")
    assert other.returncode == 0
