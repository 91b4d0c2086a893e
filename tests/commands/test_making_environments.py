"""Environments that are really made, by uv or with a uv that pip fetches, from an index on this machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import environment
import uv_install
from environment import EnvironmentFailedError
from failure_words import CAUSES, failure
from tests.commands.local_index import index, locked, wheel

ONE = wheel("one", "1.0")
FILES = {"one-1.0-py3-none-any.whl": ONE}
#: The programs of the environment in which the tests run: uv is among them.
WITH_UV = str(Path(sys.executable).parent)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with blanks and Thai letters in its path, inside a repository with settings of its own for uv."""
    (tmp_path / "uv.toml").write_text('index-url = "http://127.0.0.1:9/"\n', encoding="utf-8")
    root = tmp_path / "งาน ของเรา" / "โครงการ"
    (root / "requirements").mkdir(parents=True)
    (root / "pyproject.toml").write_text("[tool.uv.pip]\n", encoding="utf-8")
    (root / "requirements" / "build.txt").write_text(locked("one", "1.0", ONE), encoding="utf-8")
    return root


def settings(url: str, tmp_path: Path, path: str = WITH_UV) -> dict[str, str]:
    """A machine with nothing but these settings of pip, and nothing kept from before."""
    system = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
    home = str(tmp_path / "home")
    clean = {"HOME": home, "USERPROFILE": home, "PIP_CONFIG_FILE": os.devnull, "UV_CACHE_DIR": str(tmp_path / "cache")}
    return {**system, **clean, "PATH": path, "PIP_INDEX_URL": url, "UV_HTTP_RETRIES": "0", "PIP_RETRIES": "1"}


def test_what_is_locked_is_there_and_nothing_else(project: Path, tmp_path: Path) -> None:
    with index(FILES) as url:
        python = environment.prepare(project, "build", settings(url, tmp_path))

    assert subprocess.run([str(python), "-c", "import one"]).returncode == 0
    assert subprocess.run([str(python), "-c", "import pip"], capture_output=True).returncode != 0


@pytest.mark.skipif(sys.platform == "win32", reason="the made-up uv is a script")
def test_where_there_is_no_uv_the_locked_one_is_fetched_with_pip(project: Path, tmp_path: Path) -> None:
    said = tmp_path / "said"
    script = f"#!/bin/sh\n[ $1 = --version ] && echo 'uv 99.1.0' || echo \"$@\" > '{said}'\n"
    own = wheel("uv", "99.1.0", {"uv": script})
    (project / "requirements" / "uv.txt").write_text(locked("uv", "99.1.0", own), encoding="utf-8")
    with index({"uv-99.1.0-py3-none-any.whl": own}) as url:
        python = environment.prepare(project, "build", settings(url, tmp_path, path="/nowhere"))

    assert f"--default-index {url} --python {python}" in said.read_text(encoding="utf-8")


def test_a_fetched_uv_that_does_not_start_is_a_failure(project: Path, tmp_path: Path) -> None:
    own = wheel("uv", "99.1.0")
    (project / "requirements" / "uv.txt").write_text(locked("uv", "99.1.0", own), encoding="utf-8")
    with index({"uv-99.1.0-py3-none-any.whl": own}) as url:
        assert "could not be installed" in failed(project, settings(url, tmp_path, path="/nowhere"))


def test_a_uv_that_is_too_old_is_not_used(tmp_path: Path) -> None:
    old = tmp_path / "uv"
    old.write_text("#!/bin/sh\necho 'uv 0.4.30'\n", encoding="utf-8")
    old.chmod(0o755)

    assert uv_install.find_uv(tmp_path / "own", {"PATH": str(tmp_path)}) is None


def failed(project: Path, settings: dict[str, str]) -> str:
    """The explanation of a failure, with no environment left that would count as ready."""
    with pytest.raises(EnvironmentFailedError) as raised:
        environment.prepare(project, "build", settings)
    explanation = raised.value.explanation()
    assert explanation.index("ทำต่อไม่ได้") < explanation.index("Cannot go on")
    assert not (project / ".venv" / "botrian-ready").exists()
    return explanation


@pytest.mark.parametrize("path", [WITH_UV, "/nowhere"])
def test_a_login_page_in_the_way_is_called_that(path: str, project: Path, tmp_path: Path) -> None:
    (project / "requirements" / "uv.txt").write_text(locked("uv", "99.1.0", b""), encoding="utf-8")
    with index({}, login_page=True) as url:
        assert "login page" in failed(project, settings(url, tmp_path, path))


