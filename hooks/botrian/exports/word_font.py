"""A Word document goes in; its styles are given Thai fonts, and the fonts that stand in where one is missing."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from botrian.exports.colours import INK

FONT = "Sarabun"
#: What Word takes where Sarabun is missing, the first that the computer has.
FALLBACKS = "TH Sarabun New,TH SarabunPSK,Leelawadee UI,Thonburi,Noto Sans Thai"
#: What stands under a table, and where it must be smaller; the end of the id of styles in the smaller size.
SMALL, SMALLER, SMALLER_STYLE = 9, 8, "3"
_SIZES = {
    "Heading 1": 18,
    "Caption": 12,
    "Body Text": SMALL,
    "List Bullet": SMALL,
    f"Body Text {SMALLER_STYLE}": SMALLER,
    f"List Bullet {SMALLER_STYLE}": SMALLER,
}


def set_fonts(file: Document, points: int) -> None:
    """Sarabun for every style, for Latin and for complex script, each with its size in both."""
    for style in file.styles:
        if style.type in (WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER):
            _set(style.element.get_or_add_rPr(), style.name == "Normal", points)
    for name, size in _SIZES.items():
        style = file.styles[name]
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor.from_string(INK)
        _complex_size(style.element.get_or_add_rPr(), size)
    for name in ("Body Text", "List Bullet"):
        layout = file.styles[name].paragraph_format
        layout.space_after, layout.line_spacing = Pt(2), 1.0
        smaller = file.styles[f"{name} {SMALLER_STYLE}"].element
        smaller._remove_pPr()
        smaller._insert_pPr(deepcopy(file.styles[name].element.pPr))


def _set(properties: Any, normal: bool, points: int) -> None:
    fonts = properties.get_or_add_rFonts()
    for old in list(fonts.attrib):
        del fonts.attrib[old]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    if normal:
        properties.get_or_add_sz().set(qn("w:val"), str(points * 2))
        _complex_size(properties, points)


def _complex_size(properties: Any, points: int) -> None:
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(points * 2))
    place = properties.find(qn("w:sz"))
    if place is None:
        properties.append(size)
    else:
        place.addnext(size)


def name_fallbacks(file: Document) -> None:
    """Say in the document's font table what may stand in for Sarabun."""
    table = file.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts = parse_xml(table.blob)
    fonts.append(
        parse_xml(
            f'<w:font {nsdecls("w")} w:name="{FONT}"><w:altName w:val="{FALLBACKS}"/>'
            '<w:charset w:val="DE"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        )
    )
    from lxml import etree

    table._blob = etree.tostring(fonts, xml_declaration=True, encoding="UTF-8", standalone=True)
