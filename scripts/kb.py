"""The one command people run: `python3 scripts/kb.py COMMAND …`, from any folder; Linux, macOS and Windows.

It makes the project's own environment when needed, then hands every argument to `botrian.commands` there, and
returns its exit code. This file must still run on Python 3.6, so that an old Python gets a sentence and not a
syntax error: no `from __future__ import annotations`; annotations that need a newer Python stand in quotes.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
NEWER_PYTHONS = ("python3.14", "python3.13", "python3.12", "python3.11")
OPTIONS_WITH_A_VALUE = ("--data", "--docs", "--root")
OPTIONS_OF_SEVERAL_MACHINES = ("--executor", "--store")
OF_ANOTHER_PYTHON = ("PYTHONHOME", "__PYVENV_LAUNCHER__")
NO_BYTECODE, BYTECODE_FOLDER = "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"
ENVIRONMENT_FAILED = 3
INTERRUPTED = 130


def old_python_message(version: "tuple[int, ...]", newer: "str | None" = None) -> "str | None":
    """What to tell the owner of a Python that is too old; None when it is new enough.

    version: as in sys.version_info. newer: the name of a newer Python on this machine, if one was found.
    """
    if tuple(version[:2]) >= OLDEST_PYTHON:
        return None
    found = ".".join(str(part) for part in version[:3])
    if newer:
        thai = f"เครื่องนี้มี {newer} อยู่แล้ว ให้พิมพ์: {newer} scripts/kb.py"
        english = f"This machine has {newer}. Type: {newer} scripts/kb.py"
    else:
        thai = "ดาวน์โหลดรุ่นใหม่ได้ที่ https://www.python.org/downloads/ แล้วสั่งใหม่อีกครั้ง"
        english = "Get a newer one from https://www.python.org/downloads/ and run this again."
    return (
        f"Python ของเครื่องนี้เก่าเกินไป: พบรุ่น {found} ต้องใช้รุ่น 3.11 ขึ้นไป\n{thai}\n\n"
        f"This Python is too old: found {found}, needed 3.11 or newer.\n{english}"
    )


def asks_for_help(arguments: "list[str]") -> bool:
    """True for `kb.py`, `kb.py --help` and `kb.py help`; `kb.py check --help` is answered by the command."""
    return not arguments or arguments[0] in ("-h", "--help", "help")


def command_word(arguments: "list[str]") -> "str | None":
    """The command among the arguments: the first word that is neither an option nor an option's value."""
    value_follows = False
    for argument in arguments:
        if value_follows:
            value_follows = False
        elif argument.startswith("-"):
            value_follows = argument in OPTIONS_WITH_A_VALUE
        else:
            return argument
    return None


def locked_set_for(arguments: "list[str]") -> str:
    """Which locked requirements the command needs: `test`, `cluster` for work by several machines, else `build`."""
    word = command_word(arguments)
    if word == "build" and any("://" in value for value in several_machines(arguments)):
        return "cluster"
    return {"test": "test", "bench": "test", "worker": "cluster"}.get(word or "", "build")


def several_machines(arguments: "list[str]") -> "list[str]":
    """The values of --executor and --store, whether they follow a blank or a `=`."""
    parts = [argument.partition("=") for argument in arguments]
    joined = [value for name, _, value in parts if name in OPTIONS_OF_SEVERAL_MACHINES]
    return joined + [arguments[at + 1] for at, name in enumerate(arguments[:-1]) if name in OPTIONS_OF_SEVERAL_MACHINES]


def child_environ(environ: "dict[str, str]", inside: Path) -> "dict[str, str]":
    """The environment variables for botrian.commands: our code, UTF-8, nothing of another Python.

    inside: the folder of the environment. Who wants no compiled code beside the code gets it there: without any,
    each process of each command compiles everything again, which takes longer than checking does.
    """
    ours = {name: value for name, value in environ.items() if name not in OF_ANOTHER_PYTHON}
    ours["PYTHONPATH"] = str(ROOT / "hooks")
    ours["PYTHONUTF8"] = "1"
    if ours.pop(NO_BYTECODE, ""):
        ours.setdefault(BYTECODE_FOLDER, str(inside / "botrian-bytecode"))
    return ours


def hand_over(python: Path, arguments: "list[str]") -> int:
    """Run botrian.commands with the environment's Python; return its exit code.

    -P keeps the folder a person stands in off the module path: a stray yaml.py there must not become ours.
    """
    command = [str(python), "-P", "-m", "botrian.commands", *arguments]
    environ = child_environ(dict(os.environ), python.parent.parent)
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        # One process less: Ctrl-C and a supervisor's signals reach the command itself.
        os.execve(command[0], command, environ)  # noqa: S606 -- a list, no shell
    child = subprocess.Popen(command, env=environ)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # the child got the same Ctrl-C, and says itself how it ends


def speak_utf8() -> None:
    """Let Thai through whatever the console's code page is; a sign it cannot show becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def main(arguments: "list[str]") -> int:
    """Answer --help here; else prepare the environment and hand over. Returns the exit code."""
    speak_utf8()
    newer = next((name for name in NEWER_PYTHONS if shutil.which(name)), None)
    too_old = old_python_message(tuple(sys.version_info[:3]), newer)
    if too_old:
        print(too_old, file=sys.stderr)
        return ENVIRONMENT_FAILED
    if asks_for_help(arguments):
        print((ROOT / "scripts" / "help.txt").read_text(encoding="utf-8"), end="")
        return 0
    # Found by its place, not by the caller's folder or by how Python was started (-I, -P).
    sys.path.insert(0, str(ROOT / "scripts"))
    import environment  # needs Python 3.11, so not before the version is known

    try:
        python = environment.prepare(ROOT, locked_set_for(arguments), dict(os.environ))
        return hand_over(python, arguments)
    except environment.EnvironmentFailedError as failure:
        print(failure.explanation(), file=sys.stderr)
        return ENVIRONMENT_FAILED
    except KeyboardInterrupt:
        print("\nหยุดตามคำสั่ง / Stopped.", file=sys.stderr)
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
