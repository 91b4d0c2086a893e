"""Nothing goes in; the colours of tables in files of every format come out: those of the site's light scheme
(``theme/assets/botrian.css``), as Office writes them. ``office`` has the same for the browser's writers."""

from __future__ import annotations

INK, SOFT_INK, LINK_INK, EDGE_INK = "1D2826", "4C5A57", "07594F", "74827E"
HEAD_GROUND, GROUP_GROUND, PLAIN_GROUND = "DFE9E4", "F0F3EE", "FFFFFF"


def office() -> dict[str, str]:
    """Each colour by its name, as ``#data/colours.js``."""
    inks = {"INK": INK, "SOFT_INK": SOFT_INK, "LINK_INK": LINK_INK, "EDGE_INK": EDGE_INK}
    return {**inks, "HEAD_GROUND": HEAD_GROUND, "GROUP_GROUND": GROUP_GROUND, "PLAIN_GROUND": PLAIN_GROUND}


def css(colour: str) -> str:
    """The colour as SVG, CSS and workbooks name it."""
    return f"#{colour.lower()}"
