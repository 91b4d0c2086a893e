"""The seconds that the table of rooms tells: those of programs that go on are in it, once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.durations import Clock

USED = 0.5
PROGRAM = f"""
import time
while time.process_time() < {USED}: pass
print("done", flush=True)
input()
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux tells it")
def test_what_a_program_uses_is_counted_while_it_goes_on_and_not_again_when_it_ends() -> None:
    clock = Clock()
    with subprocess.Popen([sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        program.stdout.readline()
        going_on = clock.since(look=True)
        program.communicate(b"\n")
        ended = clock.since(look=False)

    # The system counts in hundredths.
    assert going_on > USED - 0.1
    assert ended < USED - 0.1
