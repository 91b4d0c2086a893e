"""A source goes in; how to cite it comes out: APA in Thai and English, CSL-JSON, BibTeX and RIS.

APA follows the seventh edition; Thai references follow its Thai use: given name and surname as they stand, the year in
the Buddhist era. CSL-JSON is the exchange format of reference managers (Zotero reads it, as it reads RIS and BibTeX).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from botrian.records import Language, Source, SourceKind, Text
from botrian.words import say

#: The type of each kind of source in CSL, BibTeX and RIS.
TYPES: Mapping[SourceKind, tuple[str, str, str]] = {
    "journal-article": ("article-journal", "article", "JOUR"),
    "book": ("book", "book", "BOOK"),
    "report": ("report", "techreport", "RPRT"),
    "law": ("legislation", "misc", "STAT"),
    "plan": ("report", "techreport", "RPRT"),
    "meeting-record": ("document", "misc", "UNPB"),
    "web-page": ("webpage", "misc", "ELEC"),
    "recording": ("speech", "misc", "SOUND"),
    "photo": ("graphic", "misc", "ART"),
    "field-note": ("document", "unpublished", "UNPB"),
    "testimony": ("interview", "unpublished", "PCOMM"),
}


def reference(source: Source, language: Language) -> str:
    """The reference in APA style, in Thai or English; what is not known is left out, no date is said as n.d."""
    who = _names(source, language)
    year = f"({_year(source, language)})."
    title = source.title.in_(language)
    head = f"{who} {year} {title}." if who else f"{title}. {year}"
    return " ".join(part for part in (head, _container(source, language), _address(source)) if part)


def _names(source: Source, language: Language) -> str:
    names = [one.in_(language) for one in source.authors]
    if not names:
        return ""
    joint = " และ " if language == "th" else " & "
    words = names[0] if len(names) == 1 else ", ".join(names[:-1]) + joint + names[-1]
    return words if words.endswith(".") else f"{words}."


def _year(source: Source, language: Language) -> str:
    if source.year is None:
        return say("cite.no_date", language)
    return str(source.year.be_year if language == "th" else source.year.ce_year)


def _container(source: Source, language: Language) -> str:
    """Journal with volume, issue and pages; else the publisher."""
    if source.journal is None:
        return f"{source.publisher.in_(language)}." if source.publisher else ""
    number = f"{source.volume or ''}{f'({source.issue})' if source.issue else ''}"
    pages = _pages(source)
    return ", ".join(part for part in (source.journal.in_(language), number, pages) if part) + "."


def _pages(source: Source) -> str:
    if source.first_page is None:
        return ""
    last = source.last_page or source.first_page
    return str(source.first_page) if last == source.first_page else f"{source.first_page}–{last}"


def _address(source: Source) -> str:
    return f"https://doi.org/{source.doi}" if source.doi else source.url or ""


def csl_item(source: Source, language: Language) -> dict[str, Any]:
    """The source as one item of CSL-JSON. Years are C.E., as CSL counts."""
    item: dict[str, Any] = {
        "id": source.id,
        "type": TYPES[source.kind][0],
        "language": language,
        "title": source.title.in_(language),
        "author": [{"literal": one.in_(language)} for one in source.authors],
        "publisher": _said(source.publisher, language),
        "container-title": _said(source.journal, language),
        "volume": source.volume,
        "issue": source.issue,
        "page": _pages(source).replace("–", "-"),
        "DOI": source.doi,
        "ISBN": source.isbn,
        "URL": source.url,
    }
    if source.year is not None:
        item["issued"] = {"date-parts": [[source.year.ce_year]]}
    return {name: value for name, value in item.items() if value}


def _said(text: Text | None, language: Language) -> str:
    return text.in_(language) if text else ""


def bibtex(source: Source, language: Language) -> str:
    """The source as a BibTeX entry (UTF-8, as biber reads it)."""
    item = csl_item(source, language)
    fields = {
        "title": item["title"],
        "author": " and ".join(f"{{{one['literal']}}}" for one in item.get("author", ())),
        "journal": item.get("container-title", ""),
        "publisher": item.get("publisher", ""),
        "year": str(source.year.ce_year) if source.year else "",
        "volume": item.get("volume", ""),
        "number": item.get("issue", ""),
        "pages": item.get("page", "").replace("-", "--"),
        "doi": item.get("DOI", ""),
        "isbn": item.get("ISBN", ""),
        "url": item.get("URL", ""),
    }
    lines = [f"  {name} = {{{_tex(value, name)}}}," for name, value in fields.items() if value]
    return f"@{TYPES[source.kind][1]}{{{source.id},\n" + "\n".join(lines) + "\n}\n"


def _tex(value: str, name: str) -> str:
    """A value with the signs that TeX would act on made plain; names keep their own braces, addresses their signs."""
    if name in ("url", "doi"):
        return value.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    plain = "".join(f"\\{sign}" if sign in "&%$#_" else sign for sign in value.replace("\\", ""))
    return plain if name == "author" else plain.replace("{", "").replace("}", "")


def ris(source: Source, language: Language) -> str:
    """The source as a RIS record; lines end as the format asks."""
    item = csl_item(source, language)
    rows = [
        ("TY", TYPES[source.kind][2]),
        ("ID", source.id),
        ("TI", item["title"]),
        *(("AU", one["literal"]) for one in item.get("author", ())),
        ("JO", item.get("container-title", "")),
        ("PB", item.get("publisher", "")),
        ("PY", str(source.year.ce_year) if source.year else ""),
        ("VL", item.get("volume", "")),
        ("IS", item.get("issue", "")),
        ("SP", str(source.first_page or "")),
        ("EP", str(source.last_page or "")),
        ("DO", item.get("DOI", "")),
        ("SN", item.get("ISBN", "")),
        ("UR", item.get("URL", "")),
        ("LA", language),
    ]
    body = "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in rows if value)
    return body + "ER  - \r\n"
