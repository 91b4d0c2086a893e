"""Steps of a build go in as they are done; a bar on a terminal, lines elsewhere, and a summary at the end come out."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

import click

from botrian.records import LANGUAGES, Language
from botrian.site.build import Made
from botrian.site.telling import STEPS, Share, Tell

_WORDS: Final = {
    "search": ("ค้นหา", "search"),
    "pages": ("หน้า", "pages"),
    "files": ("ไฟล์ข้อมูล", "data files"),
    "tables": ("ไฟล์ตาราง", "files of tables"),
    "kits": ("ชุดอบรม", "kits"),
    "archive": ("ชุดไม่ต้องต่อเน็ต", "offline archive"),
    "cards": ("ภาพลิงก์", "cards of links"),
    "html": ("HTML", "HTML"),
}
_PARTS: Final = 1000


@contextmanager
def progress() -> Iterator[Tell]:
    """What is told of the steps while they are made: how far the whole is, and how long it will still take."""
    share = Share(len(LANGUAGES))
    if not sys.stdout.isatty():
        yield lambda language, step, done: _line(language, step, share.told(language, step, done), done)
        return
    with click.progressbar(length=_PARTS, show_eta=True, show_percent=True, width=30) as bar:

        def tell(language: Language, step: str, done: float) -> None:
            bar.label = f"{language}: {' / '.join(_WORDS[step])}"
            bar.update(max(0, round(share.told(language, step, done) * _PARTS) - bar.pos))

        yield tell


def _line(language: Language, step: str, share: float, done: float) -> None:
    if done == 1:
        thai, english = _WORDS[step]
        print(f"  {share:4.0%}  {language}: {thai} / {english}", flush=True)


def summary(made: Sequence[Made], seconds: float) -> str:
    """What was made, what was taken from before, and where the time of the processor went."""
    pages = sum(one.pages for one in made)
    pieces, taken = sum(one.made for one in made), sum(one.taken for one in made)
    thai = f"เสร็จ: {made[0].records} รายการ {made[0].tables} ตาราง {pages} หน้า ใน {seconds:.1f} วินาที"
    english = f"done: {made[0].records} records, {made[0].tables} tables, {pages} pages in {seconds:.1f} s"
    lines = [f"{thai} / {english}"]
    if pieces + taken:
        lines.append(f"ทำใหม่ {pieces} ส่วน ใช้ของเดิม {taken} ส่วน / {pieces} parts were made, {taken} taken from before")
    spent = {step: sum(one.seconds.get(step, 0) for one in made) for step in STEPS}
    told = (f"{' / '.join(_WORDS[step])} {time:.1f}" for step, time in spent.items() if time >= 0.05)
    return "\n".join([*lines, f"เวลาของเครื่อง (วินาที) / seconds of the processor: {', '.join(told)}"])
