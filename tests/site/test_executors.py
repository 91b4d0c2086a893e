"""Whoever does the work, the site is the same to the byte; who cannot do it is told in a sentence, Thai and English."""

from __future__ import annotations

import hashlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from distributed import Client

from botrian.addresses import Stamp
from botrian.check import check
from botrian.exports import FontMissing, ToolMissing
from botrian.site import executors
from botrian.site.executors import Executor, NoCluster, UnknownExecutor
from botrian.site.generate import Generated, generate
from botrian.spread import IN_TURN, Spread, WorkersLost, local_pool
from tests.conftest import ROOT, kb
from tests.library import TODAY, library_project

#: A day of another year, and one that three years in four do not have.
ANOTHER_DAY = date(2028, 2, 29)
#: Seconds until Dask's programs must have come up, on a machine that is busy with other tests.
PATIENCE = 180


@contextmanager
def running(*words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A command of ours that runs until somebody ends it, with the processes that it started."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    command = [sys.executable, "-m", "botrian.commands", *words]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet, start_new_session=True) as program:
        try:
            yield program
        finally:
            end(program)


def end(program: subprocess.Popen[bytes]) -> None:
    """End a program as a machine ends that is switched off, with all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGKILL)
    program.wait()


def free_port() -> int:
    """A port of this machine that nobody listens at now."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def cluster(workers: int) -> Iterator[tuple[str, subprocess.Popen[bytes] | None]]:
    """A scheduler and workers, started as people start them; its address, and the program with the workers."""
    port = free_port()
    address = f"dask://127.0.0.1:{port}"
    with running("worker", "--scheduler", "--port", str(port)), met(address) as client:
        if not workers:
            yield address, None
            return
        with running("worker", address, "--processes", str(workers)) as program:
            client.wait_for_workers(workers, timeout=PATIENCE)
            yield address, program


def met(address: str) -> Client:
    """A client of a scheduler that is there, or comes up."""
    return Client(address.replace("dask", "tcp"), timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]


def digests(folder: Path) -> dict[str, str]:
    """A digest of each file below a folder."""
    files = (one for one in folder.rglob("*") if one.is_file())
    return {one.relative_to(folder).as_posix(): hashlib.sha256(one.read_bytes()).hexdigest() for one in files}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tests' own library as a project of its own."""
    folder = tmp_path_factory.mktemp("project")
    library_project(folder)
    return folder


def test_a_cluster_of_two_workers_makes_the_same_site_on_another_day_in_another_place(
    library_site: Path, project: Path, tmp_path: Path
) -> None:
    """Each from nothing: no file made before is taken. The other was made by the processes of this machine."""
    with cluster(2) as (address, _):
        options = ("--anew", "--executor", address, "--site", str(tmp_path / "site"))
        built = kb("--root", str(project), "build", *options, today=ANOTHER_DAY)

    assert built.returncode == 0, built.stdout + built.stderr
    ours, theirs = digests(library_site), digests(tmp_path / "site")
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_processes_of_this_machine_make_the_same(project: Path, tmp_path: Path) -> None:
    """All of one language but the HTML, which the language's own process makes."""
    knowledge = check(library_project(tmp_path / "library"), TODAY).knowledge
    assert knowledge is not None

    def made(spread: Spread) -> Generated:
        return generate(knowledge, "en", Stamp("https://example.org/", TODAY, {}), spread=spread)

    spread = local_pool(2, tmp_path / "handed")
    try:
        others = made(spread)
    finally:
        spread.close()
    alone = made(IN_TURN)

    assert spread.seconds > 0
    assert [page.path for page in others.pages] == [page.path for page in alone.pages]
    assert [page.path for page, same in zip(others.pages, alone.pages, strict=True) if page != same] == []
    assert others.files == alone.files


def test_results_come_in_the_order_of_the_work_and_errors_come_through(tmp_path: Path) -> None:
    spread = local_pool(2, tmp_path)
    try:
        assert list(spread.each(str, range(100))) == [str(number) for number in range(100)]
        assert list(spread.each(str, [])) == []
        with pytest.raises(ValueError, match="invalid literal"):
            list(spread.each(int, ["1", "one"]))
    finally:
        spread.close()


def test_errors_of_tables_come_whole_from_another_process(tmp_path: Path) -> None:
    spread = local_pool(2, tmp_path)
    try:
        with pytest.raises(FontMissing, match="font missing: Sarabun"):
            list(spread.each(_no_font, ["Sarabun"]))
        with pytest.raises(ToolMissing, match="docx needs python-docx"):
            list(spread.each(_no_tool, ["docx"]))
    finally:
        spread.close()


def _no_font(name: str) -> None:
    raise FontMissing(name)


def _no_tool(name: str) -> None:
    raise ToolMissing(name, f"python-{name}")


def test_a_process_that_is_killed_is_told(tmp_path: Path) -> None:
    spread = local_pool(2, tmp_path)
    try:
        with pytest.raises(WorkersLost) as lost:
            list(spread.each(os._exit, [9]))
    finally:
        spread.close()

    assert "หน่วยความจำหมด" in lost.value.words
    assert "--executor local:1" in lost.value.words


def test_a_cluster_whose_last_worker_goes_is_told(tmp_path: Path) -> None:
    with cluster(1) as (address, program):
        assert program is not None
        spread = Executor.named(address).spread(tmp_path)
        try:
            results = spread.each(str, range(10))
            assert next(results) == "0"
            end(program)
            with pytest.raises(WorkersLost) as lost:
                list(spread.each(str, range(1000)))
        finally:
            spread.close()

    assert "ไม่เหลือเครื่องช่วยสร้าง" in lost.value.words
    assert "No worker is left" in lost.value.words


def test_a_worker_that_goes_while_others_stay_is_not_missed(tmp_path: Path) -> None:
    """What it had taken is done again."""
    hashed = partial(hashlib.pbkdf2_hmac, "sha256", b"", b"salt")
    with cluster(1) as (address, first), running("worker", address, "--processes", "1"):
        assert first is not None
        with met(address) as client:
            client.wait_for_workers(2, timeout=PATIENCE)
        spread = Executor.named(address).spread(tmp_path)
        try:
            results = spread.each(hashed, range(60_000, 60_040))
            found = [next(results)]
            end(first)
            found += results
        finally:
            spread.close()

    assert found == [hashed(times) for times in range(60_000, 60_040)]


def test_a_worker_with_other_code_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with cluster(1) as (address, _):
        executor = Executor.named(address)
        executor.try_out()
        monkeypatch.setattr(executors, "folder_key", lambda folder: "another")
        with pytest.raises(NoCluster) as refused:
            executor.try_out()

    assert "(code)" in refused.value.words
    assert "commit เดียวกัน" in refused.value.words
    assert "same commit" in refused.value.words


def test_a_cluster_without_workers_is_refused_and_nothing_is_built(project: Path, tmp_path: Path) -> None:
    with cluster(0) as (address, _):
        options = ("--executor", address, "--site", str(tmp_path / "site"))
        built = kb("--root", str(project), "build", *options, today=TODAY)

    assert built.returncode == 3
    assert f"kb.py worker {address}" in built.stderr
    assert "ยังไม่มีเครื่องช่วยสร้าง" in built.stderr
    assert "Traceback" not in built.stderr
    assert not (tmp_path / "site").exists()


def test_an_address_where_nobody_is_is_told(project: Path, tmp_path: Path) -> None:
    address = f"dask://127.0.0.1:{free_port()}"
    options = ("--executor", address, "--site", str(tmp_path / "site"))
    for words in (("build", *options), ("worker", address)):
        refused = kb("--root", str(project), *words, today=TODAY)

        assert refused.returncode == 3
        assert "ติดต่อ scheduler" in refused.stderr
        assert "No Dask scheduler answers" in refused.stderr
        assert "Traceback" not in refused.stderr


def test_a_machine_without_dask_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(NoCluster) as missing:
        Executor.named("dask://127.0.0.1:8786").try_out()

    assert "ยังไม่มี Dask" in missing.value.words
    assert "python3 scripts/kb.py" in missing.value.words


@pytest.mark.parametrize(
    "word", ["", "dask", "dask://", "dask://host", "dask://host:99999", "local:0", "http://h:1", "ray://h:1"]
)
def test_a_word_that_names_nobody_is_told(word: str) -> None:
    with pytest.raises(UnknownExecutor) as unknown:
        Executor.named(word)

    assert "dask://10.0.0.5:8786" in unknown.value.words


def test_a_wrong_word_ends_the_command(project: Path) -> None:
    for words in (("build", "--executor", "cloud"), ("worker", "local")):
        refused = kb("--root", str(project), *words, today=TODAY)

        assert refused.returncode == 2
        assert "ไม่รู้จัก" in refused.stderr


def test_words_of_executors() -> None:
    assert Executor.named("local") == Executor()
    assert Executor.named("local:1").alone
    assert Executor.named("local:4").processes == 4
    assert Executor.named("dask://[::1]:8786").address == "tcp://[::1]:8786"
