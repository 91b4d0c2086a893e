"""A record's kind and id go in; the address of its page below the language's root comes out."""

from __future__ import annotations

from urllib.parse import quote

from botrian.knowledge import Knowledge
from botrian.knowledge.places import innermost
from botrian.records import Citation, Source
from botrian.thai import slug

#: Collections whose records have a page of their own, at ``<collection>/<id>/``.
FLAT = {"lesson": "lessons", "theme": "themes", "source": "sources", "table": "tables", "path": "paths", "kit": "kits"}


def address(kind: str, id_: str, knowledge: Knowledge) -> str:
    """The address, with an anchor where the record stands on a page with others."""
    if kind == "case":
        return f"cases/{knowledge.cases[id_].province}/{id_}/"
    if kind in ("province", "profile"):
        return province_address(id_, knowledge)
    if kind == "area":
        return f"cases/{id_}/"
    if kind == "term":
        return f"terms/#{id_}"
    if kind == "event":
        return f"timeline/#{id_}"
    if kind == "fact":
        return province_address(id_.split(".")[0], knowledge) + "#facts"
    if kind == "case-kind":
        return f"cases/#{id_}"
    return f"{FLAT[kind]}/{id_}/"


def province_address(id_: str, knowledge: Knowledge) -> str:
    """A province with a profile has a page; another one with cases has the list of them."""
    if id_ in knowledge.profiles:
        return f"provinces/{id_}/"
    if id_ in knowledge.cases_by_province:
        return f"cases/{id_}/"
    return f"provinces/#{id_}"


#: Where the content is kept and corrected; the same as ``repo_url`` in mkdocs.yml, which a test holds against it.
REPOSITORY = "https://github.com/self-managing-provinces/botrian"


def edit_address(file: str, line: int = 1) -> str:
    """Where a content file is corrected in a web browser; ``line`` is where the record begins.

    A folder, whose files make up an index, is opened as a list.
    """
    if "." not in file.rsplit("/", 1)[-1]:
        return f"{REPOSITORY}/tree/main/{quote(file)}"
    return f"{REPOSITORY}/edit/main/{quote(file)}" + (f"#L{line}" if line > 1 else "")


def line_anchor(first: int, last: int) -> str:
    """The anchor of cited lines on a source's page."""
    return f"L{first}" if first == last else f"L{first}-{last}"


def section_address(source: str, first_line: int) -> str:
    """The page of one part of a source: what rests on the section that begins at this line."""
    return f"sources/{source}/{first_line}/"


def place_address(citation: Citation, source: Source) -> str:
    """Where a cited place is shown: on the page of its part, or on the source's own page outside the outline."""
    section = innermost(source.sections, citation.lines[0]) if citation.lines else None
    page = section_address(source.id, section.lines[0]) if section else f"sources/{source.id}/"
    return f"{page}#{place_anchor(citation)}"


def place_anchor(citation: Citation) -> str:
    """The anchor of a cited place on a source's page; ``whole`` for a source that is its own place."""
    if citation.lines:
        return line_anchor(*citation.lines)
    if citation.pages:
        return "p{}-{}".format(*citation.pages)
    if citation.time:
        return "t{}".format(citation.time[0].replace(":", "-"))
    return f"s-{slug(citation.section)}" if citation.section else "whole"


def up(page: str) -> str:
    """The way from a page (``lessons/x/``) to the root of its language (``../../``)."""
    return "../" * page.count("/") or "./"


def source_path(page: str) -> str:
    """The Markdown file of a page address: ``lessons/x/`` is ``lessons/x.md``, a collection's is its ``index.md``."""
    steps = page.strip("/").split("/") if page else []
    return f"{page}index.md" if len(steps) < 2 else "/".join(steps) + ".md"
