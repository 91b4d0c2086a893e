"""Install one lock file with pip, quietly, and explain a failure in words.

Enters: the environment's Python and a lock file. Leaves: what pip said, or a sentence about why it failed.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from environment_failed import EnvironmentFailedError

LOCKED_PACKAGE = re.compile(r"^[A-Za-z0-9][\w.-]*==", re.MULTILINE)
COLLECTING = re.compile(r"^Collecting ([\w.-]+)")
INSTALLING = "Installing collected packages"
LINE_WIDTH = 70
# These would make pip install elsewhere than into our environment, or mix another Python's modules in.
LEFT_OUT = (
    "PYTHONPATH",
    "PYTHONHOME",
    "PIP_TARGET",
    "PIP_PREFIX",
    "PIP_ROOT",
    "PIP_USER",
    "PIP_REQUIRE_HASHES",
)


@dataclass(frozen=True)
class PipResult:
    """How one run of pip ended, and all that it printed."""

    succeeded: bool
    output: str

    @property
    def changed_something(self) -> bool:
        """True once pip had begun to put packages in place: before that it only looks and downloads."""
        return INSTALLING in self.output


@dataclass(frozen=True)
class Cause:
    """A known cause of failure: signs in pip's output, and what to tell people."""

    signs: tuple[str, ...]
    thai: str
    english: str


CAUSES = (
    Cause(
        ("No space left on device", "Errno 28", "not enough space on the disk"),
        "ดิสก์เต็ม ต้องมีที่ว่างอย่างน้อย 1 GB ลบไฟล์ที่ไม่ใช้ แล้วสั่งใหม่",
        "The disk is full. Free at least 1 GB, and run this again.",
    ),
    Cause(
        ("DO NOT MATCH THE HASHES", "Hashes are required"),
        "ไฟล์ที่ดาวน์โหลดมาไม่ตรงกับที่โครงการบันทึกไว้ จึงไม่ติดตั้ง ลองสั่งใหม่ด้วยเครือข่ายอื่น ถ้ายังเป็นอีกให้แจ้งผู้ดูแลโครงการ",
        "A downloaded file is not the one this project recorded, so it was not installed. "
        "Try again on another network; if it happens again, tell the maintainers.",
    ),
    Cause(
        ("CERTIFICATE_VERIFY_FAILED", "SSLError"),
        "เครือข่ายนี้ตรวจใบรับรองความปลอดภัยไม่ผ่าน ลองเครือข่ายอื่น ตรวจวันที่ของเครื่อง หรือถามผู้ดูแลเครือข่าย",
        "This network fails the certificate check. Try another one, check the computer's date, or ask its keeper.",
    ),
    Cause(
        (
            "Failed to establish a new connection",
            "NewConnectionError",
            "NameResolutionError",
            "Name or service not known",
            "Temporary failure in name resolution",
            "getaddrinfo failed",
            "nodename nor servname",
            "Network is unreachable",
            "ConnectTimeoutError",
            "Connection refused",
            "ProxyError",
            "Read timed out",
            "Max retries exceeded",
            "after connection broken by",
        ),
        "ต่ออินเทอร์เน็ตไม่ได้ ครั้งแรกต้องใช้อินเทอร์เน็ตเพื่อดาวน์โหลดเครื่องมือ (ราว 100 MB) "
        "หลังจากนั้นทำงานได้โดยไม่ต้องใช้อินเทอร์เน็ต\nต่ออินเทอร์เน็ต แล้วสั่งใหม่ ส่วนที่ดาวน์โหลดแล้วไม่ต้องดาวน์โหลดซ้ำ",
        "No network. The first run needs it to download the tools (about 100 MB); later runs do not.\n"
        "Connect, and run this again; what was downloaded is kept.",
    ),
    Cause(
        ("No matching distribution found", "Could not find a version"),
        "ไม่มีเครื่องมือสำเร็จรูปสำหรับ Python รุ่นนี้หรือเครื่องชนิดนี้ ให้ใช้ Python 3.11 ถึง 3.14 แบบ 64 บิต จาก https://www.python.org/downloads/",
        "There is no ready-made package for this Python or this kind of machine. "
        "Use a 64-bit Python 3.11 to 3.14 from https://www.python.org/downloads/",
    ),
)
UNKNOWN_CAUSE = Cause(
    (),
    "ติดตั้งเครื่องมือไม่สำเร็จ สั่งใหม่อีกครั้ง ถ้ายังไม่ได้ให้ส่งข้อความข้างบนนี้ให้ผู้ดูแลโครงการ",
    "The tools could not be installed. Run this again; if it fails again, send the lines above to the maintainers.",
)


def failure(output: str) -> EnvironmentFailedError:
    """The error to raise for what pip printed: the first known cause whose sign is there."""
    cause = next((known for known in CAUSES if any(sign in output for sign in known.signs)), UNKNOWN_CAUSE)
    return EnvironmentFailedError(cause.thai, cause.english, details=output)


def pip_command(python: Path) -> list[str]:
    """The pip to use: the environment's own, else the one that runs this, pointed at the environment.

    Raises EnvironmentFailedError when there is neither (Debian without python3-venv and python3-pip).
    """
    own = [str(python), "-I", "-m", "pip"]
    outer = [sys.executable, "-I", "-m", "pip", "--python", str(python)]
    for command in (own, outer):
        if subprocess.run([*command, "--version"], capture_output=True).returncode == 0:
            return command
    raise EnvironmentFailedError(
        "Python ของเครื่องนี้ไม่มี pip\nDebian และ Ubuntu: sudo apt install python3-venv แล้วสั่งใหม่",
        "This Python has no pip.\nOn Debian and Ubuntu: sudo apt install python3-venv, and run this again.",
    )


def install(python: Path, lock: Path, environ: Mapping[str, str]) -> PipResult:
    """Install exactly what the lock file names, each file checked by its hash, nothing built from source.

    Building from source would fetch build tools that no lock names, so only wheels are taken.
    """
    command = [*pip_command(python), "install", "--require-hashes", "--no-deps", "--only-binary=:all:"]
    command += ["--no-input", "--progress-bar=off", "--disable-pip-version-check", "-r", str(lock)]
    child_environ = {name: value for name, value in environ.items() if name not in LEFT_OUT}
    child_environ["PYTHONUTF8"] = "1"
    total = len(LOCKED_PACKAGE.findall(lock.read_text(encoding="utf-8")))
    return run_with_progress(command, child_environ, total)


def run_with_progress(command: list[str], environ: Mapping[str, str], total: int) -> PipResult:
    """Run pip, keep its output, and show one line that moves where a person watches."""
    lines: list[str] = []
    watched = sys.stderr.isatty()
    done = 0
    with subprocess.Popen(
        command,
        env=dict(environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        for line in pip.stdout or ():
            lines.append(line)
            collecting = COLLECTING.match(line)
            done += collecting is not None
            if watched and collecting:
                show_progress(f"  {done}/{total} {collecting[1]}")
            elif watched and line.startswith(INSTALLING):
                show_progress(f"  ติดตั้ง / installing {total} …")
    if watched:
        show_progress("")
    return PipResult(pip.returncode == 0, "".join(lines))


def show_progress(text: str) -> None:
    """Write over the current line of the terminal; an empty text clears it."""
    ending = "" if text else "\r"
    print(f"\r{text[:LINE_WIDTH]:<{LINE_WIDTH}}{ending}", end="", file=sys.stderr, flush=True)
