"""The knowledge and its tables enter; the files that the browser searches in leave."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Final

from botrian.addresses import fixed
from botrian.browser import Data, as_json, script
from botrian.kept import Ledger
from botrian.knowledge import Knowledge
from botrian.records import Language
from botrian.search.answers import answers
from botrian.search.document import SearchDocument, kind_weights, page_kinds
from botrian.search.grouped import GROUP_TERMS, group_lists
from botrian.search.keys import BEGIN, SHORT_RUN, key_tables
from botrian.search.labels import labels
from botrian.search.letters import SWAPPED, in_one_byte, swapped
from botrian.search.part_documents import fact_documents, rule_documents, table_documents
from botrian.search.polite import front_coded, polite_words
from botrian.search.postings import LETTERS, common_pairs, lines_of, pack, postings, shards
from botrian.search.record_documents import record_documents
from botrian.search.spellings import CHANGES_FROM, Spellings, question_keys, spellings, telling_words
from botrian.search.words_of import Words
from botrian.tables import Table
from botrian.thai.dates import BE_MINUS_CE, BE_YEARS

#: Path below the language's root -> the file.
SearchFiles = Mapping[str, bytes]

ROOT: Final = f"{fixed.ASSETS}search"
#: The one file with a stable name: every page loads it, and it names the folder of all the others.
ENTRY: Final = f"{fixed.ASSETS}search.js"
#: A pattern of the letters of each language, for the browser.
_LETTERS_OF: Final[Mapping[Language, str]] = {"th": "[ก-ฮ]", "en": "[a-z]"}
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
#: Letters of documents' texts in one file: about one lesson, for a search reads the texts of few documents.
BLOCK_LETTERS: Final = 1_600
#: Of more pages the titles would be too long to wait for: suggestions then ask the index.
MOST_TITLES: Final = 4_000
#: Letters of one document that are searched word by word; what stands behind is found by the index only.
LONGEST_BODY: Final = 12_000


def documents(knowledge: Knowledge, tables: Mapping[str, Table], language: Language) -> tuple[SearchDocument, ...]:
    """Everything that can be found in one language, in the order of the index: alike ones side by side."""
    words = Words(knowledge, language)
    found = (*record_documents(words), *table_documents(words, tables), *fact_documents(words), *rule_documents(words))
    return in_order(_with_asked(found, knowledge) if language == "th" else found)


def _with_asked(found: Iterable[SearchDocument], knowledge: Knowledge) -> Iterable[SearchDocument]:
    """The documents, those that people ask for in words of their own with these words; they are in Thai."""
    asked = {one.about: "\n".join(one.words) for one in knowledge.asked.values()}
    return (replace(one, asked=words) if (words := asked.get((one.kind, one.id))) else one for one in found)


def in_order(found: Iterable[SearchDocument]) -> tuple[SearchDocument, ...]:
    """Documents as the index keeps them: by kind, place and id."""
    order = {kind: at for at, kind in enumerate(kind_weights())}
    return tuple(sorted(found, key=lambda one: (order[one.kind], one.provinces[:1], one.id)))


def build_search(
    knowledge: Knowledge, tables: Mapping[str, Table], language: Language, ledger: Ledger | None = None
) -> SearchFiles:
    """The files of one language's search. All but the entry lie in a folder named by their content.

    ``ledger``: keys and terms of texts that were read before.
    """
    return search_files(documents(knowledge, tables, language), knowledge, language, ledger)


def search_files(
    found: Sequence[SearchDocument], knowledge: Knowledge, language: Language, ledger: Ledger | None = None
) -> SearchFiles:
    """The same from documents that are made already, in their order; terms and names come from the knowledge."""
    pieces = _pieces(found, knowledge, language, ledger or Ledger())
    digest = hashlib.sha256()
    for name, text in sorted(pieces.items()):
        digest.update(f"{name}\0{text}\0".encode())
    folder = digest.hexdigest()[:12]
    entry = script("search/entry.js", entry_data(folder, language))
    return {ENTRY: entry} | {f"{ROOT}/{folder}/{name}": text.encode() for name, text in sorted(pieces.items())}


def _pieces(
    found: Sequence[SearchDocument], knowledge: Knowledge, language: Language, ledger: Ledger
) -> dict[str, str]:
    terms = postings(found, ledger)
    pairs = common_pairs(terms)
    lines = lines_of(terms, len(found))
    lists = shards(lines, pairs)
    blocks = list(_blocks(found, language))
    # Those with a name to show come first, so that a number names one.
    groups = sorted(spellings(knowledge, language, ledger), key=lambda group: not group.id)
    other_language: Language = "en" if language == "th" else "th"
    numbers = {group.id: number for number, group in enumerate(groups) if group.id}
    titles = with_titles(found)
    about = {
        "documents": len(found),
        "shards": len(lists),
        "common": pairs,
        "titles": len(titles),
        "places": (
            next((number for number, one in enumerate(groups) if one.place), 0),
            sum(one.place for one in groups),
        ),
        "blocks": pack(start for start, _ in blocks),
        "kinds": list(kind_weights()),
        "weights": list(kind_weights().values()),
        "runs": _kind_starts(found),
        "asking": question_keys(),
        "spellings": _keys_of(groups, language),
        "letters": _LETTERS_OF[other_language],
        "swapped": language == "th",
    }
    names = [[group.name, *(numbers[id_] for id_ in group.related if id_ in numbers)] for group in groups if group.id]
    pieces = {
        # They are asked for together, always: one file.
        "engine.js": script("search/engine-file.js", engine_data()).decode() + piece("about", about),
        "results.js": script("search/results-file.js", engine_data()).decode(),
        "search.css": asset("search.css"),
        "names.js": piece("names", names),
        "answers.js": piece("answers", answers(Words(knowledge, language))),
        "others.js": piece("others", _keys_of(groups, other_language)),
        "facets.js": piece("facets", _facets(found, knowledge, language)),
    }
    if titles:
        pieces["titles.js"] = piece("titles", _titles(titles))
    pieces |= {f"p/{number}.js": piece(f"p/{number}", text) for number, text in enumerate(lists)}
    own = group_lists([_own_keys(group, language) for group in groups], lines)
    pieces |= {f"g/{number}.js": piece(f"g/{number}", text) for number, text in enumerate(own)}
    pieces |= {f"t/{start}.js": piece(f"t/{start}", rows) for start, rows in blocks}
    return pieces


def with_titles(found: Sequence[SearchDocument]) -> Sequence[SearchDocument]:
    """The pages, which come first: their titles travel as one file, by which suggestions are made. None of too many."""
    kinds = page_kinds()
    count = next((number for number, one in enumerate(found) if one.kind not in kinds), len(found))
    return found[:count] if count <= MOST_TITLES else ()


def _titles(pages: Sequence[SearchDocument]) -> dict[str, object]:
    return {
        "urls": "\n".join(one.url for one in pages),
        "contexts": in_one_byte("\n".join(one.context for one in pages)),
        "titles": in_one_byte("\n".join(one.title for one in pages)),
    }


def _keys_of(groups: Iterable[Spellings], language: Language) -> tuple[str, str, str]:
    """The keys of groups that are written with letters of a language, a line for each group."""
    return in_one_byte("\n".join("\t".join(_own_keys(group, language)) for group in groups))


def _own_keys(group: Spellings, language: Language) -> list[str]:
    """The keys of a group that are written with letters of a language; figures go with Thai."""
    latin = language == "en"
    return [key for key in group.keys if ("a" <= key[0] <= "z") == latin]


@cache
def engine_data() -> Data:
    """What the browser code of the search must know as Python does, by the modules that export it."""
    return {
        "keys.js": {"TABLES": key_tables()},
        "search.js": {
            "LETTERS": LETTERS,
            "SHORT_RUN": SHORT_RUN,
            "BEGIN": BEGIN,
            "GROUP_TERMS": GROUP_TERMS,
            "CHANGES_FROM": CHANGES_FROM,
            "BE_YEARS": (BE_YEARS[0], BE_YEARS[-1]),
            "BE_MINUS_CE": BE_MINUS_CE,
            "TELLING": telling_words(),
            "SWAPPED": SWAPPED,
        },
        "polite.js": {"PACKED": in_one_byte("\n".join(map(front_coded, polite_words().values())))},
    }


def entry_data(folder: str, language: Language) -> Data:
    """What the script of every page must know of one language's search."""
    return {"entry.js": {"FOLDER": folder, "LABELS": labels(language), "LANGUAGE": language}}


