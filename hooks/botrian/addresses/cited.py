"""A citation and its source go in; the address at which the site shows the cited place comes out."""

from __future__ import annotations

from botrian.addresses.paths import line_anchor
from botrian.citing import section_of
from botrian.records import Citation, Source
from botrian.thai import slug


def section_address(source: str, first_line: int) -> str:
    """The page of one part of a source: what rests on the section that begins at this line."""
    return f"sources/{source}/{first_line}/"


def place_address(citation: Citation, source: Source) -> str:
    """Where a cited place is shown: on the page of its part, or on the source's own page outside the outline."""
    section = section_of(citation, source)
    page = section_address(source.id, section.lines[0]) if section else f"sources/{source.id}/"
    return f"{page}#{place_anchor(citation)}"


def place_anchor(citation: Citation) -> str:
    """The anchor of a cited place; ``whole`` for a source that is its own place."""
    if citation.lines:
        return line_anchor(*citation.lines)
    if citation.pages:
        return "p{}-{}".format(*citation.pages)
    if citation.question:
        return f"q{citation.question}"
    if citation.time:
        return "t{}".format(citation.time[0].replace(":", "-"))
    return f"s-{slug(citation.section)}" if citation.section else "whole"
