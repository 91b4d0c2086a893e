"""Independent work goes in; what it makes comes out in the order it went in, whoever did it.

Who does it is an executor of Python's own kind (``concurrent.futures``): processes of this machine, or a cluster of
several machines. Makers are pure, so that nobody can tell from the result.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import pickle
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from contextlib import ExitStack
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Final, TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")
#: What a piece of work made, and the seconds of the processor that it took.
_Done = tuple[list[Made], float]

#: Pieces that each worker gets: enough that nobody waits long for the last one, few enough that sending costs little.
_PIECES: Final = 6
#: Seconds after which it is asked whether those who should do the work are still there.
_PATIENCE: Final = 5.0


class WorkersLost(Exception):
    """Those who did the work are gone; ``words`` tells it in Thai and English, with what to do."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


class Handed:
    """A value that many pieces of work need, as those who do it get it: the name of its bytes, and where they are."""

    def __init__(self, value: object, place: Callable[[bytes], Any] = lambda data: data) -> None:
        data = pickle.dumps(value, protocol=5)
        self.name = hashlib.sha256(data).hexdigest()
        self.place = place(data)


class Spread:
    """Work for this process alone, one piece after the other. What is below gives it to others."""

    def each(self, make: Callable[[Item], Made], items: Sequence[Item]) -> Iterator[Made]:
        """What ``make`` gives for each item. Raises what it raises, and WorkersLost."""
        return map(make, items)

    def with_value(
        self, make: Callable[[Any, Item], Made], value: Callable[[], object], items: Sequence[Item]
    ) -> Iterator[Made] | None:
        """The same of a value that all items need; None where there is nobody else: whoever asks has it already."""
        return None

    def close(self) -> None:
        """Let those who did the work go."""

    @property
    def seconds(self) -> float:
        """Of the processor, that others have worked so far."""
        return 0


IN_TURN: Final = Spread()


def kept_or_made(
    items: Sequence[tuple[str, Item]],
    has: Callable[[str], bool],
    take: Callable[[str], Made | None],
    keep: Callable[[str, Made], object],
    make: Callable[[Item], Made],
    spread: Spread,
) -> Iterator[Made]:
    """What was kept for each item, in their order; what was not is made, and kept.

    Each item stands behind the key of what is made of it; ``has``, ``take`` and ``keep`` are those of a store. What is
    there is taken when it is its turn: all of it together is as large as the site.
    """
    there = [has(key) for key, _ in items]
    made = spread.each(make, [item for (_, item), is_there in zip(items, there, strict=True) if not is_there])
    for (key, item), is_there in zip(items, there, strict=True):
        found = take(key) if is_there else next(made)
        # What is there may be damaged.
        whole = make(item) if found is None else found
        if not is_there or found is None:
            keep(key, whole)
        yield whole


class SpreadOut(Spread):
    """Work for ``workers`` others behind an executor.

    ``place`` brings bytes to where all of them can read them; ``alive`` raises WorkersLost where nobody is left;
    ``losses`` are the errors by which the executor says so.
    """

    def __init__(
        self,
        executor: Executor,
        workers: int,
        place: Callable[[bytes], Any],
        alive: Callable[[], None],
        losses: tuple[type[BaseException], ...] = (BrokenExecutor,),
    ) -> None:
        self._executor, self._workers, self._place = executor, workers, place
        self._alive, self._losses = alive, losses
        self._seconds = 0.0
        self.ending = ExitStack()

    @property
    def seconds(self) -> float:
        return self._seconds

    def each(self, make: Callable[[Item], Made], items: Sequence[Item]) -> Iterator[Made]:
        return self._results([self._executor.submit(_all, make, piece) for piece in self._pieces(items)])

    def with_value(
        self, make: Callable[[Any, Item], Made], value: Callable[[], object], items: Sequence[Item]
    ) -> Iterator[Made] | None:
        if not items:
            return iter(())
        handed = Handed(value(), self._place)
        return self._results(
            [self._executor.submit(_all_with, make, handed.name, handed.place, piece) for piece in self._pieces(items)]
        )

    def close(self) -> None:
        self.ending.close()

    def _pieces(self, items: Sequence[Item]) -> Iterator[Sequence[Item]]:
        size = max(1, -(-len(items) // (self._workers * _PIECES)))
        return (items[at : at + size] for at in range(0, len(items), size))

    def _results(self, futures: list[Future[_Done[Made]]]) -> Iterator[Made]:
        try:
            # The oldest goes out of the list when it is taken: what is laid down need not stay here.
            while futures:
                yield from self._waited_for(futures.pop(0))
        finally:
            for future in futures:
                future.cancel()

    def _waited_for(self, future: Future[_Done[Made]]) -> list[Made]:
        while True:
            try:
                made, seconds = future.result(_PATIENCE)
                self._seconds += seconds
                return made
            except NotYet:
                if future.done():
                    raise
                self._alive()
            except self._losses as lost:
                self._alive()
                raise WorkersLost(process_ended(lost)) from lost


def process_ended(error: BaseException) -> str:
    """What to tell where a process of a pool was ended by the system."""
    return (
        "โปรเซสที่ช่วยสร้างหยุดกลางคัน มักเพราะหน่วยความจำหมด\n"
        "ปิดโปรแกรมอื่น หรือใช้ --executor local:1 แล้วสั่งใหม่\n\n"
        "A process that helped to build was ended, mostly for want of memory.\n"
        f"Close other programs, or use --executor local:1, and run this again. ({type(error).__name__})"
    )


def local_pool(workers: int, folder: Path) -> Spread:
    """Processes of this machine; they end with this one. New ones, not copies of it with all that it has read.

    ``folder``: where they find what all of them need; whoever names it takes it away.
    """
    ending = ExitStack()
    folder.mkdir(parents=True, exist_ok=True)
    context = multiprocessing.get_context("spawn")
    pool = ending.enter_context(ProcessPoolExecutor(workers, mp_context=context, initializer=end_with_parent))

    def place(data: bytes) -> Path:
        file = folder / hashlib.sha256(data).hexdigest()
        file.write_bytes(data)
        return file

    spread = SpreadOut(pool, workers, place, lambda: None)
    spread.ending = ending
    return spread


def end_with_parent() -> None:
    """Let this process end when the one that started it is gone, however that ended: a kill tells nobody."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


#: A worker may run several threads; our makers are made for one.
_ONE_AT_A_TIME: Final = threading.RLock()
#: The values that were last handed to this worker, by their names, and how many it keeps.
_held: dict[str, Any] = {}
_HELD: Final = 2


def _all(make: Callable[[Item], Made], items: Sequence[Item]) -> _Done[Made]:
    with _ONE_AT_A_TIME:
        start = time.thread_time()
        return [make(item) for item in items], time.thread_time() - start


def _all_with(make: Callable[[Any, Item], Made], name: str, place: Path | bytes, items: Sequence[Item]) -> _Done[Made]:
    with _ONE_AT_A_TIME:
        start = time.thread_time()
        if name not in _held:
            for old in list(_held)[: 1 - _HELD or None]:
                del _held[old]
            _held[name] = pickle.loads(place.read_bytes() if isinstance(place, Path) else place)  # noqa: S301 - our own
        return [make(_held[name], item) for item in items], time.thread_time() - start
