"""``kb.py build``: check, build both languages, publish at once. A failed build leaves the last site as it was."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from botrian.kept import cache_of
from botrian.read import Paths
from botrian.site import fresh

if TYPE_CHECKING:
    from botrian.shared import SharedStore
    from botrian.site.executors import Executor


def add(parser: argparse.ArgumentParser) -> None:
    """Name the options of the command."""
    parser.add_argument(
        "--pages-only",
        action="store_true",
        help="ไม่ทำไฟล์ตารางและชุดอบรม เร็วขึ้นมาก / no table files and no kits: much quicker",
    )
    parser.add_argument(
        "--anew",
        action="store_true",
        help="สร้างใหม่ทั้งหมด ไม่ใช้ของที่เคยทำ / make everything again, take nothing from before",
    )
    parser.add_argument(
        "--executor",
        default="local",
        metavar="local[:N]|dask://HOST:PORT",
        help="ใครช่วยสร้าง (ปกติ: เครื่องนี้ ทุกคอร์) / who does the work (without it this machine, all cores)",
    )
    parser.add_argument(
        "--store",
        metavar="URL",
        help="ที่เก็บร่วมของหลายเครื่อง เช่น s3://ถัง/โฟลเดอร์ / where several machines share what was made (s3://, file://)",
    )
    parser.add_argument("--site", type=Path, metavar="DIR", help="โฟลเดอร์ของเว็บไซต์ (ปกติ site/) / where to publish")


def run(options: argparse.Namespace, paths: Paths, today: date) -> int:
    """Build and publish; nothing is made where nothing changed.

    1 where the content has errors or the build failed, 2 where nobody bears the name of the executor, 3 where its
    cluster cannot do the work.
    """
    site: Path = (options.site or paths.root / "site").resolve()
    start = time.perf_counter()
    cache = cache_of(paths.root)
    named = ["pages-only"] if options.pages_only else []
    rests_on = fresh.inputs(paths, today, named)
    published = fresh.recall(site, cache) if cache else None
    if not options.anew and fresh.is_fresh(site, published, rests_on):
        seconds = time.perf_counter() - start
        _say(f"ไม่มีอะไรเปลี่ยน เว็บไซต์เป็นปัจจุบัน ({seconds:.1f} วินาที) / nothing changed: the site is up to date → {site}")
        return 0
    from botrian.shared import SharedStore, UnknownPlace
    from botrian.site.executors import Executor, NobodyDoesIt

    try:
        executor = Executor.named(options.executor)
        shared = SharedStore(options.store) if options.store else None
        executor.try_out()
    except (NobodyDoesIt, UnknownPlace) as error:
        print(error.words, file=sys.stderr)
        return error.exit_code
    digests = _build(options, paths, today, site, start, rests_on, published, executor, shared)
    if digests is None:
        return 1
    # What was edited while the site was made may be in it or not: then the next build looks again.
    if cache and fresh.inputs(paths, today, named).digest == rests_on.digest:
        fresh.remember(site, cache, rests_on, digests)
    return 0


def _build(
    options: argparse.Namespace,
    paths: Paths,
    today: date,
    site: Path,
    start: float,
    now: fresh.Inputs,
    published: fresh.Publication | None,
    executor: Executor,
    shared: SharedStore | None,
) -> Mapping[str, str] | None:
    """Check, build, publish; the digests of the files, as far as they are known, or None where that failed."""
    # Imported when there is something to make: that alone takes a second.
    from botrian.addresses import Stamp
    from botrian.check import seen_before
    from botrian.check.output import safe_lines
    from botrian.check.report import no_collecting
    from botrian.commands.progress import progress, summary
    from botrian.kept import Store
    from botrian.site.build import Work, build_languages
    from botrian.site.changes import last_changes
    from botrian.site.content import knowledge_or_problems
    from botrian.site.generate import Kept
    from botrian.site.publish import publish, workplace
    from botrian.site.rendering import BuildFailed
    from botrian.site.settings import site_url
    from botrian.site.weight import told, told_of_time, weigh

    _say("ตรวจเนื้อหา / checking the content …")
    kept = Kept.of(paths.root, paths.data, files=not options.pages_only)
    if options.anew:
        kept, published = replace(kept, cache=None), None
    with no_collecting():
        seen = seen_before(kept.cache)
        knowledge, problems = knowledge_or_problems(paths, today, ledger=seen)
        seen.save()
        del seen  # with all that was read
        # All of it stays, and it has no rings: the collector need not go through it again and again.
        gc.freeze()
    if knowledge is None:
        print(problems)
        _say(f"ไม่ได้สร้างเว็บไซต์ ของเดิมยังอยู่ / nothing built, the last site stays: {site}")
        return None
    _say("สร้างหน้าไทยและอังกฤษ / building Thai and English …")
    stamp = Stamp(site_url(paths.root), _source_date(), last_changes(paths.root))
    store = Store(kept.cache)
    if shared and store.keeps:
        _say(safe_lines(shared.bring(store)))
    work = Work(paths, knowledge, stamp, kept, site, published.files if published else {}, executor)
    with workplace(site) as folder:
        try:
            with progress() as tell:
                alone = published is not None and now.is_near(published.inputs)
                made = build_languages(work, folder, tell, alone=alone)
        except BuildFailed as failure:
            print(safe_lines(failure.words), file=sys.stderr)
            _say(f"สร้างไม่สำเร็จ ของเดิมยังอยู่ / the build failed, the last site stays: {site}")
            return None
        (folder / "en").rename(folder / "th" / "en")
        publish(folder / "th", site, folder / "old")
    if shared and store.keeps:
        got, put = {key for one in made for key in one.got}, {key for one in made for key in one.put}
        _say(safe_lines(shared.hand_over(store, got, put)))
    store.sweep()
    _say(f"{summary(made, time.perf_counter() - start)}\n→ {site}")
    for line in (*told(weigh(site)), *told_of_time(time.perf_counter() - start)):
        _say(line)
    return {name: digest for one in made for name, digest in one.digests.items()}


def _source_date() -> date | None:
    """The day that stands in for files without history, from SOURCE_DATE_EPOCH (reproducible-builds.org)."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(seconds), tz=UTC).date() if seconds and seconds.isdigit() else None


def _say(words: str) -> None:
    print(words, flush=True)
