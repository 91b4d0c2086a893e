"""Files of tables hold each thing once: runs of glyphs, colours, parts of Office files that somebody sees."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import docx
import numpy as np
import pptx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from botrian.exports import file_of
from botrian.exports.drawing import WIDTH, Block, Drawing, Ground
from botrian.exports.glyphs import shape
from botrian.exports.picture_layout import drawing
from botrian.exports.picture_png import Painted, painted, png_of
from botrian.exports.picture_runs import Letter, Line, Placed, Run, parts, with_runs
from botrian.exports.picture_svg import GRID, svg
from tests.exports import made

SVG = "{http://www.w3.org/2000/svg}"


def apart(line: Line) -> Iterator[Placed]:
    """The glyphs of a line, where they stand."""
    for one in line:
        if isinstance(one.shape, Run):
            yield from apart([Placed(part.shape, one.x + part.x, one.y + part.y) for part in parts(one.shape)])
        else:
            yield one


@st.composite
def lines(draw: st.DrawFn) -> Line:
    glyphs = draw(st.lists(st.sampled_from([1, 2, 3]), max_size=30))
    return [Placed(Letter(glyph, "Regular"), 10 * at, glyph % 2) for at, glyph in enumerate(glyphs)]


@given(st.lists(lines(), max_size=8))
def test_lines_with_runs_hold_the_same_glyphs_at_the_same_places(given_lines: list[Line]) -> None:
    found = with_runs(given_lines)

    assert [list(apart(line)) for line in found] == [list(line) for line in given_lines]


def test_a_word_that_recurs_is_told_once() -> None:
    word = [Placed(Letter(glyph, "Regular"), 10 * glyph, 0) for glyph in (1, 2, 3)]

    assert [len(line) for line in with_runs([word] * 5)] == [1] * 5
    assert [len(line) for line in with_runs([word] * 2)] == [3] * 2


@pytest.mark.parametrize("name", ["everyday", "nasty", "grouped"])
def test_every_glyph_of_a_picture_stands_where_it_was_shaped(name: str) -> None:
    drawn = drawing(made.printed(getattr(made, name)()))
    root = etree.fromstring(svg(drawn))
    defined = {one.get("id"): one for one in root.iter(f"{SVG}path", f"{SVG}g") if one.get("id")}
    shown = [
        sorted(_places(group, defined, 0, 0)) for group in root.iter(f"{SVG}g") if "scale" in group.get("transform", "")
    ]
    wanted = [
        sorted((round(glyph.x * GRID / 1000), round(glyph.y * GRID / 1000)) for glyph in _inked(line, block))
        for block in drawn.blocks
        for line in block.lines
    ]

    assert shown == wanted


def _places(group: Any, defined: dict[Any, Any], x: int, y: int) -> Iterator[tuple[int, int]]:
    for use in group:
        shape_ = defined[use.get("href")[1:]]
        at = (x + int(use.get("x", 0)), y + int(use.get("y", 0)))
        if shape_.tag == f"{SVG}path":
            yield at
        else:
            yield from _places(shape_, defined, *at)


def _inked(line: str, block: Block) -> Iterator[Any]:
    from botrian.exports.glyphs import outline

    return (glyph for glyph in shape(line, block.weight).glyphs if outline(glyph.id, block.weight))


def test_squares_side_by_side_are_one_stroke_of_a_broad_pen() -> None:
    code = [Ground(100 + 6 * place, 50 + 2 * line, 4, 2, "#000000") for line in range(3) for place in range(4)]
    root = etree.fromstring(svg(Drawing("", "", "", 200, tuple(code), ())))
    path = root.find(f"{SVG}path")

    assert path is not None and path.get("stroke-width") == "2"
    assert path.get("d") == "".join(f"M100 {y}h4m2 0h4m2 0h4m2 0h4" for y in (51, 53, 55))


@pytest.mark.parametrize("colours", [1, 2, 3, 4, 5, 16, 17, 200])
@pytest.mark.parametrize("wide", [1, 7, 8, 33])
def test_a_png_has_the_same_pixels_in_as_few_bits_as_its_colours_take(colours: int, wide: int) -> None:
    pixels = (np.arange(wide * 41, dtype=np.uint64) * 7 % colours).astype(np.uint8).reshape(41, wide)
    picture = Painted(pixels, tuple((one, 255 - one, 7) for one in range(256)))
    content = png_of(picture, Drawing("ก", "ข", "https://example.org/", 41, (), ()))
    read = Image.open(io.BytesIO(content))

    assert np.array_equal(np.asarray(read.convert("RGB")), np.asarray(picture.image().convert("RGB")))
    assert content[24] == next(bits for bits in (1, 2, 4, 8) if len(np.unique(pixels)) <= 2**bits)
    assert read.info["Title"] == "ก" and read.info["Source"] == "https://example.org/"


def test_a_colour_that_a_palette_holds_twice_is_kept_once() -> None:
    block = Block(10, 60, ("ก",), 40, "Bold", "#112233", "ก")
    grounds = (Ground(0, 0, WIDTH, 100, "#ffffff"), Ground(0, 0, 50, 50, "#112233"))
    drawn = Drawing("", "", "", 100, grounds, (block,))
    content = png_of(painted(drawn, 1, steps=2), drawn)

    assert content[24] == 1


def names_of(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return file.namelist()


def test_a_document_has_no_part_and_no_style_that_nobody_sees() -> None:
    content = file_of(made.printed(made.everyday()), "docx")
    file = docx.Document(io.BytesIO(content))
    tables = {style.name for style in file.styles if style.type == WD_STYLE_TYPE.TABLE}

    assert not [name for name in names_of(content) if "Effects" in name or "thumbnail" in name]
    assert tables == {"Normal Table", *(table.style.name for table in file.tables if table.style)}


def test_a_presentation_has_the_layouts_of_its_slides_and_four_to_go_on_with() -> None:
    content = file_of(made.printed(made.everyday()), "pptx")
    show = pptx.Presentation(io.BytesIO(content))
    used = {slide.slide_layout.name for slide in show.slides}

    assert not [name for name in names_of(content) if "printer" in name or "thumbnail" in name]
    assert {layout.name for layout in show.slide_layouts} == used | {
        "Title Slide",
        "Title and Content",
        "Title Only",
        "Blank",
    }


def test_no_name_in_an_office_file_is_there_twice() -> None:
    for format_ in ("docx", "pptx"):
        names = sorted(names_of(file_of(made.printed(made.everyday()), format_)))
        assert [name for name, same in groupby(names) if len(list(same)) > 1] == []
