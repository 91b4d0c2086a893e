"""What somebody said of a new record goes in; the ids that are taken, and those that it names, come out.

Only what the answer rests on is read as records: the kinds that something said must name, and of the record's own kind
the files that may hold its id. Of all others the names of the files are enough.
"""

from __future__ import annotations

from collections.abc import Container, Mapping

from botrian.check.known import Known
from botrian.check.schema import typed_records
from botrian.findings import Finding
from botrian.new.forms import Form
from botrian.read import Document, Parse, Paths, kind_of, parse_document, read_content

#: Where an id that leads nowhere may have gone.
_GONE = ("redirect", "withdrawal")


def known_for(form: Form, said: Mapping[str, str], paths: Paths) -> Known:
    """The ids of a content tree, and the records of those kinds that ``said`` must name one of."""
    named = {kind for name, value in said.items() if value for kind in form.names(name)}
    reading = read_content(paths, _parse_only({*named, *_GONE}, form.record, said.get("id", "")))
    found = [one for document in reading.documents for one in typed_records(document)[0]]
    return Known(reading.documents, found, reading.unread)


def _parse_only(kinds: Container[str], own: str, id_: str) -> Parse:
    """A parser of the files of these kinds, and of those of the ``own`` kind whose name or text holds an id."""

    def parse(name: str, text: str) -> tuple[Document, tuple[Finding, ...]]:
        matched = kind_of(name)
        if matched is None:
            return Document(name, None, None), ()
        kind, path = matched
        held = {kind.kind, *(one for _, one, _ in kind.lists)}
        if any(one in kinds for one in held) or (own in held and id_ and (id_ in text or id_ in name)):
            return parse_document(name, text)
        return Document(name, kind, None, groups=tuple(sorted(path.groupdict().items()))), ()

    return parse
