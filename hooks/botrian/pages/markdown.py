"""Markdown that people wrote goes in; clean HTML comes out, cut at its headings so that a page's contents see them.

Everything under ``docs/`` is untrusted. HTML is kept by an allow-list, links lead to http(s), mail or inside the
site, and a picture lies inside the site.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field

import markdown
import nh3
from markupsafe import Markup, escape

from botrian.kinds import linked_kinds
from botrian.pages.desk import Desk, heading
from botrian.pages.table_view import table_block
from botrian.records import Citation
from botrian.thai import slug

TAGS = {
    *(
        "p",
        "br",
        "hr",
        "em",
        "strong",
        "b",
        "i",
        "s",
        "u",
        "sub",
        "sup",
        "small",
        "mark",
        "abbr",
        "q",
        "cite",
    ),
    *(
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "code",
        "kbd",
    ),
    *(
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "a",
        "img",
        "figure",
        "figcaption",
        "details",
        "summary",
    ),
    *("div", "span"),
}
ATTRIBUTES = {
    "a": {"href", "title", "class", "aria-label", "data-term", "data-definition"},
    "img": {"src", "alt", "title", "width", "height"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "abbr": {"title"},
    "ol": {"start"},
    "details": {"open"},
    "*": {"lang"},
}
SCHEMES = {"http", "https", "mailto"}
RECORD_KINDS = linked_kinds()

#: Anchors of the headings that the templates set; a heading that people write never takes one of them.
OUR_ANCHORS = (
    *("network", "vision", "tools", "timeline", "results", "helps", "hinders", "next", "disagreements", "story"),
    *("facts", "cases", "lessons", "tables", "citations", "evidence", "questions", "related", "actors", "steps"),
    *("parts", "structure", "also", "content"),
)
RECORD_LINK = re.compile(rf"\[([^\]\n]{{0,500}})\]\(({'|'.join(RECORD_KINDS)}):([a-z0-9-]+)\)")
CITATION = re.compile(r"\[@([a-z0-9-]+) L(\d+)(?:[-–](\d+))?\]")
TABLE_MARKER = re.compile(r"^\{\{\s*table[ :]+([a-z0-9-]+)\s*\}\}\s*$", re.MULTILINE)
HEADING = re.compile(r"<h([1-6])[^>]*>(.*?)</h\1>", re.DOTALL)
LINK = re.compile(r'(<a\b[^>]*?\bhref=")([^"]*)(")')
PICTURE = re.compile(r'(<img\b[^>]*?\bsrc=")([^"]*)(")')


@dataclass
class _Held:
    """HTML of ours that takes the place of a mark in the Markdown, set in after cleaning."""

    parts: list[Markup] = field(default_factory=list)

    def keep(self, html: Markup) -> str:
        self.parts.append(html)
        return f"\ue000{len(self.parts) - 1}\ue001"

    def release(self, html: str) -> str:
        return re.sub(r"\ue000(\d+)\ue001", self._part, html)

    def _part(self, match: re.Match[str]) -> str:
        return str(self.parts[int(match.group(1))])


def cleaned(html: str) -> str:
    """HTML with only what the allow-list names; scripts, styles, forms and handlers are gone."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
        strip_comments=True,
    )


def rendered(text: str, desk: Desk, path: str, top_level: int = 2) -> Markup:
    """The Markdown of one record or page as blocks of HTML between headings.

    ``path`` is the file below ``docs/``, against which relative links are read. Headings begin at ``top_level``.
    """
    held = _Held()
    blocks = re.split(TABLE_MARKER, text.replace("\ue000", "").replace("\ue001", ""))
    out = Markup("")
    taken = list(OUR_ANCHORS)
    for number, block in enumerate(blocks):
        if number % 2:
            out += Markup("\n\n") + _table(block, desk) + Markup("\n\n")
        elif block.strip():
            out += _headed(_html(block, desk, path, held), desk, top_level, taken)
    return out


def _html(text: str, desk: Desk, path: str, held: _Held) -> str:
    text = RECORD_LINK.sub(lambda match: held.keep(_record_link(match, desk)), text)
    text = CITATION.sub(lambda match: held.keep(_citation(match, desk)), text)
    html = markdown.markdown(text, extensions=["tables", "sane_lists", "fenced_code"], output_format="html")
    html = cleaned(html)
    html = LINK.sub(lambda match: match[1] + str(escape(_way(match[2], desk, path))) + match[3], html)
    # A picture waits until it is scrolled to: a slow line pays only for what is looked at.
    html = PICTURE.sub(
        lambda match: (
            match[1].replace("<img", '<img loading="lazy"', 1) + str(escape(_way(match[2], desk, path))) + match[3]
        ),
        html,
    )
    html = html.replace("<table>", '<div class="kb-table-wrap" tabindex="0"><table class="kb-table">')
    html = html.replace("</table>", "</table></div>")
    return held.release(html)


def _record_link(match: re.Match[str], desk: Desk) -> Markup:
    words, kind, id_ = match.groups()
    return Markup('<a href="{}">{}</a>').format(desk.url(kind, id_), words or desk.name(kind, id_))


def citations_in_text(text: str) -> tuple[Citation, ...]:
    """The citations written in a Markdown text, in their order."""
    return tuple(_cited(match) for match in CITATION.finditer(text))


def _citation(match: re.Match[str], desk: Desk) -> Markup:
    return desk.cite([_cited(match)])


def _cited(match: re.Match[str]) -> Citation:
    first = int(match[2])
    return Citation(source=match[1], lines=(first, int(match[3] or first)))


def _table(id_: str, desk: Desk) -> Markup:
    return table_block(desk.tables[id_], desk)


def _headed(html: str, desk: Desk, top_level: int, taken: list[str]) -> Markup:
    """HTML blocks with the headings between them as Markdown headings with readable Thai anchors."""
    out, end = Markup(""), 0
    for match in HEADING.finditer(html):
        out += _block(html[end : match.start()])
        words = Markup(match[2]).striptags()  # noqa: S704 - cleaned above, and only its text is kept
        anchor = slug(words, tuple(taken))
        taken.append(anchor)
        level = min(max(int(match[1]) - 1, 1) + top_level - 1, 6)
        out += heading(words, anchor, level)
        end = match.end()
    return out + _block(html[end:])


def _block(html: str) -> Markup:
    return Markup(f'\n\n<div class="kb-body">\n{html.strip()}\n</div>\n\n') if html.strip() else Markup("")  # noqa: S704


def _way(link: str, desk: Desk, path: str) -> str:
    """A link as the page needs it: files of ``docs/`` become addresses, read relative to the file it stands in."""
    if re.match(r"^[a-z][a-z0-9+.-]*:", link, re.IGNORECASE) or link.startswith(("#", "//")):
        return "" if link.startswith("//") else link
    target, mark, anchor = link.partition("#")
    inside = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
    if inside.startswith(".."):
        return ""
    if inside.endswith(".md"):
        stem = re.sub(r"(\.en)?\.md$", "", inside)
        inside = re.sub(r"(^|/)index$", r"\1", stem)
        inside = inside if inside.endswith("/") or not inside else inside + "/"
    elif target.endswith("/") and not inside.endswith("/"):
        inside += "/"
    return desk.to(inside + mark + anchor)
