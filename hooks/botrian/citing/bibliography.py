"""A source goes in; how to cite it comes out: APA in Thai and English, CSL-JSON, BibTeX and RIS.

APA follows the seventh edition; Thai references follow its Thai use: given name and surname as they stand, the year in
the Buddhist era. CSL-JSON is the exchange format of reference managers (Zotero reads it, as it reads RIS and BibTeX).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from botrian.records import SPOKEN, Language, Source, SourceKind, Speaker, Text, When
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
    title = source.title.in_(language) + _medium(source, language)
    head = f"{who} {year} {title}." if who else f"{title}. {year}"
    return " ".join(part for part in (head, _container(source, language), _address(source)) if part)


def _names(source: Source, language: Language) -> str:
    names = [one.in_(language) for one in _authors(source)]
    if not names:
        return ""
    joint = " และ " if language == "th" else " & "
    words = names[0] if len(names) == 1 else ", ".join(names[:-1]) + joint + names[-1]
    return words if words.endswith(".") else f"{words}."


def _authors(source: Source) -> tuple[Text, ...]:
    """The authors; of what one person tells without an author, who speaks: as what, for which body."""
    speaker = source.speaker
    if source.authors or speaker is None:
        return source.authors
    return (Text.made(lambda language: _role(speaker, language), speaker.speaks_as, *filter(None, [speaker.body])),)


def _role(speaker: Speaker, language: Language) -> str:
    words = (speaker.speaks_as, speaker.body)
    return ", ".join(one.in_(language) for one in words if one)


def _date(source: Source) -> When | None:
    """When it was published; of what one person tells, when it was told."""
    return source.year or (source.speaker.date if source.speaker else None)


def _year(source: Source, language: Language) -> str:
    date = _date(source)
    if date is None:
        return say("cite.no_date", language)
    if source.year is None:
        return date.format(language)
    return str(date.be_year if language == "th" else date.ce_year)


def _medium(source: Source, language: Language) -> str:
    """What APA names in brackets behind a title that no library has: a testimony, a recording, a photo."""
    return f" [{say(f'source-kind.{source.kind}', language)}]" if source.kind in SPOKEN | {"photo"} else ""


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
        "author": [{"literal": one.in_(language)} for one in _authors(source)],
        "publisher": _said(source.publisher, language),
        "container-title": _said(source.journal, language),
        "volume": source.volume,
        "issue": source.issue,
        "page": _pages(source).replace("–", "-"),
        "DOI": source.doi,
        "ISBN": source.isbn,
        "URL": source.url,
    }
    item |= {"number-of-pages": str(source.page_count or ""), "dimensions": source.length or ""}
    item["medium"] = _medium(source, language).strip(" []")
    if date := _date(source):
        item["issued"] = {"date-parts": [[int(part) for part in date.iso().split("-")]]}
    return {name: value for name, value in item.items() if value}


def _said(text: Text | None, language: Language) -> str:
    return text.in_(language) if text else ""


def bibtex(source: Source, language: Language) -> str:
    """The source as a BibTeX entry (UTF-8, as biber reads it)."""
    item, date = csl_item(source, language), _date(source)
    fields = {
        "title": item["title"],
        "author": " and ".join(f"{{{one['literal']}}}" for one in item.get("author", ())),
        "journal": item.get("container-title", ""),
        "publisher": item.get("publisher", ""),
        "year": str(date.ce_year) if date else "",
        "howpublished": item.get("medium", ""),
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
    item, date = csl_item(source, language), _date(source)
    rows = [
        ("TY", TYPES[source.kind][2]),
        ("ID", source.id),
        ("TI", item["title"]),
        *(("AU", one["literal"]) for one in item.get("author", ())),
        ("JO", item.get("container-title", "")),
        ("PB", item.get("publisher", "")),
        ("PY", str(date.ce_year) if date else ""),
        ("DA", date.iso().replace("-", "/") if date and date.month else ""),
        ("M3", item.get("medium", "")),
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
