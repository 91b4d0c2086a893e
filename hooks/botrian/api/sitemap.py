"""The addresses of all pages go in; a sitemap with the two languages of each comes out."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(addresses: Iterable[str], site_url: str) -> bytes:
    """One entry for each page and language, with its alternates. ``addresses`` are below a language's root."""
    entries: list[str] = []
    for page in sorted(addresses):
        thai, english = escape(site_url + page), escape(f"{site_url}en/{page}")
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{language}" href="{url}"/>'
            for language, url in (("th", thai), ("en", english), ("x-default", thai))
        )
        entries.extend(f"<url><loc>{url}</loc>{links}</url>\n" for url in (thai, english))
    return (HEAD + "".join(entries) + "</urlset>\n").encode("utf-8")