@pytest.mark.parametrize("path", [WITH_UV, "/nowhere"])
def test_no_network_is_called_that(path: str, project: Path, tmp_path: Path) -> None:
    (project / "requirements" / "uv.txt").write_text(locked("uv", "99.1.0", b""), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/simple"

    assert "No network" in failed(project, settings(url, tmp_path, path))


def test_another_file_than_the_locked_one_is_refused(project: Path, tmp_path: Path) -> None:
    with index({"one-1.0-py3-none-any.whl": wheel("one", "1.0", {"more": ""})}) as url:
        assert "not the one this project recorded" in failed(project, settings(url, tmp_path))


def test_a_package_without_a_wheel_for_this_machine_is_told(project: Path, tmp_path: Path) -> None:
    with index({"one-1.0-cp27-none-any.whl": ONE}) as url:
        assert "no ready-made package" in failed(project, settings(url, tmp_path))


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can mount a small disk")
def test_a_full_disk_is_told_and_after_making_room_it_goes_on(project: Path, tmp_path: Path) -> None:
    disk = project / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]).returncode != 0:
        pytest.skip("no small disk can be mounted here")
    try:
        with index({"one-1.0-py3-none-any.whl": ONE}) as url:
            machine = {**settings(url, tmp_path), "BOTRIAN_VENV": str(disk / "venv")}
            (disk / "full").write_bytes(b"x" * 60_000)
            told = failed(project, machine)
            (disk / "full").unlink()
            python = environment.prepare(project, "build", machine)
            assert subprocess.run([str(python), "-c", "import one"]).returncode == 0
    finally:
        subprocess.run(["umount", str(disk)], check=True)

    assert "ดิสก์" in told
    assert "disk" in told


def test_two_at_once_make_one_environment(project: Path, tmp_path: Path) -> None:
    """The second waits and finds it ready."""
    scripts = str(Path(uv_install.__file__).parent)
    code = (
        "import os, sys; from pathlib import Path; sys.path.insert(0, sys.argv[1]); import environment;"
        "print(environment.prepare(Path(sys.argv[2]), 'build', dict(os.environ)))"
    )
    with index(FILES) as url:
        running = [
            subprocess.Popen(
                [sys.executable, "-c", code, scripts, str(project)],
                env={**settings(url, tmp_path), "PYTHONUTF8": "1"},
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
            )
            for _ in range(2)
        ]
        said = [one.communicate(timeout=120) for one in running]

    assert [one.returncode for one in running] == [0, 0]
    assert said[0][0] == said[1][0]
    assert sum("Tools ready" in err for _, err in said) == 1


def test_settings_of_pip_become_those_of_uv(tmp_path: Path) -> None:
    (tmp_path / "wheels").mkdir()
    options, variables = uv_install.as_uv_takes_it(
        {
            "index-url": "https://a.example/simple",
            "extra-index-url": "file:///b https://c.example/simple",
            "find-links": f"{tmp_path / 'wheels'} {tmp_path / 'gone'}",
            "cert": "/ca.pem",
            "no-index": "false",
        }
    )

    assert options == [
        *("--default-index", "https://a.example/simple", "--index", "file:///b"),
        *("--index", "https://c.example/simple", "--find-links", str(tmp_path / "wheels")),
    ]
    assert variables == {"SSL_CERT_FILE": "/ca.pem"}


def test_a_variable_wins_over_pips_files(tmp_path: Path) -> None:
    pip = tmp_path / "pip.py"
    lines = ("global.index-url='https://file.example/'", "global.no-index='false'", "install.no-index='true'", "?")
    pip.write_text(f"print({chr(10).join(lines)!r})", encoding="utf-8")
    found = uv_install.pip_settings([sys.executable, str(pip)], {"PIP_INDEX_URL": "https://variable.example/"})

    assert found == {"index-url": "https://variable.example/", "no-index": "true"}


@pytest.mark.parametrize("cause", CAUSES, ids=[cause.signs[0] for cause in CAUSES])
def test_each_known_cause_has_its_own_words_under_the_tail_of_what_was_printed(cause: object) -> None:
    assert cause in CAUSES
    sign = next(one.signs[0] for one in CAUSES if one is cause)
    explanation = failure("\n".join([*(f"line {number}" for number in range(500)), sign])).explanation()

    assert next(one.english for one in CAUSES if one is cause) in explanation
    assert f"| {sign}" in explanation
    assert "line 400" not in explanation
