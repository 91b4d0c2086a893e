"""A lesson, a table or the gallery goes in; the JSON-LD that tells search engines what its page holds comes out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date

from botrian.exports.formats import MEDIA_TYPES
from botrian.exports.provenance import content_hash
from botrian.knowledge import Knowledge, citations_in
from botrian.records import Language, Lesson
from botrian.tables import Column, Table
from botrian.words import say


def lesson_ld(lesson: Lesson, language: Language, url: str, knowledge: Knowledge) -> str:
    """A lesson as schema.org LearningResource and Article."""
    sources = dict.fromkeys(citation.source for citation in citations_in(lesson))
    return _text(
        {
            "@context": "https://schema.org",
            "@type": ["Article", "LearningResource"],
            "headline": lesson.title.in_(language),
            "description": lesson.do.in_(language),
            "inLanguage": language,
            "url": url,
            "about": [knowledge.themes[theme].name.in_(language) for theme in lesson.themes],
            "learningResourceType": say(f"type.{lesson.type}", language),
            "isBasedOn": [
                {"@type": "CreativeWork", "name": knowledge.sources[source].title.in_(language)} for source in sources
            ],
            "license": say("licence.address", language),
            "publisher": _library(language),
        }
    )


def dataset_ld(table: Table, language: Language, url: str, knowledge: Knowledge, changed: date | None) -> str:
    """A table as schema.org Dataset: what its columns measure, its files, licence, version, and what it is based on."""
    found = _dataset(table, language, url, knowledge)
    return _text(
        {"@context": "https://schema.org", **found, **({"dateModified": changed.isoformat()} if changed else {})}
    )


def catalogue_ld(tables: Iterable[Table], language: Language, url: str, address: Callable[[Table], str]) -> str:
    """The gallery as schema.org DataCatalog; ``address`` tells where the page of a table stands."""
    return _text(
        {
            "@context": "https://schema.org",
            "@type": "DataCatalog",
            "name": say("collection.tables", language),
            "description": say("data.intro", language),
            "inLanguage": language,
            "url": url,
            "license": say("licence.address", language),
            "publisher": _library(language),
            # Each is told in full on its own page, under the same name.
            "dataset": [{"@type": "Dataset", "@id": f"{address(one)}#dataset"} for one in tables],
        }
    )


def page_ld(own: str, title: str, says: str, page: tuple[str, Language], trail: Iterable[tuple[str, str]]) -> str:
    """What a page tells of itself, with the way to it: a list of two, the page first.

    ``own`` is what its maker tells, JSON; else it is told by what stands at its address. ``page``: its address below
    the language's root, and the language; ``trail``: names and whole addresses from the front page to this one.
    """
    address, language = page
    trail = tuple(trail)
    told = json.loads(own) if own else _plain(title, says, address, language, trail[-1][1])
    steps = [
        {"@type": "ListItem", "position": place, "name": name, "item": url}
        for place, (name, url) in enumerate(trail, start=1)
    ]
    return _text([told, {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": steps}])


#: What the pages of a folder are, and the page of the folder itself, in schema.org's types.
_TYPES = {"cases": "Article", "provinces": "Article", "paths": "LearningResource", "kits": "LearningResource"}


def _plain(title: str, says: str, address: str, language: Language, url: str) -> dict[str, object]:
    folder, _, name = address.rstrip("/").partition("/")
    told: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "WebSite" if not address else _TYPES.get(folder, "WebPage") if name else "WebPage",
        "name": title,
        "inLanguage": language,
        "url": url,
        "license": say("licence.address", language),
        "publisher": _library(language),
    }
    return {**told, "description": says} if says else told


def _dataset(table: Table, language: Language, url: str, knowledge: Knowledge) -> dict[str, object]:
    sources = dict.fromkeys(citation.source for citation in table.citations)
    return {
        "@type": "Dataset",
        "@id": f"{url}#dataset",
        "identifier": table.id,
        "name": table.title.in_(language),
        "description": table.answer.in_(language),
        "inLanguage": language,
        "url": url,
        "isAccessibleForFree": True,
        "license": say("licence.address", language),
        "version": content_hash(table),
        "keywords": [knowledge.themes[theme].name.in_(language) for theme in table.themes],
        "variableMeasured": [_variable(column, language) for column in table.columns],
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": type_, "contentUrl": f"{url.rstrip('/')}.{ending}"}
            for ending, type_ in MEDIA_TYPES.items()
        ],
        "includedInDataCatalog": {"@type": "DataCatalog", "url": url.removesuffix(f"{table.id}/")},
        "isBasedOn": [
            {"@type": "CreativeWork", "name": knowledge.sources[source].title.in_(language)} for source in sources
        ],
        "creator": _library(language),
        "publisher": _library(language),
    }


def _variable(column: Column, language: Language) -> dict[str, str]:
    found = {"@type": "PropertyValue", "propertyID": column.id, "name": column.name.in_(language)}
    if column.unit:
        found["unitText"] = column.unit.in_(language)
    if column.definition:
        found["description"] = column.definition.in_(language)
    return found


def _library(language: Language) -> dict[str, str]:
    return {"@type": "Organization", "name": say("frame.site", language)}


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
