"""Install one lock file with uv: the one on PATH, else the one that this project has locked, fetched with pip.

Enters: the environment's Python, the folder of the lock files, environment variables. Leaves: whether it succeeded, and
what was printed. uv looks where pip is set to look on this machine: its index, its mirrors, its certificate.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import which

#: An older uv does not know all options that are used here; then the locked one is fetched.
OLDEST_UV = (0, 8)
# These would make pip or uv install elsewhere than into our folder, or mix another Python's modules in.
LEFT_OUT = (
    *("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_REQUIRE_HASHES"),
    *("UV_SYSTEM_PYTHON", "UV_PYTHON", "UV_PROJECT_ENVIRONMENT"),
)
#: Packages come from the first place that has them, whichever it is: the hashes say that they are the right ones.
SYNC = ("pip", "sync", "--require-hashes", "--no-build", "--index-strategy=unsafe-best-match")
PIP_OPTIONS = ("--require-hashes", "--no-deps", "--only-binary=:all:", "--no-input", "--quiet", "--upgrade")


@dataclass(frozen=True)
class Installed:
    """How an installation ended, and what was said."""

    succeeded: bool
    output: str = ""


def install(python: Path, lock: Path, own_uv: Path, environ: Mapping[str, str]) -> Installed:
    """Make the environment have exactly what the lock file names, each file checked by its hash, wheels only.

    own_uv: the folder for a uv of our own. Where a person watches, uv shows itself how far it is; after a failure it
    runs a second time, and what it then says is kept.
    """
    kept = {name: value for name, value in environ.items() if name not in LEFT_OUT}
    uv = find_uv(own_uv, kept)
    if uv is None:
        fetched = fetch_uv(python, lock.with_name("uv.txt"), own_uv, kept)
        uv = find_uv(own_uv, {**kept, "PATH": ""})
        if uv is None:
            return Installed(False, fetched.output)
    options, more = as_uv_takes_it(pip_settings(find_pip(python), kept))
    # The certificates of the machine, as pip takes them: an office network may have one of its own.
    kept = {"UV_SYSTEM_CERTS": "true", **kept, **more}
    command = [uv, *SYNC, *options, "--python", str(python), str(lock)]
    if sys.stderr.isatty() and subprocess.run(command, cwd=lock.parent, env=kept).returncode == 0:
        return Installed(True)
    return run(command, kept, lock.parent)


def find_uv(own: Path, environ: Mapping[str, str]) -> str | None:
    """A uv that starts and is new enough: on PATH, else ours."""
    ours = own / "bin" / ("uv.exe" if sys.platform == "win32" else "uv")
    for found in (which("uv", path=environ.get("PATH")), str(ours) if ours.is_file() else None):
        said = run([found, "--version"], environ) if found else Installed(False)
        version = re.match(r"uv (\d+)\.(\d+)", said.output)
        if found and said.succeeded and version and (int(version[1]), int(version[2])) >= OLDEST_UV:
            return found
    return None


def find_pip(python: Path) -> list[str] | None:
    """The pip of the Python that runs this, else the environment's."""
    commands = ([sys.executable, "-I", "-m", "pip"], [str(python), "-I", "-m", "pip"])
    return next((command for command in commands if run([*command, "--version"]).succeeded), None)


def fetch_uv(python: Path, lock: Path, folder: Path, environ: Mapping[str, str]) -> Installed:
    """Install the locked uv, one file, into a folder of its own; where there is no pip, Python makes one."""
    if find_pip(python) is None:
        run([str(python), "-I", "-m", "ensurepip"])
    pip = find_pip(python)
    if pip is None:
        return Installed(False, "no pip")
    return run([*pip, "install", *PIP_OPTIONS, "--target", str(folder), "-r", str(lock)], environ)


def pip_settings(pip: list[str] | None, environ: Mapping[str, str]) -> dict[str, str]:
    """What pip is told on this machine, by its files and by variables; a variable wins over a file."""
    said = run([*pip, "config", "list"], environ).output if pip else ""
    found = re.findall(r"^(global|install)\.([\w-]+)=('.*')$", said, re.MULTILINE)
    files = {name: str(ast.literal_eval(value)) for _, name, value in sorted(found)}
    ours = {name[4:].lower().replace("_", "-"): value for name, value in environ.items() if name.startswith("PIP_")}
    return {**files, **ours}


def as_uv_takes_it(settings: Mapping[str, str]) -> tuple[list[str], dict[str, str]]:
    """pip's settings as options and variables of uv."""
    named = {"index-url": "--default-index", "extra-index-url": "--index", "find-links": "--find-links"}
    named["trusted-host"] = "--allow-insecure-host"
    options = ["--no-index"] if settings.get("no-index", "").lower() in ("1", "true", "yes", "on") else []
    for name, option in named.items():
        for value in settings.get(name, "").split():
            if name != "find-links" or "://" in value or Path(value).exists():
                options += [option, value]
    variables = {"cert": "SSL_CERT_FILE", "proxy": "ALL_PROXY", "default-timeout": "UV_HTTP_TIMEOUT"}
    return options, {name: settings[setting] for setting, name in variables.items() if settings.get(setting)}


def run(command: list[str], environ: Mapping[str, str] | None = None, folder: Path | None = None) -> Installed:
    """Run a command and keep what it says."""
    kept = None if environ is None else {**environ, "PYTHONUTF8": "1", "NO_COLOR": "1"}
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=kept,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        return Installed(False, str(error))
    return Installed(done.returncode == 0, done.stdout)
