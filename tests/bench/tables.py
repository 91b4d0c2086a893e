"""``kb.py bench tables N …``: every format and embed of N tables in both languages, from cold and with nothing changed.

Prints seconds of the clock and of work (of all cores, whatever else the machine does), the same per table, the largest
process's memory, and bytes. Run with 40 and 400 to see whether the cost of a table grows with their number. The tables
are like the real ones: ten rows, four columns of short sentences, every fifth one a grid of numbers. The two languages
are made side by side, as the build does.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from botrian.addresses import Stamp
from botrian.embeds import embeds
from botrian.exports import exports, printed_tables
from botrian.kept import Store
from botrian.knowledge import Knowledge
from botrian.records import LANGUAGES, Citation, Language, Source, Text
from botrian.tables import Cell, Column, Row, Table, Value
from botrian.tables.typed import ValueType

STAMP = Stamp("https://example.org/", date(2026, 1, 1))
WORDS = ("ชุมชน", "เครือข่าย", "เก็บข้อมูล", "ตำบล", "แผนจังหวัด", "คุยกัน", "กองทุน", "สวัสดิการ", "เยาวชน", "ร่วมกับรัฐ")
ENGLISH = ("community", "network", "collects data", "tambon", "provincial plan", "talks", "fund", "welfare", "youth")


@dataclass(frozen=True)
class Made:
    """What one language's process made: how many files, their bytes, and its memory."""

    files: int
    megabytes: float
    peak_mb: float


def sentence(seed: int) -> Text:
    """About eighty letters that differ from cell to cell."""
    thai = " ".join(WORDS[(seed * step) % len(WORDS)] for step in (1, 3, 7, 9, 2, 4))
    return Text(
        th=f"{thai} {seed}", en=" ".join(ENGLISH[(seed * step) % len(ENGLISH)] for step in (1, 2, 4, 5)) + f" {seed}"
    )


def cell(seed: int, numbers: bool) -> Cell:
    citation = (Citation(source="book", lines=(seed % 800 + 1, seed % 800 + 3)),)
    if numbers:
        number = Decimal(seed % 97)
        return Cell(values=(Value("number", Text(th=str(number), en=str(number)), number=number, citations=citation),))
    if seed % 7 == 0:
        return Cell(absent="unknown")
    return Cell(values=tuple(Value("text", sentence(seed + more), citations=citation) for more in range(1 + seed % 3)))


def table(number: int) -> Table:
    """The table of this number."""
    numbers = number % 5 == 0
    kind: ValueType = "number" if numbers else "text"
    width, height = (10, 20) if numbers else (4, 10)
    columns = tuple(Column(f"c{place}", Text(th=f"ช่อง {place}", en=f"Column {place}")) for place in range(width))
    columns = tuple(replace(column, type=kind) for column in columns)
    rows = tuple(
        Row(f"r{row}", sentence(row), tuple(cell(number * 1000 + row * 20 + place, numbers) for place in range(width)))
        for row in range(height)
    )
    citations = tuple(dict.fromkeys(one for row in rows for c in row.cells for v in c.values for one in v.citations))
    title = Text(th=f"ตารางที่ {number}", en=f"Table {number}")
    return Table(f"table-{number}", title, sentence(number), title, columns, rows, citations=citations)


def make(count: int, language: Language, cache: Path) -> Made:
    """Everything of ``count`` tables in one language."""
    short = Text(th="หนังสือ", en="Book")
    book = Source(id="book", title=short, short=short, kind="book", cite_as=short, about=short, lines=900)
    printed = printed_tables(map(table, range(count)), Knowledge(sources={"book": book}), language, STAMP)
    files = {**dict(exports(printed, store=Store(cache))), **embeds(printed, language, store=Store(cache))}
    # Linux counts in KB; macOS in bytes.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return Made(len(files), sum(map(len, files.values())) / 1e6, peak)


def timed(count: int, cache: Path) -> tuple[float, float, list[Made]]:
    """Both languages side by side in fresh processes: seconds of the clock, then of work, whatever else runs."""
    start, before = time.perf_counter(), _work()
    with ProcessPoolExecutor(max_workers=2) as pool:
        jobs = [pool.submit(make, count, language, cache) for language in LANGUAGES]
        done = [job.result() for job in jobs]
    return time.perf_counter() - start, _work() - before, done


def _work() -> float:
    """Seconds that processes of ours, which have ended, kept a core busy."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def bench(count: int) -> None:
    """Measure and print one size."""
    with tempfile.TemporaryDirectory(prefix="botrian-tables-") as name:
        cold, work, done = timed(count, Path(name))
        warm, kept, _ = timed(count, Path(name))
    files, size = sum(one.files for one in done), sum(one.megabytes for one in done)
    peak = max(one.peak_mb for one in done)
    print(f"N={count}, both languages: {files} files, {size:.1f} MB, peak {peak:.0f} MB a process")
    print(f"  clock: cold {cold:.1f} s ({1000 * cold / count:.0f} ms a table), unchanged {warm:.2f} s")
    print(f"  work: cold {work:.1f} s ({1000 * work / count:.0f} ms a table), unchanged {kept:.2f} s", flush=True)


def main(words: Sequence[str] | None = None) -> int:
    """Bench each size that is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", nargs="+", type=int, metavar="N", help="how many tables")
    for count in parser.parse_args(words).counts:
        bench(count)
    return 0


if __name__ == "__main__":
    sys.exit(main())
