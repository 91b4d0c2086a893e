"""Run a command; say on the last line of standard error what it took: seconds, those of the processor, MB.

Memory is that of all its processes together at the worst moment; what several share counts once (PSS, on Linux;
elsewhere only what is each one's own, USS).
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import threading
import time

import psutil  # type: ignore[import-untyped]

#: Seconds between two looks.
PAUSE = 1.0


def memory(root: psutil.Process) -> int:
    """Bytes of a process and all that it started, now."""
    total = 0
    for process in (root, *root.children(recursive=True)):
        try:
            told = process.memory_full_info()
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
        total += getattr(told, "pss", told.uss)
    return total


def main(command: list[str]) -> int:
    """Run and measure; the exit code is the command's."""
    start = time.perf_counter()
    child = subprocess.Popen(command)
    ended = threading.Event()
    peak = [0]

    def watch() -> None:
        root = psutil.Process(child.pid)
        while not ended.wait(PAUSE):
            try:
                peak[0] = max(peak[0], memory(root))
            except psutil.NoSuchProcess:
                return

    watching = threading.Thread(target=watch)
    watching.start()
    code = child.wait()
    seconds = time.perf_counter() - start
    ended.set()
    watching.join()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = {"seconds": seconds, "cpu": used.ru_utime + used.ru_stime, "mb": peak[0] / 1e6}
    print(json.dumps(told), file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
