"""Let one process at a time do something: a lock that the system drops when its holder ends, however it ends.

Enters: a file to lock. Leaves: nothing; the block runs while no other process runs it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

PAUSE_SECONDS = 0.5


@contextmanager
def one_at_a_time(lock_file: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of this file while the block runs; call on_wait once if another process holds it first.

    The file itself stays behind, empty: removing it could take the lock from under a process that waits.
    """
    lock_file.parent.mkdir(parents=True, exist_ok=True)
    with lock_file.open("a+b") as handle:
        told = False
        while not try_lock(handle):
            if not told:
                on_wait()
                told = True
            time.sleep(PAUSE_SECONDS)
        yield


if sys.platform == "win32":
    import msvcrt

    def try_lock(handle: IO[bytes]) -> bool:
        """Take the lock of an open file if it is free; closing the file gives it back."""
        try:
            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def try_lock(handle: IO[bytes]) -> bool:
        """Take the lock of an open file if it is free; closing the file gives it back.

        A file system without locks (some network drives) counts as free: better two than none.
        """
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True
