"""Markdown goes in; a finding for each piece of raw HTML that cleaning would take away comes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from botrian.findings import Finding, Place
from botrian.pages.markdown import ATTRIBUTES, TAGS

#: Where a letter of the text stands in its file.
PlaceOf = Callable[[int], Place]

#: A start tag. Python's own HTML parser takes seconds on a page of tags that are never closed.
TAG = re.compile(r"<([a-z][^\s/<>]{0,80})((?:[^<>\"']|\"[^\"]{0,2000}\"|'[^']{0,2000}'){0,4000})>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s{0,9}=\s{0,9}(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?")
AUTOLINK = re.compile(r"<(?:[a-z][a-z0-9+.-]*:[^<>\s]*|[^<>\s@]+@[^<>\s]+)>", re.IGNORECASE)
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


def html_findings(text: str, place_of: PlaceOf) -> Iterator[Finding]:
    """Tags and attributes that the allow-list of the pages does not name. Links are held against other rules."""
    text = AUTOLINK.sub(lambda match: " " * len(match[0]), text)
    for match in TAG.finditer(text):
        tag, place = match[1].lower(), place_of(match.start())
        if tag not in TAGS:
            thai, english = ADVICE.get(tag, ("", ""))
            yield Finding(place, "html-removed", "", tag[:80], values=(("fix_en", english), ("fix_th", thai)))
            continue
        allowed = ATTRIBUTES.get(tag, set()) | ATTRIBUTES["*"]
        given = {one[1].lower() for one in ATTRIBUTE.finditer(match[2])}
        for name in sorted(given - allowed):
            yield Finding(place, "html-attribute", "", name[:80], ", ".join(sorted(allowed)), (("tag", tag),))
