"""A word of the command line goes in (``local``, ``local:4``, ``dask://10.0.0.5:8786``); who does the work comes out.

Both languages are made side by side, each by a process of this machine that puts its site together. What rests on
nothing else that is made, it gives to helpers: to more processes where there are cores for them, or to a Dask cluster.
"""

from __future__ import annotations

import os
import re
import sys
from concurrent.futures import BrokenExecutor, CancelledError
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from botrian.kept import folder_key, key_of, libraries
from botrian.records import LANGUAGES
from botrian.spread import IN_TURN, Spread, SpreadOut, WorkersLost, local_pool

if TYPE_CHECKING:
    from distributed import Client

#: Seconds in which a scheduler answers, or there is none.
_ANSWERS: Final = 10
_ADDRESS: Final = re.compile(r"dask://(\[[0-9A-Fa-f:.]+\]|[\w.-]+):(\d{1,5})/?", re.ASCII)
_LOCAL: Final = re.compile(r"local(?::([1-9]\d{0,2}))?", re.ASCII)
_PIN: Final = re.compile(r"^([a-z0-9-]+)==", re.MULTILINE)
_CODE: Final = Path(__file__).resolve().parents[1]


class NobodyDoesIt(Exception):
    """Nobody can do the work; ``words`` tells why and what to do, in Thai and English, ``exit_code`` what is left."""

    exit_code: int

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


class UnknownExecutor(NobodyDoesIt):
    """The word names nobody who could do the work."""

    exit_code = 2

    def __init__(self, word: str) -> None:
        super().__init__(
            f"ไม่รู้จัก {word!r} เขียนได้สามแบบ: local (เครื่องนี้), local:4 (สี่โปรเซส), dask://10.0.0.5:8786 (คลัสเตอร์ Dask) / "
            f"{word!r} is not known: write local (this machine), local:4 (four processes), or dask://10.0.0.5:8786"
        )


class NoCluster(NobodyDoesIt):
    """A cluster cannot do this build: it does not answer, or is not as this machine is."""

    exit_code = 3