def _blocks(found: Iterable[SearchDocument], language: Language) -> Iterable[tuple[int, list[list[str]]]]:
    """The texts of documents that follow each other, in blocks of even size, by the number of the first."""
    rows: list[list[str]] = []
    start = size = 0
    for number, document in enumerate(found):
        row = _row(document)
        length = sum(map(len, row))
        if language == "th":
            row = [row[0], *map(swapped, row[1:])]
        if rows and size + length > BLOCK_LETTERS:
            yield start, rows
            start, rows, size = number, [], 0
        rows.append(row)
        size += length
    if rows:
        yield start, rows


def _row(document: SearchDocument) -> list[str]:
    title, aliases, summary, rest, body, *more = document.texts
    row = [document.url, document.context, title, aliases, summary, rest, body[:LONGEST_BODY], *more]
    while not row[-1]:
        row.pop()
    return row


def _kind_starts(found: Sequence[SearchDocument]) -> list[int]:
    """For each kind the number of its first document: kinds follow each other."""
    counts = Counter(one.kind for one in found)
    starts, total = [], 0
    for kind in kind_weights():
        starts.append(total)
        total += counts[kind]
    return starts


def _facets(found: Sequence[SearchDocument], knowledge: Knowledge, language: Language) -> dict[str, object]:
    """By which documents are filtered: for each document its provinces, themes and years, as numbers in base 36.

    Documents are parted by commas, the values of one document by points; years are C.E.
    """
    provinces = {id_: at for at, id_ in enumerate(sorted({id_ for one in found for id_ in one.provinces}))}
    themes = {id_: at for at, id_ in enumerate(knowledge.themes)}
    return {
        "province": _column([provinces[id_] for id_ in one.provinces] for one in found),
        "theme": _column([themes[id_] for id_ in one.themes] for one in found),
        "year": _column([max(0, year) for year in one.years] for one in found),
        "provinces": {id_: knowledge.place_name(id_).in_(language) for id_ in provinces},
        "themes": {id_: [theme.name.in_(language), theme.parent or ""] for id_, theme in knowledge.themes.items()},
    }


def _column(rows: Iterable[Iterable[int]]) -> str:
    return ",".join(".".join(map(base36, row)) for row in rows)


def base36(number: int) -> str:
    """A number from 0 as `Number.parseInt(text, 36)` reads it."""
    digits = ""
    while number >= 36:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return _DIGITS[number] + digits


def piece(name: str, payload: object) -> str:
    """A file that hands one piece of data to the engine; a script, since only scripts load from ``file://``."""
    return f'botrianSearch.take("{name}",{as_json(payload)});\n'


def asset(name: str) -> str:
    """A style sheet of the search."""
    return files("botrian.search").joinpath("assets", name).read_text(encoding="utf-8")
