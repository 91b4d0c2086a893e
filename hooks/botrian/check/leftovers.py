"""Markdown goes in; a finding for each sign that people mean as markup and that stays a sign on the page comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from botrian.check.body import Body
from botrian.check.dialects import DIALECTS, Leftover
from botrian.check.limits import excess_finding
from botrian.findings import Finding
from botrian.markup import CITATION, text_of
from botrian.markup.allowed import HEADINGS
from botrian.markup.article import Words, heading_words
from botrian.markup.tree import Element

#: In the order in which they are told; of each kind the first in a run of text.
LEFTOVERS = (
    *DIALECTS,
    Leftover(
        re.compile(r"\*\*|(?<![A-Za-z0-9_])__(?=\S)"),
        "ใส่เครื่องหมายคำพูดไว้นอก ** เช่น “**คำ**” และปิด ** ให้ครบ",
        "Put quotation marks outside of the **, as in “**word**”, and close each **",
    ),
    Leftover(re.compile(r"```|~~~"), "ขึ้นบรรทัดใหม่ก่อน ``` และปิดด้วย ```", "Begin a new line before ``` and close it"),
    Leftover(
        re.compile(r"\]\([^\s()]{0,200}\s[^()\n]{0,200}\)"),
        "ที่อยู่ในลิงก์ต้องไม่มีช่องว่าง: แทนช่องว่างด้วย %20",
        "The address of a link has no blanks: write %20 for each",
    ),
    Leftover(
        re.compile(r"\[\^[^\]\s]{1,60}\]"),
        "เชิงอรรถต้องมีทั้ง [^1] ในเนื้อความ และย่อหน้าของตัวเองที่ขึ้นต้นด้วย [^1]: เช่น “[^1]: นับถึงปี 2560” ส่วนที่มาใช้ [@รหัส L10-12]",
        "A footnote needs both: [^1] in the text, and a paragraph of its own that begins with [^1]: as in "
        "“[^1]: Counted up to 2017”. Sources are cited with [@id L10-12]",
    ),
    Leftover(
        re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]", re.IGNORECASE),
        "ให้บรรทัดแรกมีเพียง “> [!NOTE]” แล้วขึ้นต้นบรรทัดถัดไปด้วย “> ” เช่น “> เนื้อความ”",
        "Let the first line hold “> [!NOTE]” alone, and begin the next lines with “> ”, as in “> the text”",
    ),
    Leftover(
        re.compile(r"^\|[^\n|]{0,200}\|[^\n]{0,300}\|[ \t]*$", re.MULTILINE),
        "ตารางต้องมีบรรทัด |---|---| ใต้หัวตาราง และมีช่องเท่ากัน",
        "A table needs a line |---|---| under its head, with as many cells",
    ),
    Leftover(
        re.compile(r"^(?:[-*•·][^\s\d*-][^\n]{0,60}\n|[0-9๐-๙]{1,2}[.)][^\s0-9๐-๙][^\n]{0,60}\n){2}", re.MULTILINE),
        "เว้นวรรคหลังเครื่องหมายหน้าข้อ เช่น “- ข้อแรก” หรือ “1. ข้อแรก”",
        "Put a blank behind the sign of each point, as in “- first” or “1. first”",
    ),
)
TASK = Leftover(
    re.compile(r"\[[ xX]\] "),
    "เว็บนี้ไม่มีช่องให้ติ๊ก: ลบ [ ] ออก",
    "There are no boxes to tick here: delete the [ ]",
)
BARE = Leftover(
    re.compile(r"(?<![A-Za-z0-9/])(?:https?://|www\.)[A-Za-z0-9][^\s<>()\[\]“”\"]{2,200}"),
    "ที่อยู่เว็บที่พิมพ์เปล่า ๆ กดไม่ได้: เขียน [ชื่อเว็บ](https://…) หรือ <https://…>",
    "An address typed as it is cannot be followed: write [name of the page](https://…) or <https://…>",
)


def leftover_findings(body: Body) -> Iterator[Finding]:
    """Signs left in the text, lists too little indented, headings that are more than words, and too deep a text."""
    find = body.finder()
    for run in body.article.words():
        for one, found in _left(run):
            got = found.split("\n")[0][:60]
            yield Finding(find(got), "markdown-left", "", got, values=(("fix_en", one.fix_en), ("fix_th", one.fix_th)))
    for offset in body.article.misplaced_lists():
        yield Finding(body.place(offset), "list-indent")
    yield from _headings(body)
    if body.article.too_deep is not None:
        yield excess_finding(body.article.too_deep, body.place(body.article.too_deep.offset))


def _left(run: Words) -> Iterator[tuple[Leftover, str]]:
    """Each kind of sign that is left in a run of text, and how it begins."""
    if run.begins_item and (match := TASK.pattern.match(run.text)):
        yield TASK, match[0].strip()
    if not run.in_link and (match := BARE.pattern.search(run.text)):
        yield BARE, match[0]
    for one in LEFTOVERS:
        if match := one.pattern.search(run.text + "\n"):
            yield one, match[0].strip()


def _headings(body: Body) -> Iterator[Finding]:
    """Headings between paragraphs are words alone: they stand in lists of headings, too."""
    for offset in body.article.empty_headings():
        yield Finding(body.place(offset), "heading-empty")
    find = body.finder()
    for child in body.article.tree.children:
        if isinstance(child, Element) and child.tag in HEADINGS and (words := heading_words(child)):
            more = any(one.tag in ("a", "img") for one in child.elements())
            if more or CITATION.search(text_of(child)):
                yield Finding(find(words.split()[0]), "heading-words", "", words[:60])
