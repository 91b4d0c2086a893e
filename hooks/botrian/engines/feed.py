"""Documents, synonyms and the name of an engine go in; the files that the engine takes in come out."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final, Literal

from botrian.knowledge import Knowledge
from botrian.records import Language
from botrian.search import SearchDocument
from botrian.search.document import kind_weights
from botrian.thai import normal

Engine = Literal["opensearch", "meilisearch"]
ENGINES: Final[tuple[Engine, ...]] = ("opensearch", "meilisearch")
#: The texts that are searched, and how much each weighs; the same order as in our own index.
FIELDS: Final[Mapping[str, float]] = {
    "title": 4,
    "aliases": 3,
    "summary": 2,
    "labels": 1.5,
    "context": 1,
    "body": 1,
    "other": 0.5,
    "asked": 1.5,
}
#: What stands between words that mean one thing in a list of synonyms.
_SIGNS = re.compile(r"[,\n\r\\]|=>")
_NOT_IN_ID = re.compile(r"[^A-Za-z0-9_-]")


@dataclass(frozen=True)
class Feed:
    """What one engine takes in for one language.

    ``index``: the name under which it is asked. ``settings``: the index as the engine's own manual calls it (settings
    and mappings, or settings alone). ``query``: how it is asked, with ``{{words}}`` where the words of a person go;
    empty where the engine is asked by its words alone. ``documents`` each have a key ``id`` of their own.
    """

    engine: Engine
    index: str
    settings: Mapping[str, Any]
    query: Mapping[str, Any]
    documents: Sequence[Mapping[str, Any]]

    @property
    def edition(self) -> str:
        """A name for just this content: two feeds that differ anywhere have two."""
        whole = json.dumps([self.settings, self.documents], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(whole.encode("utf-8")).hexdigest()[:12]

    def files(self) -> Mapping[str, bytes]:
        """The feed as files, for somebody who loads it with tools of their own: by name."""
        lines = b"".join(bulk_lines(one) if self.engine == "opensearch" else json_line(one) for one in self.documents)
        found = {f"{self.index}.settings.json": _indented(self.settings), f"{self.index}.documents.ndjson": lines}
        return found | ({f"{self.index}.query.json": _indented(self.query)} if self.query else {})


def json_line(value: object) -> bytes:
    """One line of JSON."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8") + b"\n"


def bulk_lines(document: Mapping[str, Any]) -> bytes:
    """A document as the two lines of OpenSearch's bulk form: what is done, and with what."""
    return json_line({"index": {"_id": document["id"]}}) + json_line(document)


def _indented(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"


def feed_of(
    engine: Engine, knowledge: Knowledge, found: Iterable[SearchDocument], language: Language, site_url: str
) -> Feed:
    """The feed of one language; ``found`` are the documents of our own search, ``site_url`` ends with a slash."""
    root = site_url + ("en/" if language == "en" else "")
    documents = [_document(one, language, root) for one in found]
    settings = _settings(engine, language)
    alike = list(synonyms(knowledge, language))
    if engine == "opensearch":
        settings["settings"]["analysis"]["filter"]["library_synonyms"]["synonyms"] = [", ".join(row) for row in alike]
    else:
        settings["synonyms"] = {word: [other for other in row if other != word] for row in alike for word in row}
    query = _settings("opensearch-query", language) if engine == "opensearch" else {}
    if query:
        query["query"]["function_score"]["query"]["multi_match"]["fields"] = [f"{k}^{v:g}" for k, v in FIELDS.items()]
    return Feed(engine, f"botrian-{language}", settings, query, documents)


def synonyms(knowledge: Knowledge, language: Language) -> Iterator[tuple[str, ...]]:
    """The words of the glossary that mean one thing, each row once: name, synonyms, abbreviations, misspellings."""
    for term in knowledge.terms.values():
        words = (term.name.in_(language), *term.synonyms, *term.abbreviations, *term.misspellings)
        row = tuple(dict.fromkeys(filter(None, map(_word, words))))
        if len(row) > 1:
            yield row


def _word(text: str) -> str:
    """One word of a list of synonyms: signs that part the words of the list are blanks in it."""
    return " ".join(_SIGNS.sub(" ", normal(text)).split()).casefold()


def _settings(name: str, language: Language) -> dict[str, Any]:
    """The file of settings of an engine; Thai and English differ by the word breaker that they name."""
    text = files(__package__).joinpath("settings", f"{name}.json").read_text(encoding="utf-8")
    locale, tokenizer = ("tha", "thai") if language == "th" else ("eng", "standard")
    found: dict[str, Any] = json.loads(text.replace("{locale}", locale).replace("{tokenizer}", tokenizer))
    return found


def _document(one: SearchDocument, language: Language, root: str) -> dict[str, Any]:
    """One document: texts, what it can be filtered by, its address, and how much its kind weighs."""
    texts = {name: normal(getattr(one, name)) for name in FIELDS}
    return {
        "id": document_id(one.kind, one.id),
        "kind": one.kind,
        "record": one.id,
        "url": root + one.url,
        "language": language,
        "weight": kind_weights()[one.kind],
        "provinces": list(one.provinces),
        "themes": list(one.themes),
        "years_ce": list(one.years),
        **texts,
    }


def document_id(kind: str, id_: str) -> str:
    """An id of letters that every engine takes; what is lost in it, a digest keeps apart."""
    plain = _NOT_IN_ID.sub("_", f"{kind}_{id_}")
    if plain == f"{kind}_{id_}" and len(plain) <= 200:
        return plain
    return f"{plain[:180]}_{hashlib.sha256(f'{kind}:{id_}'.encode()).hexdigest()[:12]}"
