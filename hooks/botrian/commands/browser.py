"""Find a Chromium for the browser tests: what the machine has, else a download, else a Debian package.

Enters: what the machine is and has (`Machine`, so that tests can pass a made-up one).
Leaves: a `Browser`, or None. Every step that takes time or changes the machine is announced.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

CHOSEN = "BOTRIAN_CHROMIUM"
NAMES_ON_PATH = (
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
    "chromium-browser",  # last: on Ubuntu it may be a stub that only tells to install a snap
)
MACOS_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
WINDOWS_PLACES = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
CHECK_SECONDS = 60
DOWNLOAD_SECONDS = 900


@dataclass(frozen=True)
class Browser:
    """A Chromium-like browser that starts. path: its program. found: how it was found, for people to read."""

    path: Path
    found: str


@dataclass(frozen=True)
class Machine:
    """What the search may ask of the machine.

    system: as sys.platform. which: shutil.which. starts: does this program run here?
    run: run a command that may take minutes; True if it succeeded.
    playwright_place: where Playwright keeps its own browser, present or not. say: tell a person.
    """

    system: str
    environ: Mapping[str, str]
    is_root: bool
    which: Callable[[str], str | None]
    starts: Callable[[Path], bool]
    run: Callable[[list[str]], bool]
    playwright_place: Callable[[], Path | None]
    say: Callable[[str], None]


def find_browser(machine: Machine | None = None) -> Browser | None:
    """The first browser that starts: BOTRIAN_CHROMIUM, PATH, usual places, Playwright's, Debian's package.

    A BOTRIAN_CHROMIUM that does not start ends the search: a person chose it, so no other takes its place.
    """
    machine = machine or this_machine()
    chosen = machine.environ.get(CHOSEN)
    if chosen:
        if machine.starts(Path(chosen)):
            return Browser(Path(chosen), CHOSEN)
        machine.say(f"{CHOSEN}={chosen} เปิดไม่ได้ / does not start")
        return None
    return on_this_machine(machine) or from_playwright(machine) or from_debian(machine)


def on_this_machine(machine: Machine) -> Browser | None:
    """A browser that is installed already: on PATH, or where Windows and macOS put it."""
    on_path = (machine.which(name) for name in NAMES_ON_PATH)
    places = [Path(found) for found in on_path if found] + usual_places(machine)
    return next((Browser(place, "installed") for place in places if machine.starts(place)), None)


def usual_places(machine: Machine) -> list[Path]:
    """Where this system's installers put a browser, present or not."""
    if machine.system == "darwin":
        return [Path(place) for place in MACOS_PLACES]
    if machine.system == "win32":
        folders = [machine.environ[name] for name in WINDOWS_FOLDERS if machine.environ.get(name)]
        return [Path(folder) / place for folder in folders for place in WINDOWS_PLACES]
    return []


def from_playwright(machine: Machine) -> Browser | None:
    """Playwright's own Chromium, downloaded if it is not there yet."""
    place = machine.playwright_place()
    if place and machine.starts(place):
        return Browser(place, "playwright")
    machine.say("ไม่พบเบราว์เซอร์ กำลังดาวน์โหลด / No browser found: running `playwright install chromium` …")
    if not machine.run([sys.executable, "-m", "playwright", "install", "chromium"]):
        machine.say("ดาวน์โหลดไม่สำเร็จ / The download failed.")
        return None
    if place and machine.starts(place):
        return Browser(place, "playwright install chromium")
    machine.say("ดาวน์โหลดแล้วแต่เปิดไม่ได้ / Downloaded, but it does not start here (system libraries missing?).")
    return None


def from_debian(machine: Machine) -> Browser | None:
    """Debian's package, where we may install one."""
    apt = machine.which("apt-get")
    if not machine.is_root or not apt:
        return None
    machine.say("กำลังติดตั้งแพ็กเกจ / Running `apt-get install chromium` …")
    install = [apt, "install", "--yes", "--quiet", "--no-install-recommends", "chromium"]
    if not (machine.run([apt, "update", "--quiet"]) and machine.run(install)):
        machine.say("ติดตั้งไม่สำเร็จ / apt-get failed.")
        return None
    installed = machine.which("chromium")
    if installed and machine.starts(Path(installed)):
        return Browser(Path(installed), "apt-get install chromium")
    return None


def this_machine() -> Machine:
    """The machine that this runs on."""
    return Machine(
        system=sys.platform,
        environ=os.environ,
        is_root=sys.platform != "win32" and os.geteuid() == 0,
        which=shutil.which,
        starts=browser_starts,
        run=command_succeeds,
        playwright_place=playwright_place,
        say=lambda text: print(f"  {text}", flush=True),
    )


def browser_starts(place: Path) -> bool:
    """True if the program is there and answers --version (not asked on Windows: it opens a window)."""
    if not place.is_file():
        return False
    if sys.platform == "win32":
        return True
    try:
        asked = subprocess.run([str(place), "--version"], capture_output=True, timeout=CHECK_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def command_succeeds(command: list[str]) -> bool:
    """Run a command, its output in view; False when it fails, is missing or takes too long."""
    quiet_apt = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        return subprocess.run(command, env=quiet_apt, timeout=DOWNLOAD_SECONDS).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def playwright_place() -> Path | None:
    """Where Playwright's own Chromium is or would be."""
    from playwright.sync_api import sync_playwright  # only in the test environment, so not at import

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)