@dataclass(frozen=True)
class Executor:
    """Who does the work: so many processes of this machine (None: one for each core), or the cluster at an address."""

    processes: int | None = None
    address: str = ""

    @classmethod
    def named(cls, word: str) -> Executor:
        """What a word of the command line means. Raises UnknownExecutor."""
        local, cluster = _LOCAL.fullmatch(word), _ADDRESS.fullmatch(word)
        if local:
            return cls(int(local[1]) if local[1] else None)
        if cluster and 0 < int(cluster[2]) < 65536:
            return cls(address=f"tcp://{cluster[1]}:{cluster[2]}")
        raise UnknownExecutor(word)

    @property
    def alone(self) -> bool:
        """Whether one process makes everything."""
        return self.processes == 1

    @staticmethod
    def installed() -> type[Client]:
        """Dask's client. Raises NoCluster where Dask is not installed."""
        try:
            from distributed import Client
        except ImportError as error:
            raise NoCluster(
                "เครื่องนี้ยังไม่มี Dask ให้สั่งผ่าน python3 scripts/kb.py ซึ่งจะติดตั้งจาก requirements/cluster.txt ให้เอง\n\n"
                "Dask is not installed here. Run this by python3 scripts/kb.py: it installs requirements/cluster.txt."
            ) from error
        return Client

    def meet(self) -> Client:
        """A client of the cluster's scheduler. Raises NoCluster."""
        client = self.installed()
        try:
            return client(self.address, timeout=_ANSWERS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise NoCluster(
                f"ติดต่อ scheduler ของ Dask ที่ {self.address} ไม่ได้ ดูที่อยู่ พอร์ต และว่าโปรแกรมนั้นทำงานอยู่ ยังไม่ได้สร้างอะไร\n"
                "เปิด scheduler ด้วย: python3 scripts/kb.py worker --scheduler\n\n"
                f"No Dask scheduler answers at {self.address}. See the address, its port, and that it runs.\n"
                "Nothing was built. Start one by: python3 scripts/kb.py worker --scheduler"
            ) from error

    def try_out(self) -> None:
        """Ask whether the cluster can do our work, before anything is made. Raises NoCluster."""
        if self.address:
            client = self.meet()
            try:
                _look_over(client, self.address)
            finally:
                client.close()  # type: ignore[no-untyped-call]

    def spread(self, folder: Path) -> Spread:
        """The helpers of one language's process; ``folder`` is for what they are handed. Raises NoCluster."""
        if self.address:
            return _cluster(self.meet(), self.address)
        helpers = (self.processes or os.cpu_count() or 1) // len(LANGUAGES)
        # One helper alone would only do what its language's process can do itself.
        return local_pool(helpers, folder) if helpers > 1 else IN_TURN


LOCAL: Final = Executor()


def _cluster(client: Client, address: str) -> Spread:
    from distributed.scheduler import KilledWorker

    def alive() -> None:
        try:
            left = client.status == "running" and client.scheduler_info(n_workers=-1)["workers"]
        except OSError:
            left = {}
        if not left:
            raise WorkersLost(
                f"ไม่เหลือเครื่องช่วยสร้างในคลัสเตอร์ {address} แล้ว ดูว่า scheduler และ worker ยังทำงานอยู่ แล้วสั่งใหม่\n\n"
                f"No worker is left in the cluster at {address}.\n"
                "See that its scheduler and workers still run, and run this again."
            )

    def place(data: bytes) -> Any:
        return client.scatter(data, broadcast=True, hash=True)  # type: ignore[no-untyped-call]

    # What a worker had taken when it ended is done again by another one; three times, then it is the work that kills.
    executor = client.get_executor(pure=False)  # type: ignore[no-untyped-call]
    losses = (BrokenExecutor, KilledWorker, CancelledError, OSError)
    spread = SpreadOut(executor, max(1, len(client.scheduler_info(n_workers=-1)["workers"])), place, alive, losses)
    spread.ending.callback(client.close)
    return spread


def _look_over(client: Client, address: str) -> None:
    """Hold the code, the Python and the libraries of each worker against ours: others may write other bytes."""
    told = client.run(identity, on_error="return")
    if not told:
        start = f"python3 scripts/kb.py worker {address.replace('tcp', 'dask')}"
        raise NoCluster(
            f"คลัสเตอร์ที่ {address} ยังไม่มีเครื่องช่วยสร้าง เปิดด้วย: {start}\n\n"
            f"The cluster at {address} has no worker yet. Start one by: {start}"
        )
    ours = identity()
    for worker, theirs in sorted(told.items()):
        if theirs != ours:
            other = _difference(ours, theirs)
            raise NoCluster(
                f"เครื่องช่วยสร้าง {worker} ไม่ตรงกับเครื่องนี้ ({other}) ไฟล์ที่ได้อาจไม่เหมือนกัน จึงไม่ใช้\n"
                "ให้ทุกเครื่อง git pull ให้ถึง commit เดียวกัน ใช้ Python รุ่นเดียวกัน แล้วเปิด kb.py worker ใหม่\n\n"
                f"The worker {worker} is not as this machine is ({other}): what it makes may differ.\n"
                "Let all machines stand at the same commit, with the same Python, and start kb.py worker again."
            )


def identity() -> dict[str, str]:
    """What the bytes of everything rest on besides the content: the code, Python, the libraries that are locked."""
    locked = set(_PIN.findall((_CODE.parents[1] / "requirements" / "build.txt").read_text(encoding="utf-8")))
    found = [one for one in libraries() if re.sub("[_.]", "-", one.partition("-")[0].lower()) in locked]
    return {"code": folder_key(_CODE), "Python": sys.version, "libraries": key_of(*found)}


def _difference(ours: dict[str, str], theirs: object) -> str:
    if not isinstance(theirs, dict):
        return f"code: {type(theirs).__name__}"
    return ", ".join(name for name, value in ours.items() if theirs.get(name) != value)
