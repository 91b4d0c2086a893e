"""``kb.py review OLD NEW``: what a proposed change does, in words, as the comment on its pull request.

Two steps, for two jobs. The first reads both trees and writes ``review.json``, ``review.md`` and, if asked, the changed
pages with pictures. The second, ``--render FILE``, reads a ``review.json`` that may come from anybody and writes
what is posted: it trusts no word of it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TextIO

from botrian.addresses import Stamp
from botrian.api import api_files
from botrian.changes import Changes, Edition, compare, edition_of_files
from botrian.check import Checked, check
from botrian.check.output import printable, safe_lines
from botrian.commands.page_pictures import pictures
from botrian.knowledge import Knowledge
from botrian.read import Paths
from botrian.review import (
    MOST_BYTES,
    Links,
    Proposal,
    Review,
    ReviewRefused,
    added_lines,
    comment,
    inline_comments,
    read_review,
    review_of,
    suggestions,
)
from botrian.site.preview import changed_addresses, preview
from botrian.site.rendering import BuildFailed
from botrian.site.settings import site_url
from botrian.tables import build_tables

#: A diff of more bytes is read up to here: suggestions on later lines are left out.
MOST_DIFF = 20_000_000
_ADDRESS = re.compile(r"^https://[A-Za-z0-9.-]+(?::\d+)?/[A-Za-z0-9._~/#-]*$")


def add(parser: argparse.ArgumentParser) -> None:
    """Name the options of the command."""
    parser.add_argument("folders", type=Path, nargs="*", metavar="OLD NEW", help="โครงการก่อนและหลัง / before and after")
    parser.add_argument("--out", type=Path, default=Path("review"), metavar="DIR", help="เขียนไว้ที่ไหน / where to write")
    parser.add_argument("--diff", type=Path, metavar="FILE", help="ผลของ git diff / what git diff wrote")
    parser.add_argument("--number", type=int, default=0, help="เลขของ pull request / number of the pull request")
    parser.add_argument("--commit", default="", help="รหัส commit / commit of the new tree")
    parser.add_argument("--pages", action="store_true", help="สร้างหน้าที่เปลี่ยนด้วย / build the changed pages too")
    parser.add_argument("--pictures", action="store_true", help="ถ่ายภาพหน้าที่เปลี่ยนด้วย / and take pictures of them")
    parser.add_argument(
        "--render", type=Path, metavar="FILE", help="ทำความเห็นจาก review.json / the comment of a review"
    )
    parser.add_argument("--zip", default="", metavar="URL", help="ที่อยู่ของไฟล์ zip / address of the zip")
    parser.add_argument(
        "--preview",
        default="",
        metavar="URL",
        help="เว็บทดลอง มี {number} ได้ / host that shows the pages, with {number} in it",
    )


def run(options: argparse.Namespace, paths: Paths, today: date) -> int:
    """Write the review; 0 also where the content has errors, which it tells. 2 where what is given cannot be read."""
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    links = Links(site_url(paths.root), _address(options.zip))
    if options.render:
        return _render(options.render, links, options.preview, out)
    if len(options.folders) != 2 or not all(
        (one / "data").is_dir() and (one / "docs").is_dir() for one in options.folders
    ):
        _tell("บอกสองโฟลเดอร์ที่มี data/ และ docs/ คือก่อนและหลัง", "Name two folders with data/ and docs/: before and after")
        return 2
    old, new = (check(Paths.of(folder), today) for folder in options.folders)
    stamp = Stamp(site_url(paths.root))
    review = _review(options, old, new, stamp)
    (out / "review.json").write_text(review.model_dump_json(indent=1) + "\n", encoding="utf-8", newline="\n")
    (out / "review.md").write_text(comment(review, links), encoding="utf-8", newline="\n")
    if (options.pages or options.pictures) and old.knowledge and new.knowledge and review.pages:
        content = Paths.of(paths.root, options.folders[1] / "data", options.folders[1] / "docs")
        _show(content, old.knowledge, new.knowledge, stamp, out, with_pictures=options.pictures)
    _tell(f"เขียนไว้ใน {printable(str(out))}", f"written to {printable(str(out))}", out=sys.stdout)
    return 0


def _review(options: argparse.Namespace, old: Checked, new: Checked, stamp: Stamp) -> Review:
    diff = options.diff.read_bytes()[:MOST_DIFF].decode("utf-8", "replace") if options.diff else ""
    added = added_lines(diff)
    others = sorted({name for name in _named(diff) if not re.match(r"(?:data|docs)/", name)})
    proposal = Proposal(options.number, options.commit, tuple(others))
    changes, pages = Changes(), tuple[str, ...]()
    if old.knowledge is not None and new.knowledge is not None:
        changes = compare(*(_edition(one, stamp) for one in (old.knowledge, new.knowledge)))
        pages = changed_addresses(old.knowledge, new.knowledge, stamp)
    texts = {document.name: document.source_text.split("\n") for document in new.reading.documents}

    def line_of(file: str, line: int) -> str | None:
        lines = texts.get(file, [])
        return lines[line - 1] if line <= len(lines) else None

    return review_of(old, new, changes, pages, suggestions(new.problems, line_of, added), proposal)


def _named(diff: str) -> list[str]:
    """Every file that a diff names, those that went among them."""
    return [name[:300] for pair in re.findall(r"^diff --git a/(\S.*?) b/(\S.*)$", diff, re.MULTILINE) for name in pair]


def _edition(knowledge: Knowledge, stamp: Stamp) -> Edition:
    return edition_of_files(api_files(knowledge, build_tables(knowledge), stamp.site_url))


def _show(paths: Paths, old: Knowledge, new: Knowledge, stamp: Stamp, out: Path, *, with_pictures: bool) -> None:
    """The changed pages, and pictures of them. A build that fails takes no comment away."""
    try:
        made = preview(paths, old, new, stamp, out / "pages")
    except BuildFailed as failure:
        print(safe_lines(failure.words), file=sys.stderr)
        return
    _tell(f"สร้าง {made} หน้า", f"{made} pages made", out=sys.stdout)
    if with_pictures:
        taken = pictures(out / "pages", out / "pictures")
        _tell(f"ถ่าย {taken} ภาพ", f"{taken} pictures taken", out=sys.stdout)


def _render(file: Path, links: Links, host: str, out: Path) -> int:
    """``post.json``: the number, the commit and all that is posted, of a review that may come from anybody."""
    try:
        with file.open("rb") as opened:
            review = read_review(opened.read(MOST_BYTES + 1))
    except (OSError, ReviewRefused) as refused:
        _tell(f"ไฟล์รีวิวใช้ไม่ได้: {printable(str(refused))}", f"This is no review: {printable(str(refused))}")
        return 2
    links = replace(links, preview=_address(host.replace("{number}", str(review.number))))
    body = comment(review, links)
    post = {
        "number": review.number,
        "commit": review.commit,
        "body": body,
        "comments": inline_comments(review),
    }
    (out / "post.json").write_text(
        json.dumps(post, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
    )
    (out / "comment.md").write_text(body, encoding="utf-8", newline="\n")
    return 0


def _address(given: str) -> str:
    """An address for a link; empty where it is none of plain letters."""
    return given if _ADDRESS.match(given) else ""


def _tell(thai: str, english: str, out: TextIO | None = None) -> None:
    print(f"{thai}\n{english}", file=out or sys.stderr)
