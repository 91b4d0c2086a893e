"""A Word or PowerPoint file as its library holds it goes in; the bytes of a light one come out.

The libraries' own templates bring what no file of ours shows: a picture of an empty page, settings of a printer, styles
of tables by the dozen, layouts of slides that nobody chose. That was half of a document and a fifth of a presentation.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from botrian.exports.steady_zip import steady
from botrian.markup import NO_BREAK

_PRINTER = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/printerSettings"
_THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
#: The styles once more, for Word of 2007.
_OLD_STYLES = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
#: What a trainer may want for a slide of her own: title, title and text, title alone, nothing.
_LAYOUTS = ("Title Slide", "Title and Content", "Title Only", "Blank")
#: Elements that hold what people read.
_TEXTS = (qn("w:t"), "{http://schemas.openxmlformats.org/drawingml/2006/main}t")
_STYLE, _STYLE_ID, _TYPE, _VALUE = qn("w:style"), qn("w:styleId"), qn("w:type"), qn("w:val")
_EMPTY: Any = etree.Element("empty")


def document_bytes(file: Document) -> bytes:
    """A Word file without what only its library's template needs; the same content gives the same bytes."""
    _drop(file.part.package, _THUMBNAIL)
    _drop(file.part, _OLD_STYLES)
    without_unused_styles(file)
    return _saved(file)


def presentation_bytes(show: Any) -> bytes:
    """A PowerPoint file (``pptx.Presentation``) with the layouts that its slides use, and a few to go on with."""
    for owner, kind in ((show.part.package, _THUMBNAIL), (show.part, _PRINTER)):
        for name in [name for name, relation in owner._rels.items() if relation.reltype == kind]:
            owner.drop_rel(name)
    used = {id(slide.slide_layout._element) for slide in show.slides}
    for layout in list(show.slide_layouts):
        if id(layout._element) not in used and layout.name not in _LAYOUTS:
            show.slide_layouts.remove(layout)
    return _saved(show)


def without_unused_styles(file: Document) -> None:
    """Let go of the styles of tables and lists that nothing in the file names or rests on."""
    sheet = file.styles.element
    by_id = {str(one.get(_STYLE_ID)): one for one in sheet.findall(_STYLE)}
    named = {str(one.get(_VALUE)) for one in file.element.iter(qn("w:tblStyle"))}
    named |= {id_ for id_, one in by_id.items() if one.get(qn("w:default")) == "1"}
    used = {one for id_ in named for one in _rests_on(id_, by_id)}
    for id_, style in by_id.items():
        if style.get(_TYPE) in ("table", "numbering") and id_ not in used:
            sheet.remove(style)


def _rests_on(id_: str, by_id: dict[str, Any]) -> Iterator[str]:
    """A style and, one by one, those that it rests on."""
    seen: set[str] = set()
    while id_ in by_id and id_ not in seen:
        seen.add(id_)
        yield id_
        below = by_id[id_].find(qn("w:basedOn"))
        id_ = "" if below is None else str(below.get(_VALUE))


def _bind(package: Any) -> None:
    """ๆ stays on the line of its word, in every text of the file: Office ends lines at any other blank."""
    for part in package.iter_parts():
        for words in getattr(part, "_element", _EMPTY).iter(*_TEXTS):
            if words.text and " ๆ" in words.text:
                words.text = words.text.replace(" ๆ", f"{NO_BREAK}ๆ")


def _drop(owner: Any, kind: str) -> None:
    """Let go of what a package or part of a Word file calls so: what nothing names is not written."""
    for name, relation in list(owner.rels.items()):
        if relation.reltype == kind:
            owner.rels.pop(name)


def _saved(file: Any) -> bytes:
    _bind(file.part.package)
    out = io.BytesIO()
    file.save(out)
    return steady(out.getvalue())
