"""A citation and the sources go in; its place in words, and a source's bibliographic forms, come out.

Pages, files, embeds, kits and the API take their words from here, so that a place reads the same everywhere.
"""

from __future__ import annotations

from botrian.citing.bibliography import bibtex, csl_item, reference, ris
from botrian.citing.words import citation_words, many_places, order_in_source, place_words

__all__ = [
    "bibtex",
    "citation_words",
    "csl_item",
    "many_places",
    "order_in_source",
    "place_words",
    "reference",
    "ris",
]
