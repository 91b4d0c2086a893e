"""A built site, questioned: its pages parsed once, with the links, anchors and tables that stand on each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from botrian.addresses import fixed
from botrian.site.weight import LEFT_OUT

NOT_A_PAGE = re.compile(r"^(en/)?(embed/|tables/[^/]+\.html$)")


@dataclass(frozen=True)
class BuiltPage:
    """One HTML page: its address below the site's root, and its tree."""

    address: str
    tree: html.HtmlElement

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every id on the page."""
        return frozenset(self.tree.xpath("//@id"))

    @cached_property
    def leads_on(self) -> bool:
        """Whether the page stands where something was published once: it leads to where it is now, or says that it was
        withdrawn.
        """
        alone = self.tree.xpath("//meta[@name='robots'][@content='noindex']") and not self.tree.xpath("//script")
        return bool(alone) and not self.address.endswith("404.html")

    @cached_property
    def is_listed(self) -> bool:
        """Whether the site map names it: not the print of what stands elsewhere, nor what leads on, nor a page that the
        other language does not have.
        """
        hidden = self.tree.xpath("//meta[@name='robots'][@content='noindex']")
        itself = [one.endswith(f"/{self.address}") for one in self.tree.xpath("//link[@rel='canonical']/@href")]
        own = re.search(r"terms/letters/[^/]+/$|search/a-z/[0-9]+/$", self.address)
        return not hidden and not own and itself == [True] and not self.address.endswith("404.html")

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Every link of the page's content and frame, as written."""
        return tuple(self.tree.xpath("//a/@href"))


def pages_of(site: Path) -> dict[str, BuiltPage]:
    """Every page of the site by its address (``lessons/x/``, ``en/…``, the root as an empty text).

    Embeds and the HTML that people paste elsewhere are no pages of the site: they have no frame.
    """
    found = {}
    for file in sorted(site.rglob("*.html")):
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        if NOT_A_PAGE.match(address):
            continue
        found[address] = BuiltPage(address, html.fromstring(file.read_bytes().decode("utf-8")))
    return found


def of_tables(where: str) -> bool:
    """Whether a file is one of tables and kits, which ``kb.py build --pages-only`` leaves out."""
    inside = where.removeprefix("en/")
    return inside in (fixed.PACKAGE, fixed.CATALOGUE) or inside.partition("/")[0] in LEFT_OUT


def target(page: str, link: str) -> tuple[str, str] | None:
    """The address and anchor that a link inside the site leads to; None for a link to elsewhere."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    steps = page.split("/")[:-1] if parts.path else page.split("/")
    if not parts.path:
        return page, unquote(parts.fragment)
    for step in parts.path.split("/")[:-1]:
        if step == "..":
            assert steps, f"{link} on {page} leads above the site"
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    last = parts.path.rsplit("/", 1)[-1]
    if last in (".", ".."):
        steps = steps[:-1] if last == ".." else steps
        last = ""
    address = "/".join([*steps, last])
    return unquote(address.lstrip("/")), unquote(parts.fragment)
