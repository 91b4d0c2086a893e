"""Nothing goes in; the style sheets that the archive's pages load come out: Material's, ours, its frame's."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

_STOCK: Final = "assets/stock.css"
_FRAME: Final = "assets/offline.css"
#: What every page of the archive loads, in this order.
LOOKS: Final = (_STOCK, "assets/botrian.css", _FRAME)
_THEME: Final = Path(__file__).resolve().parents[2] / "theme" / "assets"


@cache
def looks() -> Mapping[str, bytes]:
    """The style sheets and the sign of the site by their path in the archive."""
    stock = sorted(Path(str(files("material"))).glob("templates/assets/stylesheets/main.*.min.css"))[0]
    found = {f"assets/{file.name}": file.read_bytes() for file in sorted(_THEME.glob("*.css"))}
    found["assets/favicon.svg"] = (_THEME / "favicon.svg").read_bytes()
    # The map of the minified file is not in the archive.
    found[_STOCK] = stock.read_bytes().partition(b"/*# sourceMappingURL")[0]
    return found
