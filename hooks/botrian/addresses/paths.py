"""A page's address goes in; ways from it, and its Markdown file, come out."""

from __future__ import annotations


def line_anchor(first: int, last: int) -> str:
    """The anchor of cited lines on a source's page."""
    return f"L{first}" if first == last else f"L{first}-{last}"


def up(page: str) -> str:
    """The way from a page (``lessons/x/``) to the root of its language (``../../``)."""
    return "../" * page.count("/") or "./"


def source_path(page: str) -> str:
    """The Markdown file of a page address: ``lessons/x/`` is ``lessons/x.md``, a collection's is its ``index.md``."""
    steps = page.strip("/").split("/") if page else []
    return f"{page}index.md" if len(steps) < 2 else "/".join(steps) + ".md"
