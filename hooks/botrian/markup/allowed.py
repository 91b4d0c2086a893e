"""What people's HTML may hold: a tag, an attribute and its value go in; whether a page keeps it comes out."""

from __future__ import annotations

import re

from botrian.markup.grammar import RECORD_KINDS, record_of

_BLOCKS = ("p", "br", "hr", "div", "span", "blockquote", "pre", "code", "kbd", "details", "summary")
_WORDS = ("em", "strong", "b", "i", "s", "u", "sub", "sup", "small", "mark", "abbr", "q", "cite", "a")
_LISTS = ("ul", "ol", "li", "dl", "dt", "dd", "img", "figure", "figcaption")
_TABLES = ("table", "caption", "thead", "tbody", "tr", "th", "td")
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
TAGS = frozenset((*HEADINGS, *_BLOCKS, *_WORDS, *_LISTS, *_TABLES))
#: Elements without an end.
VOID = frozenset(("br", "hr", "img"))
#: No ``class``, ``id``, ``name`` or ``data-``: with them a text could pass for a citation, a glossary term or a button
#: of ours, or take the place of something that the browser code asks for by name.
ATTRIBUTES: dict[str, frozenset[str]] = {
    "a": frozenset(("href", "title")),
    "img": frozenset(("src", "alt", "title", "width", "height")),
    "th": frozenset(("scope", "colspan", "rowspan", "align")),
    "td": frozenset(("colspan", "rowspan", "align")),
    "abbr": frozenset(("title",)),
    "ol": frozenset(("start",)),
    "details": frozenset(("open",)),
}
EVERYWHERE = frozenset(("lang",))
SCHEMES = frozenset(("http", "https", "mailto"))
LINKS = frozenset(("href", "src"))

#: What a browser leaves out of an address before it looks at its scheme.
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0]+")
_SCHEME = re.compile(r"\A([a-z][a-z0-9+.\-]*+):", re.IGNORECASE)
_FORMS: dict[str, re.Pattern[str]] = {
    "align": re.compile(r"left|center|right"),
    "colspan": re.compile(r"[0-9]{1,3}"),
    "height": re.compile(r"[0-9]{1,4}"),
    "lang": re.compile(r"[A-Za-z][A-Za-z0-9-]{0,34}"),
    "open": re.compile(r"|open"),
    "rowspan": re.compile(r"[0-9]{1,3}"),
    "scope": re.compile(r"col|row|colgroup|rowgroup"),
    "start": re.compile(r"-?[0-9]{1,9}"),
    "width": re.compile(r"[0-9]{1,4}"),
}


def attributes_of(tag: str) -> frozenset[str]:
    """The names of the attributes that a tag may have."""
    return ATTRIBUTES.get(tag, frozenset()) | EVERYWHERE


def permitted(tag: str, name: str, value: str) -> bool:
    """Whether an attribute with this value stays on a tag of this name."""
    if name not in attributes_of(tag):
        return False
    if name == "href":
        return leads_somewhere(value)
    if name == "src":
        return bool(value) and scheme_of(value) is None and not leads_away(value)
    form = _FORMS.get(name)
    return form is None or form.fullmatch(value) is not None


def leads_somewhere(link: str) -> bool:
    """Whether a link may be followed: inside the site, to a record, or by one of the known schemes."""
    scheme = scheme_of(link)
    if scheme in RECORD_KINDS:
        return record_of(link) is not None
    return not leads_away(link) if scheme is None else scheme in SCHEMES


def leads_away(link: str) -> bool:
    """Whether a link without a scheme leads to another host all the same (``//host``, ``\\\\host``)."""
    return _UNSEEN.sub("", link).replace("\\", "/").startswith("//")


def scheme_of(link: str) -> str | None:
    """The scheme of a link as a browser reads it, in small letters."""
    match = _SCHEME.match(_UNSEEN.sub("", link))
    return match[1].lower() if match else None
