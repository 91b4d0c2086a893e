"""Typed records go in; texts that are no finished text come out: words that wait, markup, far too long or too short.

A text of a record is plain: what looks like HTML or Markdown stands on the page as it is typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from botrian.check.body import Body
from botrian.check.fields import Path
from botrian.check.schema import Found
from botrian.findings import Finding
from botrian.knowledge.found import with_paths
from botrian.records import LANGUAGES, PublicDetail, Release, Source, StyleNote, Text
from botrian.thai import clusters, unfilled

#: Records that quote others, or a day that is past.
NOT_OURS = (Release, StyleNote, PublicDetail)
#: Letters that a text of a field may have; of a name that stands in lists and tables; of a word that people search by.
LONGEST, LONGEST_NAME, LONGEST_WORD = 600, 200, 100
NAMES = ("title", "name", "question", "short", "unit", "group", "row_name")
WORDS = ("aliases", "abbreviations", "synonyms", "misspellings", "search_words")
#: Letters, as they are seen, that a text has at least; other texts say something with one word.
SHORTEST: Mapping[tuple[str, str], int] = {
    ("Lesson", "title"): 6,
    ("Lesson", "when"): 6,
    ("Lesson", "do"): 6,
    ("Lesson", "because"): 6,
    ("Lesson", "text"): 8,
    ("Case", "summary"): 8,
}
SHORTEST_OF_ALL = 2

_MARKUP = re.compile(
    r"</?[A-Za-z][A-Za-z0-9:-]{0,20}(?:\s[^<>]{0,200})?/?>|<!--"
    r"|&(?:[A-Za-z]{2,8}|#\d{2,7}|#x[0-9A-Fa-f]{2,6});"
    r"|<(?:https?://|mailto:)[^<>\s]{1,200}>|\b(?:style|class|href|src)=[\"'“][^\"'”\n]{0,80}[\"'”]"
    r"|\[/?(?:b|i|u|s|url|img|color|size|quote|list)(?:=[^\]\n]{0,60})?\]|\[\[[^\[\]\n]{1,120}\]\]|\{[.#][a-z][a-z0-9_-]{0,30}\}"
    r"|\\[nrt](?![a-z])|(?<!=)==(?=[^\s=])[^=\n]{1,80}(?<=\S)==(?!=)|\$[^$\n]{0,40}[\^_\\{][^$\n]{0,40}\$"
    r"|(?<![\wก-๙])_(?=[^\s_])[^_\n]{1,80}(?<=[^\s_])_(?![\wก-๙])"
    r"|\*\*|(?<!\w)__(?=\S)|~~(?=\S)|`[^`]{1,80}`|(?<![\w*])\*(?=\S)[^*\n]{1,80}(?<=\S)\*(?![\w*])"
    r"|!?\[[^\]\n]{0,120}\]\([^)\n]{0,200}\)|\[@[a-z0-9-]{2,80}[ \]]|\{\{|\[\^\w"
    r"|^(?:#{1,6} |[-*•] |[0-9๐-๙]{1,2}[.)] |> |\|[^|\n]*\|)",
    re.ASCII,
)
#: What a template or a sample says where an answer belongs; beside the words that wait anywhere.
_TEMPLATE = re.compile(
    r"\{\{[^{}\n]{0,60}\}\}|\$\{?[a-z_]{3,30}\b"
    r"|<(?:ใส่|ชื่อ|ระบุ|กรอก|เขียน)[^<>\n]{0,40}>"
    r"|[\[(](?:ชื่อ|ระบุ|ใส่|รอ|[Ii]nsert|[Yy]our|[Tt]itle|[Nn]ame of|[Tt]ext|[Tt]ranslat|[Tt]o be)[^\])\n]{0,40}[\])]"
    r"|(?:ใส่|เขียน|พิมพ์|กรอก|วาง)(?:ข้อความ|ชื่อ|เนื้อหา)?(?:ที่นี่|ตรงนี้)|[Yy]our (?:text|title|name) here"
    r"|(?:[Tt]itle|[Tt]ext) here"
    r"|^(?:รอแปล|รอข้อมูล|รอเติม|ยังไม่ได้เขียน|ตัวอย่างข้อความ|ข้อความตัวอย่าง)$"
    r"|^(?:asdf\w*|qwerty\w*|กขค|ฟหกด\w*|[Ss]ample(?: text)?|[Pp]laceholder)$"
)


def wording_findings(found: Iterable[Found]) -> Iterator[Finding]:
    """Texts of records that wait to be written, hold markup, or are far too long or short for their field."""
    for one in found:
        if isinstance(one.record, NOT_OURS):
            continue
        for path, text in with_paths(one.record, Text):
            # Where the Thai stands for English that waits, it is told of once.
            for language in LANGUAGES if text.en_lang == "en" else LANGUAGES[:1]:
                yield from _text(one, (*path, language), text.in_(language))
        for name in WORDS:
            for number, word in enumerate(getattr(one.record, name, ()) or ()):
                if isinstance(word, str) and len(word) > LONGEST_WORD:
                    yield _length(one, (name, number), "text-long", word, LONGEST_WORD)


def body_wording_findings(body: Body) -> Iterator[Finding]:
    """Words in a Markdown text that wait to be written."""
    for run in body.article.words():
        if match := _WAITING.search(run.text):
            yield Finding(body.finder()(match[0]), "text-unfilled", "", match[0][:40])


_DRAFT = re.compile(r"(?:พ\.ศ\.|B\.E\.) ?[.…]{3,6}")
#: In running text only what nobody writes otherwise.
_WAITING = re.compile(r"(?<![A-Za-z])(?:TODO|FIXME|TBD)(?![A-Za-z])|[Ll]orem ipsum|\((?:to be translated|รอแปล)\)")


def _text(one: Found, path: Path, text: str) -> Iterator[Finding]:
    name = next((step for step in reversed(path[:-1]) if isinstance(step, str)), "")
    # A draft law has no year yet: พ.ศ. ....
    said = _DRAFT.sub("", text)
    waiting = unfilled(said) if said.strip() else ""
    if not waiting and not isinstance(one.record, Source) and (match := _TEMPLATE.search(text)):
        waiting = match[0]
    if waiting:
        yield Finding(one.locate(path), "text-unfilled", one.field(path), waiting[:40])
        return
    if markup := None if isinstance(one.record, Source) else _MARKUP.search(text):
        yield Finding(one.locate(path), "text-markup", one.field(path), markup[0][:40])
    most = LONGEST_NAME if name in NAMES else LONGEST
    if len(text) > most:
        yield _length(one, path, "text-long", text, most)
    least = SHORTEST.get((type(one.record).__name__, name), SHORTEST_OF_ALL if name in ("title", "name") else 1)
    if len(text) < 4 * least and len(clusters(text)) < least:
        yield _length(one, path, "text-short", text, least)


def _length(one: Found, path: Path, code: str, text: str, limit: int) -> Finding:
    values = (("words", text[:30]),)
    return Finding(one.locate(path), code, one.field(path), f"{len(text):,}", f"{limit:,}", values)
