"""A clean tree goes in; what stands in it as an admonition or a footnote, read as GitHub reads them, comes out.

An admonition is a quote whose first line is ``[!NOTE]``; a footnote is a paragraph ``[^1]: words`` between the other
blocks, and a ``[^1]`` in the text that leads to it. What is neither stays as it is typed, and checking tells it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from botrian.markup.allowed import HEADINGS
from botrian.markup.tree import Element

#: The kinds of admonitions that GitHub knows -> Material's class of the same look.
ADMONITIONS: Mapping[str, str] = {
    "note": "note",
    "tip": "tip",
    "important": "info",
    "warning": "warning",
    "caution": "danger",
}
#: A footnote's sign in a text. Labels are short: no text is read twice for one that never ends.
FOOTNOTE = re.compile(r"\[\^([^\]\[\s^]{1,60})\]")
#: How a footnote itself begins.
DEFINITION = re.compile(rf"{FOOTNOTE.pattern}:[ \t]*")
#: The first line of an admonition.
ADMONITION = re.compile(rf"\[!({'|'.join(ADMONITIONS)})\][ \t]*(?:\n|\Z)", re.IGNORECASE)


def admonition_of(element: Element) -> tuple[str, list[Element | str]] | None:
    """The kind of an admonition and what stands in it without its first line, or None where it is a plain quote."""
    first = next((one for one in element.children if isinstance(one, Element) or one.strip()), None)
    if element.tag != "blockquote" or not isinstance(first, Element) or first.tag != "p" or not first.children:
        return None
    words, *more = first.children
    match = ADMONITION.match(words) if isinstance(words, str) else None
    if match is None or not isinstance(words, str):
        return None
    left = words[match.end() :]
    if not match[0].endswith("\n") and more:
        # More on the same line is no first line; a break that was typed ends it.
        if not isinstance(more[0], Element) or more[0].tag != "br":
            return None
        more = more[1:]
    rest = [left, *more] if left else more
    paragraph = [Element("p", first.attributes, rest)] if rest else []
    return match[1].lower(), [made for one in element.children for made in (paragraph if one is first else [one])]


def footnotes_of(tree: Element) -> dict[str, Element]:
    """The footnotes of a text by their labels: paragraphs between its blocks that some sign in the text leads to.

    Of two with one label the first counts. Signs in headings between blocks, in links, code and footnotes lead nowhere.
    """
    defined: dict[str, Element] = {}
    for child in tree.children:
        if isinstance(child, Element) and (label := definition_of(child)) is not None:
            defined.setdefault(label, child)
    if not defined:
        return {}
    others = [one for one in tree.children if isinstance(one, str) or not (one.tag in HEADINGS or definition_of(one))]
    named = {match[1] for text in _texts(Element("", {}, others)) for match in FOOTNOTE.finditer(text)}
    return {label: one for label, one in defined.items() if label in named}


def definition_of(element: Element) -> str | None:
    """The label of the footnote that a paragraph defines, or None."""
    words = element.children[0] if element.tag == "p" and element.children else None
    match = DEFINITION.match(words) if isinstance(words, str) else None
    return match[1] if match else None


def footnote_text(footnote: Element) -> list[Element | str]:
    """What a footnote says, without the sign that it begins with."""
    words, *more = footnote.children
    return [DEFINITION.sub("", str(words), count=1), *more]


def _texts(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag not in ("a", "pre", "code"):
            yield from _texts(child)
