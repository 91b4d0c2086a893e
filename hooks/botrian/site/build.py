"""Checked knowledge goes in; both languages' sites in one folder come out, made side by side in two processes."""

from __future__ import annotations

import multiprocessing
import shutil
import threading
from collections.abc import Collection, Mapping
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing.queues import SimpleQueue
from pathlib import Path

from botrian.addresses import Stamp
from botrian.check.report import no_collecting, settled
from botrian.embeds import FrozenDamaged
from botrian.exports import FontMissing, ToolMissing
from botrian.kept import Store
from botrian.knowledge import Knowledge
from botrian.read import Paths
from botrian.records import LANGUAGES, Language
from botrian.site.executors import LOCAL, Executor, NoCluster
from botrian.site.generate import Kept, generate
from botrian.site.kept_parts import LostPage
from botrian.site.laying import Laid, Laying, Told
from botrian.site.memory import Memory
from botrian.site.rendering import BuildFailed, Looks, rendered
from botrian.site.telling import Tell, Telling, nobody
from botrian.spread import IN_TURN, Spread, WorkersLost, end_with_parent, process_ended


@dataclass(frozen=True)
class Made:
    """What one language's build made.

    ``seconds`` of the processor by the name of the step; ``made`` and ``taken`` count the pieces of the site that were
    made and that were taken from before; ``digests`` are those of its files by their path in the whole site.
    ``put`` and ``got`` are the keys of what was put into the store and taken from it.
    """

    language: Language
    records: int
    tables: int
    pages: int
    seconds: Mapping[str, float]
    made: int
    taken: int
    digests: Mapping[str, str]
    put: Collection[str] = ()
    got: Collection[str] = ()


@dataclass(frozen=True)
class Work:
    """What a build is of and where it lies, and who does it.

    Content, stamp, what may be taken from before, the published site with what is known of its files, the executor.
    """

    paths: Paths
    knowledge: Knowledge
    stamp: Stamp
    kept: Kept | None
    site: Path = Path("/dev/null")
    published: Mapping[str, Told] = field(default_factory=dict)
    executor: Executor = LOCAL


def build_languages(work: Work, out: Path, tell: Tell = nobody, *, alone: bool) -> tuple[Made, ...]:
    """Build Thai into ``out/th`` and English into ``out/en``. Raises BuildFailed; ``out`` is then not whole.

    ``alone``: in this process, one after the other: so little is to be made that others would cost more to start.
    """
    if alone or work.executor.alone:
        with no_collecting():
            return tuple(build_language(work, language, out / language, tell) for language in LANGUAGES)
    # A new process, not a copy of this one with all that checking has read: less memory, and the same everywhere. What
    # checking let go of in this one is room for what it makes.
    mine, *others = LANGUAGES
    context = multiprocessing.get_context("spawn")
    told: StepQueue = context.SimpleQueue()
    listening = threading.Thread(target=_listen, args=(told, tell), daemon=True)
    listening.start()
    with ProcessPoolExecutor(max_workers=len(others), mp_context=context, initializer=_start, initargs=(told,)) as pool:
        jobs = [pool.submit(_in_process, work, language, out / language) for language in others]
        try:
            # Told like the other's steps, so that one thread alone tells.
            made = _with_helpers(work, mine, out / mine, lambda *step: told.put(step))
            return (made, *(job.result() for job in jobs))
        except BrokenExecutor as lost:
            raise BuildFailed(process_ended(lost)) from lost
        finally:
            told.put(None)
            listening.join()


#: What the other processes tell of their steps; None when there is no more.
StepQueue = SimpleQueue[tuple[Language, str, float] | None]
_telling: list[StepQueue] = []


def _listen(told: StepQueue, tell: Tell) -> None:
    while (step := told.get()) is not None:
        tell(*step)


def _start(told: StepQueue) -> None:
    """Begin a process: what it is at goes into the queue."""
    end_with_parent()
    _telling.append(told)


def _in_process(work: Work, language: Language, folder: Path) -> Made:
    """Build one language in a process of its own."""
    return _with_helpers(work, language, folder, lambda *step: _telling[0].put(step))


def _with_helpers(work: Work, language: Language, folder: Path, tell: Tell) -> Made:
    """Build one language in this process, with its helpers. Raises BuildFailed."""
    try:
        spread = work.executor.spread(folder.with_name(f"handed-{language}"))
    except NoCluster as error:
        raise BuildFailed(error.words) from error
    try:
        with settled():
            return build_language(work, language, folder, tell, spread)
    except WorkersLost as lost:
        raise BuildFailed(lost.words) from lost
    finally:
        spread.close()


def build_language(work: Work, language: Language, folder: Path, tell: Tell = nobody, spread: Spread = IN_TURN) -> Made:
    """Build one language's site into ``folder``. Raises BuildFailed, WorkersLost."""
    store = Store(work.kept.cache if work.kept else None)
    telling = Telling(language, tell, lambda: spread.seconds)
    below = "" if language == "th" else "en/"
    rendered_into = folder.with_name(f"rendered-{language}")
    for anew in (False, True):
        memory = memory_of(store, language, work.stamp, work.kept, anew=anew)
        laying = Laying(folder, work.site, work.published)
        looks = Looks(store, memory.name, laying, below)
        try:
            generated = generate(
                work.knowledge, language, work.stamp, work.kept, memory, telling, spread, Laid(laying, below)
            )
            with telling.step("html"):
                html = rendered(work.paths, generated, rendered_into, store, looks.laid)
                laying.lay(html.items(), below)
                looks.save(html)
                move_beside(rendered_into, folder)
                memory.save()
            break
        except LostPage:
            # Something that was kept is damaged: everything is made anew, and kept again.
            if anew:
                raise
            shutil.rmtree(folder, ignore_errors=True)
        except (FontMissing, FrozenDamaged, ToolMissing) as error:
            raise BuildFailed(str(error)) from error
        finally:
            shutil.rmtree(rendered_into, ignore_errors=True)
    counts = (generated.records, generated.tables, len(generated.pages))
    return Made(language, *counts, telling.seconds, memory.made, memory.taken, laying.digests, store.made, store.taken)


def move_beside(new: Path, folder: Path) -> None:
    """Move the files of a folder into another, where they stand as they did; what is there already stays."""
    for file in sorted(new.rglob("*")):
        target = folder / file.relative_to(new)
        if file.is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            file.rename(target)


def memory_of(store: Store, language: Language, stamp: Stamp, kept: Kept | None, *, anew: bool = False) -> Memory:
    """What an earlier build of this language, for the same address and of the same files, has left."""
    files = "files" if kept and kept.files else "pages only"
    return Memory(store, language, stamp.site_url, str(stamp.today), files, anew=anew)
