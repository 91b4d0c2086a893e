"""`kb.py test`: lint, format, types, the same for the browser code, a browser, then every test.

All steps run even when one fails.

Enters: `--content`, `--no-browser` and whatever pytest takes. Leaves: 0 when every step succeeded, else 1. The last
line printed has pytest's usual form (`2 failed, 310 passed in 41.20s`); each failed step before pytest counts
there as one more failed.

`--content` runs what a change of `data/` or `docs/` alone can break: the check of every file, and questions to the
pages of the real site, built once. The files of tables and kits, which take half of a build, are made and read in CI
(`CI=true`) and by a run without `--content`. Tests run in several processes, a file's tests in one, unless pytest is
told otherwise (`-n 0`).
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from botrian.commands.browser import CHOSEN, Browser, find_browser
from botrian.commands.js_tools import STEPS, Node, ToolsMissing, find_node, install, write_data
from botrian.search.build import entry_data
from botrian.site.scripts import scripts_data

NO_BROWSER = "BOTRIAN_NO_BROWSER"
PAGES_ONLY = "BOTRIAN_PAGES_ONLY"
ROOT = Path(__file__).resolve().parents[3]
CODE = ("hooks", "scripts", "tests")
CONTENT = "--content"
#: The files with tests of the real content; all of them bear the mark `content`.
CONTENT_TESTS = (
    "tests/check/test_real_records.py",
    "tests/exports/test_selections.py",
    "tests/likeness/test_distance.py",
    "tests/offline/test_archive.py",
    "tests/pictures/test_pictures.py",
    "tests/site/test_built_site.py",
    "tests/site/test_lengths.py",
    "tests/site/test_real_site.py",
)
#: More processes than this gain nothing: the longest file of tests decides.
MOST_WORKERS = 4
LAST_LINE = re.compile(r"^=*\s*((?:\d+ [a-z]+, )*\d+ [a-z]+|no tests ran|no tests collected)\s+in [\d.]+s.*$")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Step:
    """One finished step: what it is called, whether it succeeded, how many seconds it took."""

    name: str
    succeeded: bool
    seconds: float


def run(arguments: list[str]) -> int:
    """Run every step over the project; return 0 when all succeeded, else 1.

    arguments: `--content`, `--no-browser`, and pytest's own (paths, -k, -x …).
    """
    started = time.monotonic()
    content = CONTENT in arguments
    # Who changes content need not have a browser; the tests that need one are then left out.
    with_browser = "--no-browser" not in arguments and not (content and find_browser() is None)
    pytest_arguments = [argument for argument in arguments if argument not in ("--no-browser", CONTENT)]
    pytest_arguments += ["-m", "content", *CONTENT_TESTS] if content else []
    environ = dict(os.environ)
    if content and environ.get("CI") != "true":
        environ[PAGES_ONLY] = "1"
    steps = [] if content else code_steps(environ)
    if with_browser:
        steps.append(timed("browser", lambda: browser_for(environ, find_browser)))
    else:
        environ[NO_BROWSER] = "1"
    said: list[str] = []
    steps.append(timed("pytest", lambda: pytest(pytest_arguments, environ, said)))
    print("\n" + summary(steps))
    print(last_line(said, steps, time.monotonic() - started), flush=True)
    return 0 if all(step.succeeded for step in steps) else 1


def code_steps(environ: dict[str, str]) -> list[Step]:
    """What is asked of the code before it runs, of Python's and of the browser's."""
    steps = [
        timed("ruff check", lambda: tool("ruff", "check", *CODE)),
        timed("ruff format", lambda: tool("ruff", "format", "--check", *CODE)),
        timed("mypy", lambda: tool("mypy")),
    ]
    return steps + js_steps(environ)


def timed(name: str, work: Callable[[], bool]) -> Step:
    """Announce a step, do it, and say how long it took."""
    print(f"== {name}", flush=True)
    started = time.monotonic()
    succeeded = work()
    step = Step(name, succeeded, time.monotonic() - started)
    print(f"   {name}: {'ok' if succeeded else 'FAILED'}, {step.seconds:.1f} s", flush=True)
    return step


def tool(module: str, *arguments: str) -> bool:
    """Run one of the environment's tools over the project, its output in view."""
    return subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT).returncode == 0


