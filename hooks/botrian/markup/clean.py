"""HTML of people goes in; the tree comes out that a page may hold. This is the last step that people's HTML takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import nh3

from botrian.markup.allowed import ATTRIBUTES, EVERYWHERE, LINKS, SCHEMES, TAGS, permitted
from botrian.markup.grammar import RECORD_KINDS
from botrian.markup.tree import Element, tree_of
from botrian.thai import normal

#: A link's target goes in; where it leads seen from the page comes out.
Way = Callable[[str], str]
_ALLOWED: dict[str, set[str]] = {**{tag: set(names) for tag, names in ATTRIBUTES.items()}, "*": set(EVERYWHERE)}


def cleaned(html: str, way: Way | None = None) -> Element:
    """The tree of ``html`` with only what the allow-list names; links lead the ``way`` that they have on the page.

    nh3 reads HTML as a browser does and takes away what runs. Then the letters that its entities stood for are put
    in their stored form, links are led their way, and what is there now is held against the allow-list once more.
    """
    safe = nh3.clean(
        html,
        tags=set(TAGS),
        attributes=_ALLOWED,
        url_schemes={*SCHEMES, *RECORD_KINDS},
        link_rel=None,
        strip_comments=True,
    )
    tree = tree_of(safe)
    tree.children = list(_kept(tree, way))
    return tree


def _kept(parent: Element, way: Way | None) -> Iterator[Element | str]:
    for child in parent.children:
        if isinstance(child, str):
            yield normal(child)
            continue
        child.attributes = dict(_attributes(child, way))
        child.children = list(_kept(child, way))
        if child.tag == "img" and "src" not in child.attributes:
            yield child.attributes.get("alt", "")
        elif child.tag not in TAGS or (child.tag == "a" and "href" not in child.attributes):
            yield from child.children
        else:
            yield child


def _attributes(element: Element, way: Way | None) -> Iterator[tuple[str, str]]:
    for name, given in element.attributes.items():
        value = normal(given)
        if way is not None and name in LINKS and permitted(element.tag, name, value):
            value = way(value)
        if permitted(element.tag, name, value):
            yield name, value
