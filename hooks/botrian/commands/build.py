"""``kb.py build``: check, build both languages, publish at once. A failed build leaves the last site as it was."""

from __future__ import annotations

import argparse
import os
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path

from botrian.read import Paths
from botrian.site import fresh


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
        help="สร้างใหม่แม้ไม่มีอะไรเปลี่ยน / build again even where nothing changed",
    )
    parser.add_argument("--site", type=Path, metavar="DIR", help="โฟลเดอร์ของเว็บไซต์ (ปกติ site/) / where to publish")


def run(options: argparse.Namespace, paths: Paths, today: date) -> int:
    """Build and publish; 1 where the content has errors or the build failed. Nothing is made where nothing changed."""
    site: Path = (options.site or paths.root / "site").resolve()
    start = time.perf_counter()
    cache = paths.root / ".cache"
    rests_on = fresh.inputs(paths, today, ["pages-only"] if options.pages_only else [])
    if not options.anew and fresh.is_fresh(site, cache, rests_on):
        seconds = time.perf_counter() - start
        _say(f"ไม่มีอะไรเปลี่ยน เว็บไซต์เป็นปัจจุบัน ({seconds:.1f} วินาที) / nothing changed: the site is up to date → {site}")
        return 0
    code = _build(options.pages_only, paths, today, site, start)
    # What was edited while the site was made may be in it or not: then the next build looks again.
    if code == 0 and fresh.inputs(paths, today, ["pages-only"] if options.pages_only else []) == rests_on:
        fresh.remember(site, cache, rests_on)
    return code


def _build(pages_only: bool, paths: Paths, today: date, site: Path, start: float) -> int:
    # Imported when there is something to make: that alone takes a second.
    from botrian.addresses import Stamp
    from botrian.check.output import safe_lines
    from botrian.site.build import BuildFailed, build_languages
    from botrian.site.changes import last_changes
    from botrian.site.content import knowledge_or_problems
    from botrian.site.generate import Kept
    from botrian.site.publish import publish, workplace
    from botrian.site.settings import site_url
    from botrian.site.weight import told, weigh

    _say("ตรวจเนื้อหา / checking the content …")
    knowledge, problems = knowledge_or_problems(paths, today)
    if knowledge is None:
        print(problems)
        _say(f"ไม่ได้สร้างเว็บไซต์ ของเดิมยังอยู่ / nothing built, the last site stays: {site}")
        return 1
    _say("สร้างหน้าไทยและอังกฤษ / building Thai and English …")
    kept = None if pages_only else Kept.of(paths.root, paths.data)
    stamp = Stamp(site_url(paths.root), _source_date(), last_changes(paths.root))
    with workplace(site) as folder:
        try:
            made = build_languages(paths, knowledge, stamp, kept, folder, _say)
        except BuildFailed as failure:
            print(safe_lines(failure.words), file=sys.stderr)
            _say(f"สร้างไม่สำเร็จ ของเดิมยังอยู่ / the build failed, the last site stays: {site}")
            return 1
        (folder / "en").rename(folder / "th" / "en")
        publish(folder / "th", site, folder / "old")
    pages = sum(one.pages for one in made)
    seconds = time.perf_counter() - start
    thai = f"เสร็จ: {made[0].records} รายการ {made[0].tables} ตาราง {pages} หน้า ใน {seconds:.1f} วินาที"
    english = f"done: {made[0].records} records, {made[0].tables} tables, {pages} pages in {seconds:.1f} s"
    _say(f"{thai} / {english}\n→ {site}")
    for line in told(weigh(site)):
        _say(line)
    return 0


def _source_date() -> date | None:
    """The day that stands in for files without history, from SOURCE_DATE_EPOCH (reproducible-builds.org)."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(seconds), tz=UTC).date() if seconds and seconds.isdigit() else None


def _say(words: str) -> None:
    print(words, flush=True)
