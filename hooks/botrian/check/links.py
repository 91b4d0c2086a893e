"""All typed records go in; a finding for each id, reference or citation that leads nowhere comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from botrian.check.references import references
from botrian.check.schema import Found, Path, suggestion
from botrian.findings import Finding
from botrian.records import Citation, Record, Source


def known_ids(found: Iterable[Found]) -> Mapping[str, Mapping[str, Found]]:
    """For each kind of record, its ids with the first record that has it."""
    known: dict[str, dict[str, Found]] = {}
    for one in found:
        id_ = getattr(one.record, "id", None)
        if isinstance(id_, str):
            known.setdefault(one.kind, {}).setdefault(id_, one)
    return known


def id_findings(found: Iterable[Found], known: Mapping[str, Mapping[str, Found]]) -> Iterator[Finding]:
    """Ids that stand twice in a kind, or that are not the name of their file; folders that are not the province."""
    for one in found:
        id_ = getattr(one.record, "id", None)
        if isinstance(id_, str):
            first = known[one.kind][id_]
            if first is not one:
                where = (("first", f"{first.place.file}:{first.place.line}"),)
                yield Finding(one.locate(("id",)), "id-duplicate", "id", id_, values=where)
            name = one.document.group("id")
            if name is not None and name != id_:
                yield Finding(one.locate(("id",)), "id-not-file-name", "id", id_, name)
        folder = one.document.group("province")
        province = getattr(one.record, "province", None)
        if folder is not None and province is not None and folder != province:
            yield Finding(one.locate(("province",)), "province-not-folder", "province", province, folder)


def reference_findings(found: Iterable[Found], known: Mapping[str, Mapping[str, Found]]) -> Iterator[Finding]:
    """References to records that do not exist, each with the nearest id that does."""
    for one in found:
        for path, id_, marker in references(one.record):
            if not any(id_ in known.get(kind, {}) for kind in marker.kinds):
                options = [id_ for kind in marker.kinds for id_ in known.get(kind, {})]
                kinds = (("kind", marker.kinds[0]),)
                field = ".".join(map(str, (*one.path, *path)))
                yield Finding(
                    one.locate(path), "reference-unknown", field, id_, suggestion(id_, options), kinds
                )


def citation_findings(found: Iterable[Found], known: Mapping[str, Mapping[str, Found]]) -> Iterator[Finding]:
    """Citations whose lines are reversed or outside the source."""
    for one in found:
        for path, citation in citations_with_paths(one.record):
            source = known.get("source", {}).get(citation.source)
            if source is None or not isinstance(source.record, Source):
                continue
            first, last = citation.lines
            field = ".".join(map(str, (*one.path, *path, "lines")))
            place = one.locate((*path, "lines"))
            if first > last:
                yield Finding(place, "citation-reversed", field, f"[{first}, {last}]", f"[{last}, {first}]")
            elif first < 1 or last > source.record.lines:
                limit = f"1–{source.record.lines}"
                values = (("source", citation.source),)
                yield Finding(place, "citation-outside", field, f"[{first}, {last}]", limit, values)


def citations_with_paths(value: object, path: Path = ()) -> Iterator[tuple[Path, Citation]]:
    """Every citation anywhere inside a record, with its path."""
    if isinstance(value, Citation):
        yield path, value
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from citations_with_paths(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from citations_with_paths(item, (*path, index))
