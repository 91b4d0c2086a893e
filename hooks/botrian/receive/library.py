"""A content tree goes in; what receiving asks of it comes out: ids, names, and the texts of its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from botrian.check.known import Known
from botrian.check.schema import Found, typed_records
from botrian.read import Paths, Reading, parse_document, read_content
from botrian.records import Dimension, Fact, FactFile, Record


@dataclass(frozen=True)
class PlacedFact:
    """A fact, the file that it stands in, and the way to it there."""

    file: str
    path: tuple[str | int, ...]
    fact: Fact


class Library:
    """One content tree as it is on disk."""

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
        self.reading: Reading = read_content(paths)
        self._found = [one for document in self.reading.documents for one in typed_records(document)[0]]
        self._known = Known(self.reading.documents, self._found, self.reading.unread)

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """The ids of records by the kinds that answers name."""
        names = ("province", "area", "theme", "case-kind", "lesson", "case", "profile", "source", "credit", "dimension")
        return {kind: frozenset(self._known.of(kind)) for kind in names}

    def record(self, kind: str, id_: str) -> Record | None:
        """A whole record, or None."""
        return self._known.record(kind, id_)

    def file_of(self, kind: str, id_: str) -> str:
        """The name of the file that a record stands in; empty where there is none."""
        named = self._known.of(kind).get(id_)
        return named.place.file if named else ""

    def name(self, kind: str, id_: str, language: str = "th") -> str:
        """The name or title of a record, or its id where it is broken."""
        record = self.record(kind, id_)
        text = getattr(record, "name", None) or getattr(record, "title", None)
        return str(getattr(text, language, "") or id_)

    def dimension(self, id_: str) -> Dimension | None:
        """A dimension, or None."""
        found = self.record("dimension", id_)
        return found if isinstance(found, Dimension) else None

    def facts(self, province: str, dimension: str, case: str | None) -> Iterator[PlacedFact]:
        """The values of one dimension for a province, or for one of its cases."""
        for one in self._found:
            if isinstance(one.record, FactFile) and one.record.province == province:
                for number, fact in enumerate(one.record.facts):
                    if fact.dimension == dimension and fact.case == case:
                        yield PlacedFact(one.place.file, (*one.path, "facts", number), fact)

    def text(self, name: str) -> str | None:
        """The text of a content file as it is on disk, with its line ends; None where there is none."""
        file = self.paths.on_disk(name)
        return file.read_bytes().decode("utf-8") if file.is_file() else None

    def with_texts(self, texts: Mapping[str, str], assets: tuple[str, ...] = ()) -> Reading:
        """The tree as it would be read with these texts in it."""
        made = {name: parse_document(name, text) for name, text in sorted(texts.items())}
        kept = [one for one in self.reading.documents if one.name not in made]
        findings = [one for one in self.reading.findings if one.place.file not in made]
        return replace(
            self.reading,
            documents=tuple(sorted([*kept, *(document for document, _ in made.values())], key=lambda one: one.name)),
            findings=(*findings, *(finding for _, found in made.values() for finding in found)),
            assets=tuple(sorted({*self.reading.assets, *assets})),
        )


__all__ = ["Found", "Library", "PlacedFact"]
