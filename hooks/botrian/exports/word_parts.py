"""Texts go in; what Word files of tables and kits share comes out: a foot with page numbers, links, the language."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Emu, Pt, RGBColor
from docx.text.paragraph import Paragraph

from botrian.exports.colours import SOFT_INK
from botrian.exports.word_xml import elements, link
from botrian.records import Language

_FOOT = 9
_LOCALES = {"th": "th-TH", "en": "en-GB"}


def made_at(name: str, **attributes: object) -> Any:
    """An element with attributes of Word's own namespace."""
    return OxmlElement(name, {qn(f"w:{attribute}"): str(value) for attribute, value in attributes.items()})


def set_language(file: Document, language: Language) -> None:
    """Say which language the text is in, for spelling, line breaks and reading aloud; complex script is always Thai."""
    spoken = {"val": _LOCALES[language], "eastAsia": _LOCALES[language], "bidi": _LOCALES["th"]}
    defaults = file.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in (*file.styles.element.iter(qn("w:lang")), *file.settings.element.iter(qn("w:themeFontLang"))):
        for name, value in spoken.items():
            old.set(qn(f"w:{name}"), value)
    if defaults is not None and defaults.find(qn("w:lang")) is None:
        defaults.append(made_at("w:lang", **spoken))


def styled(paragraph: Paragraph, style: str) -> Paragraph:
    """The paragraph in a style by its id: looked up by its name it would be sought among all styles, twice."""
    paragraph._p.style = style
    return paragraph


def page_foot(file: Document, section: Section, text: str, link: str = "") -> None:
    """The foot of each page: a text, which may lead somewhere, on the left; page and number of pages on the right."""
    file.styles["Footer"].paragraph_format.tab_stops.clear_all()
    paragraph = section.footer.paragraphs[0]
    for old in list(paragraph._p.xpath("./w:r")):
        paragraph._p.remove(old)
    width = int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Emu(width), alignment=WD_TAB_ALIGNMENT.RIGHT)
    if link:
        linked(paragraph, text, link, section.footer.part, _FOOT)
    else:
        _small(paragraph, text)
    _small(paragraph, "\t")
    _field(paragraph, "PAGE")
    _small(paragraph, "/")
    _field(paragraph, "NUMPAGES")


def linked(paragraph: Paragraph, text: str, url: str, part: Any, points: int) -> None:
    """A text at the end of the paragraph that leads to an address."""
    paragraph._p.extend(elements([link(text, relation(part, url), points)]))


def relation(part: Any, url: str) -> str:
    """The name by which a part of the file knows an address."""
    return str(part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))


def _field(paragraph: Paragraph, name: str) -> None:
    run = _small(paragraph, "")
    for kind in ("begin", "", "end"):
        if kind:
            run._r.append(made_at("w:fldChar", fldCharType=kind))
        else:
            words = OxmlElement("w:instrText")
            words.text = name
            run._r.append(words)


def _small(paragraph: Paragraph, text: str) -> Any:
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(_FOOT), RGBColor.from_string(SOFT_INK)
    run._r.get_or_add_rPr().append(made_at("w:szCs", val=_FOOT * 2))
    return run