def js_steps(environ: Mapping[str, str]) -> list[Step]:
    """The steps over the browser code. Where its tools cannot be had they are left out, with a word; never in CI."""
    try:
        node = find_node()
        install(node, ROOT)
    except ToolsMissing as missing:
        return missing_tools(missing.words, environ)
    write_data(ROOT, {**scripts_data(), **entry_data("folder", "th")})
    return [timed(name, partial(js_tool, node, arguments)) for name, arguments in STEPS.items()]


def js_tool(node: Node, arguments: tuple[str, ...]) -> bool:
    """Run one tool over the browser code, its output in view."""
    return node.run(ROOT, *arguments) == 0


def missing_tools(words: str, environ: Mapping[str, str]) -> list[Step]:
    """Say loudly that the browser code is not looked at; in CI that is a failed step."""
    print(
        f"== js\n!! {words}\n"
        "!! ยังไม่ได้ตรวจโค้ดของเบราว์เซอร์ (js lint, js format, js types, js tests)\n"
        "!! The browser code was NOT checked (js lint, js format, js types, js tests).",
        flush=True,
    )
    return [Step("js", False, 0.0)] if environ.get("CI") == "true" else []


def browser_for(environ: dict[str, str], find: Callable[[], Browser | None]) -> bool:
    """Find a browser and put its path into `environ` for the tests; say what to do when there is none."""
    browser = find()
    if browser is None:
        print(
            "   ไม่มีเบราว์เซอร์สำหรับทดสอบ ติดตั้ง Chromium หรือ Chrome หรือสั่งด้วย --no-browser\n"
            "   No browser for the browser tests: install Chromium or Chrome, name one in "
            f"{CHOSEN}, or run with --no-browser."
        )
        return False
    print(f"   {browser.path} ({browser.found})")
    environ[CHOSEN] = str(browser.path)
    environ.pop(NO_BROWSER, None)
    return True


def pytest(arguments: list[str], environ: dict[str, str], said: list[str]) -> bool:
    """Run pytest with its output in view as it comes, and keep its lines in `said`."""
    shape = [] if any(argument.startswith(("-q", "-v")) for argument in arguments) else ["-q"]
    colour = ["--color=yes"] if sys.stdout.isatty() else []
    command = [sys.executable, "-m", "pytest", *shape, *colour, *workers(arguments, os.cpu_count() or 1), *arguments]
    kept = bytearray()
    with subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        while piece := os.read(child.stdout.fileno(), 65536):
            sys.stdout.buffer.write(piece)
            sys.stdout.flush()
            kept += piece
    said.extend(COLOUR.sub("", kept.decode("utf-8", errors="replace")).splitlines())
    return child.returncode == 0


def workers(arguments: list[str], cores: int) -> list[str]:
    """In how many processes pytest runs: one a core, at most MOST_WORKERS; none where its arguments say how."""
    if any(argument.startswith(("-n", "--numprocesses", "--pdb", "--dist")) for argument in arguments):
        return []
    return ["-n", str(min(cores, MOST_WORKERS)), "--dist", "loadfile"]


def summary(steps: list[Step]) -> str:
    """One line per step: its result, name and seconds."""
    return "\n".join(
        f"{'ok' if step.succeeded else 'FAILED':<6}  {step.name:<12} {step.seconds:7.1f} s" for step in steps
    )


def last_line(said: list[str], steps: list[Step], seconds: float) -> str:
    """pytest's last line, with each failed step before pytest counted as one more failed.

    said: pytest's lines without colours. seconds: the whole run's. Where pytest failed without such a line
    (it could not start, or was asked for less output), its step counts as one.
    """
    found = next((match[1] for line in reversed(said) if (match := LAST_LINE.match(line))), "")
    counts = {outcome: count for count, outcome in re.findall(r"(?<!\d)(\d++) ([a-z]+)", found)}
    tests = steps[-1]
    failed = sum(not step.succeeded for step in steps[:-1])
    if not tests.succeeded and not {"failed", "error", "errors"} & set(counts):
        failed += 1
    if failed:
        counts = {"failed": str(int(counts.pop("failed", "0")) + failed), **counts}
    told = ", ".join(f"{count} {outcome}" for outcome, count in counts.items()) or "no tests ran"
    return f"{told} in {seconds:.2f}s"
