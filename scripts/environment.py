"""The project's own Python environment: made from a lock file, kept as long as the lock file stays the same.

Enters: the project folder, the name of a locked set (`build` or `test`), environment variables.
Leaves: the path of a Python that has exactly those packages. Standard library only: nothing else exists yet.

Two small files inside the environment say how far it got. `botrian-making` is there while we work on it;
`botrian-ready` is written last and names the lock files that are installed. So an environment that was cut
off half-way is known, thrown away and made again; one that we did not make is never touched.
"""

from __future__ import annotations

import enum
import hashlib
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import uv_install
from environment_failed import EnvironmentFailedError
from failure_words import failure
from one_at_a_time import one_at_a_time

__all__ = ["Environment", "EnvironmentFailedError", "State", "prepare"]

# A larger set holds the smaller ones: tests/commands/test_locks.py proves it for the lock files.
SETS_INSIDE = {"build": ("build",), "cluster": ("build", "cluster"), "test": ("build", "cluster", "test")}


class State(enum.Enum):
    """How far an environment got."""

    ABSENT = "absent"
    FOREIGN = "foreign"
    HALF_MADE = "half-made"
    STALE = "stale"
    READY = "ready"


@dataclass(frozen=True)
class Environment:
    """One environment folder, and the locked set it should have.

    folder: where it is. locks: the folder of the lock files. locked_set: `build` or `test`.
    """

    folder: Path
    locks: Path
    locked_set: str

    @property
    def python(self) -> Path:
        """The environment's Python, whether or not it exists yet."""
        inside = Path("Scripts", "python.exe") if sys.platform == "win32" else Path("bin", "python")
        return self.folder / inside

    @property
    def lock(self) -> Path:
        """The lock file to install from."""
        return self.locks / f"{self.locked_set}.txt"

    @property
    def making(self) -> Path:
        """The mark that says: we are working on this environment."""
        return self.folder / "botrian-making"

    @property
    def ready(self) -> Path:
        """The stamp, written last: one line `<set> <digest>` for each installed lock file."""
        return self.folder / "botrian-ready"

    @property
    def own_uv(self) -> Path:
        """The folder of a uv of our own, fetched where the machine has none."""
        return self.folder / "botrian-uv"

    def packages(self) -> frozenset[str]:
        """The names and versions of the installed packages, as the disk has them."""
        homes = ("lib/python*/site-packages", "Lib/site-packages")
        return frozenset(found.name for home in homes for found in self.folder.glob(f"{home}/*.dist-info"))

    def stamp_line(self, locked_set: str) -> str:
        """The line that says this set is installed as it is locked now; the line ending does not matter."""
        content = (self.locks / f"{locked_set}.txt").read_bytes().replace(b"\r\n", b"\n")
        return f"{locked_set} {hashlib.sha256(content).hexdigest()}"

    def state(self) -> State:
        """Look at the disk and say how far this environment got."""
        if not self.folder.exists() or (self.folder.is_dir() and not any(self.folder.iterdir())):
            return State.ABSENT
        if self.making.exists():
            return State.HALF_MADE
        if not self.ready.exists():
            return State.FOREIGN
        if not self.python.exists():
            return State.HALF_MADE  # the Python it was made with has been moved or removed
        installed = self.ready.read_text(encoding="utf-8").splitlines()
        return State.READY if self.stamp_line(self.locked_set) in installed else State.STALE

    def mark_ready(self) -> None:
        """Write the stamp for everything that is now installed, then take the working mark away."""
        lines = [self.stamp_line(name) for name in SETS_INSIDE[self.locked_set]]
        self.ready.write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.making.unlink()


def prepare(root: Path, locked_set: str, environ: Mapping[str, str]) -> Path:
    """Return the environment's Python with the locked set installed, after making or refreshing it if needed.

    environ: BOTRIAN_VENV moves the environment elsewhere; pip's own settings and uv's are honoured.
    Raises EnvironmentFailedError with an explanation for people.
    """
    environment = Environment(environment_folder(root, environ), root / "requirements", locked_set)
    if environment.state() is State.READY:
        return environment.python
    lock_file = environment.folder.with_name(environment.folder.name + ".lock")
    try:
        with one_at_a_time(lock_file, on_wait=say_waiting):
            bring_up_to_date(environment, environ)
    except OSError as error:
        raise EnvironmentFailedError(
            f"เขียนโฟลเดอร์ {environment.folder} ไม่ได้ ({error.strerror})\n"
            "ปิดโปรแกรมอื่นที่ใช้โฟลเดอร์นี้อยู่ ตรวจสิทธิ์และที่ว่างของดิสก์ แล้วสั่งใหม่",
            f"Cannot write the folder {environment.folder} ({error.strerror}).\n"
            "Close other programs that use it, check permissions and free disk space, and run this again.",
        ) from error
    return environment.python


