"""Nothing goes in; the colours of what we make besides pages come out: those of the site's light scheme
(``theme/assets/botrian.css``), as Office writes them. ``office`` has those of tables for the browser's writers."""

from __future__ import annotations

INK, SOFT_INK, LINK_INK, EDGE_INK = "1D2826", "4C5A57", "07594F", "74827E"
HEAD_GROUND, GROUP_GROUND, PLAIN_GROUND = "DFE9E4", "F0F3EE", "FFFFFF"
#: The line between rows of a picture; the ground of a page and of its bar; the ground behind an album of pictures.
RULE_INK, PAGE_GROUND, BAR_GROUND, ALBUM_GROUND = "A9B4AF", "FAF9F5", "0B4F49", "EEF2F0"


def office() -> dict[str, str]:
    """Each colour of tables by its name, as ``#data/colours.js``."""
    inks = {"INK": INK, "SOFT_INK": SOFT_INK, "LINK_INK": LINK_INK, "EDGE_INK": EDGE_INK, "RULE_INK": RULE_INK}
    return {**inks, "HEAD_GROUND": HEAD_GROUND, "GROUP_GROUND": GROUP_GROUND, "PLAIN_GROUND": PLAIN_GROUND}


def named() -> dict[str, str]:
    """The same for templates: ``edge_ink`` and so on, as CSS names colours."""
    return {name.lower(): css(colour) for name, colour in {**office(), "ALBUM_GROUND": ALBUM_GROUND}.items()}


def css(colour: str) -> str:
    """The colour as SVG, CSS and workbooks name it."""
    return f"#{colour.lower()}"
