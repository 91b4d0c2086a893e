"""Markdown goes in; a finding for each piece of raw HTML that cleaning would take away comes out."""

from __future__ import annotations

from collections.abc import Iterator

from botrian.check.body import Body
from botrian.findings import Finding
from botrian.markup import RawFault, RawTag, permitted
from botrian.markup.allowed import LINKS, TAGS, attributes_of

ADVICE = {
    "iframe": (
        "วางตารางด้วย {{ table รหัส }} หรือใส่ลิงก์ไปที่หน้านั้น",
        "Place a table with {{ table id }}, or link to the page.",
    ),
    "script": ("ลบออก หน้าเว็บนี้ไม่รับโปรแกรม", "Delete it: no page takes programs."),
    "style": ("ลบออก สีและขนาดมาจากเว็บ", "Delete it: colours and sizes come from the site."),
    "center": ("ลบแท็กออก เหลือแต่ข้อความ", "Delete the tag and keep the text."),
    "font": ("ลบแท็กออก เหลือแต่ข้อความ", "Delete the tag and keep the text."),
}
FAULTS = {
    "unfinished": ("แท็กนี้เขียนไม่ครบ", "the tag is not whole", "เขียนให้ครบ เช่น <b>", "Write it whole, such as <b>"),
    "comment": (
        "หมายเหตุนี้ไม่มีที่จบ ข้อความที่เหลือจะหายไป",
        "the comment never ends, and hides the rest of the text",
        "จบหมายเหตุด้วย -->",
        "End the comment with -->",
    ),
    "never-closed": (
        "ไม่มีแท็กปิดในระดับเดียวกัน",
        "it is never closed at the same level",
        "ปิดด้วยแท็กชื่อเดียวกันที่มี /",
        "Close it with the tag of the same name and a /",
    ),
    "never-opened": (
        "ไม่มีแท็กเปิดที่ตรงกัน",
        "no tag was opened that it closes",
        "ลบออก หรือเปิดด้วยแท็กชื่อเดียวกันก่อน",
        "Delete it, or open the tag of the same name before it",
    ),
}


def html_findings(body: Body) -> Iterator[Finding]:
    """Tags and attributes that the allow-list of the pages does not name. Links are held against other rules."""
    for piece in body.article.raw:
        place = body.place(piece.start)
        if isinstance(piece, RawFault):
            what_th, what_en, fix_th, fix_en = FAULTS[piece.kind]
            why = (("why_en", what_en), ("why_th", what_th))
            yield Finding(place, "html-broken", "", piece.got, values=(("fix_en", fix_en), ("fix_th", fix_th), *why))
        elif piece.name not in TAGS:
            if not piece.closes:
                thai, english = ADVICE.get(piece.name, ("", ""))
                values = (("fix_en", english), ("fix_th", thai))
                yield Finding(place, "html-removed", "", piece.name[:80], values=values)
        else:
            for name, expected in sorted(_wrong(piece)):
                yield Finding(place, "html-attribute", "", name, expected, (("tag", piece.name),))


def _wrong(tag: RawTag) -> set[tuple[str, str]]:
    """The attributes that are taken away, by name or for their value, with those that the tag may have."""
    allowed = attributes_of(tag.name)
    wrong = set()
    for name, value in tag.attributes:
        # Where links and pictures lead is told by the rules of links.
        if name not in allowed:
            wrong.add((name[:80], ", ".join(sorted(allowed))))
        elif name not in LINKS and not permitted(tag.name, name, value):
            wrong.add((f"{name}={value}"[:80], ", ".join(sorted(allowed))))
    return wrong
