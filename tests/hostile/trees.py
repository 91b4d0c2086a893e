"""A size goes in; content trees that are hard to check come out, each made of one kind of hostile file."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.check.trees import BASE

#: The path and text of one file.
File = tuple[str, str]

LESSON = (BASE / "docs/lessons/data-first.md").read_text(encoding="utf-8")
CASE = (BASE / "docs/cases/krabi/krabi-council.md").read_text(encoding="utf-8")
FACTS = "province: krabi\nfacts:\n"
PAGE = "---\ntitle: {th: หน้า, en: Page}\n---\n"
#: A page just below the limit of its letters. Other limits (of links, tags, rows) are for the number given.
PAGE_LETTERS = 49_000
#: Bytes of lists, up to just below their limit.
LIST_LETTERS = (900_000, 2_800_000)


def _pages(text: str, times: int = PAGE_LETTERS) -> Iterator[File]:
    times = min(times, PAGE_LETTERS // len(text))
    for number in itertools.count():
        yield f"docs/guide/page-{number}.md", PAGE + text * times


def _lessons(change: Callable[[str], str]) -> Iterator[File]:
    for number in itertools.count():
        yield f"docs/lessons/made-{number}.md", change(LESSON).replace("id: data-first", f"id: made-{number}")


def _chain() -> Iterator[File]:
    """Cases of which each follows the next."""
    for number in itertools.count():
        text = CASE.replace("id: krabi-council", f"id: c-{number}\nfollows: [c-{number + 1}]")
        yield f"docs/cases/krabi/c-{number}.md", text


def _lists(name: str, head: str, item: str) -> Iterator[File]:
    """Files that hold as many of an item as go in: the first ones small, for trees that are small."""
    for number in itertools.count():
        size = LIST_LETTERS[min(number, len(LIST_LETTERS) - 1)]
        items = "".join(item.replace("NUMBER", str(one)) for one in range(size // len(item.encode("utf-8"))))
        yield name.replace("NUMBER", str(number)), head + items


TREES: dict[str, Callable[[], Iterator[File]]] = {
    "broken lessons": lambda: _lessons(lambda text: text.replace("type: practice", "typ: x\nthemes: [a, b, c]\nx: y")),
    "lessons of pasted letters": lambda: _lessons(lambda text: text.replace("th: ", "th: " + "aGVsbG8" * 600, 1)),
    "a chain of cases": _chain,
    "empty files": lambda: ((f"docs/guide/e-{number}.md", "") for number in range(10**9)),
    "dead links": lambda: _pages("[ก](dead/a.md) ", 1_490),
    "open brackets": lambda: _pages("[", 1_490),
    "far too many brackets": lambda: _pages("["),
    "open pictures": lambda: _pages("![", 1_490),
    "open comments": lambda: _pages("<!--", 990),
    "far too many comments": lambda: _pages("<!--"),
    "open tags": lambda: _pages("<a ", 990),
    "entities": lambda: _pages("&amp;"),
    "blanks": lambda: _pages(" \n"),
    "tabs": lambda: _pages("\t"),
    "quotes in quotes": lambda: _pages("> "),
    "headings": lambda: _pages("# a\n", 99),
    "rules": lambda: _pages("a\n---\n"),
    "items in items": lambda: _pages("- "),
    "table rows": lambda: _pages("|a|b\n|-|-\n", 145),
    "ticks": lambda: _pages("`a``"),
    "stars": lambda: _pages("*a _b "),
    "marks": lambda: _pages("\u0301\u0323"),
    "Thai marks": lambda: _pages("ก\u0e48\u0e34\u0e4d"),
    "blanks of no width": lambda: _pages("\u200b"),
    "citations": lambda: _pages("[@a L1-2] ", 1_490),
    "record links": lambda: _pages("[a](case:x) ", 1_490),
    "markers": lambda: _pages("{{ table x }}\n"),
    "broken facts": lambda: _lists(
        "data/facts/x-NUMBER.yml", "province: krabi\nfacts:\n", "- number:\n  dimension: x\n"
    ),
    "unknown keys": lambda: _lists("data/events/x-NUMBER.yml", "events:\n- id: x\n", "  kNUMBER: x\n"),
    "items on one line": lambda: _lists("data/events/x-NUMBER.yml", "events: [", "a, "),
    "mappings on one line": lambda: _lists("data/events/x-NUMBER.yml", "events: [", "{a: b}, "),
    "events of nothing": lambda: _lists("data/events/x-NUMBER.yml", "events:\n", "-\n"),
    "keys given twice": lambda: _lists("data/events/x-NUMBER.yml", "events:\n", "- {id: a, id: a, id: a}\n"),
    "signs of YAML": lambda: _lists("data/events/x-NUMBER.yml", "events:\n", "- &a [*a, !x y, ? z]\n"),
    "one long text": lambda: _lists("data/events/x-NUMBER.yml", 'events: "', "ก"),
    "comments": lambda: _lists("data/events/x-NUMBER.yml", "events:\n- ", "a #b\n  "),
}


def write_tree(folder: Path, name: str, size: int) -> int:
    """The base tree with so many bytes of one kind of hostile file; returns how many there are."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    written = 0
    # An empty file costs more than its bytes: the smallest room that one takes on a disk is counted.
    for path, text in TREES[name]():
        data = text.encode("utf-8")
        if written + len(data) > size:
            break
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        written += max(len(data), 512)
    assert written > 0, name
    return written
