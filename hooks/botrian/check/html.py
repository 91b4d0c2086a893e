"""Markdown goes in; a finding for each piece of raw HTML that cleaning would take away comes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

from botrian.findings import Finding, Place
from botrian.pages.markdown import ATTRIBUTES, TAGS

#: Where a letter of the text stands in its file.
PlaceOf = Callable[[int], Place]

AUTOLINK = re.compile(r"<(?:[a-z][a-z0-9+.-]*:[^<>\s]*|[^<>\s@]+@[^<>\s]+)>", re.IGNORECASE)
ADVICE = {
    "iframe": ("วางตารางด้วย {{ table รหัส }} หรือใส่ลิงก์ไปที่หน้านั้น", "Place a table with {{ table id }}, or link to the page."),
    "script": ("ลบออก หน้าเว็บนี้ไม่รับโปรแกรม", "Delete it: no page takes programs."),
    "style": ("ลบออก สีและขนาดมาจากเว็บ", "Delete it: colours and sizes come from the site."),
    "center": ("ลบแท็กออก เหลือแต่ข้อความ", "Delete the tag and keep the text."),
    "font": ("ลบแท็กออก เหลือแต่ข้อความ", "Delete the tag and keep the text."),
}


def html_findings(text: str, place_of: PlaceOf) -> Iterator[Finding]:
    """Tags and attributes that the allow-list of the pages does not name. Links are held against other rules."""
    text = AUTOLINK.sub(lambda match: " " * len(match[0]), text).replace("<!", "  ").replace("<?", "  ")
    reader = _Tags(text)
    reader.feed(text)
    reader.close()
    for offset, tag, attributes in reader.found:
        place = place_of(offset)
        if tag not in TAGS:
            thai, english = ADVICE.get(tag, ("", ""))
            values = (("fix_en", english), ("fix_th", thai))
            yield Finding(place, "html-removed", "", tag[:80], values=values)
            continue
        allowed = ATTRIBUTES.get(tag, set()) | ATTRIBUTES["*"]
        for name in sorted(set(attributes) - allowed):
            expected = ", ".join(sorted(allowed))
            yield Finding(place, "html-attribute", "", name[:80], expected, (("tag", tag),))


class _Tags(HTMLParser):
    """Collects each start tag with where it stands."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[int, str, tuple[str, ...]]] = []
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        self.found.append((self._starts[line - 1] + column, tag, tuple(name for name, _ in attrs)))
