"""Both palettes can be read: contrast by WCAG 2.2, computed from the stylesheet itself."""

from __future__ import annotations

import re

import pytest

from botrian.exports import colours
from tests.theme.tiny_site import ROOT

CSS = (ROOT / "hooks" / "theme" / "assets" / "botrian.css").read_text(encoding="utf-8")
COLOUR = re.compile(r"--([\w-]+): #([0-9a-f]{6});")
GROUNDS = ("bg", "surface", "surface-soft")
# WCAG 2.2: 1.4.3 wants 4.5 for text, 1.4.11 wants 3 for the edges of controls and for focus.
TEXT, EDGE = 4.5, 3.0

TEXT_PAIRS = [(ink, ground) for ink in ("text", "text-soft", "link", "accent") for ground in GROUNDS] + [
    ("bar-text", "bar"),
    ("text", "mark"),
    ("link", "mark"),
    *[(stance, f"{stance}-bg") for stance in ("supports", "contradicts", "qualifies")],
    *[("text", f"{stance}-bg") for stance in ("supports", "contradicts", "qualifies")],
]
EDGE_PAIRS = [(edge, ground) for edge in ("line-strong", "focus") for ground in GROUNDS] + [
    ("bar-line", "bar"),
    ("bar-text", "bar"),
    *[(stance, "surface") for stance in ("supports", "contradicts", "qualifies")],
]


def palette(selector: str) -> dict[str, str]:
    """The colours of the first block with this selector, by name."""
    block = CSS.split(f"{selector} {{", 1)[1].split("}", 1)[0]
    return dict(COLOUR.findall(block))


LIGHT, DARK = "[data-md-color-scheme]", '[data-md-color-scheme="slate"]'
PALETTES = {"light": palette(LIGHT), "dark": palette(DARK)}


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it, of six hexadecimal digits."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_device_and_the_reader_choose_the_same_dark_palette() -> None:
    assert palette('.no-js [data-md-color-scheme="default"]') == PALETTES["dark"]


def test_both_palettes_name_the_same_colours() -> None:
    assert PALETTES["light"].keys() == PALETTES["dark"].keys()


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_stands_out_from_its_ground(name: str, ink: str, ground: str) -> None:
    assert contrast(PALETTES[name][ink], PALETTES[name][ground]) >= TEXT


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_and_focus_stand_out_from_their_ground(name: str, edge: str, ground: str) -> None:
    assert contrast(PALETTES[name][edge], PALETTES[name][ground]) >= EDGE


#: The colours of files that have a twin among those of the light scheme.
IN_FILES = {
    "INK": "text",
    "SOFT_INK": "text-soft",
    "LINK_INK": "link",
    "EDGE_INK": "line-strong",
    "GROUP_GROUND": "surface-soft",
    "PLAIN_GROUND": "surface",
    "PAGE_GROUND": "bg",
    "BAR_GROUND": "bar",
}


@pytest.mark.parametrize("name", IN_FILES)
def test_files_have_the_colours_of_the_light_scheme(name: str) -> None:
    assert getattr(colours, name).lower() == PALETTES["light"][IN_FILES[name]]


#: Where pages stand alone, without the stylesheet: the file, and what its names are called in it.
ALONE = {
    "assets/embed.css": {"soft": "surface-soft", "bg": "surface", "notice": "qualifies-bg", "notice-text": "qualifies"},
    "404.html": {"edge": "line-strong"},
}


@pytest.mark.parametrize("file", ALONE)
def test_a_page_without_the_stylesheet_has_its_colours(file: str) -> None:
    text = (ROOT / "hooks" / "theme" / file).read_text(encoding="utf-8")
    first = dict(COLOUR.findall(text.split(":root {", 1)[1].split("}", 1)[0]))
    ours = {name: PALETTES["light"][ALONE[file].get(str(name), str(name))] for name in first}

    assert len(first) >= 4
    assert first == ours


def test_a_phone_colours_its_own_bar_as_ours() -> None:
    text = (ROOT / "hooks" / "theme" / "partials" / "shared.html").read_text(encoding="utf-8")
    told = dict(re.findall(r'color-scheme: (\w+)\)" content="#([0-9a-f]{6})"', text))

    assert told == {name: PALETTES[name]["bar"] for name in ("light", "dark")}
