"""A review goes in; the comment on a pull request comes out: Thai first, English folded below, cut where it must be.

All words of the review go through ``plain`` or ``code``; what else stands here is ours. Links are made of ``Links`` and
of addresses whose form leaves no room for anything else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from botrian.records import Language
from botrian.review.labels import label
from botrian.review.model import ChangedPart, ChangedRecord, ChangedTable, Review, Said, Trouble
from botrian.review.plain import code, plain

#: GitHub refuses a longer comment.
LONGEST = 65_536
#: How the comment is known again, to be renewed.
MARK = "<!-- botrian-review -->"
_PAGE = re.compile(r"^(?:[a-z0-9-]+/)*$")
#: A change of fewer letters, before and after together, is told in one sentence.
_ONE_SENTENCE = 90
Item = TypeVar("Item")


@dataclass(frozen=True)
class Links:
    """Where the comment leads: the public site; the zip of this run; a host that shows the proposal. Empty: no link."""

    site: str = ""
    zip: str = ""
    preview: str = ""


@dataclass(frozen=True)
class _Cut:
    """How much is told: items of a list, parts of a record, letters of a text."""

    items: int
    parts: int
    letters: int


#: Tried one after the other until the comment is short enough.
_CUTS = (_Cut(200, 60, 600), _Cut(60, 20, 400), _Cut(25, 8, 250), _Cut(10, 4, 160), _Cut(4, 2, 100), _Cut(1, 1, 60))


def comment(review: Review, links: Links | None = None) -> str:
    """The comment in Markdown, at most ``LONGEST`` characters; where something is left out, it says so."""
    made = ""
    for cut in _CUTS:
        made = _whole(review, links or Links(), cut, shortened=cut is not _CUTS[0])
        if len(made) <= LONGEST:
            break
    return made[:LONGEST]


def _whole(review: Review, links: Links, cut: _Cut, *, shortened: bool) -> str:
    thai, english = ("\n".join(_Writer(review, links, cut, language, shortened).lines()) for language in ("th", "en"))
    return f"{MARK}\n{thai}\n\n<details>\n<summary>{label('english', 'en')}</summary>\n\n{english}\n\n</details>\n"


@dataclass(frozen=True)
class _Writer:
    """One language's comment in the making."""

    review: Review
    links: Links
    cut: _Cut
    language: Language
    shortened: bool

    def lines(self) -> Iterator[str]:
        """All of it, line by line."""
        yield f"## {self._say('title')}\n"
        yield from self._verdict()
        if self.shortened:
            yield f"> {self._say('cut')}\n"
        for severity, name in (("error", "errors"), ("warning", "warnings")):
            yield from self._troubles(severity, name)
        yield from self._records()
        yield from self._effects()
        yield from self._people()
        yield from self._preview()
        if files := self.review.other_files:
            yield f"### {self._say('code')}\n\n{self._say('code_files').format(len(files))}\n"
            yield from self._listed(files, lambda file: f"- {code(file)}")
            yield ""
        at = f" ({self._say('at_commit').format(code(self.review.commit[:10]))})" if self.review.commit else ""
        yield f"<sub>{self._say('foot')}{at}</sub>"

    def _verdict(self) -> Iterator[str]:
        errors, warnings = self.review.errors, self.review.warnings
        yield f"**{self._say('bad').format(errors) if errors else self._say('good')}**\n"
        if warnings:
            yield f"{self._say('look').format(warnings)}\n"
        clicks = sum(one.suggestion is not None for one in self.review.troubles)
        if clicks:
            yield f"👉 {self._say('clicks').format(clicks)}\n"
        if self.review.older_troubles:
            yield f"{self._say('older').format(self.review.older_troubles)}\n"
        if not self.review.compared:
            yield f"{self._say('blind' if errors else 'blind_base')}\n"
        else:
            yield f"**{self._say('in_short')}:** {self._in_short()}\n"

    def _in_short(self) -> str:
        told = []
        for kind, records in groupby(self.review.records, key=lambda one: one.kind):
            counts = [one.happened for one in records]
            numbers = [f"{self._say(name)} {counts.count(name)}" for name in ("added", "changed", "removed")]
            told.append(f"{self._text(kind)} ({', '.join(one for one in numbers if not one.endswith(' 0'))})")
        if self.review.tables:
            told.append(f"{self._say('tables')} {len(self.review.tables)}")
        return " · ".join(told) or self._say("no_records")

    def _troubles(self, severity: str, name: str) -> Iterator[str]:
        troubles = [one for one in self.review.troubles if one.severity == severity]
        if not troubles:
            return
        count = self.review.errors if severity == "error" else self.review.warnings
        yield f"### {self._say(name)} ({count})\n"
        yield from map(self._trouble, troubles[: self.cut.items])
        left = count - min(len(troubles), self.cut.items)
        if left > 0:
            yield f"- {self._say('more_troubles').format(left)}"
        yield ""

    def _trouble(self, one: Trouble) -> str:
        where = self._say("where").format(code(one.file), one.line)
        rule = f" ([{self._say('rule')}]({self._rules()}{one.code}/))" if self.links.site else ""
        return f"- {where}: {self._text(one.message)}\n  - {self._say('fix').format(self._text(one.fix))}{rule}"

    def _rules(self) -> str:
        return f"{self.links.site}{'en/' if self.language == 'en' else ''}guide/rules/"

    def _records(self) -> Iterator[str]:
        if not self.review.records:
            return
        yield f"### {self._say('content')}\n"
        for kind, records in groupby(self.review.records, key=lambda one: one.kind):
            yield f"**{self._text(kind)}**\n"
            yield from self._listed(list(records), self._record)
            yield ""

    def _record(self, one: ChangedRecord) -> str:
        title = self._linked(f"**{self._text(one.title)}**", one.page)
        return "\n".join([f"- {self._say(one.happened)} {title}", *self._parts(one.parts)])

    def _parts(self, parts: Sequence[ChangedPart]) -> Iterator[str]:
        yield from self._listed(parts, self._part, indent="  ", most=self.cut.parts)

    def _part(self, one: ChangedPart) -> str:
        """A long change as two lines, one under the other; anything else as a sentence."""
        before, after = (getattr(said, self.language) if said else "" for said in (one.before, one.after))
        if one.happened != "changed" or before == after or len(before) + len(after) < _ONE_SENTENCE or not after:
            return f"  - {self._text(one.words)}"
        was = [f"    - {self._say('was').format(plain(before, self.cut.letters))}"] if before else []
        now = f"    - {self._say('now').format(f'**{plain(after, self.cut.letters)}**')}"
        return "\n".join([f"  - {self._text(one.label)}", *was, now])

    def _effects(self) -> Iterator[str]:
        if not self.review.strengths and not self.review.tables:
            return
        yield f"### {self._say('effects')}\n"
        if self.review.strengths:
            yield f"**{self._say('strengths')}**\n"
            for one in self.review.strengths[: self.cut.items]:
                now = f"**{self._text(one.after)}**"
                told = f"{self._text(one.before)} → {now}" if one.before else self._say("strength_new").format(now)
                yield f"- {self._text(one.title)}: {told}"
            yield from self._more(len(self.review.strengths) - self.cut.items)
            yield ""
        if self.review.tables:
            yield f"**{self._say('tables')}**\n"
            yield from self._listed(self.review.tables, self._table)
            yield ""

    def _table(self, one: ChangedTable) -> str:
        title = self._linked(f"**{self._text(one.title)}**", one.page)
        head = f"- {title} ({self._say('cells').format(one.places)})"
        answer = f"  - {self._say('answer').format(f'“{self._text(one.answer)}”')}"
        return "\n".join([head, *self._parts(one.parts), answer])

    def _people(self) -> Iterator[str]:
        if self.review.people:
            yield f"### {self._say('people')}\n\n{self._say('people_ask')}\n"
            yield from self._listed(self.review.people, lambda one: f"- {self._text(one)}")
            yield ""

    def _preview(self) -> Iterator[str]:
        if not self.review.pages:
            return
        yield f"### {self._say('preview')}\n\n{self._say('pages').format(len(self.review.pages))}\n"
        pages = [page for page in self.review.pages if _PAGE.match(page)]
        if self.links.preview:
            yield from self._listed(pages, lambda page: f"- [{code(page or '/')}]({self._shown(page)})")
            yield ""
        if self.links.zip:
            yield f"[{self._say('zip')}]({self.links.zip})\n"

    def _shown(self, page: str) -> str:
        return f"{self.links.preview}{'en/' if self.language == 'en' else ''}{page}"

    def _linked(self, title: str, page: str) -> str:
        """A title that leads to its page where a host shows the proposal."""
        return f"[{title}]({self._shown(page)})" if self.links.preview and page and _PAGE.match(page) else title

    def _listed(
        self, items: Sequence[Item], told: Callable[[Item], str], indent: str = "", most: int | None = None
    ) -> Iterator[str]:
        most = self.cut.items if most is None else most
        yield from map(told, items[:most])
        yield from self._more(len(items) - most, indent)

    def _more(self, left: int, indent: str = "") -> Iterator[str]:
        if left > 0:
            yield f"{indent}- {self._say('and_more').format(left)}"

    def _say(self, name: str) -> str:
        return label(name, self.language)

    def _text(self, said: Said) -> str:
        return plain(getattr(said, self.language), self.cut.letters)
