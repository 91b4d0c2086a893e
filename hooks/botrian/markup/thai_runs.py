"""HTML of an English page goes in; the same comes out with each run of Thai in it marked as Thai.

A screen reader then reads it with a Thai voice, and the browser takes a Thai face (WCAG 3.1.2). What stands in elements
that hold text alone (options of a form, scripts) stays as it is.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_TOKEN = re.compile(r"(<[^<>]*>)")
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_THAI = "\u0e01-\u0e5b"
#: From the first Thai letter to the last one before a Latin letter, with the signs and digits between them.
_RUN = re.compile(f"[{_THAI}](?:[^A-Za-z&<>]*[{_THAI}])?")
_CODE = frozenset({"script", "style"})
_TEXT_ALONE = _CODE | {"title", "option", "textarea", "svg"}
#: Of the HTML standard: elements without an end.
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track"))
_SAYS_THAI = re.compile(r'\slang="th"')


def thai_marked(html: str) -> Markup:
    """``html`` (well-formed, with ``<`` and ``>`` escaped in attributes) with ``<span lang="th">`` around Thai."""
    if not _RUN.search(html):
        return Markup(html)  # noqa: S704 - the same HTML
    quiet: list[str] = []
    out: list[str] = []
    for token in _TOKEN.split(html):
        if not token.startswith("<"):
            out.append(token if quiet else _RUN.sub(r'<span lang="th">\g<0></span>', token))
            continue
        out.append(token)
        name = _NAME.match(token)
        tag = name[1].lower() if name else ""
        if not tag or tag in _VOID or token.endswith("/>") or (quiet and quiet[-1] in _CODE and quiet[-1] != tag):
            continue
        if token.startswith("</"):
            if quiet:
                quiet.pop()
        elif quiet or tag in _TEXT_ALONE or _SAYS_THAI.search(token):
            quiet.append(tag)
    return Markup("".join(out))  # noqa: S704 - the same HTML with elements of ours


def text_marked(text: str) -> Markup:
    """A plain text as HTML, with its Thai marked."""
    return thai_marked(str(escape(text)))


def is_thai(text: str) -> bool:
    """Whether a text is wholly in Thai: it has Thai letters and no Latin ones."""
    return _RUN.search(text) is not None and not re.search("[A-Za-z]", text)
