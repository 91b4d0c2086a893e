"""The settings of a MkDocs site go in; the generated site of its language comes out, or the problems of its content.

A staged page goes in; its list of headings comes out, as MkDocs would have made them of Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import date
from pathlib import Path
from typing import TypedDict

from markupsafe import escape

from botrian.addresses import Stamp
from botrian.looks import used_of
from botrian.markup import typed_parts
from botrian.pages import StagedPage
from botrian.read import Paths
from botrian.records import Language
from botrian.site.changes import last_changes
from botrian.site.content import knowledge_or_problems
from botrian.site.generate import Generated, Kept, generate

#: Where line ends and blanks are words or data.
_AS_TYPED = ("pre", "textarea", "script", "style")
_BLANKS = " \t\r"


#: Where our style sheets lie in a built site, and Material's.
_OURS, _STOCK = "assets", "assets/stylesheets"
#: A text between quotation marks, or the beginning of what is written in a style sheet for those who read it.
_COMMENT = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|/\*")


class ContentProblems(SystemExit):
    """The content has errors: nothing is built. The message tells them all."""


def generated_for(root: Path, docs: Path, language: Language, site_url: str, today: date) -> Generated:
    """Check the content under ``root`` and make everything of one language's site.

    Raises ContentProblems, with every problem in words, where the content has errors.
    """
    knowledge, problems = knowledge_or_problems(Paths.of(root, docs=docs), today)
    if knowledge is None:
        raise ContentProblems(problems)
    stamp = Stamp(site_url.removesuffix("en/"), None, last_changes(root))
    return generate(knowledge, language, stamp, Kept.of(root, root / "data"))


def menu_of(nav: list[object], pages: Container[str]) -> list[object]:
    """The menu without those guides that a content tree does not have: the settings name our own tree's."""
    kept: list[object] = []
    for entry in nav:
        (name, target), *_ = entry.items() if isinstance(entry, dict) else [("", entry)]
        if isinstance(target, list):
            below = menu_of(target, pages)
            kept += [{name: below}] if below else []
        elif not str(target).startswith("guide/") or target in pages:
            kept.append(entry)
    return kept


class TocToken(TypedDict):
    """A heading as MkDocs' own ``get_toc`` reads it; ``name`` is HTML."""

    level: int
    id: str
    name: str
    children: list[TocToken]


def toc_of(page: StagedPage, depth: str) -> list[TocToken]:
    """The headings of a page within ``depth`` (``2-3``, or the deepest level), those below another inside it."""
    top, _, bottom = depth.rpartition("-")
    tokens: list[TocToken] = []
    for one in page.headings:
        if int(top or 1) <= one.level <= int(bottom):
            beside = tokens
            while beside and beside[-1]["level"] < one.level:
                beside = beside[-1]["children"]
            beside.append({"level": one.level, "id": one.anchor, "name": str(escape(one.words)), "children": []})
    return tokens


def squeezed(html: str) -> str:
    """A page without the empty lines and indents that templates leave: a reader sees the same, and a tenth is saved."""
    parts = typed_parts(html, _AS_TYPED)
    return "".join(part if typed else _close_lines(part) for part, typed in parts).lstrip()


def _close_lines(text: str) -> str:
    """A text with each run of blanks that has line ends in it as one of these."""
    first, *others = text.split("\n")
    if not others:
        return text
    *between, last = others
    lines = filter(None, (line.strip(_BLANKS) for line in between))
    return "\n".join((first.rstrip(_BLANKS), *lines, last.lstrip(_BLANKS)))


def without_comments(style: str) -> str:
    """A style sheet without comments, empty lines and indents: a sixth of what travels."""
    pieces: list[str] = []
    end = at = 0
    while found := _COMMENT.search(style, at):
        at = found.end()
        if found[0] == "/*":
            close = style.find("*/", at)
            pieces.append(style[end : found.start()])
            end = at = len(style) if close < 0 else close + 2
    return _close_lines("".join([*pieces, style[end:]])).lstrip()


def lighten(site: Path) -> None:
    """Take from the style sheets of a built site what no reader needs: comments of ours, unused rules of Material's."""
    files = [file for folder in (_STOCK, _OURS) for file in sorted((site / folder).glob("*.css"))]
    styles = {file: file.read_text(encoding="utf-8") for file in files}
    for file, text in list(styles.items()):
        others = [style for other, style in styles.items() if other != file]
        styles[file] = used_of(text, others) if file.parent == site / _STOCK else without_comments(text)
        file.write_bytes(styles[file].encode())
