"""A citation and the sources go in; its place in words, and a source's bibliographic forms, come out.

Pages, files, embeds, kits and the API take their words from here, so that a place reads the same everywhere.
"""

from __future__ import annotations

from botrian.citing.bibliography import bibtex, csl_item, reference, ris
from botrian.citing.ids import BETWEEN, citation_id, citation_ids
from botrian.citing.places import CitedPlace, cited_place, same_passage, section_of
from botrian.citing.words import (
    citation_words,
    joined,
    listed_place,
    many_places,
    order_in_source,
    place_words,
    short_place,
)

__all__ = [
    "BETWEEN",
    "CitedPlace",
    "bibtex",
    "citation_id",
    "citation_ids",
    "citation_words",
    "cited_place",
    "csl_item",
    "joined",
    "listed_place",
    "many_places",
    "order_in_source",
    "place_words",
    "reference",
    "ris",
    "same_passage",
    "section_of",
    "short_place",
]