def environment_folder(root: Path, environ: Mapping[str, str]) -> Path:
    """Where the environment lives: BOTRIAN_VENV, else `.venv` in the project."""
    chosen = environ.get("BOTRIAN_VENV", "")
    return Path(chosen).expanduser().absolute() if chosen else root / ".venv"


def bring_up_to_date(environment: Environment, environ: Mapping[str, str]) -> None:
    """Make, remake or refresh the environment according to its state."""
    state = environment.state()  # again: another kb.py may have finished while we waited
    if state is State.READY:
        return
    if state is State.FOREIGN:
        raise not_ours(environment.folder)
    started = time.monotonic()
    say("เตรียมเครื่องมือของโครงการ (ครั้งแรกใช้เวลาสักครู่) / Preparing the project's tools …")
    if state in (State.ABSENT, State.HALF_MADE):
        make_bare(environment)
    install_locked(environment, environ)
    seconds = time.monotonic() - started
    say(f"เครื่องมือพร้อมแล้ว / Tools ready ({seconds:.0f} s)")


def make_bare(environment: Environment) -> None:
    """Make an empty environment. Without pip: some Pythons bring none, and uv needs none."""
    start_over(environment)
    command = [sys.executable, "-I", "-m", "venv", "--without-pip", str(environment.folder)]
    made = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace")
    if made.returncode == 0 and environment.python.exists():
        return
    if "No space left" in made.stderr:
        raise failure(made.stdout + made.stderr)
    raise EnvironmentFailedError(
        "Python ของเครื่องนี้สร้างสภาพแวดล้อม (venv) ไม่ได้\nDebian และ Ubuntu: sudo apt install python3-venv แล้วสั่งใหม่",
        "This Python cannot make a virtual environment (venv).\n"
        "On Debian and Ubuntu: sudo apt install python3-venv, and run this again.",
        details=made.stdout + made.stderr,
    )


def start_over(environment: Environment) -> None:
    """An empty folder that carries our working mark; only for a folder that is absent, empty or ours."""
    if environment.folder.exists():
        shutil.rmtree(environment.folder)
    environment.folder.mkdir(parents=True)
    environment.making.touch()


def install_locked(environment: Environment, environ: Mapping[str, str]) -> None:
    """Install the locked set and stamp the environment.

    When that fails before anything changed, an environment that was complete before stays usable for the
    commands whose packages it has; otherwise the working mark stays, and the next run makes it anew.
    """
    environment.making.touch()
    before = environment.packages()
    result = uv_install.install(environment.python, environment.lock, environment.own_uv, environ)
    if result.succeeded:
        environment.mark_ready()
        return
    if environment.ready.exists() and environment.packages() == before:
        environment.making.unlink()
    raise failure(result.output)


def not_ours(folder: Path) -> EnvironmentFailedError:
    """The refusal to touch a folder that something else made."""
    return EnvironmentFailedError(
        f"มีโฟลเดอร์ {folder} อยู่แล้ว แต่โปรแกรมนี้ไม่ได้สร้าง จึงไม่แตะต้อง\n"
        "ถ้าไม่ใช้แล้วให้ลบหรือย้ายโฟลเดอร์นั้น หรือกำหนดที่อื่นด้วยตัวแปร BOTRIAN_VENV แล้วสั่งใหม่",
        f"The folder {folder} exists, but this program did not make it, so it is left alone.\n"
        "Remove or move that folder, or name another one in the variable BOTRIAN_VENV, and run this again.",
    )


def say_waiting() -> None:
    """Tell why nothing happens for a while."""
    say("รอคำสั่ง kb.py อีกหน้าต่างหนึ่งเตรียมเครื่องมือให้เสร็จ / Waiting for another kb.py …")


def say(text: str) -> None:
    """Tell the person at the terminal; standard output belongs to the command itself."""
    print(text, file=sys.stderr, flush=True)
