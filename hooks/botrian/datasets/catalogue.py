"""Tables and collections go in; a catalogue of all of them comes out, as DCAT 3 (W3C) has it, written as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from botrian.addresses import Stamp, fixed
from botrian.datasets.collections import Collection
from botrian.datasets.package import last_changed
from botrian.exports import PrintedTable
from botrian.exports.csvw import as_json
from botrian.exports.formats import MEDIA_TYPES
from botrian.knowledge import Knowledge
from botrian.records import Language
from botrian.words import say

_TYPES = {**MEDIA_TYPES, "parquet": "application/vnd.apache.parquet"}
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def catalogue(
    tables: Sequence[PrintedTable],
    collections: Sequence[Collection],
    knowledge: Knowledge,
    language: Language,
    stamp: Stamp,
) -> bytes:
    """The catalogue of one language's tables and of the collections. Every address in it is absolute."""
    root = stamp.site_url + ("en/" if language == "en" else "")
    title = say("frame.site", language)
    found: dict[str, Any] = {
        "@context": _CONTEXT,
        "@id": f"{root}{fixed.CATALOGUE}",
        "@type": "dcat:Catalog",
        "dct:title": _said(title, language),
        "dct:description": _said(say("data.intro", language), language),
        "dct:language": language,
        "dct:license": {"@id": say("licence.address", language)},
        "dct:publisher": {"@type": "foaf:Organization", "foaf:name": _said(title, language)},
        "foaf:homepage": {"@id": f"{root}{fixed.DATA}"},
        "dcat:dataset": [
            *(_of_table(table, knowledge, language, root) for table in tables),
            *(_of_collection(one, language, stamp.site_url, root) for one in collections),
        ],
    }
    changed = last_changed(stamp)
    return as_json(found | ({"dct:modified": _day(changed)} if changed else {}), indent=None)


def _of_table(table: PrintedTable, knowledge: Knowledge, language: Language, root: str) -> dict[str, Any]:
    origin, licence = table.provenance, say("licence.address", language)
    themes = [knowledge.themes[id_].name for id_ in knowledge.tables[table.id].themes]
    found: dict[str, Any] = {
        "@id": f"{origin.link}#dataset",
        "@type": "dcat:Dataset",
        "dct:identifier": table.id,
        "dct:title": _said(table.title, language),
        "dct:description": _said(table.answer, language),
        "dct:license": {"@id": licence},
        "dcat:keyword": [_said(theme.in_(language), language) for theme in themes],
        "dcat:landingPage": {"@id": origin.link},
        "dcat:version": origin.version.partition(" ")[0],
        "dct:source": [source.cite_as for source in origin.sources],
        "dcat:distribution": list(_distributions(f"{root}tables/{table.id}", tuple(MEDIA_TYPES), licence)),
    }
    return found | ({"dct:modified": _day(origin.changed.isoformat())} if origin.changed else {})


def _of_collection(one: Collection, language: Language, site: str, root: str) -> dict[str, Any]:
    licence = say("licence.address", language)
    return {
        "@id": f"{root}{fixed.DATA}#{one.name}",
        "@type": "dcat:Dataset",
        "dct:identifier": one.name,
        "dct:title": _said(one.title(language), language),
        "dct:license": {"@id": licence},
        "dcat:landingPage": {"@id": f"{root}{fixed.DATA}"},
        "dcat:distribution": list(_distributions(f"{site}{fixed.DATA}{one.name}", ("csv", "parquet"), licence)),
    }


def _distributions(path: str, endings: Sequence[str], licence: str) -> Iterator[dict[str, Any]]:
    for ending in endings:
        yield {
            "@type": "dcat:Distribution",
            "dcat:downloadURL": {"@id": f"{path}.{ending}"},
            "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{_TYPES[ending]}"},
            "dct:license": {"@id": licence},
        }


def _said(text: str, language: Language) -> dict[str, str]:
    return {"@value": text, "@language": language}


def _day(day: str) -> dict[str, str]:
    return {"@value": day, "@type": "xsd:date"}
