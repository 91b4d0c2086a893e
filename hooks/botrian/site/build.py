"""Checked knowledge goes in; both languages' sites in one folder come out, made side by side in two processes."""

from __future__ import annotations

import logging
import multiprocessing
import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path

from botrian.addresses import Stamp
from botrian.embeds import FrozenDamaged
from botrian.exports import FontMissing, ToolMissing
from botrian.knowledge import Knowledge
from botrian.read import Paths
from botrian.records import Language
from botrian.site.generate import Generated, Kept, generate

SETTINGS: dict[Language, str] = {"th": "mkdocs.yml", "en": "mkdocs.en.yml"}


@dataclass(frozen=True)
class Made:
    """What one language's build made."""

    language: Language
    records: int
    tables: int
    pages: int
    seconds: float


class BuildFailed(Exception):
    """A site could not be made; ``words`` tells why: what MkDocs said, or which font, tool or file is amiss."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def build_languages(
    paths: Paths, knowledge: Knowledge, stamp: Stamp, kept: Kept | None, out: Path, say: Callable[[str], None]
) -> tuple[Made, ...]:
    """Build Thai into ``out`` and English into ``out/en``. Raises BuildFailed; ``out`` is then not whole."""
    folders: dict[Language, Path] = {"th": out / "th", "en": out / "en"}
    # New processes, not copies of this one with all that checking has read: half the memory, and the same everywhere.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=2, mp_context=context, initializer=_end_with_parent) as pool:
        jobs = {
            language: pool.submit(build_language, paths, knowledge, stamp, kept, language, folder)
            for language, folder in folders.items()
        }
        made = []
        for language, job in jobs.items():
            made.append(job.result())
            say(f"  {language}: {made[-1].pages} pages, {made[-1].seconds:.1f} s")
    return tuple(made)


def _end_with_parent() -> None:
    """Let this process end when the one that started it is gone, however that ended: a kill tells nobody."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def build_language(
    paths: Paths, knowledge: Knowledge, stamp: Stamp, kept: Kept | None, language: Language, folder: Path
) -> Made:
    """Build one language's site into ``folder``."""
    start = time.perf_counter()
    try:
        generated = generate(knowledge, language, stamp, kept)
    except (FontMissing, FrozenDamaged, ToolMissing) as error:
        raise BuildFailed(str(error)) from error
    render(paths, generated, folder)
    seconds = time.perf_counter() - start
    return Made(language, generated.records, generated.tables, len(generated.pages), seconds)


def render(paths: Paths, generated: Generated, folder: Path) -> None:
    """Let MkDocs make the pages of one language. Raises BuildFailed with MkDocs' own words."""
    # Material prints a notice about MkDocs 2 at every build; it is for us, not for the people who build.
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    words = _Words()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(words)
    try:
        config = load_config(
            str(paths.root / SETTINGS[generated.language]),
            docs_dir=str(paths.docs.resolve()),
            site_dir=str(folder),
            strict=True,
        )
        config.extra["botrian"] = generated
        build(config)
    except (Abort, MkDocsException) as error:
        raise BuildFailed("\n".join([*words.lines, str(error)])) from error
    finally:
        logger.removeHandler(words)


class _Words(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
