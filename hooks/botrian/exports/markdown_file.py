"""A printed table goes in; Markdown comes out that any README shows as a table (GitHub's form of tables)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from botrian.exports.about import about
from botrian.exports.printed import PrintedCell, PrintedTable
from botrian.words import say

_SIGNS = re.compile(r"[\\`*_\[\]|~$#]")


def markdown_file(table: PrintedTable) -> bytes:
    """The Markdown: title, one-line answer, table, and what belongs to it."""
    return ("\n".join(_lines(table)) + "\n").encode("utf-8")


def escaped(text: str) -> str:
    """The text as Markdown that shows exactly it: no markup, no cell border, no HTML; lines end in ``<br>``."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", safe).replace("\n", "<br>")


def _lines(table: PrintedTable) -> Iterator[str]:
    yield from (f"## {escaped(table.title)}", "", f"**{escaped(table.answer)}**", "")
    groups = [say("export.group", table.language)] if table.grouped else []
    headings = [*groups, table.row_heading, *(column.heading for column in table.columns)]
    yield _row(headings)
    left = "| --- " * (len(headings) - len(table.columns))
    yield left + "".join("| ---: " if _right(column.type) else "| --- " for column in table.columns) + "|"
    for row in table.rows:
        names = (row.group, row.name) if table.grouped else (row.name,)
        yield _line((*map(escaped, names[:-1]), _marked(names[-1], row.mark), *map(_cell, row.cells)))
    for one in about(table):
        yield from ("", f"**{escaped(one.label)}**", "")
        if one.name == "citations":
            yield from (f"- [{cited.number}] [{escaped(cited.words)}]({cited.url})" for cited in table.cited)
        else:
            yield from (f"- {escaped(text) if one.name != 'link' else text}" for text in one.texts)


def _row(texts: Iterable[str]) -> str:
    return _line(map(escaped, texts))


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(cell: PrintedCell) -> str:
    return "<br>".join(_marked(*line) for line in cell.marked)


def _marked(text: str, mark: str) -> str:
    """A text and, raised behind it, the numbers of what it rests on."""
    return escaped(text) + (f"<sup>{escaped(mark)}</sup>" if mark else "")


def _right(type_: str) -> bool:
    return type_ in ("number", "money")
