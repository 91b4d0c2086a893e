"""A citation goes in; its name for programs comes out: the source's id and the place, as tidy files have it."""

from __future__ import annotations

from collections.abc import Iterable

from botrian.records import Citation

#: Between the values of a field that holds several.
BETWEEN = ";"


def citation_id(citation: Citation) -> str:
    """``source:12-15`` for lines, ``source:p86-87``, ``source:t0:12:30-0:13:05``, ``source:q3``, ``source:section``.

    A source that is cited whole is named alone.
    """
    return f"{citation.source}:{_place(citation)}".rstrip(":")


def citation_ids(citations: Iterable[Citation]) -> str:
    """Several, each once, joined by a semicolon; empty where there is none."""
    return BETWEEN.join(dict.fromkeys(map(citation_id, citations)))


def _place(citation: Citation) -> str:
    for mark, pair in (("", citation.lines), ("p", citation.pages), ("t", citation.time)):
        if pair:
            return f"{mark}{pair[0]}-{pair[1]}"
    return f"q{citation.question}" if citation.question else citation.section or ""
