"""The order in which a browser is looked for, on made-up machines."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from botrian.commands.browser import Browser, Machine, find_browser

PLAYWRIGHT = Path("/home/a/.cache/ms-playwright/chrome")
DOWNLOAD = [sys.executable, "-m", "playwright", "install", "chromium"]


@dataclass
class MadeUp:
    """A machine in words: what is on PATH, starts, what a command brings; notes what was run and said."""

    system: str = "linux"
    environ: Mapping[str, str] = field(default_factory=dict)
    is_root: bool = False
    on_path: dict[str, str] = field(default_factory=dict)
    starts: set[Path] = field(default_factory=set)
    download_brings: Path | None = None
    apt_brings: str | None = None
    ran: list[list[str]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def run(self, command: list[str]) -> bool:
        """Note the command; a download or an installation brings what this machine says it brings."""
        self.ran.append(command)
        if command == DOWNLOAD and self.download_brings:
            self.starts.add(self.download_brings)
            return True
        if "install" in command and self.apt_brings and command != DOWNLOAD:
            self.on_path["chromium"] = self.apt_brings
            self.starts.add(Path(self.apt_brings))
            return True
        return "update" in command

    def machine(self) -> Machine:
        """As find_browser wants it."""
        return Machine(
            system=self.system,
            environ=self.environ,
            is_root=self.is_root,
            which=self.on_path.get,
            starts=self.starts.__contains__,
            run=self.run,
            playwright_place=lambda: PLAYWRIGHT,
            say=self.said.append,
        )


def test_the_chosen_browser_comes_before_all_others() -> None:
    """BOTRIAN_CHROMIUM wins over what is on PATH."""
    made_up = MadeUp(
        environ={"BOTRIAN_CHROMIUM": "/my/chrome"},
        on_path={"chromium": "/usr/bin/chromium"},
        starts={Path("/my/chrome"), Path("/usr/bin/chromium")},
    )

    assert Browser(Path("/my/chrome"), "BOTRIAN_CHROMIUM") == find_browser(made_up.machine())


def test_a_chosen_browser_that_does_not_start_is_not_replaced() -> None:
    """A person who named a browser hears that it does not start, and no other is taken quietly."""
    made_up = MadeUp(
        environ={"BOTRIAN_CHROMIUM": "/wrong"},
        on_path={"chromium": "/usr/bin/chromium"},
        starts={Path("/usr/bin/chromium")},
    )

    assert find_browser(made_up.machine()) is None
    assert "/wrong" in made_up.said[0]
    assert made_up.ran == []


@pytest.mark.parametrize("name", ["chromium", "google-chrome", "chrome", "msedge"])
def test_a_browser_on_path_is_found_without_any_download(name: str) -> None:
    """Whatever its name, and nothing is run for it."""
    made_up = MadeUp(on_path={name: f"/bin/{name}"}, starts={Path(f"/bin/{name}")})

    assert Browser(Path(f"/bin/{name}"), "installed") == find_browser(made_up.machine())
    assert made_up.ran == []


def test_a_stub_that_does_not_start_is_passed_over() -> None:
    """Ubuntu's chromium-browser may only say that a snap is needed."""
    made_up = MadeUp(
        on_path={"chromium-browser": "/usr/bin/chromium-browser"},
        starts={PLAYWRIGHT},
        download_brings=PLAYWRIGHT,
    )

    assert Browser(PLAYWRIGHT, "playwright") == find_browser(made_up.machine())


@pytest.mark.parametrize(
    ("system", "environ", "place"),
    [
        ("darwin", {}, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        (
            "win32",
            {"PROGRAMFILES": "C:/Program Files"},
            "C:/Program Files/Google/Chrome/Application/chrome.exe",
        ),
        ("win32", {"PROGRAMFILES(X86)": "C:/P86"}, "C:/P86/Microsoft/Edge/Application/msedge.exe"),
    ],
)
def test_the_usual_places_are_searched(system: str, environ: dict[str, str], place: str) -> None:
    """On macOS and Windows browsers are not on PATH."""
    made_up = MadeUp(system=system, environ=environ, starts={Path(place)})

    assert Browser(Path(place), "installed") == find_browser(made_up.machine())


def test_without_any_browser_playwright_downloads_one_and_says_so() -> None:
    """The download is announced before it starts."""
    made_up = MadeUp(download_brings=PLAYWRIGHT)

    assert Browser(PLAYWRIGHT, "playwright install chromium") == find_browser(made_up.machine())
    assert made_up.ran == [DOWNLOAD]
    assert "playwright install chromium" in made_up.said[0]


def test_debians_package_is_the_last_resort_of_root() -> None:
    """Only after the download failed, only as root, only with apt-get."""
    made_up = MadeUp(is_root=True, on_path={"apt-get": "/usr/bin/apt-get"}, apt_brings="/usr/bin/chromium")

    found = find_browser(made_up.machine())

    assert Browser(Path("/usr/bin/chromium"), "apt-get install chromium") == found
    assert [DOWNLOAD[-1], "--quiet", "chromium"] == [command[-1] for command in made_up.ran]


def test_nothing_is_installed_without_being_root() -> None:
    """A person's own account is not asked for more rights."""
    made_up = MadeUp(on_path={"apt-get": "/usr/bin/apt-get"}, apt_brings="/usr/bin/chromium")

    assert find_browser(made_up.machine()) is None
    assert made_up.ran == [DOWNLOAD]
