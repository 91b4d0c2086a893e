"""The Markdown of every document goes in; findings for what it refers to, links to, shows and marks come out.

What is judged is what the pages are made of: the same reading, the same tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from botrian.check.body import Body
from botrian.check.cited_places import other_place, sample, typed_findings
from botrian.check.html import html_findings
from botrian.check.known import Known
from botrian.check.leftovers import leftover_findings
from botrian.check.limits import Work, limit_findings
from botrian.check.link_targets import link_findings
from botrian.check.links import line_findings
from botrian.check.passed import findings_of
from botrian.check.site_map import SiteMap
from botrian.check.style import Style, body_style_findings
from botrian.check.wording import body_wording_findings
from botrian.findings import Finding, Place
from botrian.kept import Ledger, key_of
from botrian.markup import CITATION, citation_of, record_of, table_of, text_of, typed
from botrian.markup.article import places_table
from botrian.read import Document
from botrian.records import WHOLE, Citation, Source

#: Which kinds of record a link of this kind may lead to.
LINKED = {"province": ("province", "profile")}
ALMOST_CITATION = re.compile(r"\[@[^\]\n]{0,120}\]?")
ALMOST_MARKER = re.compile(r"\{\{[^\n]{0,120}?(?:\}\}|$)", re.MULTILINE)


def body_findings(
    documents: Iterable[Document], known: Known, site: SiteMap, style: Style, ledger: Ledger
) -> Iterator[Finding]:
    """Everything that is wrong in the Markdown of these documents.

    ``ledger``: which of them had nothing wrong before, beside the same ids, sources, addresses and headings.
    """
    work, around = Work(), key_of(style.digest, known.digest, site.digest)
    for document in documents:
        if document.name.endswith(".md") and document.body.strip():
            limits = (*limit_findings(document), *work.findings(document))
            yield from limits
            # A text beyond the limits is not read: that is what they are for.
            if not limits:
                key = key_of("body", document.name, document.body, around)
                yield from findings_of(key, partial(_findings, document, known, site, style), ledger)


def _findings(document: Document, known: Known, site: SiteMap, style: Style) -> Iterator[Finding]:
    body = site.body(document)
    yield from _record_links(body, known)
    yield from _citations(body, known)
    yield from _markers(body, known)
    yield from html_findings(body)
    yield from link_findings(body, site)
    yield from leftover_findings(body)
    yield from body_wording_findings(body)
    yield from body_style_findings(body, style)


def _record_links(body: Body, known: Known) -> Iterator[Finding]:
    for link in body.article.links:
        record = None if link.picture else record_of(link.target)
        if record is not None:
            kinds = LINKED.get(record[0], (record[0],))
            if not known.has(kinds, record[1]):
                at = max(body.document.body.find(link.target, link.offset), link.offset)
                yield known.unknown(body.place(at), "", record[1], kinds)


def _citations(body: Body, known: Known) -> Iterator[Finding]:
    find = body.finder()
    for run in body.article.words():
        for match in ALMOST_CITATION.finditer(run.text):
            place = find(match[0])
            whole = CITATION.match(run.text, match.start())
            if whole is None or run.in_link:
                yield Finding(place, "citation-form", "", match[0], _good_citation(match[0], known))
            elif known.has(("source",), whole["source"]):
                yield from _cited(place, whole, known)
            else:
                yield known.unknown(place, "", whole["source"], ("source",))
    for link in body.article.links:
        # [@source L1](address) is a link with the words of a citation.
        if link.words.startswith("@"):
            got = f"[{link.words[:100]}]"
            yield Finding(body.place(link.offset), "citation-form", "", got, _good_citation(got, known))


def _cited(place: Place, match: re.Match[str], known: Known) -> Iterator[Finding]:
    """What is wrong with the place that a citation in a text names, and the citation as it should be typed."""
    citation = citation_of(match)
    if citation.lines is None:
        yield from typed_findings(place, match[0], citation, known)
        return
    for wrong in line_findings(place, "", citation.source, citation.lines, known):
        source = known.record("source", citation.source)
        if wrong.code == "citation-reversed":
            better = citation.model_copy(update={"lines": (citation.lines[1], citation.lines[0])})
            yield replace(wrong, got=match[0], expected=typed(better))
        elif wrong.code == "citation-no-text" and isinstance(source, Source):
            yield replace(wrong, expected=typed(sample(source, other_place(source))))
        else:
            yield wrong


def _good_citation(text: str, known: Known) -> str:
    """The citation that was probably meant."""
    words = re.findall(r"[a-z0-9-]++", text)
    source = next((word for word in words if known.has(("source",), word)), None)
    if source is None:
        source = next(iter(known.of("source")), "id")
    record = known.record("source", source)
    if isinstance(record, Source) and record.lines is None:
        return typed(Citation(source=source) if record.kind in WHOLE else sample(record, other_place(record)))
    numbers = [one for one in re.findall(r"\d+", text.replace(source, "")) if len(one) < 7][:2] or ["10", "12"]
    return f"[@{source} L{'-'.join(numbers)}]"


def _markers(body: Body, known: Known) -> Iterator[Finding]:
    find = body.finder()
    placed = [text_of(one) for one in body.article.tree.elements() if places_table(one)]
    for run in body.article.words():
        for match in ALMOST_MARKER.finditer(run.text):
            place = find(match[0])
            if run.text in placed:
                id_ = table_of(run.text) or ""
                if not known.has(("table",), id_):
                    at = body.document.body.find(id_, body.offset(place))
                    yield known.unknown(body.place(at) if at >= 0 else place, "", id_, ("table",))
            else:
                yield Finding(place, "marker-unknown", "", match[0], _good_marker(match[0], known))


def _good_marker(text: str, known: Known) -> str:
    words = re.findall(r"[a-z0-9-]+", text)
    id_ = next((word for word in reversed(words) if known.has(("table",), word)), "")
    return f"{{{{ table {id_ or next(iter(known.of('table')), 'id')} }}}}"
