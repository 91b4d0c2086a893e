"""The environment folder: kept, refreshed, made again, or left alone. The installing itself is made up here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import environment
import uv_install
from environment import Environment, EnvironmentFailedError, State
from uv_install import Installed

NO_NETWORK = Installed(False, "error: Failed to fetch: x\n  cause: error sending request for url (x)\n")


@dataclass
class MadeUpUv:
    """Stands in for uv: remembers which lock files it was asked to install, and answers with `result`."""

    result: Installed = field(default_factory=lambda: Installed(True))
    asked: list[str] = field(default_factory=list)
    leaves: str = ""

    def install(self, python: Path, lock: Path, own_uv: Path, environ: Mapping[str, str]) -> Installed:
        """Answer like uv_install.install; `leaves` is a package that is there afterwards."""
        self.asked.append(lock.stem)
        if self.leaves:
            home = python.parent.parent / "lib" / "python3.11" / "site-packages" / f"{self.leaves}.dist-info"
            home.mkdir(parents=True)
        return self.result


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project folder with a space and Thai letters in its name, and two small lock files."""
    root = tmp_path / "โครงการ หนึ่ง"
    (root / "requirements").mkdir(parents=True)
    (root / "requirements" / "build.txt").write_text("nh3==0.3.7\n", encoding="utf-8")
    (root / "requirements" / "cluster.txt").write_text("nh3==0.3.7\n", encoding="utf-8")
    (root / "requirements" / "test.txt").write_text("nh3==0.3.7\npytest==9.2.0\n", encoding="utf-8")
    return root


@pytest.fixture
def uv(monkeypatch: pytest.MonkeyPatch) -> MadeUpUv:
    """A made-up uv, and a made-up venv in place of the real one, which takes seconds."""

    def make_bare(made: Environment) -> None:
        environment.start_over(made)
        made.python.parent.mkdir(parents=True)
        made.python.touch()

    made_up = MadeUpUv()
    monkeypatch.setattr(uv_install, "install", made_up.install)
    monkeypatch.setattr(environment, "make_bare", make_bare)
    return made_up


def environment_of(project: Path, locked_set: str = "build") -> Environment:
    """The project's own environment."""
    return Environment(project / ".venv", project / "requirements", locked_set)


def test_the_first_run_makes_the_environment_and_the_second_finds_it(project: Path, uv: MadeUpUv) -> None:
    """uv is asked once; after that the stamp is enough."""
    first = environment.prepare(project, "build", {})
    second = environment.prepare(project, "build", {})

    assert first == second == environment_of(project).python
    assert uv.asked == ["build"]
    assert environment_of(project).state() is State.READY


def test_a_changed_lock_file_is_installed_over_what_is_there(project: Path, uv: MadeUpUv) -> None:
    """The stamp carries the lock file's hash, so one changed version is noticed, and only then."""
    environment.prepare(project, "build", {})
    kept = project / ".venv" / "kept"
    kept.touch()
    (project / "requirements" / "build.txt").write_text("nh3==0.3.8\n", encoding="utf-8")

    assert environment_of(project).state() is State.STALE
    environment.prepare(project, "build", {})

    assert uv.asked == ["build", "build"]
    assert kept.exists()


def test_a_lock_file_with_windows_line_endings_is_the_same_lock_file(project: Path, uv: MadeUpUv) -> None:
    """A checkout that turns \\n into \\r\\n must not install everything again."""
    environment.prepare(project, "build", {})
    (project / "requirements" / "build.txt").write_bytes(b"nh3==0.3.7\r\n")

    assert environment_of(project).state() is State.READY


def test_the_test_set_serves_build_but_not_the_other_way(project: Path, uv: MadeUpUv) -> None:
    """Tests need more than a build; a build needs nothing that tests have not."""
    environment.prepare(project, "build", {})
    environment.prepare(project, "test", {})
    environment.prepare(project, "build", {})

    assert uv.asked == ["build", "test"]


def test_a_half_made_environment_is_thrown_away_and_made_again(project: Path, uv: MadeUpUv) -> None:
    """The working mark of a run that was cut off stays; what that run left behind is not trusted."""
    half = environment_of(project)
    half.folder.mkdir()
    half.making.touch()
    (half.folder / "broken").touch()

    assert half.state() is State.HALF_MADE
    environment.prepare(project, "build", {})

    assert not (half.folder / "broken").exists()
    assert half.state() is State.READY


def test_an_environment_whose_python_went_away_is_made_again(project: Path, uv: MadeUpUv) -> None:
    """An upgrade of the system's Python can leave an environment without a Python."""
    environment.prepare(project, "build", {})
    environment_of(project).python.unlink()

    assert environment_of(project).state() is State.HALF_MADE
    environment.prepare(project, "build", {})

    assert environment_of(project).state() is State.READY


def test_an_interrupted_installation_is_known_as_half_made(
    project: Path, monkeypatch: pytest.MonkeyPatch, uv: MadeUpUv
) -> None:
    """Ctrl-C while uv works leaves no stamp behind."""

    def interrupted(python: Path, lock: Path, own_uv: Path, environ: Mapping[str, str]) -> Installed:
        raise KeyboardInterrupt

    monkeypatch.setattr(uv_install, "install", interrupted)
    with pytest.raises(KeyboardInterrupt):
        environment.prepare(project, "build", {})

    assert environment_of(project).state() is State.HALF_MADE


def test_without_network_a_complete_environment_keeps_what_it_has(project: Path, uv: MadeUpUv) -> None:
    """`test` cannot be installed off line, but `build` goes on working."""
    environment.prepare(project, "build", {})
    uv.result = NO_NETWORK

    with pytest.raises(EnvironmentFailedError, match="No network"):
        environment.prepare(project, "test", {})

    assert environment_of(project, "build").state() is State.READY


def test_a_failure_while_packages_are_replaced_spoils_the_environment(project: Path, uv: MadeUpUv) -> None:
    """Once a package was changed nobody knows what is there, so the next run starts over."""
    environment.prepare(project, "build", {})
    uv.result, uv.leaves = Installed(False, "error: Failed to install"), "half-1.0"

    with pytest.raises(EnvironmentFailedError):
        environment.prepare(project, "test", {})

    assert environment_of(project, "build").state() is State.HALF_MADE


def test_an_environment_of_someone_else_is_left_alone(project: Path, uv: MadeUpUv) -> None:
    """A .venv that an editor made may hold a person's work."""
    (project / ".venv").mkdir()
    (project / ".venv" / "pyvenv.cfg").touch()

    with pytest.raises(EnvironmentFailedError, match="did not make it"):
        environment.prepare(project, "build", {})

    assert [entry.name for entry in (project / ".venv").iterdir()] == ["pyvenv.cfg"]
    assert uv.asked == []


def test_botrian_venv_moves_the_environment(project: Path, tmp_path: Path, uv: MadeUpUv) -> None:
    """For a project on a USB stick the environment can stay on the machine."""
    elsewhere = tmp_path / "ที่ อื่น"

    python = environment.prepare(project, "build", {"BOTRIAN_VENV": str(elsewhere)})

    assert elsewhere in python.parents
    assert not (project / ".venv").exists()


def test_a_folder_that_cannot_be_written_is_explained(project: Path, uv: MadeUpUv) -> None:
    """A file where the folder should be stands for every refusal of the disk."""
    (project / "file").touch()

    with pytest.raises(EnvironmentFailedError, match="Cannot write the folder"):
        environment.prepare(project, "build", {"BOTRIAN_VENV": str(project / "file" / "venv")})
