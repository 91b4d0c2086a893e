"""``kb.py worker``: lend this machine to builds of other machines, or start the scheduler that they all meet at.

Both are Dask's own programs (``distributed``), with our code and libraries in them, until Ctrl-C.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from datetime import date

from botrian.read import Paths
from botrian.site.executors import Executor, NobodyDoesIt, UnknownExecutor

PORT = 8786
#: Seconds that a worker waits for a scheduler that went away.
PATIENCE = 60


def add(parser: argparse.ArgumentParser) -> None:
    """Name the options of the command."""
    ways = parser.add_mutually_exclusive_group(required=True)
    ways.add_argument("address", nargs="?", metavar="dask://HOST:PORT", help="ที่อยู่ scheduler / where the scheduler is")
    ways.add_argument("--scheduler", action="store_true", help="เปิด scheduler ในเครื่องนี้ / start the scheduler here")
    parser.add_argument(
        "--processes", type=int, default=os.cpu_count() or 1, metavar="N", help="กี่โปรเซส (ปกติทุกคอร์) / how many"
    )
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="ที่อยู่ของเครื่องนี้ที่ scheduler รับ (ปกติเฉพาะในเครื่อง) / where the scheduler listens (this machine only)",
    )
    parser.add_argument("--port", type=int, default=PORT, help=f"พอร์ตของ scheduler / its port ({PORT})")


def run(options: argparse.Namespace, paths: Paths, today: date) -> int:
    """Run Dask's program until it ends; 2: the address is none, 3: no scheduler answers, or there is no Dask."""
    try:
        if options.scheduler:
            Executor.installed()
            command = ["scheduler", "--host", options.host, "--port", str(options.port), "--no-dashboard"]
        else:
            command = ["worker", _met(options.address), "--nthreads", "1", "--nworkers", str(options.processes)]
            command += ["--no-dashboard", "--death-timeout", str(PATIENCE)]
    except NobodyDoesIt as error:
        print(error.words, file=sys.stderr)
        return error.exit_code
    environment = {**os.environ, "PYTHONPATH": str(paths.root / "hooks"), "PYTHONUTF8": "1"}
    program = [sys.executable, "-m", f"distributed.cli.dask_{command[0]}", *command[1:]]
    if os.name == "posix":
        # One process less: whoever ends this one ends Dask's program itself.
        os.execve(program[0], program, environment)  # noqa: S606 - a list, no shell
    return subprocess.run(program, env=environment, check=False).returncode


def _met(word: str) -> str:
    """The address as Dask writes it, of a scheduler that answers."""
    executor = Executor.named(word)
    if not executor.address:
        raise UnknownExecutor(word)
    executor.meet().close()  # type: ignore[no-untyped-call]
    return executor.address
